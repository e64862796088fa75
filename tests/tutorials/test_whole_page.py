"""All steps of a guide on one page: read, marked, asked about, without losing the place."""

import itertools
import re

import pytest

from tests.tutorials.factories import make_guide, make_image, make_step
from tutorials.models import GuideQuestion

pytestmark = pytest.mark.django_db

WHOLE = "/panduan/contoh/semua/"
MARK = "/panduan/contoh/langkah/{}/tanda/"
HTMX = {"HX-Request": "true"}


def mark(client, number, key, headers=None, **form):
    return client.post(MARK.format(number), {"langkah": key, "di": "semua", **form}, headers=headers or {})


def test_every_step_stands_on_the_page_in_order(client):
    make_guide("Satu", make_step("Dua", body="1. Isi **NIK**.", more="Karena perlu.", expect="Halaman kode."), "Tiga")

    html = client.get(WHOLE).text

    assert re.findall(r'<article class="satu" id="(\S+)" data-step="(\S+)"', html) == [
        ("langkah-1", "satu"),
        ("langkah-2", "dua"),
        ("langkah-3", "tiga"),
    ]
    assert "<li>Isi <strong>NIK</strong>.</li>" in html
    assert "Karena perlu." in html
    assert "<p>Halaman kode.</p>" in html


def test_the_page_has_one_main_heading_and_skips_no_level(client):
    make_guide(make_step("Satu", body="### Kecil\n\n1. Isi.", more="### Lagi\n\nTeks.", expect="Ada."))
    client.post(MARK.format(1), {"langkah": "satu", "di": "semua", "tanda": "bingung"})

    levels = [int(level) for level in re.findall(r"<h([1-6])\b", client.get(f"{WHOLE}?bingung=1").text)]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_no_id_stands_twice(client):
    picture = {"image": make_image(), "image_alt": "Layar"}
    make_guide(make_step("Satu", **picture), make_step("Dua", **picture), "Tiga")

    ids = re.findall(r'\sid="([^"]+)"', client.get(f"{WHOLE}?bingung=2").text)

    assert sorted(ids) == sorted(set(ids))


def test_every_step_can_be_marked_and_asked_about(client):
    make_guide("Satu", "Dua")

    html = client.get(WHOLE).text

    assert re.findall(r'<form class="baris" method="post" action="([^"]+)"', html) == [MARK.format(1), MARK.format(2)]
    assert html.count('data-action="sudah"') == 2
    assert html.count('data-action="bingung"') == 2


def test_done_comes_back_to_the_same_step_which_says_so(client):
    make_guide("Satu", "Dua")

    response = mark(client, 2, "dua", tanda="sudah")

    assert (response.status_code, response.url) == (303, f"{WHOLE}#langkah-2-tanda")
    html = client.get(WHOLE).text
    assert html.count("Sudah Anda tandai") == 1
    assert html.count('data-action="batal"') == 1


def test_taking_it_back_comes_back_to_the_same_step(client):
    make_guide("Satu", "Dua")
    mark(client, 2, "dua", tanda="sudah")

    response = mark(client, 2, "dua", tanda="batal")

    assert (response.status_code, response.url) == (303, f"{WHOLE}#langkah-2-tanda")
    assert "Sudah Anda tandai" not in client.get(WHOLE).text


def test_the_reasons_open_at_the_step_asked_about(client):
    make_guide("Satu", "Dua")

    response = mark(client, 2, "dua", tanda="bingung")

    assert (response.status_code, response.url) == (303, f"{WHOLE}?bingung=2#langkah-2-bingung")
    html = client.get(response.url).text
    assert html.count('name="alasan"') == 4
    assert re.search(r'<section id="langkah-2-bingung" aria-label="Kalau bingung">', html)
    assert re.search(r'<section id="langkah-1-bingung" aria-label="Kalau bingung" hidden>', html)


def test_a_reason_is_answered_at_the_step_asked_about(client):
    make_guide("Satu", "Dua")

    response = mark(client, 2, "dua", alasan="oss-error")

    assert response.url == f"{WHOLE}?bingung=2&alasan=oss-error#langkah-2-bingung"
    html = client.get(response.url).text
    assert html.count("Tunggu 1 menit, lalu coba lagi.") == 1
    assert f'href="{WHOLE}?bingung=2#langkah-2-bingung"' in html


@pytest.mark.parametrize("asked", ["bingung=9", "bingung=x", "bingung=1&alasan=lain"])
def test_an_address_with_nonsense_opens_the_page_all_the_same(client, asked):
    make_guide("Satu")

    assert client.get(f"{WHOLE}?{asked}").status_code == 200


def test_htmx_gets_only_the_marks_of_the_step_with_the_focus_on_what_changed(client):
    make_guide("Satu", "Dua")

    html = mark(client, 1, "satu", HTMX, tanda="sudah").text

    assert "<html" not in html
    assert "<article" not in html
    assert '<div class="tak-cetak" id="langkah-1-tanda">' in html
    assert re.search(r'<b tabindex="-1" autofocus>.*Sudah Anda tandai</b>', html)


def test_htmx_gets_the_reasons_inside_the_marks_of_the_step(client):
    make_guide("Satu", "Dua")

    html = mark(client, 1, "satu", HTMX, tanda="bingung").text

    assert '<h3 tabindex="-1" autofocus>Bingung di bagian mana?</h3>' in html
    assert html.count("autofocus") == 1
    assert 'hx-target="#langkah-1-tanda"' in html


def test_a_reader_who_comes_back_is_led_to_where_they_stopped(client):
    make_guide("Satu", "Dua", "Tiga")
    mark(client, 1, "satu", tanda="sudah")
    mark(client, 2, "dua", tanda="sudah")

    html = client.get(WHOLE).text

    assert re.search(r'href="#langkah-3" data-action="lanjut-baca">Lanjut dari langkah 3', html)


def test_a_newcomer_is_led_nowhere(client):
    make_guide("Satu", "Dua")

    assert "Lanjut dari langkah" not in client.get(WHOLE).text


def test_nothing_on_the_page_counts_as_being_read(client):
    make_guide("Satu", "Dua")

    html = client.get(WHOLE).text

    assert "data-versi" not in html
    assert "peristiwa" not in html


def test_pictures_wait_until_they_are_near(client):
    make_guide(*(make_step(f"Langkah {n}", image=make_image(), image_alt="Layar") for n in range(3)))

    assert client.get(WHOLE).text.count('loading="lazy"') == 3


def test_the_choice_of_pictures_stands_there_once_and_comes_back_here(client):
    make_guide(*(make_step(f"Langkah {n}", image=make_image(), image_alt="Layar") for n in range(3)))

    html = client.get(WHOLE).text
    response = client.post("/panduan/contoh/langkah/1/gambar/", {"gambar": "tanpa", "di": "semua"})

    assert html.count('name="gambar" value="tanpa"') == 1
    assert (response.status_code, response.url) == (303, f"{WHOLE}#gambar")
    assert "<img" not in client.get(WHOLE).text


def test_a_step_that_is_not_needed_says_so_and_is_passed_over(client):
    guide = make_guide("Satu", make_step("Dua", only_when="1:tidak"), "Tiga")
    guide.questions = [GuideQuestion(sentence="Punya email?")]
    guide.save()
    (question,) = guide.questions_for(client.get("/panduan/contoh/").wsgi_request)
    client.post("/panduan/contoh/keadaan/", {question.field: "ya"})
    mark(client, 1, "satu", tanda="sudah")

    html = client.get(WHOLE).text

    assert html.count("Tidak perlu untuk Anda.") == 1
    assert "Lanjut dari langkah 3" in html
    assert "Tidak perlu untuk Anda." in client.get("/panduan/contoh/langkah/2/").text


def test_the_page_asks_the_database_the_same_for_30_steps_as_for_3(client, django_assert_max_num_queries):
    picture = make_image()
    make_guide(*(make_step(f"Langkah {n}", image=picture, image_alt="Layar") for n in range(30)))
    client.get(WHOLE)  # makes the renditions and fills the cache of site roots

    with django_assert_max_num_queries(14):
        client.get(WHOLE)


def test_the_step_and_the_guide_lead_to_the_page(client):
    make_guide("Satu", "Dua")

    assert f'href="{WHOLE}#langkah-2"' in client.get("/panduan/contoh/langkah/2/").text


def test_a_draft_is_not_found(client):
    make_guide(live=False)

    assert client.get(WHOLE).status_code == 404


def test_reading_sets_no_cookie(client):
    make_guide()

    assert client.get(WHOLE).cookies == {}
