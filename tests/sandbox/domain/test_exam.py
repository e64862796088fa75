import pytest

from sandbox.domain.document import ExamRule
from sandbox.domain.exam import verdict

RULE = ExamRule(most_mistakes=2, most_wrong_ways=1)
WELL_DONE = {"mistakes": 2, "faults_open": 0, "wrong_ways": 1, "alone": True}


def test_who_stays_inside_the_rule_passes():
    assert verdict(RULE, **WELL_DONE).passed


@pytest.mark.parametrize(
    ("change", "short_of"),
    [
        ({"mistakes": 3}, ("mistakes",)),
        ({"faults_open": 1}, ("fault",)),
        ({"wrong_ways": 2}, ("wrong_ways",)),
        ({"alone": False}, ("alone",)),
        ({"alone": False, "mistakes": 9}, ("alone", "mistakes")),
    ],
)
def test_what_is_missing_is_named(change, short_of):
    judged = verdict(RULE, **{**WELL_DONE, **change})

    assert not judged.passed
    assert judged.short_of == short_of
