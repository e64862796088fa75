"""What staff are told of a step beside its figures: since when it is counted anew, and why people were confused.

Both go by the rule of the report itself: an event counts at a step when it met the step's present content.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from learning.domain.definitions import ActivityDefinition
from learning.domain.epochs import Epochs


class Presence(NamedTuple):
    """Somebody was at the step with this version, `at` the earliest."""

    step: str
    version: str
    at: datetime


class Confusion(NamedTuple):
    """Somebody asked for help at the step; `code` is the reason, "" where none was named."""

    step: str
    version: str
    at: datetime
    learner: str
    code: str


@dataclass(frozen=True, slots=True)
class Confused:
    """`people` who were confused, and (people, code) by reason, the most frequent first.

    Who named several reasons counts at each; who named none counts at "".
    """

    people: int
    reasons: tuple[tuple[int, str], ...]


def restarts(definition: ActivityDefinition, presences: Iterable[Presence], *, as_of: datetime) -> dict[str, datetime]:
    """Steps where people had been before the content of `as_of` came out, and when it did: they count from there."""
    epochs = Epochs(definition, as_of=as_of)
    steps = {step.id for step in definition.steps}
    outdated = {
        seen.step
        for seen in presences
        if seen.step in steps and not epochs.is_current(seen.step, version=seen.version, at=seen.at)
    }
    return {step: since for step in outdated if (since := epochs.content_since(step)) is not None}


def confusions(definition: ActivityDefinition, asked: Iterable[Confusion], *, as_of: datetime) -> dict[str, Confused]:
    """Who was confused by the content of `as_of`, for each step where anybody was."""
    epochs = Epochs(definition, as_of=as_of)
    named: dict[str, defaultdict[str, set[str]]] = {step.id: defaultdict(set) for step in definition.steps}
    for one in asked:
        if one.step in named and epochs.is_current(one.step, version=one.version, at=one.at):
            named[one.step][one.learner].add(one.code)
    return {step: _confused(codes) for step, codes in named.items() if codes}


def _confused(codes: Mapping[str, set[str]]) -> Confused:
    """From the codes that each person named."""
    people = Counter(code for said in codes.values() for code in (said - {""} or {""}))
    ordered = sorted(people.items(), key=lambda item: (-item[1], item[0]))
    return Confused(len(codes), tuple((count, code) for code, count in ordered))
