"""What becomes of events after three months: they go, and what they told stays."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, Phase, event, given, settings

from learning import events
from learning.aggregates.catching_up import catch_up
from learning.definitions import known_activities
from learning.event_retention import erase_old_events
from learning.models import ActivitySum, Event, Learner, OpenStay, PersonSum, StepSum, Uncounted
from learning.stuck_report import current_figures, report
from tests.learning.factories import make_activity, make_guide, make_trace, store_traces, walk
from tests.learning.test_aggregates import BATCHES, comparable, kept
from tutorials.models import StepChange

pytestmark = pytest.mark.django_db
GUIDE = "guide/contoh"
STEPS = ("satu", "dua", "tiga")


def days_ago(number):
    return timezone.now() - timedelta(days=number)


def figures():
    (definition,) = known_activities()
    return current_figures(definition, within=timedelta(minutes=1)).figures


@pytest.fixture
def guide():
    """A guide whose steps were written before anybody came."""
    page = make_guide(*STEPS)
    page.step_changes.update(at=days_ago(400))
    return page


def store(*traces):
    store_traces(traces, activity=GUIDE)


def test_events_go_after_ninety_days_and_what_they_told_stays(guide):
    store(*walk("ani", *STEPS, at=days_ago(91)), *walk("budi", "satu", stops_at="dua", at=days_ago(89)))
    before = comparable(figures())

    erase_old_events(now=timezone.now())

    assert set(Event.objects.values_list("learner", flat=True)) == {"budi"}
    assert comparable(figures()) == before


def test_whoever_was_last_seen_longer_ago_has_no_name_left(guide):
    store(*walk("ani", "satu", stops_at="dua", at=days_ago(91)))

    erase_old_events(now=timezone.now())

    assert not PersonSum.objects.exists()
    assert not OpenStay.objects.exists()
    assert [step.fates.lost for step in figures().steps] == [0, 1, 0]


def test_whoever_goes_on_is_counted_once_at_every_step_they_ever_did(guide):
    store(*walk("ani", "satu", at=days_ago(91)), *walk("ani", "dua", at=days_ago(10)))
    erase_old_events(now=timezone.now())

    store(*walk("ani", "tiga", at=days_ago(1)))

    assert [step.fates.completed for step in figures().steps] == [1, 1, 1]
    assert figures().finishers == 1
    assert Event.objects.filter(step="satu").count() == 0


def test_a_report_of_last_week_still_counts_those_whose_events_are_gone(guide):
    store(*walk("ani", *STEPS, at=days_ago(91)), *walk("budi", *STEPS, at=days_ago(1)))
    erase_old_events(now=timezone.now())

    (activity,) = report(as_of=days_ago(7))["activities"]

    assert (activity["starters"], activity["finishers"]) == (1, 1)


def test_events_of_imported_activities_stay():
    make_activity(*STEPS)
    store_traces(walk("ani", *STEPS, at=days_ago(400)))

    erase_old_events(now=timezone.now())

    assert Event.objects.count() == 6


def test_events_of_a_deleted_guide_go_too(guide):
    store(*walk("ani", *STEPS, at=days_ago(91)))
    catch_up()
    guide.delete()

    erase_old_events(now=timezone.now())

    assert not Event.objects.exists()
    assert not PersonSum.objects.exists()


def test_an_event_from_a_clock_that_is_years_ahead_goes_ninety_days_after_it_came(guide):
    store(make_trace(at=days_ago(-4000)), make_trace(at=days_ago(100)))
    Event.objects.update(received_at=days_ago(91))

    erase_old_events(now=timezone.now())
    erase_old_events(now=timezone.now())

    assert not Event.objects.exists()
    assert not PersonSum.objects.exists()
    assert figures().steps[0].fates.entered == 1


def test_what_somebody_only_watched_goes_as_well(guide):
    store(*walk("ani", *STEPS, at=days_ago(91), mode="tonton"))

    erase_old_events(now=timezone.now())

    assert not Event.objects.exists()


def test_events_of_a_guide_that_nobody_knows_go_with_everything_that_names_their_learner():
    store_traces(walk("ani", *STEPS, at=days_ago(100)), activity="guide/tak-ada")

    erase_old_events(now=timezone.now())

    assert not Event.objects.exists()
    assert not Uncounted.objects.exists()


def test_what_our_own_learners_send_under_any_name_goes_and_what_others_brought_waits_for_its_definition():
    ours = Learner.objects.create()
    store_traces(walk(str(ours.uuid), "satu", at=days_ago(200)), activity="kursus/x")
    store_traces(walk("ani", "satu", at=days_ago(200)), activity="kursus/x")

    erase_old_events(now=timezone.now())

    assert set(Event.objects.values_list("learner", flat=True)) == {"ani"}
    assert set(Uncounted.objects.values_list("learner", flat=True)) == {"ani"}


def test_housekeeping_does_it(guide):
    store(*walk("ani", *STEPS, at=days_ago(91)))

    call_command("housekeeping")

    assert not Event.objects.exists()


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(batches=BATCHES)
def test_erasing_changes_no_figure_and_a_rebuild_afterwards_gives_the_same_rows(guide, batches):
    for form in (Event, Uncounted, PersonSum, StepSum, ActivitySum, OpenStay):
        form.objects.all().delete()
    StepChange.objects.get_or_create(page=guide, step="dua", version="2", defaults={"at": days_ago(25)})
    for batch in batches:
        events.store([replace(event, activity=GUIDE) for event in batch])
    before = comparable(figures())

    erased = erase_old_events(now=timezone.now() + timedelta(days=60))

    event(f"erased {erased > 0}, going on {PersonSum.objects.exclude(base='').exists()}")
    assert comparable(figures()) == before
    rows = kept()
    call_command("rebuild_aggregates")
    assert kept() == rows
