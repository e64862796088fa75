"""Everything that is said of a step beyond the report."""

import math
from datetime import timedelta

import pytest

from learning.domain.method.analysis import analyse
from learning.domain.method.findings import Reason
from learning.domain.method.judging import Flag
from learning.domain.method.stuck import as_report, report_of, scanned_figures
from tests.learning.factories import NOON, make_definition, make_trace, walk

STEPS = ("satu", "dua", "tiga", "empat", "lima")
AS_OF = NOON + timedelta(days=10)


def crowd_of(people, *, lost_at, lost, name="p", at=NOON, **more):
    """People who walk through all steps, one an hour; the first `lost` of them stop at `lost_at`."""
    traces = []
    for number in range(people):
        until = STEPS.index(lost_at) if number < lost else len(STEPS)
        stop = lost_at if number < lost else ""
        traces += walk(f"{name}{number}", *STEPS[:until], stops_at=stop, at=at, **more)
    return traces


def analysis_of(traces, *, as_of=AS_OF):
    return analyse(scanned_figures(make_definition(*STEPS), traces, as_of=as_of))


def step_of(traces, name):
    return analysis_of(traces).step(name)


def test_the_report_says_the_same_as_the_analysis():
    figures = scanned_figures(make_definition(*STEPS), crowd_of(100, lost_at="tiga", lost=30), as_of=AS_OF)

    assert report_of(figures) == as_report(analyse(figures))


def test_a_stuck_step_says_how_sure_that_is_and_how_many_people_a_month_it_costs():
    step = step_of(crowd_of(100, lost_at="tiga", lost=30), "tiga")

    assert (step.flag, step.why, step.rank) == (Flag.STUCK, (Reason.LOSS,), 1)
    assert step.certainty > 0.99
    assert step.usual == pytest.approx(0.005, abs=0.005)
    assert step.saved.mid == pytest.approx(30, abs=0.5)
    assert (math.floor(step.saved.low), math.ceil(step.saved.high)) == (23, 38)


def test_a_sound_step_saves_nobody_and_claims_nothing():
    step = step_of(crowd_of(100, lost_at="tiga", lost=30), "dua")

    assert (step.flag, step.why, step.certainty) == (Flag.OK, (), 0.0)
    assert step.saved.mid == pytest.approx(0, abs=0.5)


def test_every_reason_has_a_finding_at_every_step_also_where_nobody_came():
    for step in analysis_of([]).steps:
        assert set(step.findings) == set(Reason)
        assert (step.flag, step.low, step.high) == (Flag.TOO_FEW, None, None)


def test_people_lost_on_a_bad_network_alone_do_not_make_the_step_stuck():
    traces = [
        *crowd_of(120, lost_at="tiga", lost=3, net="ok"),
        *crowd_of(60, lost_at="tiga", lost=40, name="q", net="slow"),
    ]

    step = step_of(traces, "tiga")

    assert (step.flag, step.technical) == (Flag.OK, True)


def test_a_step_that_is_bad_on_every_network_is_stuck_whoever_came():
    traces = [
        *crowd_of(120, lost_at="tiga", lost=36, net="ok"),
        *crowd_of(60, lost_at="tiga", lost=19, name="q", net="offline"),
    ]

    step = step_of(traces, "tiga")

    assert (step.flag, step.technical) == (Flag.STUCK, False)


def test_nobody_still_at_a_step_makes_it_stuck():
    traces = [
        *crowd_of(60, lost_at="tiga", lost=0),
        *crowd_of(40, lost_at="tiga", lost=40, name="q", at=AS_OF - timedelta(hours=20)),
    ]

    step = step_of(traces, "tiga")

    assert (step.tally.lost, step.tally.in_progress, step.flag) == (0, 40, Flag.OK)


def test_what_may_become_of_those_still_at_it_widens_the_interval_upwards():
    left = crowd_of(60, lost_at="tiga", lost=6)
    waiting = crowd_of(10, lost_at="tiga", lost=10, name="q", at=AS_OF - timedelta(hours=20))

    without, step = step_of(left, "tiga"), step_of([*left, *waiting], "tiga")

    assert step.tally.loss_rate == without.tally.loss_rate
    assert step.high > without.high


def test_a_list_is_held_to_its_doubts_a_second_step_is_named_where_the_first_is_certain():
    weak = crowd_of(40, lost_at="tiga", lost=5)

    alone = step_of(weak, "tiga").flag
    beside = step_of([*weak, *crowd_of(300, lost_at="lima", lost=150, name="q")], "lima").flag

    assert (alone, beside) == (Flag.WATCH, Flag.STUCK)


def test_seconds_watched_again_are_found_at_the_step():
    traces = crowd_of(30, lost_at="tiga", lost=0)
    for number in range(30):
        for again, (start, end) in enumerate([(0.0, 120.0), (40.0, 55.0), (40.0, 55.0)]):
            at = NOON + timedelta(minutes=2, seconds=again)
            traces.append(make_trace(f"p{number}", "played", "tiga", at=at, played_from=start, played_to=end))

    (found,) = step_of(traces, "tiga").video

    assert (found.start, found.end, found.people, found.times, found.excess) == (40, 55, 30, 90, 60)
