import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.domain.onetimecode import one_time_code
from sandbox.domain.screens import check_screen
from tests.factories import SENTENCES, make_practice, small_flow


def _check(screen, raw, **practice):
    made = make_practice(**practice)
    return check_screen(made.flow.screen(screen), raw, made)


def _codes(checked):
    return {problem.field: problem.code for problem in checked.problems}


def test_the_personas_answers_are_accepted():
    checked = _check("daftar", {"nik": "9901 0152 1084 0001", "punya_usaha": "ya"})

    assert checked.accepted
    assert checked.values == {"nik": "9901015210840001", "punya_usaha": "ya"}


def test_each_field_answers_with_its_own_problem():
    assert _codes(_check("daftar", {"nik": "99", "punya_usaha": "mungkin"})) == {
        "nik": "nik.length",
        "punya_usaha": "choice.unknown",
    }


def test_an_empty_required_field_says_so():
    assert _codes(_check("modal", {})) == {"modal": "required"}


def test_another_personas_nik_is_not_the_one_on_the_card():
    assert _codes(_check("daftar", {"nik": "9952030211010012", "punya_usaha": "ya"})) == {"nik": "persona.other"}


def test_capital_written_in_thousands_is_recognised():
    assert _codes(_check("modal", {"modal": "25.000"})) == {"modal": "rupiah.thousands"}


def test_a_real_looking_nik_is_refused_in_any_field_and_stored_nowhere():
    checked = _check("modal", {"modal": "3273 0152 1084 0001"})

    assert _codes(checked) == {"modal": "nik.real"}
    assert checked.values == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [("1" * 1_000_000, "text.long"), ("5\x00000", "text.characters"), ("5\ud800", "text.characters")],
)
def test_hostile_text_is_answered_at_its_field(text, code):
    assert _codes(_check("modal", {"modal": text})) == {"modal": code}


def test_the_code_of_the_attempts_seed_is_accepted_and_not_kept():
    checked = _check("terbit", {"kode": one_time_code("benih", "terbit")})

    assert checked.values == {"kode": True}


def test_another_attempts_code_is_wrong():
    other = one_time_code("lain", "terbit")

    assert _codes(_check("terbit", {"kode": other})) == {"kode": "one_time_code.wrong"}


def _password_flow():
    document = small_flow()
    document["screens"][1]["fields"] = [
        {"id": "sandi", "type": "password", "label": "Kata Sandi"},
        {"id": "ulang", "type": "password", "label": "Ulangi", "rules": [{"rule": "same_as", "field": "sandi"}]},
    ]
    document["personas"][0]["answers"]["modal"] = {"sandi": "Warung#2026", "ulang": "Warung#2026"}
    document["outcome"]["lines"] = [{"label": "NIK", "source": "daftar.nik"}]
    return document


def test_of_a_password_only_that_the_checklist_was_met_is_kept():
    checked = _check("modal", {"sandi": "Rahasia_99", "ulang": "Rahasia_99"}, document=_password_flow())

    assert checked.values == {"sandi": True, "ulang": True}


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("Ab1!", "password.length"),
        ("rahasia_99", "password.letters"),
        ("Rahasia__", "password.digit"),
        ("Rahasia999", "password.symbol"),
    ],
)
def test_a_password_is_held_against_the_checklist(password, code):
    checked = _check("modal", {"sandi": password, "ulang": password}, document=_password_flow())

    assert _codes(checked)["sandi"] == code


def test_a_repeated_password_that_differs_is_refused():
    checked = _check("modal", {"sandi": "Rahasia_99", "ulang": "Rahasia_98"}, document=_password_flow())

    assert _codes(checked) == {"ulang": "same_as"}


@given(st.dictionaries(st.sampled_from(["nik", "punya_usaha", "modal", "kode"]), st.text(max_size=80)))
def test_whatever_is_posted_each_problem_has_a_sentence(raw):
    for screen in ("daftar", "modal", "terbit"):
        for problem in _check(screen, raw).problems:
            assert problem.code in SENTENCES


def _with_risk(document):
    """ "modal" asks for a code too and shows its risk; who has no risky business skips nothing."""
    document["screens"][1]["fields"] += [
        {"id": "kbli", "type": "kbli", "label": "KBLI"},
        {
            "id": "risiko",
            "type": "derived",
            "label": "Risiko",
            "derive": "risk",
            "sources": ["modal.kbli", "modal.modal"],
        },
    ]
    return document


def test_what_the_portal_works_out_is_kept_with_the_answers():
    practice = make_practice(_with_risk(small_flow()))

    checked = check_screen(practice.flow.screen("modal"), {"modal": "25.000.000", "kbli": "47112"}, practice)

    assert checked.values == {"modal": 25_000_000, "kbli": "47112", "risiko": "Rendah"}


def test_what_the_learner_owns_is_judged_by_its_form_alone():
    document = small_flow()
    document["personas"][0]["own"] = ["modal.modal"]
    practice = make_practice(document)

    assert check_screen(practice.flow.screen("modal"), {"modal": "7 juta"}, practice).values == {"modal": 7_000_000}
    assert check_screen(practice.flow.screen("modal"), {"modal": "banyak"}, practice).problems != ()


@pytest.mark.parametrize(("code", "accepted"), [("56101", True), ("56400", True), ("47112", False), ("", False)])
def test_only_a_successor_of_the_old_code_is_accepted(code, accepted):
    document = small_flow()
    document["screens"][1]["fields"] = [
        {"id": "lama", "type": "digits", "label": "Kode lama", "digits": 5},
        {"id": "baru", "type": "kbli_successor", "label": "Kode baru", "sources": ["modal.lama"]},
    ]
    document["texts"]["digits.format"] = {"says": "Lima angka"}
    document["outcome"]["lines"] = [{"label": "Kode", "source": "modal.baru"}]
    document["personas"][0]["answers"]["modal"] = {"lama": "56102", "baru": "56101"}
    practice = make_practice(document)

    checked = check_screen(practice.flow.screen("modal"), {"lama": "56102", "baru": code}, practice)

    assert checked.accepted is accepted
