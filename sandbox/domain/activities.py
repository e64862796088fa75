"""The activities of a practice NIB: every KBLI code that was accepted, with its risk, for the attachment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sandbox.domain.conditions import holds, value_at
from sandbox.domain.deriving import UNKNOWN, derived, value_text
from sandbox.domain.document import Field, Flow
from sandbox.domain.practice import Practice

KBLI_TYPES = ("kbli", "kbli_successor")


@dataclass(frozen=True)
class Activity:
    code: str
    title: str
    place: str
    risk: str


def activities(practice: Practice, path: Iterable[str]) -> list[Activity]:
    """One for each code on the way that was gone, in its order; a code met twice counts once."""
    references: dict[str, str] = {}
    for reference in _answered(practice, path):
        references.setdefault(str(value_at(practice.answers, reference)), reference)
    place = _place(practice)
    return [
        Activity(
            code=code,
            title=practice.facts.kbli_title(code) or UNKNOWN,
            place=place,
            risk=derived("risk", (reference, *_capital(practice.flow, reference)), practice),
        )
        for code, reference in references.items()
    ]


def _answered(practice: Practice, path: Iterable[str]) -> Iterator[str]:
    for screen_id in path:
        for field in practice.flow.screen(screen_id).typed_fields:
            reference = f"{screen_id}.{field.id}"
            asked = field.type in KBLI_TYPES and holds(field.when, practice.answers)
            if asked and value_at(practice.answers, reference):
                yield reference


def _capital(flow: Flow, reference: str) -> tuple[str, ...]:
    """The amounts that the risk of this code is worked out from: as its own derived field says, else as the first."""
    risks = [field for field in _derived_risks(flow) if field.sources]
    own = next((field for field in risks if field.sources[0] == reference), None)
    chosen = own or next(iter(risks), None)
    return chosen.sources[1:] if chosen is not None else ()


def _derived_risks(flow: Flow) -> Iterator[Field]:
    for screen in flow.screens:
        yield from (field for field in screen.fields if field.type == "derived" and field.derive == "risk")


def _place(practice: Practice) -> str:
    """The region that the outcome names as the place of the business, with its parts."""
    for line in practice.flow.outcome.lines:
        for source in () if line.derive else line.source.split():
            if practice.flow.field(source).type == "region":
                return value_text(source, practice)
    return ""
