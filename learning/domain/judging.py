"""Which step to mend first: first form of the method, described with its limits in docs/stuck-points.md.

A step is called stuck only where the cautious end of an interval is still far from the other steps, so that a few
unlucky people do not make a headline.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from learning.domain.findings import Certainty, Reason, Thresholds, findings, usual_pace
from learning.domain.intervals import wilson
from learning.domain.tallies import Tally


class Flag(StrEnum):
    STUCK = "stuck"
    WATCH = "watch"
    OK = "ok"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much of a lost person somebody counts for who was refused, or held up `patience` times the usual time."""

    lost: float = 1.0
    refused: float = 0.25
    held_up: float = 0.15
    patience: float = 3.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`monthly` and `overall`: people lost, refused or held up, weighted, at the cautious end of the interval."""

    flag: Flag
    why: tuple[Reason, ...]
    monthly: float
    overall: float


LIMITS = Thresholds()
WEIGHTS = Weights()
# A loop or a fault alone is worth a look, not an alarm: it says nothing yet about anybody's way being blocked.
_STUCK_BY = frozenset({Reason.LOSS, Reason.ERRORS, Reason.SLOW, Reason.HELP})


def judge(tallies: Sequence[Tally], *, limits: Thresholds = LIMITS, weights: Weights = WEIGHTS) -> list[Verdict]:
    """One verdict for each step, in the given order."""
    return [_verdict(t, [other for other in tallies if other is not t], limits, weights) for t in tallies]


def ranks(verdicts: Sequence[Verdict]) -> list[int]:
    """1…n without ties: stuck steps first, then by people a month, then by people ever, then in the given order."""
    order = sorted(range(len(verdicts)), key=lambda place: _urgency(verdicts[place], place))
    return [order.index(place) + 1 for place in range(len(verdicts))]


def _urgency(verdict: Verdict, place: int) -> tuple[bool, float, float, int]:
    return verdict.flag != Flag.STUCK, -verdict.monthly, -verdict.overall, place


def _verdict(tally: Tally, others: Sequence[Tally], limits: Thresholds, weights: Weights) -> Verdict:
    found = findings(tally, others, limits)
    flag = _flag(tally, found, limits)
    least = {Flag.STUCK: Certainty.SURE, Flag.WATCH: Certainty.SUSPECTED}.get(flag)
    why = tuple(reason for reason in Reason if least is not None and found[reason] >= least)
    share = _cautious_share(tally, usual_pace(others, limits), weights)
    return Verdict(flag, why, monthly=tally.seen_this_month * share, overall=tally.entered * share)


def _flag(tally: Tally, found: Mapping[Reason, Certainty], limits: Thresholds) -> Flag:
    if any(found[reason] == Certainty.SURE for reason in _STUCK_BY):
        return Flag.STUCK
    if tally.known < limits.enough_known:
        return Flag.TOO_FEW
    return Flag.WATCH if any(found.values()) else Flag.OK


def _cautious_share(tally: Tally, pace: float | None, weights: Weights) -> float:
    """The weighted share of people in trouble, at the lower end of its interval; the worst trouble of each counts."""
    patience = None if pace is None else weights.patience * pace * tally.figures.step.expected_seconds or None
    weight = tally.lost * weights.lost + tally.refused * weights.refused + tally.held_up(patience) * weights.held_up
    interval = wilson(weight, tally.entered)
    return interval[0] if interval else 0.0
