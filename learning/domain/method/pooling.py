"""Which of the steps of an activity stand out from the others: partial pooling, worked out exactly on a grid.

Every step is either sound, and then its figure lies around what is usual in this activity, or it is a problem, and
then it lies beyond a margin above that. What is usual, and how far sound steps differ, is not known beforehand: every
combination on a grid counts by how well all steps together agree with it (their marginal likelihood). So steps with few
people lean on the others, several bad steps among few do not hide each other, and a step with few people must be far
off before anybody is sure.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from learning.domain.method.beta import beta_above, log_beta, normal_above

Matrix = list[list[float]]

MOST_SOUND = 0.95  # a step that loses more is a problem whatever is usual
FAR = 7.0  # standard deviations


@dataclass(frozen=True, slots=True)
class Standing:
    """`sure`: how probable it is that the step is a problem; `usual`: the figure of the other steps."""

    sure: float
    usual: float


class Cell(NamedTuple):
    """Sound steps: a beta distribution with `a` and `b` up to `limit`, or anywhere from `least` to there.

    `log_mass`: log of the part of that distribution below `limit`, times the beta function. `before`: log of how
    probable the combination is before any step is seen.
    """

    usual: float
    spread: float
    a: float
    b: float
    least: float
    limit: float
    log_mass: float
    before: float


@dataclass(frozen=True)
class ShareNorm:
    """What is believed of a share before any step is seen.

    `usuals`: what may be usual. Sound steps lie around that as a beta distribution worth one of `spreads` people (the
    more, the more alike they are; with how probable that is); `apart` of them lie anywhere from `lenience` below to
    `margin` above. Beyond that a step is a problem, as `rarity` of all steps are; its share has the density
    (1 − share) ** `mildness`. The usual share itself has, before any step is seen, the density (1 − usual) ** `doubt`.
    """

    margin: float
    lenience: float
    spreads: Mapping[float, float]
    rarity: float = 0.08
    apart: float = 0.03
    mildness: float = 3.0
    doubt: float = 4.0
    usuals: tuple[float, ...] = field(
        default=(
            0.002, 0.004, 0.007, 0.011, 0.016, 0.021, 0.027, 0.034, 0.042, 0.052, 0.064, 0.078, 0.095, 0.115, 0.14,
            0.17, 0.21, 0.26, 0.32, 0.4, 0.5, 0.62, 0.75,
        )
    )  # fmt: skip

    @cached_property
    def grid(self) -> list[Cell]:
        """Every combination of a usual share and a spread."""
        edges = [0.0, *((left + right) / 2 for left, right in pairwise(self.usuals)), 0.9]
        return [
            self._cell(usual, spread, (right - left) * (1 - usual) ** self.doubt * weight)
            for usual, (left, right) in zip(self.usuals, pairwise(edges), strict=True)
            for spread, weight in self.spreads.items()
        ]

    def _cell(self, usual: float, spread: float, before: float) -> Cell:
        a, b = usual * spread, (1 - usual) * spread
        least, limit = max(0.0, usual - self.lenience), min(usual + self.margin, MOST_SOUND)
        log_mass = math.log(1 - beta_above(limit, a, b)) + log_beta(a, b)
        return Cell(usual, spread, a, b, least, limit, log_mass, math.log(before))


def shares_standing_out(counts: Sequence[tuple[float, float]], norm: ShareNorm) -> list[Standing]:
    """`counts`: for each step (people affected, people), not necessarily whole; nobody is possible."""
    cells = _possible(counts, norm)
    sound = [_sound(affected, people - affected, cells, norm.apart) for affected, people in counts]
    trouble = [_trouble(affected, people - affected, cells, norm.mildness) for affected, people in counts]
    before = [cell.before for cell in cells]
    return _standings(before, sound, trouble, [cell.usual for cell in cells], norm.rarity)


def _possible(counts: Sequence[tuple[float, float]], norm: ShareNorm) -> list[Cell]:
    """Those combinations that the steps leave possible: no more is usual than what may be true of the worst step."""
    most = max(norm.usuals[0], *(_most(affected, people) for affected, people in counts))
    return [cell for cell in norm.grid if cell.usual <= most]


def _most(affected: float, people: float) -> float:
    share = (affected + 1) / (people + 2)
    return share + 4 * math.sqrt(share * (1 - share) / (people + 3))


def _sound(affected: float, spared: float, cells: Sequence[Cell], apart: float) -> list[float]:
    """Log likelihood of every combination if the step is sound, but for a part that all have in common."""
    lgamma, alike = math.lgamma, math.log(1 - apart)
    together = {spread: lgamma(affected + spared + spread) for spread in {cell.spread for cell in cells}}
    anywhere = log_beta(affected + 1, spared + 1) + math.log(apart)
    elsewhere = {
        (least, limit): anywhere + _log_between(least, limit, affected + 1, spared + 1) - math.log(limit - least)
        for least, limit in {(cell.least, cell.limit) for cell in cells}
    }
    found = []
    for cell in cells:
        a, b = affected + cell.a, spared + cell.b
        usual = lgamma(a) + lgamma(b) - together[cell.spread] + _log_below(cell.limit, a, b) - cell.log_mass + alike
        found.append(_log_sum(usual, elsewhere[cell.least, cell.limit]))
    return found


def _log_between(least: float, most: float, a: float, b: float) -> float:
    """Log of the part of a beta distribution between two limits."""
    below = _log_below(most, a, b)
    if least <= 0:
        return below
    not_below = _log_below(1 - least, b, a)
    return below + not_below if min(below, not_below) < -1 else math.log(math.exp(below) + math.exp(not_below) - 1)


def _log_sum(one: float, other: float) -> float:
    """The logarithm of the sum of what these are logarithms of."""
    more, less = (one, other) if one > other else (other, one)
    return more + math.log1p(math.exp(less - more)) if more - less < 40 else more


def _trouble(affected: float, spared: float, cells: Sequence[Cell], mildness: float) -> list[float]:
    """The same if it is a problem: its share lies anywhere beyond the limit."""
    a, b, more = affected + 1, spared + 1 + mildness, mildness + 1
    common = log_beta(a, b) + math.log(more)
    by_limit = {
        limit: common + _log_below(1 - limit, b, a) - more * math.log(1 - limit)
        for limit in {cell.limit for cell in cells}
    }
    return [by_limit[cell.limit] for cell in cells]


def _log_below(limit: float, a: float, b: float) -> float:
    """Log of the part of a beta distribution below `limit`; of a normal one where it hardly matters."""
    mean = a / (a + b)
    away = (limit - mean) / math.sqrt(mean * (1 - mean) / (a + b + 1))
    if away > FAR:
        return 0.0
    if away < -FAR:
        return -0.5 * away * away - math.log(-away)
    return math.log(max(1 - beta_above(limit, a, b), 1e-30))


@dataclass(frozen=True)
class LevelNorm:
    """The same for a measurement with a known standard error, here the logarithm of how long a step takes."""

    margin: float
    spreads: Mapping[float, float]
    widest: float
    rarity: float = 0.05
    usuals: tuple[float, ...] = field(default=tuple(place / 10 for place in range(-30, 31)))
    usual_before: float = 0.8  # standard deviation of the usual level before any step is seen

    @cached_property
    def grid(self) -> list[tuple[float, float]]:
        return [(usual, spread) for usual in self.usuals for spread in self.spreads]

    @cached_property
    def before(self) -> list[float]:
        return [math.log(self.spreads[spread]) - 0.5 * (usual / self.usual_before) ** 2 for usual, spread in self.grid]


def levels_standing_out(levels: Sequence[tuple[float, float]], norm: LevelNorm) -> list[Standing]:
    """`levels`: for each step (level, its standard error)."""
    sound = [[_log_normal(level - usual, error, spread) for usual, spread in norm.grid] for level, error in levels]
    trouble = []
    for level, error in levels:
        by_usual = {usual: _log_beyond(level - usual, error, norm) for usual in norm.usuals}
        trouble.append([by_usual[usual] for usual, _ in norm.grid])
    return _standings(norm.before, sound, trouble, [usual for usual, _ in norm.grid], norm.rarity)


def _log_normal(off: float, error: float, spread: float) -> float:
    variance = error * error + spread * spread
    return -0.5 * off * off / variance - 0.5 * math.log(2 * math.pi * variance)


def _log_beyond(off: float, error: float, norm: LevelNorm) -> float:
    share = normal_above((norm.margin - off) / error) - normal_above((norm.widest - off) / error)
    return math.log(max(share, 1e-30) / (norm.widest - norm.margin))


def _standings(
    before: Sequence[float], sound: Matrix, trouble: Matrix, usuals: Sequence[float], rarity: float
) -> list[Standing]:
    """Weigh every combination by how well all steps agree with it."""
    log_sound, log_trouble = math.log(1 - rarity), math.log(rarity)
    either, odds = [], []
    for ok, bad in zip(sound, trouble, strict=True):
        ratios = [min(700.0, log_trouble + b - log_sound - s) for s, b in zip(ok, bad, strict=True)]
        raised = [math.exp(ratio) for ratio in ratios]
        either.append([log_sound + s + math.log1p(ratio) for s, ratio in zip(ok, raised, strict=True)])
        odds.append([ratio / (1 + ratio) for ratio in raised])
    total = [sum(column) for column in zip(before, *either, strict=True)]
    weights = _normed(total)
    found = []
    for own, likely in zip(either, odds, strict=True):
        others = _normed([whole - part for whole, part in zip(total, own, strict=True)])
        found.append(
            Standing(
                sure=min(1.0, sum(weight * one for weight, one in zip(weights, likely, strict=True))),
                usual=sum(weight * usual for weight, usual in zip(others, usuals, strict=True)),
            )
        )
    return found


def _normed(logs: Sequence[float]) -> list[float]:
    most = max(logs)
    raised = [math.exp(value - most) for value in logs]
    total = sum(raised)
    return [value / total for value in raised]
