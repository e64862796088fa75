import re

import pytest

from sandbox.catalogue import publish
from tests.factories import small_flow
from tests.tutorials.factories import make_guide, make_home, make_index, make_step, steps_of
from tutorials.models import PrepareItem

pytestmark = pytest.mark.django_db


def open_guide(client, *steps, query="", **fields):
    make_guide(*steps, **fields)
    return client.get(f"/panduan/contoh/{query}").content.decode()


def test_a_guide_tells_how_many_steps_and_minutes_it_takes(client):
    html = open_guide(client, make_step("Satu", expected_seconds=90), make_step("Dua", expected_seconds=240))

    assert "2 langkah" in html
    assert "6 menit" in html


def test_steps_stand_under_their_parts_with_running_numbers(client):
    html = open_guide(
        client,
        make_step("Satu", part="Bagian 1. Buat akun"),
        make_step("Dua", part="Bagian 1. Buat akun"),
        make_step("Tiga", part="Bagian 2. Isi data"),
    )

    assert re.findall(r"<h3>([^<]+)</h3>", html) == ["Bagian 1. Buat akun", "Bagian 2. Isi data"]
    assert re.findall(r'<ol class="langkah" start="(\d)">', html) == ["1", "3"]
    assert re.findall(r'<a href="(/panduan/contoh/langkah/\d/)"', html) == [
        "/panduan/contoh/langkah/1/", "/panduan/contoh/langkah/2/", "/panduan/contoh/langkah/3/",
    ]  # fmt: skip


def test_things_to_prepare_are_tick_boxes_with_their_number(client):
    guide = make_guide()
    guide.prepare_items = [PrepareItem(title="KTP", note="Untuk NIK", icon="ktp"), PrepareItem(title="HP", icon="hp")]
    guide.save()

    html = client.get("/panduan/contoh/").content.decode()

    assert html.count('<label><input type="checkbox" name="siap" value="') == 2
    assert '<b>KTP</b><br><span class="redup">Untuk NIK</span>' in html
    assert 'data-dari="2"' in html


def test_a_guide_without_things_to_prepare_shows_no_empty_list(client):
    assert "Siapkan ini dulu" not in open_guide(client)


def test_somebody_new_is_asked_to_begin_at_step_1(client):
    html = open_guide(client)

    assert 'class="tb utama" href="/panduan/contoh/langkah/1/">Mulai dari langkah 1' in html
    assert "Belum ada yang selesai." in html


def test_somebody_who_returns_sees_ticks_and_where_to_go_on(client):
    make_guide("Satu", "Dua", "Tiga")
    client.post("/panduan/contoh/langkah/1/tanda/", {"langkah": "satu", "tanda": "sudah"})

    html = client.get("/panduan/contoh/").content.decode()

    assert "1 dari 3 langkah sudah selesai" in html
    assert 'href="/panduan/contoh/langkah/2/">Lanjut ke langkah 2' in html
    assert html.count('<li class="y">') == 1
    assert 'href="/panduan/contoh/langkah/2/" aria-current="step"' in html


def test_the_day_of_the_comparison_is_written_in_indonesian(client):
    html = open_guide(client, compared_on="2026-11-22", compared_note="Bukan dengan situs langsung.")

    assert "<b>Diperiksa pada 22 November 2026</b>" in html
    assert "Bukan dengan situs langsung." in html


def test_a_guide_leads_to_the_practice_of_its_steps(client):
    publish(small_flow())

    html = open_guide(client, "Satu", make_step("Dua", practice="alur-uji:daftar"))

    assert '<a class="pilih" href="/latihan/alur-uji/">' in html


def test_a_guide_without_practice_links_none(client):
    assert "Coba di latihan" not in open_guide(client)


def test_the_list_shows_each_live_guide_with_its_length(client):
    make_guide("Satu", "Dua", slug="satu", title="Panduan satu")
    make_guide(slug="dua", title="Panduan dua", live=False)

    html = client.get("/panduan/").content.decode()

    assert '<a href="/panduan/satu/">Panduan satu</a>' in html
    assert "2 langkah" in html
    assert "Panduan dua" not in html


def test_an_empty_list_offers_practice(client):
    make_index()

    assert "Belum ada panduan yang terbit." in client.get("/panduan/").content.decode()


@pytest.mark.parametrize("guides", [1, 4])
def test_the_list_of_guides_asks_the_database_the_same_for_one_as_for_four(client, django_assert_num_queries, guides):
    for number in range(guides):
        make_guide(slug=f"panduan-{number}", title=f"Panduan {number}")
    client.get("/panduan/")

    with django_assert_num_queries(9):
        client.get("/panduan/")


def test_the_guide_page_asks_the_database_the_same_for_30_steps_as_for_3(client, django_assert_num_queries):
    make_guide(*(f"Langkah {number}" for number in range(30)))
    client.get("/panduan/contoh/")

    with django_assert_num_queries(12):
        client.get("/panduan/contoh/")


def test_a_new_step_appears_in_the_list_once_published(client):
    guide = make_guide("Satu")
    guide.steps = [*steps_of(guide), make_step("Dua", sort_order=1)]
    guide.save_revision()
    before = client.get("/panduan/contoh/").content.decode()

    guide.get_latest_revision().publish()

    assert "Dua" not in before
    assert "<b>Dua</b>" in client.get("/panduan/contoh/").content.decode()


def test_the_home_page_is_no_list_of_guides(client):
    make_home()

    assert client.get("/panduan/").status_code == 404
