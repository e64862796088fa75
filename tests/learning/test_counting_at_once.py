"""What happens to somebody while others are busy counting them."""

from datetime import timedelta

import pytest

from learning.aggregates import catching_up
from learning.aggregates.catching_up import catch_up
from learning.aggregates.counting import counted
from learning.models import ActivitySum, Event, OpenStay, PersonSum, StepSum, Uncounted
from learning.own_data import my_data
from learning.stuck_report import report
from tests.factories import sign_in_learner
from tests.learning.factories import NOON, make_guide, store_traces, walk

pytestmark = pytest.mark.django_db
GUIDE = "guide/contoh"


@pytest.fixture
def learner(client):
    """Somebody who completed the first step, lost the way at the second, and waits to be counted."""
    guide = make_guide("satu", "dua")
    guide.step_changes.update(at=NOON - timedelta(days=30))
    found = sign_in_learner(client)
    store_traces(walk(str(found), "satu", stops_at="dua", at=NOON), activity=GUIDE)
    return found


@pytest.fixture
def meanwhile(monkeypatch):
    """Have something done, once, between the counting of people and the keeping of what came out."""

    def have_done(act):
        pending = [act]

        def count_slowly(*args, **more):
            found = counted(*args, **more)
            if pending:
                pending.pop()()
            return found

        monkeypatch.setattr(catching_up, "counted", count_slowly)

    return have_done


def test_who_is_erased_while_they_are_counted_leaves_nothing(learner, meanwhile):
    meanwhile(lambda: my_data.erase(learner))

    assert catch_up()

    for form in (ActivitySum, StepSum, PersonSum, OpenStay, Uncounted, Event):
        assert not form.objects.exists(), form


def test_two_who_count_the_same_people_count_them_once(learner, meanwhile):
    meanwhile(catch_up)

    assert catch_up()

    (activity,) = report()["activities"]
    assert [(step["entered"], step["completed"]) for step in activity["steps"]] == [(1, 1), (1, 0)]


def test_who_is_joined_to_somebody_while_they_are_counted_is_counted_once(client, learner, meanwhile):
    other = sign_in_learner(client)
    store_traces(walk(str(other), "satu", at=NOON), activity=GUIDE)
    meanwhile(lambda: my_data.join(learner, into=other))

    assert catch_up()

    assert list(PersonSum.objects.values_list("learner", flat=True)) == [str(other)]
    (activity,) = report()["activities"]
    assert [(step["entered"], step["completed"]) for step in activity["steps"]] == [(1, 1), (1, 0)]
