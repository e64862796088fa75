import pytest

from sandbox.domain.document import Condition
from sandbox.domain.visibility import decided, hangs_on

EARLIER = Condition("equals", "daftar.punya", "ya")
HERE = Condition("equals", "kini.jenis", "barang")
ANSWERS = {"daftar": {"punya": "ya"}, "kini": {"jenis": "jasa"}}
OPEN = {"kini.jenis"}


def _not(part):
    return Condition("not", parts=(part,))


def _all(*parts):
    return Condition("all", parts=parts)


def _any(*parts):
    return Condition("any", parts=parts)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        (EARLIER, True),
        (_not(EARLIER), False),
        (HERE, None),
        (_not(HERE), None),
        (_all(EARLIER, HERE), None),
        (_all(_not(EARLIER), HERE), False),
        (_any(EARLIER, HERE), True),
        (_any(_not(EARLIER), HERE), None),
        (_any(_not(EARLIER), _not(EARLIER)), False),
    ],
)
def test_a_condition_is_decided_as_far_as_it_hangs_on_earlier_screens(condition, expected):
    assert decided(condition, ANSWERS, OPEN) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, None),
        (EARLIER, None),
        (HERE, HERE),
        (_all(EARLIER, HERE), HERE),
        (_any(_not(EARLIER), HERE), HERE),
        (_all(HERE, HERE), None),
        (_not(HERE), None),
        (Condition("filled", "kini.jenis", True), None),
    ],
)
def test_a_script_may_follow_one_comparison_with_a_choice_of_the_same_screen(condition, expected):
    assert hangs_on(condition, ANSWERS, OPEN) is expected
