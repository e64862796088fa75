"""From practice to a guide step and back to where one was."""

import pytest

from tests.tutorials.factories import make_guide
from tutorials.way_back import keep_way_back, way_back

ATTEMPT = "/latihan/coba/6ec9bd2c-65d2-4a5c-b8d4-1d25b6bbf4de/"
SCREEN = f"{ATTEMPT}data-usaha/"
BACK = "Kembali ke latihan Anda"
STEP = "/panduan/contoh/langkah/1/"
MARK = f"{STEP}tanda/"
HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize("address", [ATTEMPT, SCREEN])
def test_an_attempt_and_its_screens_are_ways_back(address):
    assert way_back(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://oss-palsu.example/",
        "//oss-palsu.example/latihan/coba/6ec9bd2c-65d2-4a5c-b8d4-1d25b6bbf4de/",
        f"https://oss-palsu.example{SCREEN}",
        f"{SCREEN}//oss-palsu.example/",
        f"{SCREEN}\n",
        f"{SCREEN}?ulang",
        f"{ATTEMPT}data-usaha/gangguan/",
        "/latihan/coba/bukan-uuid/",
        "/admin/",
        "javascript:alert(1)",
    ],
)
def test_no_other_address_is_a_way_back(address):
    assert way_back(address) == ""


def test_an_address_keeps_the_way_back_before_its_fragment():
    assert keep_way_back("/panduan/a/?selesai=1#selesai", ATTEMPT) == f"/panduan/a/?selesai=1&dari={ATTEMPT}#selesai"
    assert keep_way_back("/panduan/a/#x", "") == "/panduan/a/#x"


@pytest.mark.django_db
def test_a_step_that_was_opened_from_practice_leads_back_to_it(client):
    make_guide()

    html = client.get(f"{STEP}?dari={SCREEN}").text

    assert f'href="{SCREEN}"' in html
    assert BACK in html
    assert f'href="/panduan/contoh/langkah/2/?dari={SCREEN}"' in html


@pytest.mark.django_db
def test_a_step_that_was_opened_from_elsewhere_leads_nowhere_back(client):
    make_guide()

    assert BACK not in client.get(STEP).text
    assert BACK not in client.get(f"{STEP}?dari=https://oss-palsu.example/").text


@pytest.mark.django_db
@pytest.mark.parametrize("mark", ["sudah", "bingung"])
def test_a_mark_keeps_the_way_back(client, mark):
    make_guide()

    response = client.post(MARK, {"tanda": mark, "dari": SCREEN}, follow=True)

    assert BACK in response.text


@pytest.mark.django_db
def test_a_reason_keeps_the_way_back_and_so_do_the_forms(client):
    make_guide()
    field = f'<input type="hidden" name="dari" value="{SCREEN}">'

    page = client.post(MARK, {"alasan": "tulisan-berbeda", "dari": SCREEN}, follow=True).text
    reasons = client.post(MARK, {"tanda": "bingung", "dari": SCREEN}, headers=HTMX).text

    assert BACK in page
    assert field in page
    assert field in reasons


@pytest.mark.django_db
def test_under_htmx_the_next_step_keeps_the_way_back_in_its_address(client):
    make_guide()

    response = client.post(MARK, {"tanda": "sudah", "dari": SCREEN}, headers=HTMX)

    assert BACK in response.text
    assert response["HX-Push-Url"] == f"/panduan/contoh/langkah/2/?dari={SCREEN}"


@pytest.mark.django_db
def test_after_the_last_step_the_guide_leads_back(client):
    make_guide("Satu")

    page = client.post(MARK, {"tanda": "sudah", "dari": SCREEN}, follow=True)

    assert page.request["PATH_INFO"] == "/panduan/contoh/"
    assert f'href="{SCREEN}"' in page.text


@pytest.mark.django_db
def test_a_forged_way_back_in_a_form_is_forgotten(client):
    make_guide()

    response = client.post(MARK, {"tanda": "sudah", "dari": "//oss-palsu.example/"})

    assert response["Location"] == "/panduan/contoh/langkah/2/"
