import gzip
import re
from io import StringIO
from pathlib import Path

import django_htmx
import pytest
from django.conf import settings
from django.core.management import call_command

from sandbox.catalogue import publish
from tests.factories import small_flow
from tests.tutorials.factories import make_guide, make_image, make_step
from tutorials.models import ErrorSnippet, GuidePage

pytestmark = pytest.mark.django_db

STEP_BUDGET_BYTES = 14_000  # HTML and style sheet on the wire, headers included
HEADER_BYTES = 1_500  # of both answers together, generously
WITHOUT_PICTURE_BYTES, WITH_PICTURE_BYTES = 32_768, 61_440  # everything that a first view loads
ALL_HEADERS_BYTES = 3_500  # of page, style, four scripts, picture and site icon
SCRIPTS = ("kirim", "peristiwa", "baca")
HTMX = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js"


def open_step(client, number=1, *steps, query=""):
    make_guide(*steps)
    return client.get(f"/panduan/contoh/langkah/{number}/{query}")


def test_a_step_shows_its_place_its_title_and_its_text(client):
    html = open_step(client, 2, "Satu", make_step("Isi NIK", body="1. Isi **16 angka**."), "Tiga").content.decode()

    assert "Langkah 2 dari 3" in html
    assert "<h1>Isi NIK</h1>" in html
    assert "<li>Isi <strong>16 angka</strong>.</li>" in html
    assert 'data-step="isi-nik"' in html
    assert 'href="/panduan/contoh/langkah/1/"' in html
    assert 'href="/panduan/contoh/langkah/3/"' in html


def test_a_step_offers_both_marks_as_buttons_of_a_form(client):
    html = open_step(client).content.decode()

    assert re.search(r'<form[^>]* method="post" action="/panduan/contoh/langkah/1/tanda/"', html)
    assert re.search(r'<button type="submit"[^>]*value="sudah" data-action="sudah"', html)
    assert re.search(r'<button type="submit"[^>]*value="bingung" data-action="bingung"', html)


def test_what_should_be_seen_is_told_where_the_author_wrote_it(client):
    html = open_step(client, 1, make_step(expect="Halaman kode terbuka.")).content.decode()

    assert "Yang seharusnya Anda lihat sekarang" in html
    assert "<p>Halaman kode terbuka.</p>" in html


def test_a_bare_step_reads_whole(client):
    html = open_step(client, 1, make_step(expect="")).content.decode()

    assert "Yang seharusnya" not in html
    assert "Coba di latihan" not in html
    assert "<img" not in html


def test_practice_begins_at_the_screen_of_the_step(client):
    publish(small_flow())

    html = open_step(client, 1, make_step(practice="alur-uji:modal")).content.decode()

    assert 'href="/latihan/alur-uji/?layar=modal"' in html
    assert "Coba di latihan" in html


def test_practice_may_have_underscores_in_its_names(client):
    flow = small_flow(id="alur_uji")
    flow["outcome"]["lines"][0]["source"] = "modal_usaha.modal"
    flow["screens"][1]["id"] = "modal_usaha"
    answers = flow["personas"][0]["answers"]
    answers["modal_usaha"] = answers.pop("modal")
    publish(flow)

    html = open_step(client, 1, make_step(practice="alur_uji:modal_usaha")).content.decode()

    assert 'href="/latihan/alur_uji/?layar=modal_usaha"' in html


@pytest.mark.parametrize("reference", ["alur-uji:dulu-ada", "alur-lain:modal"])
def test_a_screen_that_is_gone_is_not_linked(client, reference):
    publish(small_flow())

    assert "Coba di latihan" not in open_step(client, 1, make_step(practice=reference)).content.decode()


def test_a_picture_comes_small_first_with_its_size_and_its_words(client):
    step = make_step(image=make_image(720, 960), image_alt="Layar daftar")

    html = open_step(client, 1, step).content.decode()

    image = re.search(r"<img[^>]*>", html).group()
    assert re.search(r'srcset="[^"]+\.webp 360w, [^"]+\.webp 540w"', image)
    assert 'width="360" height="480" alt="Layar daftar"' in image
    assert "GAMBAR TIRUAN" in html


def test_a_number_stands_on_the_picture_and_in_the_list_below(client):
    markers = [{"x": 50.0, "y": 25.0, "label": "Kotak NIK"}, {"x": 100.0, "y": 0.0, "label": "Menu"}]
    step = make_step(image=make_image(720, 960), image_alt="Layar", markers=markers)

    html = open_step(client, 1, step).content.decode()

    assert re.findall(r'<circle cx="(\d+)" cy="(\d+)" r="14"', html) == [("180", "120"), ("344", "16")]
    assert '<ol class="legenda"><li>Kotak NIK</li><li>Menu</li></ol>' in html


def test_a_picture_whose_file_is_gone_leaves_a_readable_step(client):
    image = make_image()
    Path(image.file.path).unlink()

    response = open_step(client, 1, make_step(image=image, image_alt="Layar"))

    assert response.status_code == 200
    assert b"<img" not in response.content


@pytest.mark.parametrize("number", [0, 4, 99])
def test_a_number_out_of_range_is_not_found_and_shows_a_way_back(client, number):
    response = open_step(client, number)

    assert response.status_code == 404
    assert 'href="/panduan/"' in response.content.decode()


def test_an_unknown_guide_is_not_found(client):
    make_guide()

    assert client.get("/panduan/lain/langkah/1/").status_code == 404


def test_a_draft_is_not_found(client):
    make_guide(live=False)

    assert client.get("/panduan/contoh/langkah/1/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/panduan/", "/panduan/contoh/", "/panduan/contoh/langkah/1/?bingung=1"])
def test_reading_sets_no_cookie_and_is_kept_by_no_shared_cache(client, path):
    make_guide()

    response = client.get(path)

    assert response.status_code == 200
    assert response.cookies == {}
    assert response["Cache-Control"] == "private, no-cache"
    assert "Cookie" in response["Vary"]


def test_a_page_needs_no_inline_script_or_style(client):
    html = open_step(client, 1, make_step(image=make_image(), image_alt="Layar")).content.decode()

    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)


def test_the_step_page_asks_the_database_the_same_for_30_steps_as_for_3(client, django_assert_num_queries):
    make_guide(*(make_step(f"Langkah {n}", practice="") for n in range(30)))
    client.get("/panduan/contoh/langkah/1/")  # fills the cache of site roots

    with django_assert_num_queries(9):
        client.get("/panduan/contoh/langkah/2/")


def test_what_a_step_asks_for_stands_before_its_title_as_a_drawing_and_a_word(client):
    html = open_step(client, 1, make_step("Isi NIK", action="tulis")).content.decode()

    assert re.search(r'<span class="laku"><svg [^>]*aria-hidden="true">.*?</svg>Tulis</span><h1>Isi NIK</h1>', html)


@pytest.mark.parametrize("action", ["tulis", "pilih", "unggah", "tunggu", "cek"])
def test_every_action_has_a_drawing_of_its_own(client, action):
    html = open_step(client, 1, make_step(action=action)).content.decode()

    assert f"</svg>{action.capitalize()}</span>" in html


def test_a_step_that_is_only_read_has_no_drawing(client):
    assert 'class="laku"' not in open_step(client, 1, make_step()).content.decode()


def test_what_few_need_to_read_is_folded(client):
    step = make_step(more="Karena **Dukcapil**.", sources="NIK ada di KTP: Dukcapil, 2026-11-01")

    html = open_step(client, 1, step).content.decode()

    assert re.search(r"<details[^>]*><summary>Penjelasan lebih lanjut.*?Karena <strong>Dukcapil</strong>", html, re.S)
    assert re.search(r"<details[^>]*><summary>Sumber langkah ini</summary><p>NIK ada di KTP: Dukcapil", html)


def test_what_else_may_show_stands_at_the_step(client):
    ErrorSnippet.objects.create(
        code="nik-taken", wording="NIK sudah terdaftar", cause="Sudah ada.", what_to_do="Masuk."
    )

    html = open_step(client, 1, make_step(errors=["nik-taken"])).content.decode()

    assert "Kalau yang muncul ini" in html
    assert "NIK sudah terdaftar" in html


def test_reading_aloud_waits_for_a_browser_that_has_a_voice(client):
    html = open_step(client).content.decode()

    assert re.search(r'<p class="tak-cetak" data-bacakan hidden><button type="button"', html)
    assert "js/baca" in html


def test_the_script_that_reads_aloud_stays_small():
    assert packed(settings.BASE_DIR / "static/js/baca.js") <= 800


def wire(client, address):
    return len(client.get(address, headers={"Accept-Encoding": "gzip"}).content)


def packed(path):
    return len(gzip.compress(path.read_bytes(), 9))


def test_every_starter_step_fits_the_budget(client):
    call_command("load_starter_content", stdout=StringIO())
    style = packed(settings.BASE_DIR / "static/css/tuntun.css")
    scripts = packed(HTMX) + sum(packed(settings.BASE_DIR / f"static/js/{name}.js") for name in SCRIPTS)
    steps = [step for guide in GuidePage.objects.live() for step in guide.numbered_steps()]

    weights = {step.url: wire(client, step.url) for step in steps}
    heaviest = max(weights.values())
    pictures = {step.url: step.picture.bytes for step in steps if step.picture}
    most = max((weights[url] + size for url, size in pictures.items()), default=0)

    assert len(steps) > 60
    assert style <= 6_000
    assert heaviest + style + HEADER_BYTES <= STEP_BUDGET_BYTES
    assert heaviest + style + scripts + ALL_HEADERS_BYTES <= WITHOUT_PICTURE_BYTES
    assert most + style + scripts + ALL_HEADERS_BYTES <= WITH_PICTURE_BYTES
