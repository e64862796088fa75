"""Which step to mend first: people a month who are lost, refused or held up, at the cautious end of what is known.

Everybody who entered a step counts once, with the worst that happened to them there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from learning.domain.method.findings import Finding
from learning.domain.method.intervals import wilson
from learning.domain.method.judging import Flag
from learning.domain.method.tallies import Tally


@dataclass(frozen=True, slots=True)
class Weights:
    """How much of a lost person somebody counts for who was refused, or held up: asked for help or took `patience`
    times as long as the neighbours let expect."""

    lost: float = 1.0
    refused: float = 0.15
    held_up: float = 0.10
    patience: float = 3.0


WEIGHTS = Weights()
_ORDER = (Flag.STUCK, Flag.WATCH)


@dataclass(frozen=True, slots=True)
class Saved:
    """People a month who would be saved (not lost, refused or held up) if the step were as good as its neighbours:
    the cautious end, the best guess and the far end. Weighted as the order is; never below 0."""

    low: float = 0.0
    mid: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Burden:
    """The weighted share of those who enter who are in trouble, with its 90 % interval; of how many people ever and
    how many this month."""

    share: float
    low: float
    high: float
    entered: int
    this_month: int

    def saved(self, usual: float) -> Saved:
        return Saved(*(self.this_month * max(0.0, share - usual) for share in (self.low, self.share, self.high)))


def burden_of(tally: Tally, *, loss: Finding, slow: Finding, effect: float, weights: Weights = WEIGHTS) -> Burden:
    """`effect`: the design effect, by which people who come together count less."""
    pace = slow.usual
    patience = None if pace is None else weights.patience * pace * tally.figures.step.expected_seconds or None
    went_on = max(1, tally.completed)
    trouble = (tally.refused * weights.refused + tally.held_up(patience) * weights.held_up) / went_on
    lost = loss.rate or 0.0
    share = min(1.0, lost * weights.lost + (1 - lost) * trouble)
    people = max(loss.people, tally.completed) / effect
    low, high = wilson(share * people, people) or (0.0, 0.0)
    return Burden(share, low, high, tally.entered, tally.seen_this_month)


def usual_burden(burdens: Sequence[Burden], sure: Sequence[float], place: int) -> float | None:
    """The mean burden of the other steps, each as far as it is sound."""
    weighed = [
        (burden.entered * (1 - worst), burden.share)
        for other, (burden, worst) in enumerate(zip(burdens, sure, strict=True))
        if other != place
    ]
    total = sum(weight for weight, _ in weighed)
    return sum(weight * share for weight, share in weighed) / total if total > 0 else None


def ranks(flags: Sequence[Flag], burdens: Sequence[Burden]) -> list[int]:
    """1…n without ties: stuck steps first, then those to watch, then the others; within each by people a month, then by
    people ever, then in the given order."""

    def urgency(place: int) -> tuple[int, float, float, int]:
        flag, burden = flags[place], burdens[place]
        kind = _ORDER.index(flag) if flag in _ORDER else len(_ORDER)
        return kind, -burden.low * burden.this_month, -burden.low * burden.entered, place

    order = sorted(range(len(flags)), key=urgency)
    placed = {place: number for number, place in enumerate(order, start=1)}
    return [placed[place] for place in range(len(flags))]
