from sandbox.domain.reading import read_flow
from sandbox.domain.standing import standing
from tests.factories import small_flow

FLOW = read_flow(small_flow())


def test_without_answers_a_learner_stands_at_the_first_screen():
    assert standing(FLOW, {}).current == "daftar"


def test_an_accepted_screen_leads_to_the_next():
    now = standing(FLOW, {"daftar": {"punya_usaha": "ya"}})

    assert now.path == ("daftar", "modal")
    assert now.current == "modal"


def test_a_branch_that_holds_skips_what_lies_between():
    assert standing(FLOW, {"daftar": {"punya_usaha": "belum"}}).path == ("daftar", "terbit")


def test_mending_an_earlier_screen_changes_the_path_and_keeps_what_was_answered():
    answers = {"daftar": {"punya_usaha": "belum"}, "modal": {"modal": 1}, "terbit": {"kode": True}}

    assert standing(FLOW, answers).finished
    assert standing(FLOW, {**answers, "daftar": {"punya_usaha": "ya"}}).path == ("daftar", "modal", "terbit")


def test_an_answer_to_a_screen_not_reached_does_not_carry_a_learner_there():
    assert standing(FLOW, {"terbit": {"kode": True}}).current == "daftar"
