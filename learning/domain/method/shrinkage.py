"""What a step's true loss rate was, given that it was looked at because it was high: regression to the mean.

Who edits the worst step edits, more often than not, one that also had bad luck, and would have looked better afterwards
all by itself. A rate is therefore drawn towards those of the other steps before it is compared (Efron and Morris,
Stein's estimation rule and its competitors, JASA 68, 1973). Some steps are no part of that crowd at all: a rate that
the others cannot explain is left nearly as it was seen.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from learning.domain.method.beta import log_beta

Count = tuple[float, float]  # lost, known; not necessarily whole

USUALS = (0.003, 0.006, 0.01, 0.016, 0.024, 0.034, 0.046, 0.062, 0.085, 0.12, 0.17, 0.25, 0.36, 0.5)
SPREADS = (15.0, 40.0, 100.0, 300.0, 1000.0)  # how many people the usual rate is worth as a guess of a step's own
GRID = [
    (usual * spread, (1 - usual) * spread, log_beta(usual * spread, (1 - usual) * spread))
    for usual in USUALS
    for spread in SPREADS
]
ODD_SHARE = 0.15  # of all steps, those that are no part of the crowd
ODD = (1.0, 3.0)  # what is believed of their rates: any, the lower the more likely


@dataclass(frozen=True, slots=True)
class Belief:
    """A loss rate: its mean and its variance."""

    mean: float
    variance: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """The rates of the other steps as a beta distribution, by its parameters."""

    a: float
    b: float

    @property
    def usual(self) -> float:
        return self.a / (self.a + self.b)


class Crowds:
    """For each of some steps, what the others let expect of it."""

    def __init__(self, counts: Sequence[Count]) -> None:
        self._rows = [_row(count) for count in counts]
        self._total = [sum(column) for column in zip(*self._rows, strict=True)]

    def without(self, place: int) -> Crowd:
        """The crowd of all but the step at that place: every usual rate and spread weighs as much as it explains."""
        logs = [
            whole - own + math.log(a / (a + b))
            for whole, own, (a, b, _) in zip(self._total, self._rows[place], GRID, strict=True)
        ]
        most = max(logs)
        weights = [math.exp(log - most) for log in logs]
        moments = [_moments(a, b) for a, b, _ in GRID]
        total = sum(weights)
        mean = sum(weight * one.mean for weight, one in zip(weights, moments, strict=True)) / total
        square = sum(w * (one.variance + one.mean**2) for w, one in zip(weights, moments, strict=True)) / total
        spread = mean * (1 - mean) / max(square - mean * mean, 1e-9) - 1
        return Crowd(mean * spread, (1 - mean) * spread)


def shrunk(count: Count, crowd: Crowd) -> Belief:
    """The rate of a step with that count: of the crowd or an odd one, by which of both explains it."""
    lost, known = count
    odds = math.exp(min(700.0, _log_marginal(count, *ODD) - _log_marginal(count, crowd.a, crowd.b)))
    odd = ODD_SHARE * odds / (1 - ODD_SHARE + ODD_SHARE * odds)
    own, other = (_moments(lost + a, known - lost + b) for a, b in ((crowd.a, crowd.b), ODD))
    mean = (1 - odd) * own.mean + odd * other.mean
    variance = (1 - odd) * (own.variance + (own.mean - mean) ** 2) + odd * (other.variance + (other.mean - mean) ** 2)
    return Belief(mean, variance)


def seen(count: Count) -> Belief:
    """The rate as it was seen, with nothing believed beforehand (Jeffreys)."""
    lost, known = count
    return _moments(lost + 0.5, known - lost + 0.5)


def _row(count: Count) -> list[float]:
    """For every crowd of the grid the logarithm of how likely the count is: of the crowd, more likely than not."""
    lost, known = count
    odd = ODD_SHARE * math.exp(max(-600.0, _log_marginal(count, *ODD)))
    rest, lgamma = known - lost, math.lgamma
    row = []
    for a, b, log_ab in GRID:
        own = lgamma(lost + a) + lgamma(rest + b) - lgamma(known + a + b) - log_ab
        row.append(math.log((1 - ODD_SHARE) * math.exp(max(-600.0, own)) + odd))
    return row


def _log_marginal(count: Count, a: float, b: float) -> float:
    lost, known = count
    return log_beta(lost + a, known - lost + b) - log_beta(a, b)


def _moments(a: float, b: float) -> Belief:
    mean = a / (a + b)
    return Belief(mean, mean * (1 - mean) / (a + b + 1))
