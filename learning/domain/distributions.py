"""Middle and order values of measurements that are kept as {value: how many}."""

import math
from collections.abc import Mapping

from learning.domain.intervals import Z90


def total(values: Mapping[float, int]) -> int:
    return sum(values.values())


def nth(values: Mapping[float, int], place: int) -> float:
    """The value at `place`, from 0, in ascending order; raise IndexError beyond the last."""
    passed = 0
    for value in sorted(values):
        passed += values[value]
        if place < passed:
            return value
    raise IndexError(place)


def middle(values: Mapping[float, int]) -> float | None:
    count = total(values)
    return None if not count else (nth(values, (count - 1) // 2) + nth(values, count // 2)) / 2


def median_low(values: Mapping[float, int], *, z: float = Z90) -> float | None:
    """Return the lower end of the median's interval, or None when there are too few values for one.

    The k-th smallest value, where k counts from the binomial distribution of values below the median
    (normal approximation; Conover, Practical Nonparametric Statistics, section 3.2).
    """
    count = total(values)
    k = math.floor(count / 2 - z * math.sqrt(count) / 2)
    return nth(values, k - 1) if k >= 1 else None


def above(values: Mapping[float, int], limit: float) -> int:
    return sum(count for value, count in values.items() if value > limit)
