"""The stuck report over what is in the database: docs/interfaces.md has its shape."""

from collections.abc import Iterator
from datetime import datetime

from learning.definitions import known_activities
from learning.domain.exposures import Trace
from learning.domain.report_shape import StuckReport
from learning.domain.stuck import activity_report
from learning.models import Event

CHUNK = 5000  # rows in memory at a time


class UnknownActivity(LookupError):
    """Nobody has defined an activity of this id."""


def report(*, as_of: datetime, activity: str | None = None) -> StuckReport:
    """Return the report of every known activity, or of the one named; raise UnknownActivity."""
    definitions = [known for known in known_activities() if activity in (None, known.id)]
    if activity is not None and not definitions:
        raise UnknownActivity(activity)
    reports = [activity_report(known, _traces(known.id, as_of), as_of=as_of) for known in definitions]
    return {"as_of": as_of.isoformat(), "activities": reports}


def _traces(activity: str, as_of: datetime) -> Iterator[Trace]:
    rows = Event.objects.filter(activity=activity, at__lte=as_of).values_list(*Trace._fields)
    return map(Trace._make, rows.iterator(chunk_size=CHUNK))
