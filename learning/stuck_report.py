"""The stuck report over what is in the database: docs/interfaces.md has its shape.

Figures of now are read from sums that follow the events; only for a moment in the past the events are read again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.core.cache import cache
from django.utils import timezone

from learning.aggregates.catching_up import catch_up
from learning.aggregates.choices import filter_values
from learning.aggregates.filters import Filters
from learning.aggregates.reading import figures_from_sums
from learning.aggregates.scanning import scanned_figures
from learning.aggregates.waiting import number_waiting
from learning.definitions import known_activities
from learning.domain.counting.figures import ActivityFigures
from learning.domain.counting.signatures import can_be_summed
from learning.domain.definitions import ActivityDefinition
from learning.domain.method.report_shape import StuckReport
from learning.domain.method.stuck import report_of
from learning.models import PersonSum

__all__ = ["CurrentFigures", "Filters", "UnknownActivity", "current_figures", "filter_values", "report"]

PATIENCE = timedelta(milliseconds=150)  # what a page may spend on counting who is waiting
KEPT_SECONDS = 60  # figures that are made person by person, for whoever looks again


class UnknownActivity(LookupError):
    """Nobody has defined an activity of this id."""


@dataclass(frozen=True)
class CurrentFigures:
    """`figures.as_of` is the moment that they are of. `waiting`: people whose newest events are not in them yet."""

    figures: ActivityFigures
    waiting: int


def report(*, as_of: datetime | None = None, activity: str | None = None) -> StuckReport:
    """Return the report of every known activity, or of the one named; raise UnknownActivity. None is now."""
    definitions = [known for known in known_activities() if activity in (None, known.id)]
    if activity is not None and not definitions:
        raise UnknownActivity(activity)
    catch_up(definitions)
    moment = timezone.now() if as_of is None else as_of
    return {
        "as_of": moment.isoformat(),
        "activities": [report_of(_figures(definition, as_of=moment)) for definition in definitions],
    }


def current_figures(
    definition: ActivityDefinition, *, filters: Filters | None = None, within: timedelta = PATIENCE
) -> CurrentFigures:
    """The figures of now for a page: whoever waits is counted first, as far as that takes no longer than `within`."""
    chosen = filters or Filters()
    catch_up([definition], within=within)
    now = timezone.now()
    if not can_be_summed(definition, now=now):
        return CurrentFigures(scanned_figures(definition, as_of=now), 0)
    waiting = number_waiting(definition.id)
    if chosen.are_summed:
        return CurrentFigures(figures_from_sums(definition, as_of=now, filters=chosen), waiting)
    key = sha256(repr((definition, chosen)).encode()).hexdigest()
    kept = cache.get(key)
    if kept is None:
        kept = CurrentFigures(figures_from_sums(definition, as_of=now, filters=chosen), waiting)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _figures(definition: ActivityDefinition, *, as_of: datetime) -> ActivityFigures:
    if _sums_tell(definition, as_of=as_of):
        return figures_from_sums(definition, as_of=as_of)
    return scanned_figures(definition, as_of=as_of)


def _sums_tell(definition: ActivityDefinition, *, as_of: datetime) -> bool:
    """Whether what is in the sums is what happened up to that moment: nothing came after it, nothing is still to come
    before it, and nobody waits."""
    people = PersonSum.objects.filter(activity=definition.id)
    return (
        can_be_summed(definition, now=min(as_of, timezone.now()))
        and not number_waiting(definition.id)
        and not people.filter(last_at__gt=as_of).exists()
        and not people.filter(next_at__lte=as_of).exists()
    )
