"""What stands out at a step, compared with the other steps of its activity, and how sure that is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from statistics import median

from learning.domain.intervals import wilson
from learning.domain.tallies import Tally


class Reason(StrEnum):
    LOSS = "loss"
    ERRORS = "errors"
    SLOW = "slow"
    HELP = "help"
    LOOP = "loop"
    FAULT = "fault"


class Certainty(IntEnum):
    NO = 0
    SUSPECTED = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Numbers of people, shares between 0 and 1, and factors; docs/stuck-points.md says why these."""

    enough_known: int = 20
    enough_affected: int = 6
    enough_suspected: int = 3
    enough_to_compare: int = 5
    enough_times: int = 10
    least_loss_margin: float = 0.04
    most_loss_margin: float = 0.05
    few_loss_margin: float = 0.25
    share_margin: float = 0.25
    few_share_margin: float = 0.40
    alone_share: float = 0.50
    slow_factor: float = 2.0


# For each reason that is a share of people: how many are affected, of how many.
_SHARES: Mapping[Reason, Callable[[Tally], tuple[int, int]]] = {
    Reason.LOSS: lambda tally: (tally.lost, tally.known),
    Reason.ERRORS: lambda tally: (tally.erring, tally.entered),
    Reason.HELP: lambda tally: (tally.asking, tally.entered),
    Reason.LOOP: lambda tally: (tally.looping, tally.entered),
    Reason.FAULT: lambda tally: (tally.trapped, tally.entered),
}


def findings(tally: Tally, others: Sequence[Tally], limits: Thresholds) -> dict[Reason, Certainty]:
    """How sure it is that the step stands out among `others`, for every reason."""
    found = {reason: _share_stands_out(reason, tally, others, limits) for reason in _SHARES}
    return {**found, Reason.SLOW: _pace_stands_out(tally, others, limits)}


def usual_pace(others: Sequence[Tally], limits: Thresholds) -> float | None:
    """How many times its expected time a step of this activity takes, or None where nobody measured."""
    return _usual([(other.pace, other.timed) for other in others if other.pace is not None], limits)


def _share_stands_out(reason: Reason, tally: Tally, others: Sequence[Tally], limits: Thresholds) -> Certainty:
    affected, total = _SHARES[reason](tally)
    interval = wilson(affected, total)
    if interval is None:
        return Certainty.NO
    limit = _limit(reason, total, _usual_share(reason, others, limits), limits)
    if affected >= limits.enough_affected and interval[0] > limit:
        return Certainty.SURE
    suspected = affected >= limits.enough_suspected and total >= limits.enough_known and affected / total > limit
    return Certainty.SUSPECTED if suspected else Certainty.NO


def _limit(reason: Reason, total: int, usual: float | None, limits: Thresholds) -> float:
    """The share above which a step stands out. A loss does that is twice the usual one, within bounds."""
    if usual is None:
        return limits.alone_share
    few = total < limits.enough_known
    if reason != Reason.LOSS:
        return usual + (limits.few_share_margin if few else limits.share_margin)
    if few:
        return usual + limits.few_loss_margin
    return usual + min(max(usual, limits.least_loss_margin), limits.most_loss_margin)


def _usual_share(reason: Reason, others: Sequence[Tally], limits: Thresholds) -> float | None:
    counts = map(_SHARES[reason], others)
    return _usual([(affected / total, total) for affected, total in counts if total], limits)


def _usual(values: Sequence[tuple[float, int]], limits: Thresholds) -> float | None:
    """The median of the (value, people) that rest on enough people, or of all where none does."""
    firm = [value for value, people in values if people >= limits.enough_to_compare]
    return median(firm or [value for value, _ in values]) if values else None


def _pace_stands_out(tally: Tally, others: Sequence[Tally], limits: Thresholds) -> Certainty:
    usual = usual_pace(others, limits)
    if usual is None or tally.pace is None or tally.timed < limits.enough_times:
        return Certainty.NO
    limit = usual * limits.slow_factor
    if tally.pace_low is not None and tally.pace_low > limit:
        return Certainty.SURE
    return Certainty.SUSPECTED if tally.pace > limit else Certainty.NO
