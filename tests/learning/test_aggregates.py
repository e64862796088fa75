"""Sums that are kept tell what a scan of the events tells, whatever happened on the way."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learning import events
from learning.aggregates import forget, merge
from learning.aggregates.catching_up import catch_up
from learning.aggregates.scanning import scanned_figures
from learning.definitions import known_activity
from learning.domain.events import Event as DomainEvent
from learning.domain.method.stuck import scanned_figures as figures_of_traces
from learning.models import Activity, ActivitySum, Event, OpenStay, PersonSum, StepSum, SummedActivity, Uncounted
from learning.stuck_report import Filters, current_figures, filter_values, report
from learning.traces import traces_of
from tests.learning.factories import LATER, NOON, make_activity, make_trace, store_traces, walk

pytestmark = pytest.mark.django_db
MINE = "flow/contoh"
STEPS = ("satu", "dua", "tiga")
VERSION_2 = {"version": "2", "at": (NOON + timedelta(hours=5)).isoformat(), "changed": ["dua"]}


def kept():
    """Everything that is kept, without the numbers of the rows."""
    return {
        form.__name__: sorted(
            tuple(str(value) for name, value in row.items() if name != "id") for row in form.objects.values()
        )
        for form in (ActivitySum, StepSum, PersonSum, OpenStay)
    }


def scan(as_of):
    definition = known_activity(MINE)
    people = set(Event.objects.values_list("learner", flat=True))
    return figures_of_traces(definition, traces_of(MINE, sorted(people)), as_of=as_of)


def current(**filters):
    return current_figures(known_activity(MINE), filters=Filters(**filters), within=timedelta(minutes=1)).figures


def comparable(figures):
    """What is read off figures; open stays have no order."""
    return [
        (
            step.step.id,
            step.edition,
            step.count,
            sorted(map(repr, step.pending)),
            step.lost_this_month,
            step.seen_this_month,
        )
        for step in (*figures.steps, *(step for steps in figures.earlier.values() for step in steps))
    ] + [figures.starters, figures.finishers, figures.in_progress, figures.rests, figures.issued, figures.really_stuck]


def make_events():
    verbs = st.sampled_from(["entered", "completed", "error", "help", "back", "fault", "recovered", "finished", "real"])
    return st.builds(
        lambda number, learner, verb, step, hours, version, mode, net, code, seconds: DomainEvent(
            id=UUID(int=number),
            learner=learner,
            at=NOW + timedelta(minutes=round(hours * 60)),
            activity=MINE,
            version=version,
            verb=verb,
            step="" if verb == "finished" else step,
            code={"real": "macet", "error": code}.get(verb, ""),
            field="luas" if verb == "error" else "",
            mode=mode,
            net=net,
            seconds=seconds,
            attempt=None if mode == "" else UUID(int=7),
        ),
        st.integers(1, 60),
        st.sampled_from(["ani", "budi", "cici"]),
        verbs,
        st.sampled_from([*STEPS, "lain"]),
        st.sampled_from([-900.0, -800, -200, -48, -47, -46.5, -30, -20, -1, -0.5, 30]),
        st.sampled_from(["1", "2", "3", "x"]),
        st.sampled_from(["", "latihan", "tonton"]),
        st.sampled_from(["", "ok", "slow"]),
        st.sampled_from(["number.digits", "number.range"]),
        st.sampled_from([None, 12.34, 250.0]),
    )


NOW = timezone.now()
BATCHES = st.lists(st.lists(make_events(), min_size=1, max_size=8), min_size=1, max_size=5)
CHANGES = st.lists(st.sampled_from(["catch up", "version", "steps", "older version"]), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=BATCHES, changes=CHANGES)
def test_sums_tell_what_a_scan_tells_and_a_rebuild_gives_the_same_rows(batches, changes):
    for form in (Activity, Event, Uncounted, PersonSum, StepSum, ActivitySum, OpenStay, SummedActivity):
        form.objects.all().delete()
    make_activity(*STEPS)
    for number, batch in enumerate(batches):
        events.store(batch)
        if number < len(changes):
            change(changes[number])
    catch_up()

    now = timezone.now()
    assert comparable(current()) == comparable(scan(now))
    assert comparable(scanned_figures(known_activity(MINE), as_of=now)) == comparable(scan(now))
    before = kept()
    call_command("rebuild_aggregates")
    assert kept() == before
    for learner in ("ani", "budi", "cici"):
        forget(learner)
    assert kept() == {"ActivitySum": [], "StepSum": [], "PersonSum": [], "OpenStay": []}


def change(what):
    activity = Activity.objects.get()
    if what == "version":
        activity.versions = [*activity.versions, version_after(len(activity.versions), "dua")]
        activity.version = activity.versions[-1]["version"]
    elif what == "older version":
        activity.versions = [version_after(-10 - len(activity.versions), "satu"), *activity.versions]
    elif what == "steps":
        activity.steps = list(reversed(activity.steps))
    activity.save()
    catch_up()


def version_after(number, step):
    return {"version": str(number + 2), "at": (NOW - timedelta(hours=60 - number)).isoformat(), "changed": [step]}


def test_an_event_from_a_clock_that_is_ahead_counts_when_its_time_has_come(monkeypatch):
    make_activity(*STEPS)
    soon = timezone.now() + timedelta(hours=2)
    store_traces([make_trace(at=soon)])

    assert current().steps[0].fates.entered == 0

    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(minutes=1))
    assert current().steps[0].fates.entered == 1


def test_events_that_wait_are_told_apart_from_those_that_are_counted():
    make_activity(*STEPS)
    store_traces(walk("ani", *STEPS) + walk("budi", "satu"))

    found = current_figures(known_activity(MINE), within=timedelta(0))

    assert (found.waiting, found.figures.starters) == (2, 0)


def test_the_report_of_a_past_moment_reads_the_events_again():
    make_activity(*STEPS)
    store_traces(walk("ani", *STEPS) + walk("budi", "satu", at=NOON + timedelta(hours=3)))

    (activity,) = report(as_of=NOON + timedelta(hours=1))["activities"]

    assert activity["starters"] == 1


def people(figures):
    return [step.fates.entered for step in figures.steps]


@pytest.fixture
def crowd():
    make_activity(*STEPS)
    store_traces(walk("ani", *STEPS, mode="latihan", device="phone"))
    store_traces(walk("budi", "satu", stops_at="dua", mode="latihan", device="desktop", at=LATER))
    store_traces(walk("cici", "satu", mode="tuntun", device="phone", company="class", group="AB", at=LATER))


@pytest.mark.parametrize(
    ("filters", "entered"),
    [
        ({}, [3, 2, 1]),
        ({"mode": "latihan"}, [2, 2, 1]),
        ({"mode": "latihan", "device": "phone"}, [1, 1, 1]),
        ({"company": "alone"}, [2, 2, 1]),
        ({"group": "AB"}, [1, 0, 0]),
        ({"group": "AB", "mode": "latihan"}, [0, 0, 0]),
        ({"first": date(2026, 3, 2)}, [2, 1, 0]),
        ({"last": date(2026, 3, 1)}, [1, 1, 1]),
        ({"first": date(2026, 3, 4), "last": date(2026, 3, 4), "device": "desktop"}, [1, 1, 0]),
        ({"persona": "tidak-ada"}, [0, 0, 0]),
    ],
)
def test_filters_choose_people_by_the_first_thing_they_did(crowd, filters, entered):
    assert people(current(**filters)) == entered


def test_the_values_of_a_filter_are_counted_with_the_other_filters_applied(crowd):
    catch_up()

    found = filter_values(MINE, filters=Filters(mode="latihan"))

    assert found["mode"] == {"latihan": 2, "tuntun": 1}
    assert found["device"] == {"desktop": 1, "phone": 1}
    assert found["group"] == {}
    assert found[""] == {"": 2}
    assert filter_values(MINE)["group"] == {"AB": 1}
    assert filter_values(MINE, filters=Filters(first=date(2026, 3, 2)))["device"] == {"desktop": 1, "phone": 1}
    assert filter_values(MINE, filters=Filters(group="AB"))["mode"] == {"tuntun": 1}


def test_a_pseudonym_that_takes_over_anothers_events_is_counted_once(crowd):
    catch_up()
    Event.objects.filter(learner="ani").update(learner="budi")

    merge("ani", "budi")

    assert people(current()) == [2, 1, 1]
    assert not PersonSum.objects.filter(learner="ani").exists()


def test_events_of_an_activity_that_nobody_knows_wait_for_its_definition():
    store_traces(walk("ani", *STEPS))
    catch_up()
    assert Uncounted.objects.count() == 1

    make_activity(*STEPS)

    assert people(current()) == [1, 1, 1]


def test_a_version_that_is_still_to_come_is_told_from_the_events_themselves():
    make_activity(*STEPS, versions=[{"version": "2", "at": "2099-01-01T00:00:00+00:00", "changed": ["satu"]}])
    store_traces(walk("ani", *STEPS))

    assert people(current()) == [1, 1, 1]
    assert report()["activities"][0]["finishers"] == 1


def test_a_new_version_counts_anew_without_touching_those_who_met_a_listed_one(django_assert_max_num_queries):
    make_activity(*STEPS)
    store_traces(walk("ani", *STEPS))
    catch_up()
    Activity.objects.update(versions=[VERSION_2], version="2")

    figures = current()

    assert people(figures) == [1, 0, 1]
    assert [step.fates.entered for step in figures.earlier["dua"]] == [1]


def test_asking_again_costs_few_queries(crowd, django_assert_max_num_queries):
    current()
    definition = known_activity(MINE)

    with django_assert_max_num_queries(9):
        current_figures(definition)
