"""Whatever is typed ends as a value or as a problem with a code, never as another exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.domain.document import Field, Option
from sandbox.domain.echoes import echo
from sandbox.domain.fields import is_empty, kept, parse, shown
from sandbox.domain.problems import Problem
from sandbox.domain.realnumbers import holds_real_number, redact
from sandbox.domain.vocabulary import SHOWN_ONLY, TYPE_CODES
from tests.factories import make_practice

PRACTICE = make_practice()
TYPED = [kind for kind in TYPE_CODES if kind not in SHOWN_ONLY]
MILLION = 1_000_000

# Any text at all, lone surrogates among it, and text made of what the readers look for.
ANY_TEXT = st.text(st.characters(), max_size=80)
NEAR_MISSES = st.text(st.sampled_from("0123456789.,-+/:x×% m2hajtrbpRK()eE\u0660\u200b\u202e½²"), max_size=40)
NUMBER_WORDS = "se satu dua puluh belas ratus ribu juta miliar setengah orang meter ha agustus 1990 7 x"
WORDS = st.lists(st.sampled_from(NUMBER_WORDS.split()), max_size=12).map(" ".join)

ENDLESS = {
    "digits": "9" * MILLION,
    "groups": "1." * (MILLION // 2),
    "spaces between digits": "1" + " " * MILLION + "1",
    "single digits": "1 " * (MILLION // 2),
    "words": "satu " * (MILLION // 5),
    "times": "3 x " * (MILLION // 4),
    "dashes": "1-" * (MILLION // 2),
    "practice numbers": "9901015210840001 " * (MILLION // 17),
    "dots after an at": "a@" + "a." * (MILLION // 2),
    "null bytes": "\0" * MILLION,
    "lone surrogates": "\ud800" * MILLION,
    "letters that unfold": "\ufdfa" * MILLION,
}


def _outcome(kind, text):
    field = Field(
        id="x",
        type=kind,
        label="X",
        options=(Option("ya", "Ya"),),
        sources=("daftar.nik",),
        digits=6 - (kind == "digits"),
    )
    raw = dict.fromkeys(field.controls, text)
    if is_empty(field, raw):
        return None
    try:
        value = parse(field, raw, PRACTICE, screen="terbit")
    except Problem as problem:
        return problem.code
    shown(field, kept(field, value))
    return None


@pytest.mark.parametrize("kind", TYPED)
@given(text=ANY_TEXT | NEAR_MISSES | WORDS)
def test_a_field_answers_any_text_with_a_value_or_a_code_of_its_own(kind, text):
    assert _outcome(kind, text) in (None, "nik.real", *TYPE_CODES[kind])


@given(text=ANY_TEXT | NEAR_MISSES | WORDS)
def test_a_box_says_something_back_or_nothing(text):
    for kind in ("area", "date", "number", "rupiah", "text"):
        assert isinstance(echo(kind, text, "m2"), str)


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
@pytest.mark.parametrize("kind", TYPED)
def test_a_million_characters_are_no_trap_for_a_field(kind, text):
    assert _outcome(kind, text) in (None, "nik.real", *TYPE_CODES[kind])


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_million_characters_are_no_trap_for_the_guard_and_the_echo(text):
    assert redact(text).count("[nomor dihapus]") == holds_real_number(text)
    assert [echo(kind, text, "m2") for kind in ("area", "date", "number", "rupiah")] == [""] * 4


@given(ANY_TEXT | NEAR_MISSES)
def test_what_is_redacted_holds_no_real_number(text):
    assert not holds_real_number(redact(text))
