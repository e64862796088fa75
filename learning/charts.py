"""Geometry of the pictures in the stuck report: numbers to SVG attributes, as text that no locale rewrites."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 300  # units of the drawing
BAR_MIDDLE = 13
_CAP = 6  # half the height of a whisker's end
# The axis ends at the first of these that holds every share; the marks between are this far apart.
_AXES = ((0.1, 0.05), (0.2, 0.1), (0.3, 0.1), (0.4, 0.1), (0.5, 0.1), (0.6, 0.2), (0.8, 0.2), (1.0, 0.2))


@dataclass(frozen=True, slots=True)
class Tick:
    x: str
    percent: int


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from 0 to `top` over the width of the drawing, with a mark every `step`; both are shares."""

    top: float
    step: float

    @property
    def ticks(self) -> list[Tick]:
        shares = [self.step * number for number in range(round(self.top / self.step) + 1)]
        return [Tick(number(self.x(share)), round(share * 100)) for share in shares]

    def x(self, share: float) -> float:
        return share / self.top * WIDTH

    def bar(self, share: float) -> str:
        return number(self.x(share))

    def whisker(self, low: float, high: float) -> str:
        """A path: a line from `low` to `high` with a cap at either end."""
        left, right = number(self.x(low)), number(self.x(high))
        above = BAR_MIDDLE - _CAP
        return f"M{left} {BAR_MIDDLE}H{right}M{left} {above}v{2 * _CAP}M{right} {above}v{2 * _CAP}"


def scale_for(shares: Sequence[float]) -> Scale:
    """The shortest axis that holds all shares."""
    largest = max(shares, default=0)
    return next((Scale(top, step) for top, step in _AXES if largest <= top), Scale(*_AXES[-1]))


def part_of_width(part: int, whole: int) -> str:
    return number(part / whole * WIDTH if whole else 0)


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
