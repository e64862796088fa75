"""Stored events on their way out, in the order they happened, however many there are."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime

from learning.domain import events as domain
from learning.models import Event
from learning.models.events import EventQuerySet

_KEYS = [field.name for field in fields(domain.Event)]
CHUNK = 2000  # rows in memory at a time


def events_since(since: datetime | None = None) -> Iterator[domain.Event]:
    """All events, or those that happened at `since` and later."""
    return read(Event.objects.all() if since is None else Event.objects.filter(at__gte=since))


def read(rows: EventQuerySet) -> Iterator[domain.Event]:
    ordered = rows.order_by("at", "id").values_list(*_KEYS)
    return (domain.Event(*values) for values in ordered.iterator(chunk_size=CHUNK))
