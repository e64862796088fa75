"""A figure of a step before and after an edit, as it is seen: nothing is corrected, and nothing is decided by it."""

import math
from dataclasses import dataclass

from learning.domain.counting.figures import StepFigures
from learning.domain.method.distributions import Distribution
from learning.domain.method.intervals import Z90, wilson

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`before` and `after` an edit, and the 90 % interval of after − before; None where it is not known."""

    before: float | None = None
    after: float | None = None
    low: float | None = None
    high: float | None = None


UNKNOWN = Comparison()


def errors_compared(before: StepFigures, after: StepFigures) -> Comparison:
    """The share of those who entered that met an error."""
    old, new = ((step.count.erring, step.count.entered) for step in (before, after))
    return _compared(_share(*old), wilson(*old), _share(*new), wilson(*new))


def seconds_compared(before: StepFigures, after: StepFigures) -> Comparison:
    """The median of the active seconds of those who completed."""
    old, new = Distribution(before.count.seconds), Distribution(after.count.seconds)
    return _compared(old.middle, _median_ends(old), new.middle, _median_ends(new))


def _share(some: int, people: int) -> float | None:
    return some / people if people else None


def _compared(before: float | None, old: Ends | None, after: float | None, new: Ends | None) -> Comparison:
    """The interval of the difference joins those of both figures (Newcombe, Statistics in Medicine 17, 1998)."""
    if before is None or after is None or old is None or new is None:
        return Comparison(before, after)
    change = after - before
    return Comparison(
        before,
        after,
        change - math.hypot(after - new[0], old[1] - before),
        change + math.hypot(new[1] - after, before - old[0]),
    )


def _median_ends(values: Distribution) -> Ends | None:
    """90 % interval of the median from the order of the values (Conover, Practical Nonparametric Statistics, 3.2)."""
    beyond = math.floor(values.total / 2 - Z90 * math.sqrt(values.total) / 2)
    return (values.nth(beyond - 1), values.nth(values.total - beyond)) if beyond >= 1 else None
