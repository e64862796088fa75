"""Middle and order values of measurements that are kept as {value: how many}."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate


class Distribution:
    """Sorted once, for as many questions as there are."""

    def __init__(self, values: Mapping[float, int]) -> None:
        self._values = sorted(values)
        self._passed = list(accumulate(values[value] for value in self._values))

    @property
    def total(self) -> int:
        return self._passed[-1] if self._passed else 0

    @property
    def middle(self) -> float | None:
        """The median; of an even number, what lies between the two in the middle."""
        return (self.nth((self.total - 1) // 2) + self.nth(self.total // 2)) / 2 if self.total else None

    def quantile(self, share: float) -> float | None:
        """The smallest value that at least `share` of all do not exceed."""
        return self.nth(min(self.total - 1, max(0, -int(-share * self.total // 1) - 1))) if self.total else None

    def nth(self, place: int) -> float:
        """The value at `place`, from 0, in ascending order; raise IndexError beyond the last."""
        return self._values[bisect_right(self._passed, place)]


def above(values: Mapping[float, int], limit: float) -> int:
    return sum(count for value, count in values.items() if value > limit)
