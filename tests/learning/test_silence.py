"""After how long a silence somebody counts as lost."""

from collections import Counter
from datetime import timedelta

import pytest

from learning.domain.counting.rests import rest_bin
from learning.domain.counting.silence import silence_of
from learning.domain.method.stuck import scanned_figures
from tests.learning.factories import NOON, make_definition, make_trace

HOUR = 3600


def rests(*pairs):
    """(hours, how many people rested so long and came back)."""
    return Counter({rest_bin(hours * HOUR): people for hours, people in pairs})


def test_where_few_came_and_nobody_is_known_to_rest_it_is_a_day():
    assert silence_of(Counter(), people=99) == timedelta(hours=24)
    assert silence_of(Counter(), people=100) == timedelta(hours=70)


def test_once_somebody_is_it_is_nearly_three_days_until_enough_rests_are_known():
    assert silence_of(rests((1, 1)), unfinished=500) == timedelta(hours=70)
    assert silence_of(rests((1, 199)), unfinished=500) == timedelta(hours=70)


def test_where_people_rest_for_hours_only_a_day_is_enough():
    assert silence_of(rests((2, 400)), unfinished=500) == timedelta(hours=24)


def test_where_many_come_back_after_five_days_it_is_longer_than_that():
    assert silence_of(rests((2, 400), (120, 60)), unfinished=500) > timedelta(hours=120)


def test_a_few_who_look_in_again_after_weeks_do_not_make_everybody_wait():
    assert silence_of(rests((20, 400), (300, 10)), unfinished=500) == pytest.approx(timedelta(hours=24), rel=0.06)


def test_the_fewer_are_gone_the_more_weigh_those_who_come_back():
    few, many = (silence_of(rests((20, 400), (150, 10)), unfinished=people) for people in (50, 1000))

    assert few > many


def test_it_is_never_longer_than_two_weeks():
    assert silence_of(rests((2000, 500)), unfinished=10) == timedelta(days=14)


def test_whoever_looks_in_after_the_end_does_not_count_as_resting():
    traces = []
    for number in range(300):
        for at, verb, step in ((0, "entered", "satu"), (1, "completed", "satu"), (200, "entered", "satu")):
            traces.append(make_trace(f"p{number}", verb, step, at=NOON + timedelta(hours=at)))

    figures = scanned_figures(make_definition("satu"), traces, as_of=NOON + timedelta(days=60))

    assert figures.rests.total() == 300  # the hour before the end, not the eight days after it
    assert figures.silence == timedelta(hours=24)
