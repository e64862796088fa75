"""Store events: in batches, once each. The first content of an id stays."""

from collections.abc import Sequence
from dataclasses import fields

from django.db import transaction

from learning.aggregates import queue, waiting
from learning.domain import events as domain
from learning.models import Event

_KEYS = [field.name for field in fields(domain.Event)]
BATCH = 1000  # events in one transaction: one sync to the disk for all, and nobody else waits long


@transaction.atomic(savepoint=False)  # inside the attempt's own transaction there is nothing to roll back alone
def store(events: Sequence[domain.Event]) -> int:
    """Keep those events whose id is not there yet; return how many that were."""
    known = set(Event.objects.filter(pk__in=[event.id for event in events]).values_list("pk", flat=True))
    fresh = {event.id: event for event in reversed(events) if event.id not in known}
    rows = list(reversed(fresh.values()))
    # Somebody may store the same event between the look and the write: that one stays, ours is dropped.
    store_new(rows)
    return len(rows)


@transaction.atomic(savepoint=False)
def store_new(events: Sequence[domain.Event]) -> None:
    """Keep events whose ids were made here and now, so that nobody can have stored them: two queries."""
    rows = [Event(**{key: getattr(event, key) for key in _KEYS}) for event in events]
    Event.objects.bulk_create(rows, ignore_conflicts=True)
    waiting.note((event.activity, event.learner) for event in events)
    queue.count_soon()
