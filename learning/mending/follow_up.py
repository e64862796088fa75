"""The daily look at all steps: what stays stuck becomes a proposed to-do, what an edit mended is closed."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from learning.domain.advice.hysteresis import Watch
from learning.mending.step_summaries import ActivitySummary, StepSummary
from learning.mending.todos import close, open_todo, take_in_verdicts
from learning.models import StepWatch, Todo, TodoState

Key = tuple[str, str, int]  # activity, step, edition


@transaction.atomic
def take_a_look(activities: Iterable[ActivitySummary], *, at: datetime) -> None:
    """Safe to repeat: a second look on the same day changes nothing."""
    activities = list(activities)
    kept = {_key(row): row for row in StepWatch.objects.all()}
    seen: set[Key] = set()
    for activity in activities:
        for step in activity.steps:
            seen.add((step.activity, step.id, step.edition))
            _look(step, kept.get((step.activity, step.id, step.edition)), version=activity.version, at=at)
    # Of content that is gone nothing needs to be remembered.
    StepWatch.objects.filter(pk__in=[row.pk for key, row in kept.items() if key not in seen]).delete()
    take_in_verdicts({step.place: step.edit for one in activities for step in one.steps if step.edit}, at=at)


def confirmed() -> dict[Key, datetime]:
    """The steps that stayed stuck, and since when that is certain."""
    rows = StepWatch.objects.filter(confirmed_at__isnull=False)
    return {_key(row): row.confirmed_at for row in rows if row.confirmed_at}


def _look(step: StepSummary, row: StepWatch | None, *, version: str, at: datetime) -> None:
    before = row.watch if row else Watch()
    after = before.after(stuck=step.is_stuck, at=at)
    if after.confirmed_at and not before.confirmed_at:
        open_todo(activity=step.activity, step=step.id, version=version, reason=step.reason, by=None, at=at)
    if before.confirmed_at and after.is_over:
        _withdraw(step, at=at)
    if after != before:
        _remember(step, row, after)


def _withdraw(step: StepSummary, *, at: datetime) -> None:
    for todo in Todo.objects.filter(activity=step.activity, step=step.id, state=TodoState.PROPOSED):
        close(todo, as_state=TodoState.DROPPED, at=at)


def _remember(step: StepSummary, row: StepWatch | None, watch: Watch) -> None:
    if watch.stuck_since is None:
        if row:
            row.delete()
        return
    row = row or StepWatch(activity=step.activity, step=step.id, edition=step.edition)
    row.stuck_since, row.confirmed_at, row.calm_since = watch.stuck_since, watch.confirmed_at, watch.calm_since
    row.save()


def _key(row: StepWatch) -> Key:
    return row.activity, row.step, row.edition
