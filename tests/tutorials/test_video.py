import re

import pytest
from django.core.exceptions import ValidationError

from tests.tutorials.factories import CAPTIONS, MP4, make_document, make_guide, make_image

pytestmark = pytest.mark.django_db


def make_video(**fields):
    return {
        "video": make_document(MP4, "panduan.mp4"),
        "video_captions": make_document(CAPTIONS, "panduan.vtt"),
        "video_seconds": 108,
        "video_transcript": "Sekarang kita di halaman **daftar**.",
        **fields,
    }


def open_guide(client, query="", **fields):
    make_guide(**fields)
    return client.get(f"/panduan/contoh/{query}").content.decode()


def test_a_guide_without_video_says_nothing_of_one(client):
    assert "Video" not in open_guide(client)


def test_a_video_is_only_a_link_that_tells_its_size(client):
    html = open_guide(client, **make_video())

    assert re.search(r'<a class="tb" href="\?video=1#video">.*Putar video · 3,0\xa0KB</a>', html)
    assert "Video 1 menit 48 detik · 3,0\xa0KB · ada teks di layar" in html
    assert "<video" not in html
    assert "<p>Sekarang kita di halaman <strong>daftar</strong>.</p>" in html


def test_after_the_tap_the_video_is_there_with_its_captions_on(client):
    html = open_guide(client, "?video=1", **make_video(video_poster=make_image(640, 360, "sampul.png")))

    assert re.search(
        r'<video class="layar" controls preload="none"[^>]* poster="/media/images/sampul[^"]+\.webp">', html
    )
    assert re.search(r'<source src="/media/documents/panduan\w*\.mp4" type="video/mp4">', html)
    assert re.search(r'<track kind="captions" src="/media/documents/panduan\w*\.vtt" srclang="id"[^>]* default>', html)


def test_an_upright_poster_tells_its_height_as_html_reads_numbers(client):
    html = open_guide(client, **make_video(video_poster=make_image(1080, 1920, "tegak.png")))

    assert 'width="720" height="1280"' in html


def test_asking_for_a_video_that_is_not_there_shows_the_guide(client):
    assert "<video" not in open_guide(client, "?video=1")


def test_a_live_guide_refuses_a_video_without_captions():
    with pytest.raises(ValidationError) as caught:
        make_guide(**make_video(video_captions=None))

    assert caught.value.message_dict == {
        "video_captions": [
            "Video ini belum punya teks di layar. Tambahkan berkas teksnya (.vtt), baru panduan bisa diterbitkan."
        ]
    }


def test_a_draft_may_wait_for_its_captions():
    guide = make_guide(live=False, **make_video(video_captions=None))

    assert guide.pk


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"\x1aE\xdf\xa3 webm", "film.webm"), (MP4, "film.mov"), (b"%PDF-1.7 bukan video", "film.mp4"), (b"", "film.mp4")],
    ids=["webm", "other name", "pdf called mp4", "empty"],
)
def test_a_file_that_is_no_mp4_is_refused(content, name):
    with pytest.raises(ValidationError) as caught:
        make_guide(**make_video(video=make_document(content, name)))

    assert caught.value.message_dict == {
        "video": ["Berkas ini bukan video MP4. Simpan videonya sebagai .mp4, lalu pilih lagi."]
    }


def test_a_video_above_20_megabytes_is_refused():
    video = make_document(MP4, "film.mp4")
    video.file_size = 20_000_001
    video.save()

    with pytest.raises(ValidationError) as caught:
        make_guide(**make_video(video=video))

    assert caught.value.message_dict == {
        "video": ["Video ini lebih besar dari 20 MB. Perkecil dulu, misalnya ke 480p."]
    }


def test_captions_that_no_browser_reads_are_refused_with_the_line():
    captions = make_document(b"WEBVTT\n\n00:01,000 --> 00:04,000\nHalo\n", "teks.vtt")

    with pytest.raises(ValidationError) as caught:
        make_guide(**make_video(video_captions=captions))

    assert caught.value.message_dict == {
        "video_captions": ["Waktu di baris 3 tidak bisa dibaca. Contoh: 00:01.000 --> 00:04.000"]
    }


def test_a_video_chosen_as_captions_is_refused():
    captions = make_document(CAPTIONS, "teks.vtt")
    captions.file_size = 500_001
    captions.save()

    with pytest.raises(ValidationError) as caught:
        make_guide(**make_video(video_captions=captions))

    assert "terlalu besar" in caught.value.message_dict["video_captions"][0]
