"""Bring the sums after the events: take the people who wait, count them from all their events, keep the difference.

Counting happens outside any transaction, so that nobody waits for it; keeping it is one short transaction. Several
processes may do this at once: whoever finds that the sums changed while they counted begins again.
"""

import time
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from learning.aggregates import keeping
from learning.aggregates.counting import counted
from learning.aggregates.definitions import follow_all, revision_of
from learning.aggregates.ledger import lock
from learning.aggregates.waiting import note_due
from learning.definitions import known_activities
from learning.domain.counting.signatures import can_be_summed
from learning.domain.definitions import ActivityDefinition
from learning.models import Uncounted

PEOPLE = 600  # counted at once
ROWS = 10_000  # looked at for them: somebody who presses often has a row for each press


def catch_up(definitions: Iterable[ActivityDefinition] | None = None, *, within: timedelta | None = None) -> bool:
    """Count everybody who waits in these activities (all that are known), or as many as time allows; whether all."""
    until = None if within is None else time.monotonic() + within.total_seconds()
    note_due(now=timezone.now())
    found = _summable(definitions)
    follow_all(found)
    waiting = set(Uncounted.objects.values_list("activity", flat=True).distinct())
    left = [one.id for one in found if one.id in waiting and not _catch_up(one, until)]
    return not left


def _summable(definitions: Iterable[ActivityDefinition] | None) -> list[ActivityDefinition]:
    now = timezone.now()
    known = known_activities() if definitions is None else definitions
    return [definition for definition in known if can_be_summed(definition, now=now)]


def _catch_up(definition: ActivityDefinition, until: float | None) -> bool:
    while until is None or time.monotonic() < until:
        waiting = _next_people(definition.id)
        if not waiting:
            return True
        if not _count(definition, waiting):
            return False
    return not Uncounted.objects.filter(activity=definition.id).exists()


def _next_people(activity: str) -> dict[str, set[int]]:
    """By learner, the rows that say that they wait; the longest waiting first."""
    rows = Uncounted.objects.filter(activity=activity).order_by("id").values_list("learner", "id")[:ROWS]
    found: dict[str, set[int]] = {}
    for learner, row in rows:
        if learner in found or len(found) < PEOPLE:
            found.setdefault(learner, set()).add(row)
    return found


def _count(definition: ActivityDefinition, waiting: dict[str, set[int]]) -> bool:
    """Count these people, unless somebody changes the sums meanwhile: then they are still waiting. False when it is the
    definition that changed; the next catching up has the new one."""
    revision = revision_of(definition)
    if revision is None:
        return False
    people = counted(definition, list(waiting), as_of=timezone.now())
    found = keeping.Replacement(definition.id, people, keeping.rows_of(definition.id, waiting))
    with transaction.atomic():
        lock()
        if revision_of(definition) == revision:
            lock(definition.id)
            found.write()
            Uncounted.objects.filter(pk__in=[row for rows in waiting.values() for row in rows]).delete()
    return True
