"""People who fail together: of how many independent people a number of people is worth.

A class whose network broke stops together, and twenty of them say little more than one. The variance of a share is
worked out between clusters (a class is one, everybody who came alone is one) and divided by what it would be if all
were independent: the design effect, by which people and affected are divided (Rao and Scott, A simple method for the
analysis of clustered binary data, Biometrics 48, 1992).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

Cluster = tuple[int, int]  # affected, people

# Classes differ somewhat even where the few that were seen do not show it: an intraclass correlation of 0.1, which is
# what is found for the results of school classes, given up as more clusters are seen.
ALIKE_BEFORE = 0.1
ENOUGH_CLUSTERS = 5


@dataclass(frozen=True, slots=True)
class Clustered:
    """People at one step: `affected` of `people`, of whom `classes` came together."""

    affected: int
    people: int
    classes: tuple[Cluster, ...] = ()

    @property
    def size(self) -> float:
        """How many people somebody who came meets in their cluster on average, themselves among them."""
        together = sum(people for _, people in self.classes)
        squares = sum(people * people for _, people in self.classes)
        return (squares + self.people - together) / self.people if self.people else 1.0

    @property
    def clusters(self) -> int:
        together = sum(people for _, people in self.classes)
        return len(self.classes) + self.people - together

    @property
    def raw_effect(self) -> float | None:
        """The design effect seen at this step alone; None where it cannot be seen."""
        if self.clusters < 2 or not 0 < self.affected < self.people:
            return None
        share = self.affected / self.people
        between = sum((affected - share * people) ** 2 for affected, people in self.classes)
        alone = self.people - sum(people for _, people in self.classes)
        alone_affected = self.affected - sum(affected for affected, _ in self.classes)
        between += alone_affected * (1 - share) ** 2 + (alone - alone_affected) * share**2
        correction = self.clusters / (self.clusters - 1)
        return correction * between / (self.people * share * (1 - share))


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
