"""What is refused before a view sees it, and how little of it stays: uploads, staff's forms, made-up headers, logs."""

import logging
import sys

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from learning.redaction import NoTraceOfRefusals, RedactLongNumbers
from sandbox.catalogue import publish
from tests.factories import make_attempt, sign_in_learner, small_flow
from tests.tutorials.factories import MP4, make_guide, make_image

pytestmark = pytest.mark.django_db

REAL_NIK = "3273015210840001"
REFUSED = "Kiriman tadi memuat nomor seperti NIK"


@pytest.fixture
def staff(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def _picture(name="layar.png"):
    with make_image().file.open() as file:
        return SimpleUploadedFile(name, file.read(), "image/png")


@pytest.mark.parametrize(
    "address",
    ["/?q=%2533273015210840001", "/?q=3273%252B0152%252B1084%252B0001", "/panduan/%2533273015210840001/"],
    ids=["a digit", "the spaces", "path"],
)
def test_a_number_that_was_encoded_twice_is_still_seen(client, address):
    assert client.get(address)["Location"] == "/bukan-nomor-asli/"


@pytest.mark.parametrize("header", ["Origin", "Referer"])
def test_a_post_from_what_is_no_address_is_refused(client, header):
    publish(small_flow())

    response = client.post(
        "/latihan/alur-uji/", {"persona": "sembako", "mode": "latihan"}, headers={header: "http://["}
    )

    assert response.status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        {"data": "a=1", "content_type": "application/x-www-form-urlencoded; charset=utf-7"},
        {"data": "a=1", "content_type": "multipart/form-data"},
        {"data": "a=" + "x" * 15_000_000, "content_type": "application/x-www-form-urlencoded"},
        {"data": "a=1&" * 5001, "content_type": "application/x-www-form-urlencoded"},
    ],
    ids=["charset", "no boundary", "15 MB", "5001 fields"],
)
@pytest.mark.parametrize("address", ["/latihan/alur-uji/", "/tema/", "/admin/login/"])
def test_a_form_that_cannot_be_read_is_said_so_also_to_who_has_a_token(client, address, body):
    publish(small_flow())
    client.handler.enforce_csrf_checks = True
    client.get("/admin/login/")

    response = client.post(address, **body)

    assert response.status_code == 400
    assert "Kiriman tadi tidak terbaca" in response.text


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"title": f"KTP {REAL_NIK}"}, "layar.png"),
        ({"title": "KTP", "description": "NIK 3273 0152 1084 0001"}, "layar.png"),
        ({"title": "KTP", "tags": REAL_NIK}, "layar.png"),
        ({"title": "KTP"}, f"{REAL_NIK}.png"),
    ],
    ids=["title", "description", "tags", "file name"],
)
def test_a_real_looking_nik_with_a_picture_is_refused_and_not_kept(staff, fields, name):
    picture = _picture(name)

    response = staff.post("/admin/images/add/", {**fields, "file": picture})

    assert response.status_code == 400
    assert REFUSED in response.text
    assert get_image_model().objects.count() == 1  # the one that the upload was made from


def test_among_many_uploads_the_refused_one_says_why_beside_itself(staff):
    response = staff.post("/admin/images/multiple/add/", {"title": REAL_NIK, "files[]": _picture()})

    assert response.json()["success"] is False
    assert "16 angka yang mirip NIK asli" in response.json()["error_message"]
    assert get_image_model().objects.count() == 1


def test_the_cms_may_show_a_page_beside_its_form(staff):
    guide = make_guide("Satu")

    response = staff.get(f"/admin/pages/{guide.pk}/edit/preview/", {"mode": "1"})

    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_a_real_looking_nik_in_an_account_is_refused(staff):
    response = staff.post("/admin/users/new/", {"username": REAL_NIK, "password1": "Teh-Manis27"})

    assert REFUSED in response.text
    assert not get_user_model().objects.filter(username=REAL_NIK).exists()


def test_a_picture_without_such_a_number_is_kept(staff):
    response = staff.post("/admin/images/add/", {"title": "Layar 9901015210840001", "file": _picture()})

    assert response.status_code == 302
    assert get_image_model().objects.filter(title="Layar 9901015210840001").exists()


@pytest.mark.parametrize("name", ["halaman.html", "skrip.js", "gambar.svg", "program.exe"])
def test_a_document_that_could_act_on_its_own_is_refused(staff, name):
    file = SimpleUploadedFile(name, b"<script>alert(1)</script>")

    response = staff.post("/admin/documents/add/", {"title": "Berkas", "file": file})

    assert response.status_code == 200
    assert not get_document_model().objects.exists()


def test_a_video_is_taken(staff):
    response = staff.post("/admin/documents/add/", {"title": "Film", "file": SimpleUploadedFile("film.mp4", MP4)})

    assert response.status_code == 302


def test_a_file_in_a_public_form_is_not_taken(client):
    attempt = make_attempt(learner=sign_in_learner(client))
    file = SimpleUploadedFile("ktp.jpg", b"besar" * 1000)

    response = client.post(f"/latihan/coba/{attempt.pk}/daftar/", {"nik": "17", "ktp": file})

    assert 'value="17"' in response.text
    assert not response.wsgi_request.FILES


def test_a_file_of_somebody_who_is_not_signed_in_is_not_read_by_the_admin_either(client):
    response = client.post("/admin/images/add/", {"title": "x", "file": _picture()})

    assert response.status_code == 302
    assert not response.wsgi_request.FILES


def test_the_address_of_the_look_opened_by_itself_leads_home(client):
    response = client.get("/tema/")

    assert response["Location"] == "/"
    assert not response.cookies


@pytest.mark.parametrize("address", ["/latihan/", "/admin/login/", "/saya/", "/tidak-ada/"])
def test_every_page_tells_the_browser_what_it_may_not_do(client, address):
    response = client.get(address)

    assert "geolocation=()" in response["Permissions-Policy"]
    assert "frame-ancestors" in response["Content-Security-Policy"]


def test_a_fragment_carries_no_policy_that_its_page_has_already(client):
    attempt = make_attempt(learner=sign_in_learner(client))

    response = client.post(f"/latihan/coba/{attempt.pk}/daftar/", {}, headers={"HX-Request": "true"})

    assert "<html" not in response.text
    assert "Permissions-Policy" not in response


@override_settings(SECURE_SSL_REDIRECT=True)
def test_only_the_health_check_answers_without_https(client):
    assert client.get("/latihan/").status_code == 301
    assert client.get("/healthz").status_code == 200


def _record(name, level, error):
    try:
        raise error
    except type(error):
        return logging.LogRecord(name, level, "", 0, "Gagal", (), sys.exc_info())


def test_the_stack_in_a_log_loses_a_real_looking_nik():
    record = _record("django.request", logging.ERROR, ValueError(f"not a number: '{REAL_NIK}'"))

    RedactLongNumbers().filter(record)

    line = logging.Formatter().format(record)
    assert "not a number: '[nomor dihapus]'" in line
    assert REAL_NIK not in line


@pytest.mark.parametrize(
    ("name", "level", "traced"),
    [
        ("django.security.DisallowedHost", logging.ERROR, False),
        ("django.request", logging.WARNING, False),
        ("django.request", logging.ERROR, True),
        ("learning", logging.WARNING, True),
    ],
)
def test_only_what_went_wrong_here_is_logged_with_its_stack(name, level, traced):
    record = _record(name, level, BadRequest("bukan UTF-8"))

    NoTraceOfRefusals().filter(record)

    assert ("Traceback" in logging.Formatter().format(record)) is traced
