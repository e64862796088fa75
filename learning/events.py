"""Store events: in batches, once each. The first content of an id stays.

Rows are written without the ORM, which takes four fifths of the time of a batch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from learning.aggregates import queue, waiting
from learning.domain import events as domain
from learning.models import Event

BATCH = 1000  # events in one transaction: one sync to the disk for all, and nobody else waits long
_KEYS = [field.name for field in fields(domain.Event)]
_values_of = attrgetter(*_KEYS)
_COLUMNS = ", ".join(connection.ops.quote_name(name) for name in (*_KEYS, "received_at"))
_TABLE = Event._meta.db_table
_PLACES = ", ".join(["%s"] * (len(_KEYS) + 1))
_INSERT = f"INSERT INTO {_TABLE} ({_COLUMNS}) VALUES ({_PLACES}) ON CONFLICT DO NOTHING"
_LOCK = 7_105_321  # any number, the same everywhere: PostgreSQL's advisory locks are numbers


@transaction.atomic(savepoint=False)  # inside the attempt's own transaction there is nothing to roll back alone
def store(events: Sequence[domain.Event]) -> int:
    """Keep those events whose id is not there yet; return how many that were."""
    return _keep(events if connection.vendor == "sqlite" else _unknown(events))


@transaction.atomic(savepoint=False)
def store_new(events: Sequence[domain.Event]) -> None:
    """Keep events whose ids were made here and now, so that nobody can have stored them: two queries."""
    _keep(events)


def _keep(events: Sequence[domain.Event]) -> int:
    if not events:
        return 0
    received_at = timezone.now()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            rows = [[*map(_for_sqlite, _values_of(event)), _for_sqlite(received_at)] for event in events]
            stored = cursor.executemany(_INSERT, rows).rowcount
        else:
            stored = _copy(cursor, ((*_values_of(event), received_at) for event in events))
    if stored:
        waiting.note((event.activity, event.learner) for event in events)
        queue.count_soon()
    return stored


def _unknown(events: Sequence[domain.Event]) -> list[domain.Event]:
    """Without those that are stored, or come twice. Over partitions the database cannot tell, so others wait here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    known = set(Event.objects.filter(pk__in=[event.id for event in events]).values_list("pk", flat=True))
    first: dict[UUID, domain.Event] = {}
    for event in events:
        if event.id not in known:
            first.setdefault(event.id, event)
    return list(first.values())


def _for_sqlite(value: Any) -> Any:  # noqa: ANN401 - a value as it is kept, whatever its kind
    """As Django writes it: a moment in UTC without its offset, a UUID as 32 signs."""
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    return value.hex if isinstance(value, UUID) else value


def _copy(cursor: Any, rows: Iterable[Sequence[object]]) -> int:  # noqa: ANN401 - psycopg may not be installed
    """PostgreSQL's way to take in many rows at once, five times as fast as inserting them."""
    with cursor.copy(f"COPY {_TABLE} ({_COLUMNS}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    return int(cursor.rowcount)
