"""How readers fare at a step with its published content, and how they fared with the one before it."""

from dataclasses import dataclass

from learning.domain.method.edits import EditVerdict
from learning.domain.method.intervals import wilson
from learning.domain.shown_counts import is_delicate
from learning.mending.step_sentences import fates_sentence
from learning.mending.step_summaries import summary


@dataclass(frozen=True, slots=True)
class StepFortunes:
    """In sentences; "" where there is nothing to say. `flag`: a value of `Flag`."""

    flag: str
    flag_word: str
    now: str
    before: str
    edit: str


def step_fortunes(activity: str, step: str) -> StepFortunes | None:
    """None where the step was never published."""
    known = summary(activity)
    found = known.by_step.get(step) if known else None
    if found is None:
        return None
    before = _before(found.edit) if found.edit else ""
    return StepFortunes(found.flag, found.flag_word, found.loss, before, found.edit_told)


def _before(edit: EditVerdict) -> str:
    interval = wilson(edit.old.lost, edit.old.known) or (None, None)
    return fates_sentence(edit.old, interval, about=is_delicate([edit.old]))
