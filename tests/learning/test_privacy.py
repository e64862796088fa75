"""/privasi/: what is recorded and why, and the choice to have nothing recorded."""

import pytest
from django.test import RequestFactory

from learning.models import Event, Learner
from learning.own_data import recording_choice
from sandbox.catalogue import publish
from sandbox.retention import KEPT_DAYS
from tests.factories import small_flow
from tests.learning.factories import make_guide


def test_the_page_says_what_why_and_how_long_and_leaves_no_cookie(client):
    response = client.get("/privasi/")

    page = response.content.decode()
    assert "supaya kami tahu langkah mana yang sulit" in page
    assert "nama, NIK, dan yang Anda ketik tidak pernah ada di dalamnya" in page
    assert "Undang-Undang Nomor 27 Tahun 2022" in page
    assert f"{KEPT_DAYS} hari sejak terakhir disentuh" in page
    assert "90 hari" in page
    assert not response.cookies


def test_the_page_promises_no_more_than_is_done(client):
    page = client.get("/privasi/").content.decode()

    assert "dengan nomor acak, sampai 90 hari sesudah Anda terakhir datang di panduan atau latihan itu" in page
    assert "berapa lama halaman dilihat" in page
    assert "bagian video yang diputar" in page
    assert "yang Anda tekan tentang pendaftaran asli" in page
    assert "Catatan menunggu di HP ini sampai ada sinyal" in page
    assert "Kodenya tersimpan teracak" in page
    assert "Paling lama 2 hari" in page
    assert all(f"“{cookie}”" in page for cookie in ("antrean", "belajar", "belajar-baca", "tanpa-catatan", "tema"))


@pytest.mark.django_db
def test_whoever_erases_is_told_that_old_sums_stay(client):
    make_guide()
    client.post("/panduan/contoh/langkah/1/tanda/", {"langkah": "satu", "tanda": "sudah"})

    page = client.get("/saya/hapus/").content.decode()

    assert "Jumlah dari catatan yang sudah lewat 90 hari tetap ada, tanpa tanda siapa." in page


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/saya/", "/privasi/"])
def test_every_page_leads_to_it(client, path):
    assert 'href="/privasi/"' in client.get(path).content.decode()


@pytest.mark.django_db
def test_refusing_sets_a_cookie_that_scripts_can_read_and_makes_no_learner(client):
    response = client.post("/privasi/pilihan/", {"catat": "tidak"})

    cookie = response.cookies["tanpa-catatan"]
    assert response["Location"] == "/privasi/#pilihan"
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("1", "", "Lax")
    assert cookie["max-age"] == 400 * 24 * 3600
    assert not Learner.objects.exists()


def test_the_page_offers_the_other_choice(client):
    assert "Jangan catat" in client.get("/privasi/").content.decode()

    client.post("/privasi/pilihan/", {"catat": "tidak"})
    assert "Catat lagi" in client.get("/privasi/").content.decode()
    assert 'data-action="jangan-catat"' not in client.get("/privasi/").content.decode()

    response = client.post("/privasi/pilihan/", {"catat": "ya"})
    assert response.cookies["tanpa-catatan"].value == ""
    assert "Jangan catat" in client.get("/privasi/").content.decode()


@pytest.mark.parametrize("data", [{}, {"catat": "mungkin"}])
def test_no_other_choice_changes_anything(client, data):
    response = client.post("/privasi/pilihan/", data)

    assert response.status_code == 302
    assert not response.cookies


def test_the_choice_is_made_by_a_press_only(client):
    assert client.get("/privasi/pilihan/").status_code == 405


@pytest.mark.parametrize(("value", "refused"), [("1", True), ("0", False), ("", False), (None, False)])
def test_only_the_value_that_we_set_refuses(value, refused):
    request = RequestFactory().get("/")
    if value is not None:
        request.COOKIES["tanpa-catatan"] = value

    assert recording_choice.is_refused(request) is refused


def test_the_page_is_the_visitors_own(client):
    response = client.get("/privasi/")

    assert "private" in response["Cache-Control"]
    assert "Cookie" in response["Vary"]


@pytest.mark.django_db
def test_who_refuses_keeps_ticks_and_practice_and_leaves_no_event(client):
    make_guide()
    client.post("/privasi/pilihan/", {"catat": "tidak"})

    publish(small_flow())
    client.post("/panduan/contoh/langkah/1/tanda/", {"langkah": "satu", "tanda": "sudah"})
    client.post("/latihan/alur-uji/", {"persona": "sembako", "mode": "latihan"})

    page = client.get("/saya/")
    assert page.context["guides"][0].done == 1
    assert len(page.context["under_way"]) == 1
    assert not Event.objects.exists()
