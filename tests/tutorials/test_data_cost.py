"""What reading costs of a data plan, told before anything is loaded."""

import re

import pytest

from tests.tutorials.factories import CAPTIONS, MP4, make_document, make_guide, make_image, make_step
from tutorials.data_cost import cost_of
from tutorials.pictures import WIDE

pytestmark = pytest.mark.django_db


def told(client):
    html = client.get("/panduan/contoh/").content.decode()
    return re.search(r"<span>(Kuota: .*?)</span>", html)[1]


def test_a_guide_without_pictures_costs_its_text(client):
    make_guide("Satu", "Dua")

    assert told(client) == "Kuota: kira-kira 4 KB tiap langkah."


def test_pictures_count_with_the_size_of_their_files(client):
    image = make_image()
    guide = make_guide(make_step("Satu", image=image, image_alt="Layar"), "Dua")
    size = image.get_rendition(WIDE).file.size

    cost = cost_of(guide.pk, list(guide.steps.all()))

    assert cost.pictures == -(-size // 1000)
    assert cost.with_pictures == cost.all_text + cost.pictures
    assert f"Semua langkah dengan gambar: {cost.with_pictures} KB." in told(client)


def test_a_picture_that_nobody_has_looked_at_yet_counts_like_the_others():
    seen, unseen = make_image(), make_image(name="lain.png")
    steps = [make_step("Satu", image=seen), make_step("Dua", image=unseen)]
    size = seen.get_rendition(WIDE).file.size
    guide = make_guide(*steps)

    assert cost_of(guide.pk, list(guide.steps.all())).pictures == -(-2 * size // 1000)


def test_a_file_that_is_gone_breaks_nothing(client):
    image = make_image()
    make_guide(make_step("Satu", image=image, image_alt="Layar"))
    rendition = image.get_rendition(WIDE)
    rendition.file.storage.delete(rendition.file.name)

    assert told(client) == "Kuota: kira-kira 4 KB tiap langkah."


def test_a_video_says_its_size(client):
    make_guide(video=make_document(MP4, "film.mp4"), video_captions=make_document(CAPTIONS, "film.vtt"))

    assert told(client).endswith("Video: 3,0\xa0KB.")


def test_all_steps_on_one_page_say_their_size(client):
    make_guide("Satu", "Dua")

    html = client.get("/panduan/contoh/").content.decode()

    assert (
        '<a href="/panduan/contoh/semua/">Semua langkah di satu halaman</a> <span class="redup">(4 KB)</span>' in html
    )


def test_the_sizes_are_worked_out_once(django_assert_num_queries):
    guide = make_guide(make_step("Satu", image=make_image()))
    steps = list(guide.steps.all())
    cost_of(guide.pk, steps)

    with django_assert_num_queries(0):
        cost_of(guide.pk, steps)
