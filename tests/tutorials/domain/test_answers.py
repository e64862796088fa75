import pytest

from tutorials.domain.answers import is_needed, mark_of, read_answers, read_marks, write_answers, write_marks


def test_letter_case_and_spaces_do_not_change_a_mark():
    assert mark_of("nib", "KTP  elektronik ") == mark_of("nib", "ktp elektronik")


def test_other_words_and_other_guides_have_other_marks():
    marks = {mark_of("nib", "KTP"), mark_of("nib", "KK"), mark_of("kbli", "KTP")}

    assert len(marks) == 3
    assert all(len(mark) == 6 for mark in marks)


def test_answers_come_back_as_they_were_written():
    answers = {"aaaaaa": "ya", "0123ef": "tidak"}

    assert write_answers(answers) == "aaaaaay.0123eft"
    assert read_answers("aaaaaay.0123eft") == answers


def test_of_more_than_a_hundred_the_newest_are_kept():
    marks = [f"{number:06x}" for number in range(130)]

    kept = read_marks(write_marks(marks))

    assert len(kept) == 100
    assert kept[-1] == "000081"


@pytest.mark.parametrize("text", ["", "x", "<script>", "aaaaaa y", "aaaaaaz", "AAAAAAy", "." * 9000, "aaaaaa\ny"])
def test_what_is_no_answer_is_left_out(text):
    assert read_answers(text) == {}


def test_a_broken_piece_of_a_cookie_costs_only_itself():
    assert read_marks("aaaaaa.kucing.bbbbbb") == ["aaaaaa", "bbbbbb"]


@pytest.mark.parametrize(
    ("only_when", "answers", "needed"),
    [
        ("", {}, True),
        ("", {1: "ya"}, True),
        ("1:ya", {}, True),
        ("1:ya", {1: "ya"}, True),
        ("1:ya", {1: "tidak"}, False),
        ("2:tidak", {1: "tidak", 2: "ya"}, False),
        ("2:tidak", {1: "ya"}, True),
        ("kucing", {1: "ya"}, True),
    ],
)
def test_a_step_is_left_out_only_where_its_question_was_answered_otherwise(only_when, answers, needed):
    assert is_needed(only_when, answers) is needed
