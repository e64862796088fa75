"""What an edit did to a step's loss rate, apart from luck, from who came, and from what changed everywhere.

The rate that the people since the edit would have had without it is
  the rate before, drawn towards the other steps (`shrinkage`)
  + what the change of the mix of people does (`crowds`)
  + what changed at the same time at the steps that were not edited (difference in differences).
The edit's effect is the rate since, less that. docs/stuck-points.md describes it.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from learning.domain.counting.figures import ActivityFigures, Fates, StepFigures, summed
from learning.domain.method.clusters import design_effects, losses_of
from learning.domain.method.crowds import Amounts, Shift, by_cell, by_net, pooled
from learning.domain.method.intervals import Z90, wilson
from learning.domain.method.shrinkage import Belief, Crowds, seen, shrunk

SEASON = 0.25  # by how much (standard deviation of the logarithm) losses everywhere rise and fall over time
SMALLEST = 0.002  # no rate is expected to be closer to nobody, or to everybody
LAST_DAY = timedelta(days=1)
ENOUGH_SINCE = 30  # people whose fate is known since the edit

VIEWS = (by_cell, by_net)  # what is told of people together
Pair = tuple[StepFigures, StepFigures]  # a step in its present content, and in the one before


@dataclass(frozen=True, slots=True)
class Effect:
    """`expected`: the loss rate without the edit, as a belief; `otherwise`: what else it could be (`Comparing.effect`).

    `lost` of `known`: those since the edit, in independent people; `per_person`: how many of those one person is worth.
    """

    expected: Belief
    otherwise: tuple[Belief, ...]
    lost: float
    known: float
    per_person: float

    @property
    def rate(self) -> float:
        return self.lost / self.known

    @property
    def change(self) -> float:
        return self.rate - self.expected.mean

    @property
    def certainty(self) -> float:
        """The change in standard errors: what remains of it whatever is expected; 0 where that makes a difference."""
        found = [self._z(belief) for belief in (self.expected, *self.otherwise)]
        return min(found, key=abs) if all(z < 0 for z in found) or all(z > 0 for z in found) else 0.0

    @property
    def noise(self) -> float:
        """The variance of one independent person's fate, if the edit did nothing."""
        return self._noise(self.expected)

    def interval(self) -> tuple[float, float]:
        """90 % interval of the change, whatever is expected."""
        ends = [self._interval(belief) for belief in (self.expected, *self.otherwise)]
        return min(low for low, _ in ends), max(high for _, high in ends)

    def _interval(self, expected: Belief) -> tuple[float, float]:
        """Wilson's for the rate since, joined with the error of what is expected (MOVER: Zou and Donner, Statistics in
        Medicine 27, 2008)."""
        low, high = wilson(self.lost, self.known) or (0.0, 1.0)
        error, change = Z90 * math.sqrt(expected.variance), self.rate - expected.mean
        return change - math.hypot(self.rate - low, error), change + math.hypot(high - self.rate, error)

    def _z(self, expected: Belief) -> float:
        """As if the edit had done nothing (a score test)."""
        return (self.rate - expected.mean) / math.sqrt(expected.variance + self._noise(expected) / self.known)

    def _noise(self, expected: Belief) -> float:
        weight = expected.mean * (1 - expected.mean) / expected.variance  # people that the belief is worth
        rate = (expected.mean * weight + self.lost + 0.5) / (weight + self.known + 1)
        return rate * (1 - rate)


@dataclass(frozen=True, slots=True)
class Season:
    """By what factor losses changed everywhere: its logarithm, drawn towards no change, with its variance; `sure`: how
    much of that logarithm is more than chance."""

    change: float
    variance: float
    sure: float

    def of(self, rate: float) -> Shift:
        """What it does to a loss rate."""
        return Shift(rate * math.expm1(self.change), rate * rate * self.variance)


class Comparing:
    """The comparisons of one activity. `pairs`: the steps that were edited."""

    def __init__(self, figures: ActivityFigures, pairs: Sequence[Pair]) -> None:
        self._steps = figures.steps
        self._places = {step.step.id: place for place, step in enumerate(figures.steps)}
        self._as_of = figures.as_of
        # Those who came later would not be known to be lost: of them, only who goes on is known.
        self._ripe_until = figures.as_of - figures.silence
        self._pairs = pairs
        self._during: dict[tuple[str, datetime], tuple[Fates, Fates]] = {}

    def effect(self, step: StepFigures, before: StepFigures) -> Effect | None:
        """None where the fate of nobody is known before or since.

        Two doubts are left open, and a change counts only as far as it holds in either case: whether the rate before
        was luck at all (`plain`), and whether what changed elsewhere changes only what is usual at a step or, in
        proportion, all of its loss (`along`).
        """
        of_old, of_new = self._design_effects[id(before)], self._design_effects[id(step)]
        old = self._ripe(before)
        if not old.known or not step.fates.known:
            return None
        crowd = self._crowds.without(self._places[step.step.id])
        count = (old.lost / of_old, old.known / of_old)
        drawn = shrunk(count, crowd)
        who, mix = self._who_came(step, before)
        who = [Shift(one.change, of_old * one.variance) for one in who]
        season = self._season(step, mix)
        usual = season.of(min(drawn.mean, crowd.usual))
        expected, plain = _shifted(drawn, [*who, usual]), _shifted(seen(count), [*who, usual])
        along = _shifted(drawn, [*who, Shift(drawn.mean * math.expm1(season.sure))])
        views = [
            Effect(expected, (plain, along), lost / of_new, known / of_new, 1 / of_new)
            for lost, known in self._since(step, expected.mean)
        ]
        return min(views, key=lambda view: min(view.certainty, 0.0))

    def _ripe(self, step: StepFigures) -> Fates:
        return step.between(None, self._ripe_until)

    @cached_property
    def _crowds(self) -> Crowds:
        return Crowds([(one.lost, one.known) for one in map(self._ripe, self._steps)])

    @cached_property
    def _design_effects(self) -> dict[int, float]:
        editions = [*self._steps, *(before for _, before in self._pairs)]
        return dict(zip(map(id, editions), design_effects([losses_of(one) for one in editions]), strict=True))

    @cached_property
    def _elsewhere(self) -> list[Amounts]:
        return [Amounts(pooled(map(people, self._steps))) for people in VIEWS]

    def _since(self, step: StepFigures, expected: float) -> Iterator[tuple[float, float]]:
        """Lost, known since the edit, in the ways that can show what it did without flattering it.

        Those who came long ago; where they are too few, everybody, those still at it as if the edit had done nothing,
        as far as that can be. And everybody but the last day's, those still at it as if lost: who does better even
        so does better (where they do worse so, nothing is shown).
        """
        ripe = self._ripe(step)
        if ripe.known >= ENOUGH_SINCE:
            yield ripe.lost, ripe.known
        else:
            lost, entered = step.fates.lost, step.fates.entered
            yield min(max(expected * entered, lost), lost + step.fates.in_progress), entered
        most = step.between(None, self._as_of - LAST_DAY)
        if most.known >= ENOUGH_SINCE:
            yield most.entered - most.completed, most.entered

    def _who_came(self, step: StepFigures, before: StepFigures) -> tuple[list[Shift], float]:
        """What the change of the mix of people did here, and what it did (to the rate) at the steps together."""
        own, mix = [], 0.0
        for people, elsewhere in zip(VIEWS, self._elsewhere, strict=True):
            old, new = people(before), people(step)
            own.append(Amounts(old, new, elsewhere=elsewhere.effects).shift(old, new))
            mix += elsewhere.shift(old, new).change
        return own, mix

    def _season(self, step: StepFigures, mix: float) -> "Season":
        """How what is usual changed elsewhere, but for what the mix of people (`mix`) did there."""
        assert step.since is not None
        at = step.since.at
        around = [
            self._around(one, at) for one in self._steps if one is not step and (one.since is None or one.since.at < at)
        ]
        old, new = summed(before for before, _ in around), summed(since for _, since in around)
        if not old.known or not new.known:
            return Season(0.0, SEASON**2, 0.0)
        was = (old.lost + 0.5) / (old.known + 1)
        change = math.log(max((new.lost + 0.5) / (new.known + 1) - mix, was / 4) / was)
        error = 1 / (old.lost + 0.5) + 1 / (new.lost + 0.5)
        weight = SEASON**2 / (SEASON**2 + error)
        beyond = max(0.0, abs(change) - math.sqrt(error))
        return Season(weight * change, weight * error, math.copysign(beyond, change))

    def _around(self, step: StepFigures, at: datetime) -> tuple[Fates, Fates]:
        """Who came to a step before and since that moment."""
        key = (step.step.id, at)
        if key not in self._during:
            self._during[key] = step.between(None, at), step.between(at, self._ripe_until)
        return self._during[key]


def _shifted(belief: Belief, shifts: Iterable[Shift]) -> Belief:
    mean, variance = belief.mean, belief.variance
    for one in shifts:
        mean, variance = mean + one.change, variance + one.variance
    return Belief(min(max(mean, SMALLEST), 1 - SMALLEST), variance)
