"""What may become of those who are still at it."""

from collections import Counter
from datetime import timedelta

import pytest

from learning.domain.counting.rests import rest_bin
from learning.domain.method.outlook import outlooks
from learning.domain.method.stuck import scanned_figures
from tests.learning.factories import NOON, make_definition, make_trace, walk

AS_OF = NOON + timedelta(days=30)


def expected_lost(*silent_for, resting=0.0):
    """Of people at `dua` who have been silent for so many hours, where 300 others rested for `resting` hours."""
    traces = []
    for number in range(300):
        traces += walk(f"q{number}", "satu")
        traces += walk(f"q{number}", "dua", at=NOON + timedelta(hours=resting))
    for number, hours in enumerate(silent_for):
        traces.append(make_trace(f"p{number}", "entered", "dua", at=AS_OF - timedelta(hours=hours)))
    figures = scanned_figures(make_definition("satu", "dua"), traces, as_of=AS_OF, silence=timedelta(hours=72))
    return outlooks(figures)[1].expected


def test_who_was_there_minutes_ago_is_at_it():
    assert expected_lost(*[0.2] * 20) == 0


def test_nobody_at_it_leaves_nothing_to_expect():
    assert expected_lost() == 0


def test_where_people_rest_for_hours_those_silent_for_days_are_mostly_gone():
    assert expected_lost(*range(30, 70, 2), resting=2.0) > 15


def test_where_people_rest_for_days_many_of_those_silent_for_days_come_back():
    rested = expected_lost(*range(30, 70, 2), resting=71.0)

    assert rested < expected_lost(*range(30, 70, 2), resting=2.0) - 5


def test_those_silent_for_a_short_time_are_mostly_resting():
    assert expected_lost(*[1 + number / 5 for number in range(20)], resting=5.0) < 8


def test_a_step_leans_on_the_others_where_few_are_at_it():
    traces = [make_trace("ani", "entered", "dua", at=AS_OF - timedelta(hours=60))]
    traces += [make_trace(f"p{n}", "entered", "satu", at=AS_OF - timedelta(hours=2)) for n in range(200)]
    figures = scanned_figures(make_definition("satu", "dua"), traces, as_of=AS_OF, silence=timedelta(hours=72))

    assert figures.rests == Counter()
    assert outlooks(figures)[1].expected < 0.7


def test_a_rest_of_an_hour_is_in_a_bin_that_holds_an_hour():
    assert rest_bin(3600) == pytest.approx(14, abs=1)
