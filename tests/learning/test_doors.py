"""What stands before every page: the guard, the Origin check, the learner's cookie, the theme, the health check."""

import logging

import pytest

from learning.models import Learner
from learning.redaction import RedactLongNumbers
from sandbox.catalogue import publish
from tests.factories import sign_in_learner, small_flow

pytestmark = pytest.mark.django_db

START = "/latihan/alur-uji/"
CHOICE = {"persona": "sembako", "mode": "latihan"}


@pytest.fixture(autouse=True)
def flow():
    publish(small_flow())


@pytest.mark.parametrize(
    "address",
    [
        "/?q=3273015210840001",
        "/latihan/?q=3273+0152+1084+0001",
        "/latihan/?q=3273%200152%201084%200001",
        "/admin/?q=3273.0152.1084.0001",
        "/panduan/3273015210840001/",
    ],
)
def test_an_address_with_a_real_looking_nik_leads_to_a_clean_one(client, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"] == "/bukan-nomor-asli/"
    assert response["Referrer-Policy"] == "no-referrer"


def test_the_clean_address_explains(client):
    response = client.get("/bukan-nomor-asli/")

    assert response.status_code == 200
    assert "NIK" in response.text


def test_a_practice_number_in_an_address_is_let_through(client):
    assert client.get("/latihan/?q=9901015210840001").status_code == 200


def test_a_log_line_loses_a_real_looking_nik():
    record = logging.LogRecord("django", logging.INFO, "", 0, "GET %s", ("/?q=3273015210840001",), None)

    RedactLongNumbers().filter(record)

    assert record.getMessage() == "GET /?q=[nomor dihapus]"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://testserver"},
        {"Referer": "http://testserver/latihan/"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {},
    ],
    ids=["origin", "referer", "fetch-site", "nothing"],
)
def test_a_post_from_our_own_page_is_taken(client, headers):
    assert client.post(START, CHOICE, headers=headers).status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://jahat.example"},
        {"Origin": "null"},
        {"Referer": "https://jahat.example/testserver"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver.jahat.example"},
        {"Origin": "https://testserver"},
    ],
)
def test_a_post_from_another_site_is_refused_and_makes_nobody(client, headers):
    response = client.post(START, CHOICE, headers=headers)

    assert response.status_code == 403
    assert not Learner.objects.exists()


def test_the_admin_still_wants_its_token(client):
    client.handler.enforce_csrf_checks = True

    assert client.post("/admin/login/", {"username": "a", "password": "b"}).status_code == 403


def test_the_same_cookie_is_the_same_learner(client):
    client.post(START, CHOICE)
    client.post(START, CHOICE)

    assert Learner.objects.count() == 1


def test_a_cookie_that_was_tampered_with_is_nobody(client):
    sign_in_learner(client)
    client.cookies["belajar"] = client.cookies["belajar"].value[:-1] + "x"

    client.post(START, CHOICE)

    assert Learner.objects.count() == 2


def test_of_the_secret_in_the_cookie_only_its_hash_is_kept(client):
    client.post(START, CHOICE)

    secret = client.cookies["belajar"].value.split(":")[0]
    assert len(secret) == 43  # 256 bits in base64
    assert secret not in str(Learner.objects.values().get())


@pytest.mark.parametrize(
    ("page", "leads_to"),
    [
        (
            "http://testserver/panduan/contoh/langkah/2/?bingung=1",
            "http://testserver/panduan/contoh/langkah/2/?bingung=1",
        ),
        ("http://testserver//jahat.example/", "http://testserver//jahat.example/"),
        ("https://jahat.example/", "/"),
        ("http://testserver.jahat.example/", "/"),
        ("//jahat.example", "/"),
        ("/\\jahat.example", "/"),
        ("javascript:alert(1)", "/"),
        ("http://[", "/"),
        ("", "/"),
    ],
)
def test_choosing_a_theme_leads_back_to_the_page_and_never_elsewhere(client, page, leads_to):
    headers = {"Referer": page, "Sec-Fetch-Site": "same-origin"}

    response = client.post("/tema/", {"tema": "gelap"}, headers=headers)

    assert response["Location"] == leads_to
    assert client.cookies["tema"].value == "gelap"


def test_the_chosen_theme_stands_on_the_page(client):
    client.post("/tema/", {"tema": "kontras"})

    assert 'data-tema="kontras"' in client.get("/latihan/").text


def test_an_unknown_theme_is_none(client):
    client.post("/tema/", {"tema": "<script>"})

    assert "data-tema" not in client.get("/latihan/").text


def test_the_health_check_answers_while_the_database_does(client):
    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"ok": True, "database": "up"}


@pytest.mark.parametrize("slash", ["/", "%2F"])
def test_the_address_of_an_attempt_in_a_query_is_no_nik(client, slash):
    """This UUID holds 16 digits in a row, as one in 235 does."""
    back = "/latihan/coba/412ab443-602f-4626-8367-51440485d7f2/daftar/".replace("/", slash)

    assert client.get(f"/latihan/?dari={back}").status_code == 200


def test_a_nik_beside_the_address_of_an_attempt_is_seen(client):
    back = "/latihan/coba/412ab443-602f-4626-8367-51440485d7f2/"

    assert client.get(f"/latihan/?dari={back}&q=3174012345678901").status_code == 302
