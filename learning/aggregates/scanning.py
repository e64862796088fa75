"""Figures straight from the events, for a moment in the past: some people at a time, so that few are in memory."""

from collections.abc import Iterator
from datetime import datetime

from learning.aggregates.counting import counted
from learning.aggregates.reading import add_sealed
from learning.domain.counting.census import Census
from learning.domain.counting.figures import ActivityFigures, figures_of
from learning.domain.definitions import ActivityDefinition
from learning.models import PersonSum, Uncounted

PEOPLE = 500  # in memory at once


def scanned_figures(definition: ActivityDefinition, *, as_of: datetime) -> ActivityFigures:
    """Those whose events were erased after their time count as they did at the end, for any moment."""
    census = Census()
    for learners in _everybody(definition.id):
        for person in counted(definition, learners, as_of=as_of):
            if person.contribution is not None:
                census.add(person.contribution)
    add_sealed(census, definition)
    return figures_of(definition, census, as_of=as_of)


def _everybody(activity: str) -> Iterator[list[str]]:
    """Whoever has events in the activity, in the same order every time. People who only watched may be missing."""
    people = {
        learner
        for rows in (PersonSum, Uncounted)
        for learner in rows.objects.filter(activity=activity).values_list("learner", flat=True).iterator()
    }
    ordered = sorted(people)
    for start in range(0, len(ordered), PEOPLE):
        yield ordered[start : start + PEOPLE]
