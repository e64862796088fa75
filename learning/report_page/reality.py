"""What became of the real registration, as the owners told it themselves."""

from dataclasses import dataclass

from learning.domain.counting.figures import ActivityFigures
from learning.domain.method.distributions import Distribution
from learning.domain.shown_counts import Count
from learning.domain.suppression import SMALLEST_GROUP


@dataclass(frozen=True, slots=True)
class StuckPlace:
    number: int
    title: str
    people: Count


@dataclass(frozen=True, slots=True)
class Reality:
    """`days`: the median from the first press to the NIB; None where fewer than five said that they have it."""

    issued: Count
    days: int | None
    stuck: list[StuckPlace]


def reality_of(figures: ActivityFigures, *, about: bool) -> Reality | None:
    """None where nobody told anything. `about`: to the nearest five."""
    people = sum(figures.issued.values())
    if not people and not figures.really_stuck:
        return None
    days = (
        Distribution({float(days): count for days, count in figures.issued.items()}).middle
        if people >= SMALLEST_GROUP
        else None
    )
    issued = Count.of(people, about=about)
    return Reality(issued, None if days is None else round(days), _stuck(figures, about=about))


def _stuck(figures: ActivityFigures, *, about: bool) -> list[StuckPlace]:
    """The step with the most people first."""
    steps = {step.id: (number, step.title) for number, step in enumerate(figures.definition.steps, start=1)}
    found = [(people, *steps[step]) for step, people in figures.really_stuck.items() if step in steps]
    ordered = sorted(found, key=lambda one: (-one[0], one[1]))
    return [StuckPlace(number, title, Count.of(people, about=about)) for people, number, title in ordered]
