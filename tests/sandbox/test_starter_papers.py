"""What the starter flow leaves each of its personas with: papers, and for the own business a data sheet."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sandbox.datasheet import own_sheet
from sandbox.domain.deriving import UNKNOWN, value_text
from sandbox.domain.practice import Practice
from sandbox.domain.solving import PROOF_SEED, solve_until
from sandbox.domain.standing import standing
from sandbox.letters import letters_of
from sandbox.models import Attempt
from sandbox.pdf import letter_pdf, sheet_pdf
from sandbox.work import Work
from tests.factories import TODAY
from tests.pdf_text import pages_of
from tests.sandbox.test_starter_flow import FLOW, FileFacts

PERSONAS = [persona.id for persona in FLOW.personas]
OWN_BUSINESS = [persona.id for persona in FLOW.personas if persona.own]
# Whose answers name somebody, or where somebody lives.
IDENTITY = ("nik", "email", "phone", "text", "long_text", "map_point")


def _finished(persona_id):
    practice = Practice(FLOW, FLOW.persona(persona_id), PROOF_SEED, TODAY, FileFacts(), {})
    practice = replace(practice, answers=solve_until(practice))
    attempt = Attempt(persona=persona_id, finished_at=datetime(2026, 11, 25, 3, 0, tzinfo=UTC))
    return Work(attempt, FLOW, practice.persona, {}, standing(FLOW, practice.answers), practice, {})


def _identity(screen):
    return [field for field in FLOW.screen(screen).typed_fields if field.type in IDENTITY]


def _attachment(persona_id):
    return letters_of(_finished(persona_id))[0].attachment


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_paper_is_complete_and_every_page_of_it_marked(persona):
    letters = letters_of(_finished(persona))

    assert len(letters) >= 2
    for letter in letters:
        assert [label for label, text in letter.rows if text in ("", "-", UNKNOWN)] == []
        for page in pages_of(letter_pdf(letter)):
            assert page.count("CONTOH – LATIHAN") >= 4


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_activity_has_a_risk_and_says_what_its_owner_may_do(persona):
    attachment = _attachment(persona)

    assert attachment
    for code, title, place, risk, may in attachment:
        assert len(code) == 5
        assert title != UNKNOWN
        assert place
        assert risk != UNKNOWN
        assert may.startswith("NIB")


@pytest.mark.parametrize(
    ("persona", "codes", "may"),
    [
        ("sembako", ["47112"], "NIB. Boleh langsung mulai."),
        (
            "warung-makan",
            ["56101", "10794"],
            "NIB dan Sertifikat Standar dari pernyataan mandiri. Boleh langsung mulai.",
        ),
        ("depot-air", ["11052"], "NIB dan Sertifikat Standar yang belum terverifikasi. Baru boleh persiapan."),
        ("jamu", ["21022"], "NIB dan Izin yang belum terbit. Baru boleh persiapan."),
    ],
)
def test_each_risk_level_has_its_own_consequence(persona, codes, may):
    attachment = _attachment(persona)

    assert [row[0] for row in attachment] == codes
    assert attachment[0][-1].startswith(may)


@pytest.mark.parametrize("persona", OWN_BUSINESS)
def test_nothing_of_the_invented_person_stands_on_the_data_sheet(persona):
    work = _finished(persona)
    asked = [f"{screen}.{field.id}" for screen in work.standing.path for field in _identity(screen)]
    invented = {value_text(each, work.practice) for each in asked if each not in work.persona.own} - {""}

    sheet = own_sheet(work)

    printed = [row.value for part in sheet.parts for row in part.rows]
    assert len(invented) >= 6
    assert [value for value in invented if any(value in each for each in printed)] == []
    assert work.answers["daftar"]["nik"] not in "".join(pages_of(sheet_pdf(sheet)))


@pytest.mark.parametrize("persona", OWN_BUSINESS)
def test_the_capital_of_the_own_business_stands_on_its_sheet_in_words_too(persona):
    rows = [row for part in own_sheet(_finished(persona)).parts for row in part.rows if row.type == "rupiah"]

    assert len(rows) >= 3
    for row in rows:
        assert row.value.startswith("Rp")
        assert row.words.endswith("rupiah")
