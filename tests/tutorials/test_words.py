"""The shared list of errors and the glossary: on pages, in practice, and in memory."""

import re

import pytest
from django.template import Context, Template

from sandbox.catalogue import publish
from tests.factories import a_fault, faulty_flow, make_attempt, sign_in_learner
from tests.tutorials.factories import make_guide, make_image, make_step
from tutorials import words
from tutorials.models import ErrorSnippet, GlossaryTerm

pytestmark = pytest.mark.django_db

TOLD = "{% load words %}{% with_terms step as told %}{{ told.body }}{{ told.expect }}"
TERMS = '{% include "tutorials/_terms.html" %}'
ERRORS = '{% include "tutorials/_errors.html" %}'


def make_error(code="nik-taken", **fields):
    texts = {"wording": f"Tulisan {code}", "cause": "Sebabnya ini.", "what_to_do": "1. Tunggu."}
    return ErrorSnippet.objects.create(code=code, **{**texts, **fields})


def make_term(term="NIB", **fields):
    return GlossaryTerm.objects.create(term=term, **{"meaning": f"Arti {term}.", **fields})


def draw(template, **context):
    return Template(template).render(Context(context))


def numbered_step(**fields):
    return make_guide(make_step(**fields)).numbered_steps()[0]


def test_the_first_place_of_a_word_leads_to_its_meaning_and_the_meaning_leads_back():
    make_term("NIB", meaning="Nomor **usaha**.", example="Warung punya NIB.")
    step = numbered_step(body="Satu NIB cukup. NIB gratis.", expect="NIB terbit.")

    html = draw(TOLD + TERMS, step=step)

    assert html.count('<a id="asal-nib" href="#istilah-nib">NIB</a>') == 1
    assert 'id="istilah-nib"' in html
    assert "<p>Nomor <strong>usaha</strong>.</p>" in html
    assert "Warung punya NIB." in html
    assert '<a class="tb" href="#asal-nib">Tutup</a>' in html


def test_a_word_of_the_expected_result_is_a_link_where_the_body_has_none():
    make_term("NIB")
    step = numbered_step(body="Tekan **Terbitkan**.", expect="NIB terbit & tampil.\nLihat.")

    html = draw(TOLD, step=step)

    assert '<a id="asal-nib" href="#istilah-nib">NIB</a> terbit &amp; tampil.<br>Lihat.' in html


def test_body_and_expected_result_together_hold_at_most_six_links():
    for number in range(8):
        make_term(f"kata{number}")
    step = numbered_step(body="kata0 kata1 kata2 kata3", expect="kata4 kata5 kata6 kata7")

    html = draw(TOLD, step=step)

    assert re.findall(r'href="#istilah-(\w+)"', html) == ["kata0", "kata1", "kata2", "kata3", "kata4", "kata5"]


def test_words_of_the_folded_text_are_links_where_a_page_shows_it():
    make_term("NIB")
    make_term("KK")
    step = numbered_step(body="NIB dulu.", more="NIB dan KK.")

    shown = draw(TOLD + "{{ told.more }}" + TERMS, step=step)
    left_out = draw(TOLD + TERMS, step=step)

    assert '<p>NIB dan <a id="asal-kk" href="#istilah-kk">KK</a>.</p>' in shown
    assert 'id="istilah-kk"' in shown
    assert "istilah-kk" not in left_out


def test_on_a_page_with_several_steps_a_word_is_a_link_once_and_explained_once():
    make_term("NIB")
    make_term("KK")
    first, second = make_guide(make_step(body="NIB dulu."), make_step(body="NIB dan KK.")).numbered_steps()

    html = draw(TOLD + "{% with_terms other as told %}{{ told.body }}" + TERMS, step=first, other=second)

    assert html.count('id="asal-nib"') == html.count('id="istilah-nib"') == 1
    assert html.count('id="asal-kk"') == html.count('id="istilah-kk"') == 1


def test_a_page_without_known_words_shows_no_explanations():
    step = numbered_step(body="Tekan tombolnya.")

    assert "istilah-" not in draw(TOLD + TERMS, step=step)


def test_a_step_shows_what_its_author_chose_then_the_faults_that_it_explains_each_once():
    make_error("nik-taken", wording="NIK sudah terdaftar")
    make_error("required", also_codes="required.own", wording="Wajib diisi")
    make_error("captcha")
    step = numbered_step(errors=["required.own", "gone", "nik-taken", "required"], faults=["nik-taken", "captcha"])

    assert [entry.code for entry in words.errors_of(step)] == ["required", "nik-taken", "captcha"]


def test_an_error_tells_wording_cause_what_to_do_when_to_wait_and_its_source():
    make_error(
        "nik-taken",
        wording="NIK <sudah> terdaftar",
        cause="Sudah **pernah**.",
        what_to_do="1. Masuk.\n2. Tunggu.",
        when_to_wait="Ya, 10 menit.",
        source="Panduan uji",
        checked_on="2026-11-25",
    )
    step = numbered_step(errors=["nik-taken"])

    html = draw(ERRORS, step=step)

    assert "Kalau yang muncul ini</h2>" in html
    assert "<q>NIK &lt;sudah&gt; terdaftar</q>" in html
    assert "<p>Sudah <strong>pernah</strong>.</p>" in html
    assert "<li>Masuk.</li>" in html
    assert "Ya, 10 menit." in html
    assert "Sumber: Panduan uji, diperiksa 25 November 2026" in html


def test_the_heading_of_errors_takes_the_level_of_its_page():
    make_error("nik-taken")
    step = numbered_step(errors=["nik-taken"])

    html = draw('{% include "tutorials/_errors.html" with level=3 %}', step=step)

    assert "Kalau yang muncul ini</h3>" in html


def test_a_step_without_errors_shows_no_heading():
    make_error("nik-taken")

    step = numbered_step(errors=["gone"])

    html = draw(ERRORS, step=step)

    assert "Kalau yang muncul ini" not in html


def test_an_error_can_be_met_in_practice_unless_the_step_invites_to_it_already():
    publish(faulty_flow(a_fault("hang", "modal")))
    make_error("macet", also_codes="hang")
    address = "/latihan/alur-uji/?layar=modal&amp;gangguan=hang"
    invited, inviting = make_guide(
        make_step(errors=["macet"]), make_step(errors=["macet"], faults=["hang"])
    ).steps.all()

    assert address in draw(ERRORS, step=invited)
    assert address not in draw(ERRORS, step=inviting)


def open_fault(client):
    """The page of a fault of practice that strikes when its screen is reached."""
    learner = sign_in_learner(client)
    document = faulty_flow(a_fault("blank", "modal"))
    attempt = make_attempt(learner=learner, document=document, screen="modal", faults="blank")
    return client.get(attempt.get_absolute_url()).text


def test_a_fault_of_practice_shows_the_same_entry_where_no_guide_explains_it(client):
    make_error("blank", cause="Kirimannya sedang diproses.")

    html = open_fault(client)

    assert "Kirimannya sedang diproses." in html
    assert "Coba di latihan" not in html


def test_a_fault_of_practice_leads_to_the_guide_step_where_there_is_one(client):
    make_error("blank", cause="Kirimannya sedang diproses.")
    make_guide(make_step("Tunggu layar", faults=["blank"]))

    html = open_fault(client)

    assert "Baca panduannya: <b>Tunggu layar</b>" in html
    assert "Kirimannya sedang diproses." not in html


def test_the_picture_of_an_error_is_loaded_when_it_is_opened():
    make_error("nik-taken", image=make_image(), image_alt="Tulisan merah di bawah kotak NIK")

    html = draw(ERRORS, step=numbered_step(errors=["nik-taken"]))

    assert 'loading="lazy"' in html
    assert 'alt="Tulisan merah di bawah kotak NIK"' in html


def test_words_and_errors_cost_no_query_once_they_are_known(django_assert_num_queries):
    make_error("nik-taken", image=make_image())
    make_term("NIB")
    step = numbered_step(body="NIB", errors=["nik-taken"])
    draw(TOLD + ERRORS + TERMS, step=step)

    with django_assert_num_queries(0):
        draw(TOLD + ERRORS + TERMS, step=step)


def test_a_change_shows_at_once():
    error, term = make_error("nik-taken"), make_term("NIB")
    step = numbered_step(body="NIB", errors=["nik-taken"])
    draw(TOLD + ERRORS + TERMS, step=step)

    error.wording, term.meaning = "Tulisan baru", "Arti baru."
    error.save()
    term.save()

    assert "Tulisan baru" in draw(ERRORS, step=step)
    assert "Arti baru." in draw(TOLD + TERMS, step=step)


def test_what_is_deleted_is_gone_at_once():
    error, term = make_error("nik-taken"), make_term("NIB")
    step = numbered_step(body="NIB", errors=["nik-taken"])
    draw(TOLD + ERRORS + TERMS, step=step)

    error.delete()
    term.delete()

    assert "Kalau yang muncul ini" not in draw(ERRORS, step=step)
    assert "istilah-" not in draw(TOLD + TERMS, step=step)
    assert words.errors() == []
