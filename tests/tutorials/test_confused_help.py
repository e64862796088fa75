""" "Saya bingung": besides advice, what else may show at this step, and the office that can be asked."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from wagtail.models import Site

from tests.tutorials.factories import make_guide, make_step
from tutorials.models import ErrorSnippet, OfficeContact

pytestmark = pytest.mark.django_db

STEP = "/panduan/contoh/langkah/1/"
HTMX = {"HX-Request": "true"}


def name_office(**fields):
    site = Site.objects.get()
    OfficeContact.objects.create(site=site, **{"name": "DPMPTSP Samarinda", "whatsapp": "6281200000000", **fields})


def chat_of(html):
    """The number and the message of the link to the office's chat."""
    link = re.search(r'href="(https://wa\.me/[^"]+)"', html)
    if link is None:
        return None
    address = urlsplit(link.group(1))
    return address.path, parse_qs(address.query)["text"]


def test_the_office_can_be_asked_with_a_message_that_says_only_where(client):
    make_guide(make_step("Isi NIK", practice="alur-uji:daftar"))
    name_office(hours="Senin sampai Jumat")

    html = client.get(f"{STEP}?alasan=tombol-tidak-ketemu").text

    assert chat_of(html) == (
        "/6281200000000",
        ["Saya belajar di Tuntun, panduan “Panduan contoh”, langkah 1: Isi NIK. Saya bingung: Tombolnya tidak ketemu."],
    )
    assert "Tanya DPMPTSP Samarinda lewat WhatsApp" in html
    assert "Senin sampai Jumat" in html


def test_the_office_can_be_asked_before_a_reason_is_chosen(client):
    make_guide(make_step("Isi NIK"))
    name_office()

    _, messages = chat_of(client.get(f"{STEP}?bingung=1").text)

    assert messages == ["Saya belajar di Tuntun, panduan “Panduan contoh”, langkah 1: Isi NIK. Saya bingung."]


@pytest.mark.parametrize("whatsapp", [None, ""], ids=["no office", "an office without a number"])
def test_without_a_number_there_is_no_link_and_nothing_is_stored(client, whatsapp):
    make_guide(make_step("Isi NIK"))
    if whatsapp is not None:
        name_office(whatsapp=whatsapp)
    before = OfficeContact.objects.count()

    html = client.get(f"{STEP}?bingung=1").text

    assert "wa.me" not in html
    assert OfficeContact.objects.count() == before


def test_nobody_is_sent_to_the_office_unasked(client):
    make_guide(make_step("Isi NIK"))
    name_office()

    assert "wa.me" not in client.get(STEP).text


@pytest.mark.parametrize("form", [{"tanda": "bingung"}, {"alasan": "oss-error"}], ids=["asked", "reason chosen"])
def test_the_answer_holds_what_else_may_show_at_the_step(client, form):
    ErrorSnippet.objects.create(
        code="nik-taken", wording="NIK sudah terdaftar", cause="Sudah ada akun.", what_to_do="1. Masuk saja."
    )
    make_guide(make_step("Isi NIK", errors=["nik-taken"]))

    html = client.post(f"{STEP}tanda/", {"langkah": "isi-nik", **form}, headers=HTMX).text

    assert "NIK sudah terdaftar" in html
    assert "Sudah ada akun." in html
    assert "<li>Masuk saja.</li>" in html


def test_other_steps_keep_their_errors_to_themselves(client):
    ErrorSnippet.objects.create(code="nik-taken", wording="NIK sudah terdaftar", cause="Ada.", what_to_do="Masuk.")
    make_guide("Satu", make_step("Dua", errors=["nik-taken"]))

    assert "NIK sudah terdaftar" not in client.get(f"{STEP}?bingung=1").text
