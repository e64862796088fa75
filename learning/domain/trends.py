"""How a step fared week by week, with the content that people met, for a curve that has marks where it was edited."""

from dataclasses import dataclass
from datetime import date

from learning.domain.figures import ActivityFigures, Fates

WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Week:
    """Those who came to a step from the Monday `first_day` on, for seven days (UTC), and met one edition of it.

    A week in which the step was edited comes twice, the older edition first; `begins`: it is the first week of its
    edition that anybody came in, and there is an earlier edition.
    """

    first_day: date
    edition: int
    fates: Fates
    begins: bool


def trend_of(figures: ActivityFigures, step: str) -> list[Week]:
    """Weeks in which anybody came to that step, oldest first; none for a step that is not there.

    Days after the report, which only a wrong clock can tell, are not among them.
    """
    weeks: dict[tuple[int, int], Fates] = {}
    for edition in (*figures.earlier.get(step, ()), *(one for one in figures.steps if one.step.id == step)):
        for day, fates in edition.days.items():
            place = (_monday(day), edition.edition)
            weeks[place] = weeks.get(place, Fates()).plus(fates)
    seen: set[int] = set()
    found = []
    for (day, edition_number), fates in sorted(weeks.items()):
        found.append(Week(date.fromordinal(day), edition_number, fates, _is_new(edition_number, seen)))
        seen.add(edition_number)
    return found


def _monday(day: int) -> int:
    return day - (day - 1) % WEEK  # the first of January of the year 1 was a Monday


def _is_new(edition: int, seen: set[int]) -> bool:
    return edition > 0 and edition not in seen
