"""What happened at each step, in people, as the rules of the report ask for it."""

from dataclasses import dataclass
from functools import cached_property

from learning.domain.counting.figures import ActivityFigures, StepFigures
from learning.domain.method.distributions import Distribution, above


@dataclass(frozen=True)  # no slots: the figures are worked out once and kept
class Tally:
    """The figures of one step; every property is a number of people unless it says otherwise."""

    figures: StepFigures

    @property
    def entered(self) -> int:
        return self.figures.fates.entered

    @property
    def completed(self) -> int:
        return self.figures.fates.completed

    @property
    def lost(self) -> int:
        return self.figures.fates.lost

    @property
    def in_progress(self) -> int:
        return self.figures.fates.in_progress

    @property
    def known(self) -> int:
        """Those whose fate is known."""
        return self.figures.fates.known

    @property
    def loss_rate(self) -> float | None:
        return self.figures.fates.loss_rate

    @property
    def lost_this_month(self) -> int:
        return self.figures.lost_this_month

    @property
    def seen_this_month(self) -> int:
        return self.figures.seen_this_month

    @property
    def erring(self) -> int:
        return self.figures.count.erring

    @property
    def asking(self) -> int:
        return self.figures.count.asking

    @property
    def looping(self) -> int:
        """Those who came back from a later step more than once."""
        return self.figures.count.looping

    @property
    def trapped(self) -> int:
        """Those who met a fault and did not get out of it."""
        return self.figures.count.trapped

    @property
    def refused(self) -> int:
        """Those who met an error and went on all the same."""
        return self.figures.count.refused

    def held_up(self, patience: float | None) -> int:
        """Those who went on without an error, but asked for help or took more than `patience` seconds."""
        return self.figures.count.held + (0 if patience is None else above(self.figures.count.smooth, patience))

    @cached_property
    def times(self) -> Distribution:
        """Seconds to completion of those who told."""
        return Distribution(self.figures.count.seconds)

    @property
    def timed(self) -> int:
        """Those whose seconds to completion are known."""
        return self.times.total

    @cached_property
    def median_seconds(self) -> float | None:
        return self.times.middle

    @cached_property
    def pace(self) -> float | None:
        """How many times its expected time the step takes; None where either is unknown."""
        return self._paced(self.median_seconds)

    @property
    def errors_per_entry(self) -> float | None:
        return self.figures.count.errors / self.entered if self.entered else None

    @property
    def help_per_entry(self) -> float | None:
        return self.figures.count.helps / self.entered if self.entered else None

    def top_errors(self, limit: int) -> list[tuple[str, str, int]]:
        """Return (field, code, people), most people first; equals in the order of their names."""
        people = {tuple(rule.split("|")): count for rule, count in self.figures.count.rules.items()}
        ordered = sorted(people.items(), key=lambda item: (-item[1], item[0]))
        return [(name, code, count) for (name, code), count in ordered[:limit]]

    def _paced(self, seconds: float | None) -> float | None:
        expected = self.figures.step.expected_seconds
        return None if seconds is None or expected <= 0 else seconds / expected


def tallies_of(figures: ActivityFigures) -> list[Tally]:
    """One tally for each step, in the activity's order."""
    return [Tally(step) for step in figures.steps]
