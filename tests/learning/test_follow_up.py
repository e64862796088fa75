"""The daily look: what stays stuck becomes a proposal, what an edit mended is closed, and nothing flaps."""

from dataclasses import replace
from datetime import timedelta

import pytest

from learning.domain.counting.figures import Fates
from learning.domain.method.edits import EditVerdict, Outcome
from learning.mending.follow_up import confirmed, take_a_look
from learning.mending.step_summaries import ActivitySummary, StepSummary
from learning.mending.todos import close, open_todo
from learning.models import StepWatch, Todo, TodoState
from tests.learning.factories import NOON

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def make_step(*, stuck=True, edition=0, edit=None, step="dua"):
    return StepSummary(
        activity="guide/contoh",
        activity_title="Panduan contoh",
        id=step,
        title=step.capitalize(),
        number=2,
        edition=edition,
        flag="stuck" if stuck else "ok",
        reason="loss" if stuck else "",
        reasons=(),
        people=100,
        loss="",
        saving="",
        saved=10.0,
        errors=(),
        causes=(),
        edit=edit,
        edit_told="",
        edit_url="",
    )


def make_activity(*steps):
    return ActivitySummary(
        "guide/contoh", "Panduan contoh", "guide", "3", NOON, 100, 60, 20, steps, tuple(step.id for step in steps)
    )


def look(days, *steps):
    take_a_look([make_activity(*steps)], at=NOON + days * DAY)


def make_edit(verdict, *, at=NOON + 2 * DAY):
    return EditVerdict("3", at, 0.4, 0.1, -0.4, -0.2, Outcome(verdict), None, Fates(100, 60), Fates(100, 90))


def states():
    return list(Todo.objects.order_by("pk").values_list("state", flat=True))


def test_a_step_stuck_on_two_days_is_proposed_once():
    look(0, make_step())
    assert states() == []

    look(1, make_step())
    look(1, make_step())
    look(2, make_step())

    todo = Todo.objects.get()
    assert (todo.activity, todo.step, todo.version, todo.reason) == ("guide/contoh", "dua", "3", "loss")
    assert (todo.state, todo.made_by, todo.opened_at) == (TodoState.PROPOSED, None, NOON + DAY)
    assert confirmed() == {("guide/contoh", "dua", 0): NOON + DAY}


def test_two_looks_within_a_day_propose_nothing():
    look(0, make_step())
    look(0.4, make_step())

    assert states() == []


def test_a_flag_that_comes_and_goes_proposes_nothing():
    for day in range(0, 20, 2):
        look(day, make_step())
        look(day + 1, make_step(stuck=False))

    assert states() == []


def test_a_proposal_stays_through_thirteen_good_days_and_goes_after_fourteen():
    look(0, make_step())
    look(1, make_step())
    look(2, make_step(stuck=False))
    look(15, make_step(stuck=False))
    assert states() == ["proposed"]

    look(16, make_step(stuck=False))
    assert states() == ["dropped"]
    assert not StepWatch.objects.exists()


def test_what_somebody_works_on_is_not_closed_because_it_got_better_by_itself(admin_user):
    open_todo(activity="guide/contoh", step="dua", version="3", reason="loss", by=admin_user, at=NOON)
    look(0, make_step())
    look(1, make_step())
    look(2, make_step(stuck=False))
    look(30, make_step(stuck=False))

    assert states() == ["open"]


def test_a_proposal_closed_by_hand_does_not_come_back_while_the_step_stays_stuck():
    look(0, make_step())
    look(1, make_step())
    close(Todo.objects.get(), as_state=TodoState.DROPPED, at=NOON + DAY)
    look(2, make_step())
    look(9, make_step())

    assert states() == ["dropped"]


def test_new_content_that_is_stuck_again_is_proposed_again():
    look(0, make_step())
    look(1, make_step())
    close(Todo.objects.get(), as_state=TodoState.DONE, at=NOON + DAY)
    look(2, make_step(edition=1))
    look(3, make_step(edition=1))

    assert states() == ["done", "proposed"]
    assert list(StepWatch.objects.values_list("edition", flat=True)) == [1]


def test_a_better_edit_closes_its_todo(admin_user):
    open_todo(activity="guide/contoh", step="dua", version="3", reason="loss", by=admin_user, at=NOON)
    look(5, make_step(stuck=False, edit=make_edit("better")))

    todo = Todo.objects.get()
    assert (todo.state, todo.verdict, todo.closed_at) == (TodoState.BETTER, "better", NOON + 5 * DAY)


@pytest.mark.parametrize("verdict", ["wait", "unclear", "worse"])
def test_any_other_verdict_is_noted_and_leaves_it_open(admin_user, verdict):
    open_todo(activity="guide/contoh", step="dua", version="3", reason="loss", by=admin_user, at=NOON)
    look(5, make_step(edit=make_edit(verdict)))

    todo = Todo.objects.get()
    assert (todo.state, todo.verdict) == (TodoState.OPEN, verdict)


def test_an_edit_before_the_todo_says_nothing_about_it(admin_user):
    open_todo(activity="guide/contoh", step="dua", version="3", reason="loss", by=admin_user, at=NOON)
    look(5, make_step(edit=make_edit("better", at=NOON - DAY)))

    todo = Todo.objects.get()
    assert (todo.state, todo.verdict) == (TodoState.OPEN, "")


def test_what_turns_out_worse_is_opened_again(admin_user):
    todo, _ = open_todo(activity="guide/contoh", step="dua", version="3", reason="loss", by=admin_user, at=NOON)
    close(todo, as_state=TodoState.DONE, at=NOON + 3 * DAY)
    look(9, make_step(edit=make_edit("worse")))

    todo.refresh_from_db()
    assert (todo.state, todo.verdict, todo.closed_at) == (TodoState.OPEN, "worse", None)


def test_what_was_closed_by_hand_learns_that_it_got_better(admin_user):
    todo, _ = open_todo(activity="guide/contoh", step="dua", version="3", reason="loss", by=admin_user, at=NOON)
    close(todo, as_state=TodoState.DONE, at=NOON + 3 * DAY)
    look(9, make_step(edit=make_edit("better")))

    todo.refresh_from_db()
    assert (todo.state, todo.verdict) == (TodoState.DONE, "better")


def test_steps_that_are_gone_are_forgotten():
    look(0, make_step(), make_step(step="tiga"))
    look(1, make_step())

    assert list(StepWatch.objects.values_list("step", flat=True)) == ["dua"]


def test_a_quiet_day_asks_the_database_as_often_for_many_steps_as_for_few(django_assert_max_num_queries):
    steps = [replace(make_step(stuck=False), id=f"langkah-{number}") for number in range(50)]

    with django_assert_max_num_queries(6):
        look(0, *steps)
