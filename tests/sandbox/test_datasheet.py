import pytest
from django.utils import timezone

from sandbox import attempts
from sandbox.models import Attempt
from tests.factories import make_attempt, right_answers, sign_in_learner
from tests.pdf_text import pages_of
from tests.sandbox.practising import finish, own_business_flow, papers_flow

pytestmark = pytest.mark.django_db

PERSONAS_NIK = "9901015210840001"


@pytest.fixture
def attempt(client):
    """An attempt with the learner's own business, at its first screen."""
    return make_attempt(learner=sign_in_learner(client), document=own_business_flow(), faults="tanpa")


def _url(attempt, ending="/"):
    return f"/latihan/coba/{attempt.pk}/lembar-data{ending}"


def _text(response):
    return "\n".join(pages_of(response.content))


def test_own_values_stand_on_the_sheet_and_the_identity_does_not(client, attempt):
    finish(attempt, modal={"modal": "31.000.000", "nama_usaha": "Bengkel Jaya"})

    page, file = client.get(_url(attempt)), client.get(_url(attempt, ".pdf"))

    for text in (page.text, _text(file)):
        assert "Rp31.000.000" in text
        assert "tiga puluh satu juta rupiah" in text
        assert "Bengkel Jaya" in text
        assert PERSONAS_NIK not in text
    assert "kosong, tulis sendiri" in page.text
    assert file["Content-Disposition"] == 'inline; filename="lembar-data-oss.pdf"'
    assert "private" in file["Cache-Control"]


def test_before_the_end_the_rest_is_blank(client, attempt):
    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))

    page = client.get(_url(attempt))

    assert page.status_code == 200
    assert "Latihan Anda belum selesai." in page.text
    assert "Modal usaha" in page.text
    assert "Rp" not in page.text.replace("Rupiah", "")


def test_a_persona_gets_the_empty_sheet(client):
    attempt = make_attempt(learner=sign_in_learner(client), document=papers_flow())

    assert client.get(_url(attempt))["Location"] == "/latihan/alur-uji/lembar-kosong/"
    assert client.get(_url(attempt, ".pdf"))["Location"] == "/latihan/alur-uji/lembar-kosong.pdf"


def test_anybody_may_print_an_empty_sheet(client):
    make_attempt(document=papers_flow())

    page, file = client.get("/latihan/alur-uji/lembar-kosong/"), client.get("/latihan/alur-uji/lembar-kosong.pdf")

    assert "Lembar data untuk OSS" in page.text
    assert "Modal usaha" in _text(file)
    assert "25.000.000" not in page.text + _text(file)
    assert PERSONAS_NIK not in page.text + _text(file)
    assert not page.cookies


@pytest.mark.parametrize("ending", ["/", ".pdf"])
def test_a_sheet_of_somebody_else_or_of_no_flow_is_not_found(client, ending):
    attempt = make_attempt(document=own_business_flow())
    sign_in_learner(client)

    assert client.get(_url(attempt, ending)).status_code == 404
    assert client.get(f"/latihan/tidak-ada/lembar-kosong{ending}").status_code == 404


@pytest.mark.parametrize("ending", ["/", ".pdf"])
def test_without_a_cookie_there_is_no_sheet(client, ending):
    attempt = make_attempt(document=own_business_flow())

    assert client.get(_url(attempt, ending)).status_code == 404


@pytest.mark.parametrize("ending", ["/", ".pdf"])
def test_erased_values_leave_no_sheet(client, attempt, ending):
    Attempt.objects.filter(pk=attempt.pk).update(erased_at=timezone.now())

    assert client.get(_url(attempt, ending))["Location"] == attempt.get_absolute_url()


def test_a_sheet_warns_about_what_never_belongs_on_paper(client, attempt):
    page = client.get(_url(attempt)).text

    assert "Jangan tulis kata sandi atau kode OTP di lembar ini." in page
    assert "Tidak ditulis di sini" not in page  # this flow asks for no password
    assert "kami hapus 30 hari" in page


def test_markup_in_a_value_stays_text(client, attempt):
    finish(attempt, modal={"nama_usaha": "#pagebreak() <i>x</i>"})

    page, text = client.get(_url(attempt)).text, _text(client.get(_url(attempt, ".pdf")))

    assert "<i>x</i>" not in page
    assert "#pagebreak() <i>x</i>" in text
