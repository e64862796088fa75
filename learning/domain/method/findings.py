"""What stands out at a step, compared with the other steps of its activity, and how sure that is."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from learning.domain.method.intervals import Z90, wilson
from learning.domain.method.paces import pace_level
from learning.domain.method.pooling import LevelNorm, ShareNorm, Standing, levels_standing_out, shares_standing_out
from learning.domain.method.tallies import Tally


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
class Finding:
    """One reason at one step: `affected` of `people`.

    `rate`: the share affected; for SLOW how many times its expected time the step takes. `usual`: the same of its
    neighbours. `low`, `high`: 90 % interval of the rate. `sure`: probability that it lies above the usual one by more
    than the margin. All may be None where nothing is known, but for `sure`, which is then 0.
    """

    reason: Reason
    certainty: Certainty
    affected: int
    people: int
    rate: float | None = None
    usual: float | None = None
    low: float | None = None
    high: float | None = None
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """The evidence for a reason at one step: (affected, people), worth `effective` of independent people each."""

    affected: int
    people: int
    effective: tuple[float, float]


# Where a problem begins above what is usual, and how alike sound steps are: docs/stuck-points.md says why.
LOSS_NORM = ShareNorm(margin=0.07, lenience=0.10, doubt=12.0, spreads={100.0: 0.3, 250.0: 0.4, 600.0: 0.3})
SHARE_NORM = ShareNorm(margin=0.24, lenience=0.4, rarity=0.04, spreads={15.0: 0.2, 40.0: 0.4, 120.0: 0.4})
PACE_NORM = LevelNorm(margin=math.log(2.0), widest=math.log(30.0), rarity=0.04, spreads={0.1: 0.4, 0.2: 0.4, 0.3: 0.2})
ENOUGH_TIMES = 10

# For each reason that is a share of those who entered: how many are affected.
AFFECTED: Mapping[Reason, Callable[[Tally], int]] = {
    Reason.ERRORS: lambda tally: tally.erring,
    Reason.HELP: lambda tally: tally.asking,
    Reason.LOOP: lambda tally: tally.looping,
    Reason.FAULT: lambda tally: tally.trapped,
}


def share_findings(reason: Reason, cases: Sequence[Case]) -> list[Finding]:
    """One for each step. `certainty` is left to `judging`, which looks at all of them together."""
    norm = LOSS_NORM if reason == Reason.LOSS else SHARE_NORM
    standings: Sequence[Standing | None] = [None] * len(cases)
    if any(_may_stand_out(case, norm.margin) for case in cases):
        standings = shares_standing_out([case.effective for case in cases], norm)
    usual = _pooled(cases)
    return [_share_finding(reason, case, standing, usual) for case, standing in zip(cases, standings, strict=True)]


def pace_findings(tallies: Sequence[Tally]) -> list[Finding]:
    levels = {place: pace_level(tally) for place, tally in enumerate(tallies) if tally.timed >= ENOUGH_TIMES}
    known = {place: level for place, level in levels.items() if level is not None}
    standings = dict(zip(known, levels_standing_out(list(known.values()), PACE_NORM), strict=True)) if known else {}
    return [
        _pace_finding(tally, known[place], standings[place])
        if place in known
        else Finding(Reason.SLOW, Certainty.NO, 0, tally.timed, tally.pace)
        for place, tally in enumerate(tallies)
    ]


def _may_stand_out(case: Case, margin: float) -> bool:
    """Whether it is worth asking: a share within the margin stands out from nothing."""
    return case.affected > 0 and case.affected > margin / 2 * case.people


def _pooled(cases: Sequence[Case]) -> float | None:
    people = sum(case.people for case in cases)
    return sum(case.affected for case in cases) / people if people else None


def _share_finding(reason: Reason, case: Case, standing: Standing | None, usual: float | None) -> Finding:
    affected, people = case.effective
    low, high = wilson(affected, people) or (None, None)
    return Finding(
        reason=reason,
        certainty=Certainty.NO,
        affected=case.affected,
        people=case.people,
        rate=affected / people if people else None,
        usual=standing.usual if standing else usual,
        low=low,
        high=high,
        sure=standing.sure if standing and people else 0.0,
    )


def _pace_finding(tally: Tally, level: tuple[float, float], standing: Standing) -> Finding:
    pace, error = level
    return Finding(
        reason=Reason.SLOW,
        certainty=Certainty.NO,
        affected=tally.timed,
        people=tally.timed,
        rate=math.exp(pace),
        usual=math.exp(standing.usual),
        low=math.exp(pace - Z90 * error),
        high=math.exp(pace + Z90 * error),
        sure=standing.sure,
    )
