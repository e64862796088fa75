"""What the last edit of each step did to the share of people who are lost there: better, worse, or not yet clear.

docs/stuck-points.md describes the method; `edit_effects` works the effect out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from learning.domain.counting.figures import ActivityFigures, Fates, StepFigures
from learning.domain.method.comparisons import UNKNOWN, Comparison, errors_compared, seconds_compared
from learning.domain.method.edit_effects import ENOUGH_SINCE, Comparing, Effect

SURE = 1.96  # standard errors: an edit without effect comes so far in one case of twenty, on either side together
WORTH_KNOWING = 0.03  # a smaller change is not worth waiting for
MOST_NEEDED, ROUNDED_TO = 3000, 10  # people


class Outcome(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class EditVerdict:
    """The last edit of one step against the content before it.

    `before`, `after`: the loss rates seen; `low`, `high`: 90 % interval of what the edit did, corrected as
    docs/stuck-points.md says, wide enough to hold after − before, and 0 while nothing is decided. All four may be None.
    `expected`: the loss rate that the people since the edit would have had without it. `needed`: about how many more
    people it takes until it is decided; None where it is, or where more people would hardly decide it. `old`, `new`:
    the people behind it. `errors`: shares of people who met an error; `seconds`: medians of active seconds.
    """

    version: str
    at: datetime
    before: float | None
    after: float | None
    low: float | None
    high: float | None
    verdict: Outcome
    needed: int | None
    old: Fates
    new: Fates
    expected: float | None = None
    errors: Comparison = UNKNOWN
    seconds: Comparison = UNKNOWN

    @property
    def is_decided(self) -> bool:
        return self.verdict in (Outcome.BETTER, Outcome.WORSE)


def is_settled(edit: EditVerdict | None) -> bool:
    """Whether what was to be done at the step is done: its last edit made it better."""
    return edit is not None and edit.verdict == Outcome.BETTER


def verdicts_of(figures: ActivityFigures) -> dict[str, EditVerdict]:
    """By step id, for every step of which somebody met an earlier content."""
    pairs = [
        (step, before)
        for step in figures.steps
        if (before := content_before(step, figures.earlier.get(step.step.id, ()))) is not None
    ]
    comparing = Comparing(figures, pairs)
    return {step.step.id: _verdict(step, before, comparing) for step, before in pairs}


def content_before(step: StepFigures, earlier: Sequence[StepFigures]) -> StepFigures | None:
    """The edition that the present one is compared with: the last before it that anybody met; None without one."""
    if step.since is None:
        return None
    return next((edition for edition in reversed(earlier) if edition.fates.entered), None)


def _verdict(step: StepFigures, before: StepFigures, comparing: Comparing) -> EditVerdict:
    assert step.since is not None
    old, new = before.fates, step.fates
    effect = comparing.effect(step, before)
    outcome = _outcome(old, new, effect)
    low, high = _interval(effect, outcome, old, new) or (None, None)
    return EditVerdict(
        version=step.since.version,
        at=step.since.at,
        before=old.loss_rate,
        after=new.loss_rate,
        low=low,
        high=high,
        verdict=outcome,
        needed=_needed(effect, outcome, new),
        old=old,
        new=new,
        expected=None if effect is None else effect.expected.mean,
        errors=errors_compared(before, step),
        seconds=seconds_compared(before, step),
    )


def _outcome(old: Fates, new: Fates, effect: Effect | None) -> Outcome:
    if effect is None or new.known < ENOUGH_SINCE:
        return Outcome.WAIT
    seen = (new.loss_rate or 0.0) - (old.loss_rate or 0.0)
    low, high = effect.interval()
    if effect.certainty <= -SURE and max(high, seen) < 0:
        return Outcome.BETTER
    return Outcome.WORSE if effect.certainty >= SURE and min(low, seen) > 0 else Outcome.UNCLEAR


def _interval(effect: Effect | None, outcome: Outcome, old: Fates, new: Fates) -> tuple[float, float] | None:
    if effect is None or old.loss_rate is None or new.loss_rate is None:
        return None
    held = [*effect.interval(), new.loss_rate - old.loss_rate]
    if outcome in (Outcome.UNCLEAR, Outcome.WAIT):
        held.append(0.0)
    return min(held), max(held)


def _needed(effect: Effect | None, outcome: Outcome, new: Fates) -> int | None:
    """People more until a change as large as the one seen would be sure; for WAIT those until anything is said.

    None where a change worth knowing would have been seen by now, or what stays in doubt is not a matter of numbers.
    """
    if outcome in (Outcome.BETTER, Outcome.WORSE):
        return None
    if outcome == Outcome.WAIT or effect is None:
        return max(1, ENOUGH_SINCE - new.known)
    room = (max(abs(effect.change), WORTH_KNOWING) / SURE) ** 2 - effect.expected.variance
    if room <= 0:
        return None  # too few people came before the edit to ever be sure of so small a change
    more = (effect.noise / room - effect.known) / effect.per_person
    return math.ceil(more / ROUNDED_TO) * ROUNDED_TO if 0 < more <= MOST_NEEDED else None
