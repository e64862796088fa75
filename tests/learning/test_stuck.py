"""The report of one activity: what is counted. Which step is flagged is tested in test_judging.py."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning.domain.method.stuck import activity_report
from tests.learning.factories import LATER, NOON, make_definition, make_trace, walk

DAY = timedelta(days=1)
ALL = ("satu", "dua", "tiga")


def report_of(traces, *, as_of=LATER, definition=None):
    return activity_report(definition or make_definition(), traces, as_of=as_of)


def step_of(traces, step, **more):
    return next(found for found in report_of(traces, **more)["steps"] if found["id"] == step)


def fates(step):
    return step["entered"], step["completed"], step["lost"], step["in_progress"]


def test_every_key_is_there_in_the_agreed_order_before_anything_happened():
    report = report_of([])

    assert list(report) == ["id", "title", "version", "starters", "finishers", "in_progress", "steps"]
    assert report["steps"][0] == {
        "id": "satu", "title": "Satu", "entered": 0, "completed": 0, "lost": 0, "in_progress": 0,
        "loss_rate": None, "low": None, "high": None, "median_seconds": None, "expected_seconds": 60,
        "errors_per_entry": None, "help_per_entry": None, "top_errors": [], "people_lost_per_month": 0,
        "rank": 1, "flag": "too-few", "why": [], "edit": None,
    }  # fmt: skip
    assert list(report["steps"][0]) == [
        "id", "title", "entered", "completed", "lost", "in_progress", "loss_rate", "low", "high", "median_seconds",
        "expected_seconds", "errors_per_entry", "help_per_entry", "top_errors", "people_lost_per_month", "rank",
        "flag", "why", "edit",
    ]  # fmt: skip


def test_whoever_enters_and_falls_silent_for_a_day_is_lost_there():
    traces = [*walk("ani", *ALL), *walk("budi", "satu", stops_at="dua")]

    step = step_of(traces, "dua")

    assert fates(step) == (2, 1, 1, 0)
    assert step["loss_rate"] == 0.5
    assert (step["low"], step["high"]) == pytest.approx((0.120866, 0.879134), abs=1e-6)


@pytest.mark.parametrize(
    ("silence", "fate"), [(timedelta(hours=23, minutes=59), (1, 0, 0, 1)), (timedelta(hours=24), (1, 0, 1, 0))]
)
def test_before_a_day_of_silence_nobody_is_lost(silence, fate):
    traces = [make_trace("budi", "entered", "dua", at=NOON)]

    step = step_of(traces, "dua", as_of=NOON + silence)

    assert fates(step) == fate
    assert (step["loss_rate"] is None) == (fate[2] == 0)


def test_a_sign_of_life_anywhere_in_the_activity_keeps_a_person_in_progress():
    traces = [
        *walk("budi", "satu", stops_at="dua"),
        make_trace("budi", "back", "satu", at=LATER - timedelta(hours=2)),
    ]

    assert fates(step_of(traces, "dua")) == (1, 0, 0, 1)


def test_watching_counts_neither_as_entering_nor_as_a_sign_of_life():
    traces = [*walk("budi", stops_at="satu"), *walk("budi", *ALL, at=LATER - DAY / 2, mode="tonton")]

    report = report_of(traces)

    assert fates(report["steps"][0]) == (1, 0, 1, 0)
    assert fates(report["steps"][1]) == (0, 0, 0, 0)
    assert report["finishers"] == 0


def test_events_after_as_of_do_not_exist_yet():
    traces = walk("ani", *ALL)

    assert fates(step_of(traces, "satu", as_of=NOON)) == (1, 0, 0, 1)


def test_whoever_reached_a_later_step_in_the_same_attempt_was_not_lost_before_it():
    traces = [make_trace("ani", "entered", "satu"), make_trace("ani", "entered", "tiga")]

    assert fates(step_of(traces, "satu")) == (1, 1, 0, 0)
    assert fates(step_of(traces, "tiga")) == (1, 0, 1, 0)


def test_trying_a_later_screen_in_an_attempt_of_its_own_does_not_get_one_past_an_earlier_one():
    first, second = make_trace().id, make_trace().id
    traces = [
        make_trace("ani", "entered", "satu", attempt=first),
        make_trace("ani", "entered", "tiga", attempt=second),
        make_trace("ani", "completed", "tiga", attempt=second),
    ]

    assert fates(step_of(traces, "satu")) == (1, 0, 1, 0)
    assert fates(step_of(traces, "tiga")) == (1, 1, 0, 0)


def test_an_attempt_begun_at_a_later_screen_is_no_start():
    report = report_of(walk("ani", "dua", "tiga"))

    assert (report["starters"], report["finishers"], report["in_progress"]) == (0, 0, 0)


def test_starters_finish_by_the_last_step_or_by_saying_so():
    report = report_of(
        [
            *walk("ani", *ALL),
            *walk("budi", "satu"),
            make_trace("budi", "finished", ""),
            *walk("cici", "satu", stops_at="dua"),
            *walk("dodo", "satu", stops_at="dua", at=LATER - DAY / 2),
        ]
    )

    assert (report["starters"], report["finishers"], report["in_progress"]) == (4, 2, 1)


def test_completing_a_step_tells_that_one_was_there():
    assert fates(step_of([make_trace("ani", "completed", "dua")], "dua")) == (1, 1, 0, 0)


def test_counts_are_people_however_often_they_came():
    traces = [*walk("ani", *ALL), *walk("ani", *ALL, at=NOON + DAY), *walk("ani", stops_at="satu", at=NOON - DAY)]

    assert fates(step_of(traces, "satu")) == (1, 1, 0, 0)


def test_the_median_takes_the_first_time_of_each_person():
    traces = [
        *walk("ani", "satu", seconds=10, at=NOON + DAY),
        *walk("ani", "satu", seconds=90, at=NOON),
        *walk("budi", "satu", seconds=30),
        *walk("cici", "satu", seconds=40),
        make_trace("dodo", "completed", "satu"),
    ]

    assert step_of(traces, "satu")["median_seconds"] == 40


def test_errors_and_help_are_told_per_person_who_entered():
    traces = [
        *walk("ani", *ALL),
        *walk("budi", *ALL, asks_at="dua"),
        make_trace("ani", "error", "dua", field="luas", code="number.digits"),
        make_trace("ani", "error", "dua", field="luas", code="number.digits"),
        make_trace("ani", "error", "dua", field="modal", code="required"),
    ]

    step = step_of(traces, "dua")

    assert step["errors_per_entry"] == 1.5
    assert step["help_per_entry"] == 0.5


def test_the_five_errors_that_most_people_met_are_named():
    traces = [make_trace("ani", "error", "satu", field="luas", code="number.digits") for _ in range(9)]
    for number, code in enumerate(["f", "e", "d", "c", "b", "a"]):
        traces += [make_trace(f"p{n}", "error", "satu", field="modal", code=code) for n in range(number + 1)]

    assert step_of(traces, "satu")["top_errors"] == [
        {"field": "modal", "code": "a", "people": 6},
        {"field": "modal", "code": "b", "people": 5},
        {"field": "modal", "code": "c", "people": 4},
        {"field": "modal", "code": "d", "people": 3},
        {"field": "modal", "code": "e", "people": 2},
    ]


def test_people_lost_a_month_are_those_lost_in_the_last_30_days():
    traces = [
        *walk("ani", stops_at="satu", at=LATER - 31 * DAY),
        *walk("budi", stops_at="satu", at=LATER - 29 * DAY),
        *walk("cici", stops_at="satu", at=LATER - DAY / 2),
    ]

    step = step_of(traces, "satu")

    assert (step["lost"], step["people_lost_per_month"]) == (2, 1)


def test_a_step_or_verb_that_nobody_knows_changes_nothing_but_the_silence():
    known = walk("budi", stops_at="satu")

    assert fates(step_of([*known, make_trace("budi", "entered", "sepuluh", at=LATER)], "satu")) == (1, 0, 0, 1)
    assert fates(step_of([*known, make_trace("ani", "entered", "sepuluh")], "satu")) == (1, 0, 1, 0)


# Step "dua" got new content with version 2, three days after version 1 came out.
CHANGED = make_definition(version="2", versions=[("1", NOON, ALL), ("2", NOON + 3 * DAY, ["dua"])])
TEN_DAYS_ON = NOON + 10 * DAY


def step_after_change(traces, name, as_of=TEN_DAYS_ON):
    return step_of(traces, name, as_of=as_of, definition=CHANGED)


def test_only_events_that_met_the_new_content_count_at_that_step():
    traces = [
        *walk("ani", "satu", stops_at="dua", version="1"),
        *walk("budi", *ALL, at=NOON + 4 * DAY, version="2"),
    ]

    assert fates(step_after_change(traces, "satu")) == (2, 2, 0, 0)
    assert fates(step_after_change(traces, "dua")) == (1, 1, 0, 0)


def test_the_version_an_event_carries_beats_its_time():
    """A phone that was offline showed the old text after the new one was out."""
    traces = walk("ani", "satu", stops_at="dua", at=NOON + 4 * DAY, version="1")

    assert fates(step_after_change(traces, "dua")) == (0, 0, 0, 0)


def test_getting_past_the_old_content_says_nothing_about_the_new():
    traces = [
        *walk("ani", *ALL, version="1"),
        make_trace("ani", "entered", "dua", at=NOON + 4 * DAY, version="2"),
    ]

    assert fates(step_after_change(traces, "dua")) == (1, 0, 1, 0)


def test_seen_from_before_the_change_the_old_content_is_what_counts():
    traces = walk("ani", "satu", stops_at="dua", version="1")

    assert fates(step_after_change(traces, "dua", as_of=NOON + 2 * DAY)) == (1, 0, 1, 0)


@pytest.mark.parametrize(
    ("version", "at", "counted"),
    [("0", NOON + 4 * DAY, 0), ("3", NOON, 1), ("baru", NOON + 4 * DAY, 1), ("baru", NOON + DAY, 0)],
    ids=["older number", "newer number", "after the change", "before the change"],
)
def test_a_version_that_nobody_listed_is_placed_by_its_number_or_its_time(version, at, counted):
    traces = [make_trace("ani", "entered", "dua", version=version, at=at)]

    assert step_after_change(traces, "dua")["entered"] == counted


verbs = st.sampled_from(["entered", "completed", "error", "help", "back", "left", "fault", "recovered", "finished"])
some_traces = st.lists(
    st.builds(
        make_trace,
        learner=st.sampled_from(["ani", "budi", "cici", "dodo", "eko"]),
        verb=verbs,
        step=st.sampled_from([*ALL, "lain", ""]),
        at=st.integers(0, 5 * 24).map(lambda hours: NOON + timedelta(hours=hours)),
        version=st.sampled_from(["1", "2", "x"]),
        seconds=st.none() | st.integers(0, 600).map(float),
        mode=st.sampled_from(["", "latihan", "tonton"]),
        attempt=st.none() | st.uuids(),
        field=st.sampled_from(["", "luas"]),
    ),
    max_size=60,
)
DEFINITION = make_definition(version="2", versions=[("1", NOON, ALL), ("2", NOON + DAY, ["dua"])])


@settings(max_examples=60, deadline=None)
@given(some_traces.flatmap(lambda traces: st.tuples(st.just(traces), st.permutations(traces + traces[::2]))))
def test_order_and_repetition_change_nothing(both):
    traces, shuffled = both

    assert report_of(shuffled, definition=DEFINITION) == report_of(traces, definition=DEFINITION)


@settings(max_examples=60, deadline=None)
@given(some_traces)
def test_the_figures_agree_with_each_other(traces):
    report = report_of(traces, definition=DEFINITION)

    steps = report["steps"]
    assert sorted(step["rank"] for step in steps) == [1, 2, 3]
    assert report["finishers"] + report["in_progress"] <= report["starters"]
    for step in steps:
        known = step["completed"] + step["lost"]
        assert step["entered"] == known + step["in_progress"]
        assert step["people_lost_per_month"] <= step["lost"]
        assert (step["loss_rate"] is None) == (step["low"] is None) == (step["high"] is None) == (known == 0)
        assert known == 0 or 0 <= step["low"] <= step["loss_rate"] <= step["high"] <= 1
        assert all(found["people"] <= step["entered"] for found in step["top_errors"])
        assert (step["flag"] in ("stuck", "watch")) == bool(step["why"])
