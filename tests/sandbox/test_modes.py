import pytest

from sandbox import attempts, helping
from sandbox.models import Attempt, Visit
from sandbox.work import open_work
from tests.factories import faulty_flow, make_attempt, right_answers

pytestmark = pytest.mark.django_db


def _attempt(mode):
    return make_attempt(document=faulty_flow(), mode=mode, faults="tanpa")


def test_watching_takes_the_right_answers_whatever_was_posted():
    attempt = _attempt("tonton")

    submitted = attempts.submit(attempt, "daftar", {"nik": "apa saja", "punya_usaha": "belum"})

    assert submitted.checked.accepted
    assert open_work(attempt).answers["daftar"] == {"nik": "9901015210840001", "punya_usaha": "ya"}


def test_help_rises_level_by_level_and_stops_at_the_fourth():
    attempt = _attempt("latihan")

    levels = [helping.ask(attempt, "daftar", "nik").visits["daftar"].open_help["nik"] for _ in range(5)]

    assert levels == [1, 2, 3, 4, 4]


def test_in_tuntun_the_hint_stands_there_already_so_help_begins_at_the_second_level():
    attempt = _attempt("tuntun")

    assert helping.ask(attempt, "daftar", "nik").visits["daftar"].open_help == {"nik": 2}


def test_an_exam_has_no_help_and_fills_nothing_in():
    attempt = _attempt("ujian")

    helping.ask(attempt, "daftar", "nik")

    assert attempts.solve(attempt, "daftar").checked is None
    assert not Visit.objects.exists()


def test_a_field_whose_answer_was_shown_was_not_done_alone():
    attempt = _attempt("latihan")
    for _ in range(4):
        helping.ask(attempt, "daftar", "nik")

    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))

    visit = Visit.objects.get()
    assert visit.shown_answers == ["nik"]
    assert visit.help_levels == {"nik": 4}
    assert visit.open_help == {}


def test_a_screen_filled_in_on_request_goes_on_and_counts_as_not_done_alone():
    attempt = _attempt("latihan")

    submitted = attempts.solve(attempt, "daftar")

    visit = Visit.objects.get()
    assert submitted.after.standing.current == "modal"
    assert (visit.solved, visit.shown_answers) == (True, ["nik", "punya_usaha"])


def test_doing_a_screen_afresh_alone_clears_what_was_shown_and_mistaken():
    attempt = _attempt("latihan")
    attempts.submit(attempt, "daftar", {"nik": "123", "punya_usaha": "ya"})
    attempts.solve(attempt, "daftar")

    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"), afresh=True)

    visit = Visit.objects.get()
    assert (visit.solved, visit.shown_answers, visit.mistakes) == (False, [], {})
    assert visit.refused_fields == ["nik"]


def test_sending_the_same_screen_again_without_emptying_it_clears_nothing():
    attempt = _attempt("latihan")
    attempts.solve(attempt, "daftar")

    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))

    assert Visit.objects.get().shown_answers == ["nik", "punya_usaha"]


def test_starting_over_begins_a_new_attempt_and_keeps_the_old_one():
    attempt = _attempt("latihan")
    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))

    again = attempts.restart(attempt)

    assert again.pk != attempt.pk
    assert (again.persona, again.mode, again.planned_faults) == ("sembako", "latihan", [])
    assert Attempt.objects.count() == 2


def test_a_code_that_may_be_read_out_holds_no_sign_that_looks_like_another():
    seed = _attempt("latihan").seed

    assert len(seed) == 6
    assert not set(seed) & set("01OIl")


def test_the_verdict_of_an_exam_does_not_change_after_its_end():
    attempt = _attempt("ujian")
    for screen in ("daftar", "modal", "terbit"):
        attempts.submit(attempt, screen, right_answers(attempt, screen))

    again = attempts.submit(attempt, "daftar", {"nik": "1", "punya_usaha": "ya"})

    assert again.checked is None
    assert Visit.objects.get(screen="daftar").refused_fields == []


def test_no_help_is_counted_while_a_fault_stands_in_the_way():
    attempt = make_attempt(document=faulty_flow())
    for screen in ("daftar", "modal"):
        attempts.submit(attempt, screen, right_answers(attempt, screen))

    helping.ask(attempt, "daftar", "nik")

    assert Visit.objects.get(screen="daftar").helps == 0
