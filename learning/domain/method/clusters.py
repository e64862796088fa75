"""People who fail together: of how many independent people a number of people is worth.

A class whose network broke stops together, and twenty of them say little more than one. The variance of a share is
worked out between clusters (a class is one, everybody who came alone is one) and divided by what it would be if all
were independent: the design effect, by which people and affected are divided (Rao and Scott, A simple method for the
analysis of clustered binary data, Biometrics 48, 1992).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from learning.domain.counting.figures import StepFigures
from learning.domain.counting.step_counts import ENTERED, ERRING

# Classes differ somewhat even where the few that were seen do not show it: an intraclass correlation of 0.1, which is
# what is found for the results of school classes, given up as more clusters are seen.
ALIKE_BEFORE = 0.1
ENOUGH_CLUSTERS = 5


@dataclass(frozen=True, slots=True)
class Clustered:
    """People at one step: `affected` of `people`. The rest are sums over the classes, however many there are.

    `classes`, `together`, `together_affected`: how many classes, people in them, and affected ones; `squares`,
    `affected_squares`, `products`: sums of the squares of their sizes, of the squares of the affected, of both.
    """

    affected: int
    people: int
    classes: int = 0
    together: int = 0
    together_affected: int = 0
    squares: int = 0
    affected_squares: int = 0
    products: int = 0

    @classmethod
    def of(cls, affected: int, people: int, classes: Iterable[tuple[int, int]]) -> "Clustered":
        """`classes`: of each, (affected, people); whoever is in none came alone."""
        number = together = hit = squares = affected_squares = products = 0
        for part, size in classes:
            number += 1
            together += size
            hit += part
            squares += size * size
            affected_squares += part * part
            products += part * size
        return cls(affected, people, number, together, hit, squares, affected_squares, products)

    @property
    def size(self) -> float:
        """How many people somebody who came meets in their cluster on average, themselves among them."""
        return (self.squares + self.people - self.together) / self.people if self.people else 1.0

    @property
    def clusters(self) -> int:
        return self.classes + self.people - self.together

    @property
    def raw_effect(self) -> float | None:
        """The design effect seen at this step alone; None where it cannot be seen."""
        if self.clusters < 2 or not 0 < self.affected < self.people:
            return None
        share = self.affected / self.people
        between = self.affected_squares - 2 * share * self.products + share * share * self.squares
        alone, alone_affected = self.people - self.together, self.affected - self.together_affected
        between += alone_affected * (1 - share) ** 2 + (alone - alone_affected) * share**2
        correction = self.clusters / (self.clusters - 1)
        return correction * between / (self.people * share * (1 - share))


def losses_of(step: StepFigures) -> Clustered:
    """Those lost among those whose fate is known."""
    pending = Counter(stay.group for stay in step.pending if stay.group)
    parts = (
        (entered - completed - pending[group], entered - pending[group])
        for group, (entered, completed, _) in step.count.groups.items()
    )
    return Clustered.of(step.fates.lost, step.fates.known, (part for part in parts if part[1]))


def errors_of(step: StepFigures) -> Clustered:
    """Those who met an error among those who entered."""
    return Clustered.of(
        step.fates.erring, step.fates.entered, ((part[ERRING], part[ENTERED]) for part in step.count.groups.values())
    )


def design_effects(steps: Sequence[Clustered]) -> list[float]:
    """At least 1, for each step: what is seen there, and never less than what the other steps let expect."""
    alike = _usual_likeness(steps)
    return [_effect(step, alike) for step in steps]


def _effect(step: Clustered, alike: float) -> float:
    if step.size <= 1:
        return 1.0
    before = ALIKE_BEFORE * ENOUGH_CLUSTERS / (ENOUGH_CLUSTERS + step.clusters)
    expected = 1 + (step.size - 1) * max(alike, before)
    return max(expected, step.raw_effect or 1.0)


def _usual_likeness(steps: Iterable[Clustered]) -> float:
    """The intraclass correlation that is usual: the middle one of all steps, so that one bad day does not make it."""
    seen = [(step.raw_effect - 1) / (step.size - 1) for step in steps if step.size > 1.05 and step.raw_effect]
    return max(0.0, median(seen)) if seen else 0.0
