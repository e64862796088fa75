"""What the last edit of a step did: docs/stuck-points.md describes the method."""

from datetime import timedelta

import pytest

from learning.domain.method.comparisons import Comparison
from learning.domain.method.edits import Outcome, is_settled, verdicts_of
from learning.domain.method.stuck import activity_report, scanned_figures
from tests.learning.factories import NOON, make_definition, walk

EDITED = NOON + timedelta(days=20)
AS_OF = NOON + timedelta(days=60)
STEPS = ("satu", "dua", "tiga", "empat", "lima")
DEFINITION = make_definition(*STEPS, version="2", versions=[("2", EDITED, ["dua"])])


def crowd(people, *, version="1", lost=(0, 0, 0, 0, 0), at=NOON, name="", **more):
    """Traces of so many people; `lost`: how many stop at each step, those at the first step first."""
    stops = [step for step, count in zip(STEPS, lost, strict=True) for _ in range(count)]
    traces = []
    for number in range(people):
        when = at + timedelta(hours=number % 240)
        stop = stops[number] if number < len(stops) else ""
        done = STEPS[: STEPS.index(stop)] if stop else STEPS
        traces += walk(f"{name}{version}-{number}", *done, stops_at=stop, at=when, version=version, **more)
    return traces


def since(people, **more):
    return crowd(people, version="2", at=EDITED + timedelta(days=1), **more)


def verdict_of(traces, *, as_of=AS_OF, definition=DEFINITION):
    return verdicts_of(scanned_figures(definition, traces, as_of=as_of))["dua"]


def test_an_edit_that_keeps_people_is_better():
    verdict = verdict_of(crowd(300, lost=(9, 90, 6, 6, 6)) + since(300, lost=(9, 12, 8, 8, 8)))

    assert verdict.verdict == Outcome.BETTER
    assert (verdict.version, verdict.at) == ("2", EDITED)
    assert verdict.before == pytest.approx(90 / 291)
    assert verdict.after == pytest.approx(12 / 291)
    assert verdict.low < verdict.after - verdict.before < verdict.high < -0.15
    assert verdict.needed is None
    assert is_settled(verdict)


def test_an_edit_that_drives_people_away_is_worse():
    verdict = verdict_of(crowd(300, lost=(9, 9, 8, 8, 8)) + since(300, lost=(9, 60, 7, 7, 7)))

    assert verdict.verdict == Outcome.WORSE
    assert verdict.low > 0.1
    assert not is_settled(verdict)


def test_nothing_is_said_until_the_fate_of_thirty_is_known():
    before = crowd(300, lost=(9, 90, 6, 6, 6))

    few = verdict_of(before + since(29))
    enough = verdict_of(before + since(30))

    assert (few.verdict, few.needed) == (Outcome.WAIT, 1)
    assert enough.verdict != Outcome.WAIT


def test_the_worst_step_is_not_better_because_its_bad_luck_did_not_come_back():
    """13 of 146 against 4 of 146 would be a difference beyond chance, had the step not been picked for the 13."""
    verdict = verdict_of(crowd(150, lost=(4, 13, 4, 3, 4)) + since(150, lost=(4, 4, 4, 4, 4)))

    assert verdict.before == pytest.approx(0.089, abs=0.001)
    assert verdict.expected == pytest.approx(0.071, abs=0.005)
    assert verdict.verdict == Outcome.UNCLEAR
    assert verdict.low < verdict.after - verdict.before < 0 <= verdict.high


@pytest.mark.parametrize(
    ("lost", "row"),
    [
        (((9, 90, 6, 6, 6), (9, 12, 8, 8, 8)), ("30.9", "4.1", "30.8", "-31.6", "-21.6", "better")),
        (((9, 26, 6, 6, 6), (9, 8, 8, 8, 8)), ("8.9", "2.7", "8.3", "-9.7", "-1.6", "better")),
        (((4, 13, 4, 3, 4), (4, 4, 4, 4, 4)), ("8.9", "2.7", "7.2", "-10.8", "0.5", "unclear")),
    ],
)
def test_the_examples_of_the_docs(lost, row):
    people = 300 if lost[0][0] == 9 else 150

    verdict = verdict_of(crowd(people, lost=lost[0]) + since(people, lost=lost[1]))

    shares = (verdict.before, verdict.after, verdict.expected, verdict.low, verdict.high)
    assert (*(f"{100 * share:.1f}" for share in shares), verdict.verdict) == row


def test_other_people_who_came_are_not_the_edit():
    """People in a class lose their way less often, before and after; since the edit more of them come."""
    before = crowd(300, lost=(0, 75, 0, 0, 0), name="a") + crowd(100, lost=(0, 5, 0, 0, 0), name="k", company="class")
    after = since(100, lost=(0, 25, 0, 0, 0), name="a") + since(300, lost=(0, 15, 0, 0, 0), name="k", company="class")

    verdict = verdict_of(before + after)

    assert (verdict.before, verdict.after) == (0.2, 0.1)
    assert verdict.expected == pytest.approx(0.1, abs=0.02)
    assert verdict.verdict == Outcome.UNCLEAR


def test_a_network_that_became_better_is_not_the_edit():
    before = crowd(300, lost=(0, 12, 0, 0, 0), name="a") + crowd(100, lost=(0, 60, 0, 0, 0), name="b", net="slow")
    after = since(390, lost=(0, 16, 0, 0, 0), name="a") + since(10, lost=(0, 6, 0, 0, 0), name="b", net="slow")

    assert verdict_of(before + after).verdict == Outcome.UNCLEAR


def test_what_changed_at_every_step_is_not_the_edit():
    verdict = verdict_of(crowd(600, lost=(60, 60, 50, 45, 40)) + since(600, lost=(30, 30, 26, 26, 24)))

    assert verdict.after < 0.6 * verdict.before
    assert verdict.verdict == Outcome.UNCLEAR


def test_people_who_came_today_do_not_flatter_the_edit():
    """Who goes on is seen at once, who is lost only later."""
    before = crowd(300, lost=(0, 60, 0, 0, 0))
    today = since(60, lost=(0, 12, 0, 0, 0))

    now = max(trace.at for trace in today) + timedelta(hours=1)
    waiting = scanned_figures(DEFINITION, before + today, as_of=now, silence=timedelta(hours=70))

    verdict = verdicts_of(waiting)["dua"]

    assert verdict.after < 0.05
    assert verdict.verdict == Outcome.UNCLEAR


def test_a_class_that_failed_together_is_one_misfortune():
    before = crowd(200, lost=(0, 8, 0, 0, 0))
    classes = [
        trace
        for number in range(6)
        for trace in since(
            20, lost=(0, 18 if number == 0 else 1, 0, 0, 0), name=f"k{number}", company="class", group=f"KELAS-{number}"
        )
    ]
    scattered = since(120, lost=(0, 23, 0, 0, 0))

    assert verdict_of(before + scattered).verdict == Outcome.WORSE
    assert verdict_of(before + classes).verdict == Outcome.UNCLEAR


def test_an_open_question_tells_how_many_people_more_it_needs():
    before = crowd(400, lost=(8, 60, 8, 8, 8))

    few = verdict_of(before + since(40, lost=(1, 3, 1, 1, 1)))
    more = verdict_of(before + since(80, lost=(2, 6, 2, 2, 2)))
    many = verdict_of(before + since(400, lost=(8, 30, 8, 8, 8)))

    assert (few.verdict, more.verdict, many.verdict) == (Outcome.UNCLEAR, Outcome.UNCLEAR, Outcome.BETTER)
    assert 0 < more.needed < few.needed < 400
    assert few.needed % 10 == 0


def test_a_step_that_nobody_met_before_has_no_verdict():
    figures = scanned_figures(DEFINITION, since(50), as_of=AS_OF)

    assert verdicts_of(figures) == {}


def test_the_content_just_before_is_the_one_compared_with():
    definition = make_definition(
        *STEPS, version="3", versions=[("2", NOON + timedelta(days=10), ["dua"]), ("3", EDITED, ["dua"])]
    )
    traces = (
        crowd(100, lost=(0, 50, 0, 0, 0))
        + crowd(100, version="2", lost=(0, 10, 0, 0, 0), at=NOON + timedelta(days=11))
        + crowd(100, version="3", lost=(0, 5, 0, 0, 0), at=EDITED)
    )

    verdict = verdict_of(traces, definition=definition)

    assert (verdict.version, verdict.before, verdict.after) == ("3", 0.1, 0.05)


def test_content_that_nobody_met_is_passed_over():
    definition = make_definition(
        *STEPS, version="3", versions=[("2", EDITED - timedelta(minutes=5), ["dua"]), ("3", EDITED, ["dua"])]
    )
    traces = crowd(100, lost=(0, 50, 0, 0, 0)) + crowd(100, version="3", lost=(0, 5, 0, 0, 0), at=EDITED)

    assert verdict_of(traces, definition=definition).before == 0.5


def test_errors_and_time_are_compared_as_they_are_seen():
    before = crowd(100, seconds=90.0, errors=("dua",))
    after = since(60, seconds=60.0) + since(40, seconds=60.0, errors=("dua",), name="b")

    verdict = verdict_of(before + after)

    assert (verdict.errors.before, verdict.errors.after) == (1.0, 0.4)
    assert verdict.errors.high < -0.4
    assert verdict.seconds == Comparison(90.0, 60.0, -30.0, -30.0)


def test_the_report_tells_the_edit_in_the_shape_of_the_contract():
    traces = crowd(300, lost=(9, 90, 6, 6, 6)) + since(300, lost=(9, 12, 8, 8, 8))

    first, second, *_ = activity_report(DEFINITION, traces, as_of=AS_OF)["steps"]

    assert first["edit"] is None
    assert list(second["edit"]) == ["version", "at", "before", "after", "low", "high", "verdict"]
    assert second["edit"]["version"] == "2"
    assert second["edit"]["at"] == "2026-03-21T12:00:00+00:00"
    assert second["edit"]["after"] == second["loss_rate"]
    assert second["edit"]["verdict"] == "better"
