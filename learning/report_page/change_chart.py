"""The small picture of a loss rate before and after an edit."""

from dataclasses import dataclass

from learning.charts import number

LEFT, RIGHT = 48, 102  # where before and after stand
_TOP, _BOTTOM = 10, 64  # of the drawing: the largest share, and nobody
_CAP = 5  # half the width of a whisker's end


@dataclass(frozen=True, slots=True)
class Dot:
    """A share with its interval, as SVG takes it."""

    y: str
    text_y: str
    whisker: str
    percent: int


@dataclass(frozen=True, slots=True)
class ChangeChart:
    before: Dot
    after: Dot

    @property
    def line(self) -> str:
        return f"M{LEFT} {self.before.y}L{RIGHT} {self.after.y}"


def change_chart(
    before: float, after: float, *, around: tuple[tuple[float, float], tuple[float, float]]
) -> ChangeChart:
    """`around`: the intervals of both. All are shares; the drawing goes from 0 to the largest of them."""
    most = max(around[0][1], around[1][1]) or 1.0
    return ChangeChart(_dot(before, around[0], most, x=LEFT), _dot(after, around[1], most, x=RIGHT))


def _dot(share: float, interval: tuple[float, float], most: float, *, x: int) -> Dot:
    y, low, high = (_y(one, most) for one in (share, *interval))
    caps = f"M{x - _CAP} {number(low)}h{2 * _CAP}M{x - _CAP} {number(high)}h{2 * _CAP}"
    return Dot(number(y), number(y + 5), f"M{x} {number(low)}V{number(high)}{caps}", round(share * 100))


def _y(share: float, most: float) -> float:
    return _BOTTOM - share / most * (_BOTTOM - _TOP)
