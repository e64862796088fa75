"""The patterns by which `causes` tells one cause from another: which sums of a step count, and how much is many."""

from collections import Counter
from dataclasses import dataclass

from learning.domain.counting.figures import Fates, summed
from learning.domain.counting.stays import ALONE, signs_of
from learning.domain.method.analysis import StepAnalysis
from learning.domain.method.intervals import wilson
from learning.domain.suppression import SMALLEST_GROUP

ANSWER_SHOWN = 4  # the level of help that shows the answer


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on a pattern names a cause: people, and shares between 0 and 1. docs/follow-up.md says why these."""

    people: int = SMALLEST_GROUP
    erring_share: float = 0.25  # of those who entered: an error is nothing rare here
    one_rule_share: float = 0.40  # of those who erred, by the rule most broken
    scattered_fields: int = 3
    reason_share: float = 0.40  # of those who asked, by the reason most named
    asking_share: float = 0.15  # of those who entered, up to the answer itself
    trapped_share: float = 0.10
    tapping_share: float = 0.20
    untried_share: float = 0.60  # of those lost
    enough_known: int = 20  # on either side, before those alone are held against those in company
    company_gap: float = 0.05  # between the two intervals


LIMITS = Limits()


def many_err(step: StepAnalysis, limits: Limits) -> bool:
    return step.figures.count.erring >= limits.erring_share * max(1, step.tally.entered)


def worst_rule(step: StepAnalysis, limits: Limits) -> tuple[str, str, int] | None:
    """(field, code, people) of a rule that many of those who erred broke; None where errors are rare or scattered."""
    top = step.tally.top_errors(1)
    if not top or not many_err(step, limits):
        return None
    field, code, count = top[0]
    enough = count >= limits.people and count >= limits.one_rule_share * step.figures.count.erring
    return (field, code, count) if enough else None


def scattered_fields(step: StepAnalysis, limits: Limits) -> list[str]:
    """The fields at which enough people erred, where no single rule is to blame and the fields are several."""
    if not many_err(step, limits) or worst_rule(step, limits) is not None:
        return []
    worst: Counter[str] = Counter()
    for rule, count in step.figures.count.rules.items():
        field, _, _ = rule.partition("|")
        worst[field] = max(worst[field], count)
    fields = sorted(field for field, count in worst.items() if count >= limits.people)
    return fields if len(fields) >= limits.scattered_fields else []


def named_reason(step: StepAnalysis, limits: Limits) -> tuple[str, int] | None:
    """(code, people) of the reason for confusion named most, where it stands out among those who asked."""
    named = sorted((-count, code) for code, count in step.figures.count.reasons.items() if code)
    if not named:
        return None
    count, code = -named[0][0], named[0][1]
    enough = count >= limits.people and count >= limits.reason_share * step.figures.count.asking
    return (code, count) if enough else None


def alone_and_accompanied(step: StepAnalysis, limits: Limits) -> tuple[Fates, Fates] | None:
    """What became of people who came alone, and of those in class or helped, where the former surely fare worse."""
    cells = step.figures.cells.items()
    alone = summed(fates for cell, fates in cells if _company(cell) == ALONE)
    together = summed(fates for cell, fates in cells if _company(cell) != ALONE)
    if min(alone.known, together.known) < limits.enough_known or alone.lost < limits.people:
        return None
    low, high = wilson(alone.lost, alone.known), wilson(together.lost, together.known)
    return (alone, together) if low and high and low[0] > high[1] + limits.company_gap else None


def lost_without_trying(step: StepAnalysis) -> int:
    """People lost of whom no error, no call for help and no fault is known."""
    told = ((signs_of(text), count) for text, count in step.figures.lost_signs.items())
    return sum(count for signs, count in told if not (signs.errors or signs.level or signs.trapped))


def _company(cell: str) -> str:
    """Of `step_counts.cell_of`."""
    return cell.split("|")[1]
