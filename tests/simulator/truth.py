"""What is true of each step of a world, and which problems are so plain in its data that they must be found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, lgamma, log, log1p
from statistics import median

from tests.simulator.people import DAY
from tests.simulator.plans import LOSS_KINDS, Plan, StepPlan
from tests.simulator.walking import Ledger

OWED_LOSS = 0.12  # points above the neighbours from which the contract owes a flag
OWED_SHARE = 0.40  # the same for people who err; asking for help likewise, though the contract does not name it
OWED_PACE = 3.0
SOUND_LOSS = 0.05  # a sound step may lose so many points more than the others: window shoppers, people who are done
SOUND_SHARE = 0.20
ENOUGH_TIMED = 20
LEVEL, POWER = 0.05, 0.90
SETTLED = 3 * DAY  # nobody in a world rests for longer


@dataclass(frozen=True, slots=True)
class StepTruth:
    """`hazard`: how likely one of those who came is lost, on average, classes apart. `known`: people whose fate a
    report can know. `above`: points of hazard above the sound steps. `owed`: a problem that the contract owes a flag
    for and that its people suffice to be sure of. `impact`: lost, refused or held up there, in people lost."""

    id: str
    hazard: float
    kind: str
    decoy: str
    entered: int
    known: int
    lost: int
    unfinished: int
    above: float = 0.0
    owed: bool = False
    impact: float = 0.0


def truth_of(plan: Plan, ledgers: Sequence[Ledger]) -> tuple[StepTruth, ...]:
    ends = plan.days * DAY
    found = [_counted(step, ledger, ends) for step, ledger in zip(plan.steps, ledgers, strict=True)]
    usual = median([one.hazard for one in found if one.kind not in LOSS_KINDS])
    others = [step for step in plan.steps if not step.kind]
    erring = median([step.erring for step in others]) if others else 0.0
    asking = median([step.asking for step in others]) if others else 0.0
    pace = median([step.pace for step in others]) if others else 1.0
    level = LEVEL / len(found)
    return tuple(
        replace(
            one,
            above=one.hazard - usual,
            owed=_is_owed(step, one, usual=usual, erring=erring, asking=asking, pace=pace, level=level),
            impact=_impact(step, one, pace),
        )
        for step, one in zip(plan.steps, found, strict=True)
    )


def _counted(step: StepPlan, ledger: Ledger, ends: float) -> StepTruth:
    settled = sum(at <= ends - SETTLED for at in ledger.lost_at)
    return StepTruth(
        id=step.id,
        hazard=ledger.hazard / ledger.entered if ledger.entered else step.loss + step.excess,
        kind=step.kind,
        decoy=step.decoy,
        entered=ledger.entered,
        known=ledger.completed + settled,
        lost=settled,
        unfinished=ledger.unfinished,
    )


def _is_owed(
    step: StepPlan, one: StepTruth, *, usual: float, erring: float, asking: float, pace: float, level: float
) -> bool:
    """Owed by the contract, and enough people: an exact binomial test against the most that a sound step may show,
    at 5 % shared among the steps, would find it in nine of ten cases."""
    if step.kind in LOSS_KINDS:
        return one.hazard - usual >= OWED_LOSS and power(one.known, one.hazard, usual + SOUND_LOSS, level) >= POWER
    if step.kind == "errors":
        enough = power(one.entered, step.erring, erring + SOUND_SHARE, level) >= POWER
        return step.erring - erring >= OWED_SHARE and enough
    if step.kind == "help":
        enough = power(one.entered, step.asking, asking + SOUND_SHARE, level) >= POWER
        return step.asking - asking >= OWED_SHARE and enough
    return step.kind == "slow" and step.pace / pace >= OWED_PACE and one.known - one.lost >= ENOUGH_TIMED


def _impact(step: StepPlan, one: StepTruth, pace: float) -> float:
    """As the report weighs: lost 1, refused 0.25, held up 0.15."""
    held = 1 - (1 - step.asking) * (1 - (0.5 if step.pace / pace >= OWED_PACE else 0.02))
    went_on = 1 - one.hazard
    return one.entered * (one.hazard + went_on * (0.25 * step.erring + (1 - step.erring) * 0.15 * held))


@lru_cache(maxsize=20_000)
def power(people: int, share: float, usual: float, level: float) -> float:
    """The chance that an exact binomial test at `level` finds `share` to be more than `usual` among so many people."""
    if people <= 0:
        return 0.0
    least = _least_surprising(people, round(usual, 3), level)
    return 1 - _below(least, people, share)


@lru_cache(maxsize=20_000)
def _least_surprising(people: int, usual: float, level: float) -> int:
    """The smallest number of people whose like or more has at most the chance `level`."""
    count, left = 0, 1.0
    chance = (1 - usual) ** people
    while left > level and count <= people:
        left -= chance
        count += 1
        chance *= (people - count + 1) / count * usual / (1 - usual)
    return count


def _below(count: int, people: int, share: float) -> float:
    """The chance of fewer than `count` among `people`; in logarithms, for large numbers."""
    if not 0 < share < 1:
        return float((people if share else 0) < count)
    ways = lgamma(people + 1)
    logs = (
        ways - lgamma(k + 1) - lgamma(people - k + 1) + k * log(share) + (people - k) * log1p(-share)
        for k in range(count)
    )
    return min(1.0, sum(map(exp, logs)))
