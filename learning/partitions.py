"""The events on PostgreSQL: a partition for each month, so that a month that is over goes at once.

What lies outside every month (a clock that was wrong by years, events from elsewhere that are old already) is in the
partition `learning_event_rest`. SQLite has one table, and nothing here does anything there.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import connection, transaction

TABLE = "learning_event"
REST = f"{TABLE}_rest"
MONTHS_AHEAD = 3  # a server that stands still for a quarter still has somewhere to put its events


def is_partitioned() -> bool:
    return connection.vendor == "postgresql"


def make_coming_months(*, now: datetime) -> list[str]:
    """Make the partitions of this month and the next ones where they are missing; return their names."""
    if not is_partitioned():
        return []
    return [_name(month) for month in _months_from(now, MONTHS_AHEAD + 1) if _make(month)]


def drop_empty_months(*, before: datetime) -> list[str]:
    """Drop the partitions of months that ended by then and hold nothing any more; return their names."""
    if not is_partitioned():
        return []
    over = [name for name in sorted(_existing()) if (end := _end_of(name)) is not None and end <= before]
    return [name for name in over if _drop_if_empty(name)]


def _make(month: datetime) -> bool:
    """Events of that month that came early lie in the rest; they move, or the month could not be attached."""
    name, end = _name(month), _next(month)
    if name in _existing():
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {TABLE} IN SHARE ROW EXCLUSIVE MODE")
        if name in _existing():  # another server was at it as well
            return False
        cursor.execute(f"CREATE TABLE {name} (LIKE {TABLE} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
        cursor.execute(
            f"WITH early AS (DELETE FROM {REST} WHERE at >= %s AND at < %s RETURNING *) "
            f"INSERT INTO {name} SELECT * FROM early",
            [month, end],
        )
        cursor.execute(f"ALTER TABLE {TABLE} ATTACH PARTITION {name} FOR VALUES FROM (%s) TO (%s)", [month, end])
        return True


def _drop_if_empty(name: str) -> bool:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {TABLE} IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {name})")
        if cursor.fetchone()[0]:
            return False
        cursor.execute(f"DROP TABLE {name}")
        return True


def _existing() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass", [TABLE])
        return {name for (name,) in cursor.fetchall()}


def _name(month: datetime) -> str:
    return f"{TABLE}_{month:%Y_%m}"


def _end_of(name: str) -> datetime | None:
    """When the month of a partition ends; None for the rest."""
    year, _, month = name.removeprefix(f"{TABLE}_").partition("_")
    return _next(datetime(int(year), int(month), 1, tzinfo=UTC)) if year.isdigit() and month.isdigit() else None


def _months_from(now: datetime, count: int) -> Iterator[datetime]:
    month = now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    for _ in range(count):
        yield month
        month = _next(month)


def _next(month: datetime) -> datetime:
    return month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
