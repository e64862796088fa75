import re
from dataclasses import replace

import pytest
import segno
from django.utils import timezone

from sandbox import attempts
from sandbox.domain import vocabulary
from sandbox.letter_texts import FAMILIES, OPENINGS
from sandbox.letters import letters_of, verify_address
from sandbox.models import Attempt
from sandbox.pdf import letter_pdf
from sandbox.qr import qr_svg
from sandbox.work import open_work
from tests.factories import a_fault, make_attempt, right_answers, sign_in_learner
from tests.pdf_text import pages_of
from tests.sandbox.practising import finish, papers_flow

pytestmark = pytest.mark.django_db

MARKUP = '#strong[x] $a$ <b>y</b> \\ "z" {{ 1 }}'


def _finished(client, **answers):
    attempt = make_attempt(learner=sign_in_learner(client), document=papers_flow(), faults="tanpa")
    return finish(attempt, **answers)


def _url(attempt, paper):
    return f"/latihan/coba/{attempt.pk}/surat/{paper}"


def _titles(attempt):
    return [letter.title for letter in letters_of(open_work(attempt))]


def test_only_papers_whose_condition_holds_are_issued():
    with_business = finish(make_attempt(document=papers_flow(), faults="tanpa"))
    without = finish(make_attempt(document=papers_flow(), faults="tanpa"), daftar={"punya_usaha": "belum"})

    assert _titles(with_business) == ["Nomor Induk Berusaha", "SPPL contoh"]
    assert _titles(without) == ["Nomor Induk Berusaha", "Izin contoh"]


@pytest.mark.parametrize(
    ("capital", "status"), [("25.000.000", "berlaku"), ("1.000.000.000", "diperiksa dulu")], ids=["usual", "large"]
)
def test_the_first_status_whose_condition_holds_stands_on_the_paper(capital, status):
    document = papers_flow()
    document["screens"][1]["fields"][0]["rules"] = []
    attempt = finish(make_attempt(document=document, faults="tanpa"), modal={"modal": capital})

    paper = letters_of(open_work(attempt))[1]

    assert paper.status == status


def test_every_kind_of_paper_has_a_family_and_an_opening():
    assert set(FAMILIES) == set(OPENINGS) == set(vocabulary.DOCUMENT_KINDS)


def test_a_paper_shows_its_data_and_that_it_is_worth_nothing(client):
    attempt = _finished(client, modal={"nama_usaha": "Warung Melati"})

    nib = client.get(_url(attempt, "nib/")).text
    sppl = client.get(_url(attempt, "sppl/")).text

    assert "0000 0000 00000" in nib
    assert "Rp25.000.000" in nib
    assert "Warung Melati" in sppl
    assert "Saya mengelola sampah." in sppl
    for page in (nib, sppl):
        assert "SURAT CONTOH – LATIHAN" in page
        assert "CONTOH – tidak ditandatangani" in page
        assert "bukan oss.go.id" in page
        assert 'class="cap"' in page  # the watermark lies in an SVG, so that it prints


def test_the_size_that_the_page_names_is_the_size_of_the_file(client):
    attempt = _finished(client)

    named = int(re.search(r"PDF \((\d+) KB\)", client.get(_url(attempt, "nib/")).text)[1])
    file = client.get(_url(attempt, "nib.pdf"))

    assert named == round(len(file.content) / 1000)


def test_a_file_says_by_its_name_that_it_is_an_example(client):
    attempt = _finished(client)

    response = client.get(_url(attempt, "sppl.pdf"))

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="contoh-sppl-latihan.pdf"'
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("paper", ["nib.pdf", "sppl.pdf"])
def test_every_page_of_a_file_says_that_it_is_an_example_in_words_that_are_copied_along(client, paper):
    attempt = _finished(client)

    pages = pages_of(client.get(_url(attempt, paper)).content)

    assert pages
    for page in pages:
        assert page.count("CONTOH – LATIHAN") >= 4  # three times behind the text, once at the foot
        assert "LATIHAN, bukan surat asli. Ini bukan dari oss.go.id." in page


def test_a_file_is_tagged_and_has_a_language_and_a_title(client):
    attempt = _finished(client)

    content = client.get(_url(attempt, "nib.pdf")).content

    assert b"/Lang(id" in content.replace(b" ", b"")
    assert b"/MarkInfo" in content
    assert b"/StructTreeRoot" in content
    assert b"Contoh latihan: Nomor Induk Berusaha" in content
    assert b"pdfuaid" in content


def test_what_looks_like_markup_is_shown_as_it_was_typed(client):
    attempt = _finished(client, modal={"nama_usaha": MARKUP})

    page = client.get(_url(attempt, "nib/")).text
    text = "".join(pages_of(client.get(_url(attempt, "nib.pdf")).content)).replace("\n", "")

    assert "<b>y</b>" not in page
    assert "&lt;b&gt;y&lt;/b&gt;" in page
    assert MARKUP in text


def test_signs_of_indonesian_are_printed(client):
    attempt = _finished(client, modal={"nama_usaha": "“Bu Sari” é ½ m² – Rp5,-"})

    text = "\n".join(pages_of(client.get(_url(attempt, "nib.pdf")).content))

    assert "“Bu Sari” é ½ m² – Rp5,-" in text


@pytest.mark.parametrize(
    "name",
    ["Warung 🍜", "ꦮꦫꦸꦁ", "食堂", "مطعم", "a\u200db\u202ec", "x" * 5000, "kata " * 2000, "baris\nbaru"],
    ids=["emoji", "javanese", "chinese", "arabic", "invisible", "one-word", "many-words", "two-lines"],
)
def test_no_text_keeps_a_file_from_being_made(client, name):
    attempt = _finished(client)
    nib = letters_of(open_work(attempt))[0]

    content = letter_pdf(replace(nib, rows=(("Nama usaha", name),)))

    assert content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in content
    assert "CONTOH – LATIHAN" in pages_of(content)[-1]


def test_half_a_pair_of_characters_keeps_no_file_from_being_made(client):
    nib = letters_of(open_work(_finished(client)))[0]

    assert letter_pdf(replace(nib, rows=(("Nama usaha", "a\ud800b\0"),))).startswith(b"%PDF")


def test_the_code_leads_to_our_own_page_and_tells_nothing_of_the_learner(client, settings):
    settings.SITE_URL = "https://tuntun.example/"
    attempt = _finished(client)

    page = client.get(_url(attempt, "nib/")).text

    assert verify_address() == "https://tuntun.example/latihan/surat-contoh/"
    drawn = segno.make("https://tuntun.example/latihan/surat-contoh/", error="m", micro=False)
    assert re.search(r' d="[^"]+"', drawn.svg_inline(scale=4, border=4))[0] in page


def test_a_short_text_does_not_become_a_micro_code():
    svg = qr_svg("ABC123", title="Kode")

    assert 'width="116"' in svg  # 21 modules and twice 4 of margin, 4 pixels each; a micro code has 13 to 17
    assert "<title>Kode</title>" in svg


def test_the_page_behind_the_code_is_open_to_everybody(client):
    response = client.get("/latihan/surat-contoh/")

    assert response.status_code == 200
    assert "Ini surat contoh. Bukan NIB." in response.text
    assert "Begini memeriksa NIB asli" in response.text
    assert not response.cookies


@pytest.mark.parametrize("paper", ["izin/", "izin.pdf", "tidak-ada/", "tidak-ada.pdf"])
def test_a_paper_that_was_not_issued_is_not_found(client, paper):
    attempt = _finished(client)

    assert client.get(_url(attempt, paper)).status_code == 404


@pytest.mark.parametrize("paper", ["nib/", "nib.pdf"])
def test_a_paper_of_somebody_else_is_not_found(client, paper):
    attempt = finish(make_attempt(document=papers_flow(), faults="tanpa"))
    sign_in_learner(client)

    assert client.get(_url(attempt, paper)).status_code == 404


def test_without_a_cookie_a_page_says_what_is_missing(client):
    attempt = finish(make_attempt(document=papers_flow(), faults="tanpa"))

    response = client.get(_url(attempt, "nib.pdf"))

    assert response.status_code == 404
    assert "tidak ditemukan di HP ini" in response.text


@pytest.mark.parametrize("paper", ["nib/", "nib.pdf", "tidak-ada/"])
def test_before_the_end_a_paper_leads_back_to_where_the_attempt_stands(client, paper):
    attempt = make_attempt(learner=sign_in_learner(client), document=papers_flow())

    response = client.get(_url(attempt, paper))

    assert response.status_code == 302
    assert response["Location"] == f"/latihan/coba/{attempt.pk}/daftar/?pesan=surat"


def test_a_last_fault_that_stands_in_the_way_keeps_the_papers_back(client):
    document = papers_flow(a_fault("double-send", "terbit"))
    attempt = make_attempt(learner=sign_in_learner(client), document=document, faults="semua")
    for screen in ("daftar", "modal", "terbit"):
        attempts.submit(attempt, screen, right_answers(attempt, screen))

    response = client.get(_url(attempt, "nib/"))

    assert response.status_code == 302


def test_an_attempt_whose_values_were_erased_has_no_papers(client):
    attempt = _finished(client)
    Attempt.objects.filter(pk=attempt.pk).update(erased_at=timezone.now())

    response = client.get(_url(attempt, "nib.pdf"))

    assert response.status_code == 302
    assert response["Location"] == attempt.get_absolute_url()


def test_a_paper_takes_few_queries(client, django_assert_max_num_queries):
    attempt = _finished(client)

    with django_assert_max_num_queries(8):
        client.get(_url(attempt, "nib.pdf"))
