"""How a step fared week by week, with the content that people met, for a curve that has marks where it was edited."""

from dataclasses import dataclass
from datetime import date, datetime

from learning.domain.counting.figures import ActivityFigures, Fates

WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Week:
    """Those who came to a step from the Monday `first_day` on, for seven days (UTC), and met one edition of it.

    A week in which the step was edited comes twice, the older edition first. `begins`: the first week of its edition
    since that came out (people with a wrong clock may come earlier); never for the first edition, which no edit made.
    """

    first_day: date
    edition: int
    fates: Fates
    begins: bool


def trend_of(figures: ActivityFigures, step: str) -> list[Week]:
    """Weeks in which anybody came to that step, oldest first; none for a step that is not there."""
    found = []
    for edition in (*figures.earlier.get(step, ()), *(one for one in figures.steps if one.step.id == step)):
        weeks: dict[int, Fates] = {}
        for day, fates in edition.days.items():
            weeks[_monday(day)] = weeks.get(_monday(day), Fates()).plus(fates)
        first = None if edition.since is None else _first_since(edition.since.at, weeks)
        found += [
            Week(date.fromordinal(day), edition.edition, fates, begins=day == first) for day, fates in weeks.items()
        ]
    return sorted(found, key=lambda week: (week.first_day, week.edition))


def _first_since(at: datetime, weeks: dict[int, Fates]) -> int | None:
    return min((day for day in weeks if day + WEEK > at.toordinal()), default=None)


def _monday(day: int) -> int:
    return day - (day - 1) % WEEK  # the first of January of the year 1 was a Monday
