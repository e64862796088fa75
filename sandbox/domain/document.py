"""A flow as the engine sees it: frozen, already validated. `reading.py` makes these from JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sandbox.domain.document_faults import Fault, FaultAction, Lesson
from sandbox.domain.document_outcome import Outcome, PracticeDocument, StatusWhen
from sandbox.domain.document_personas import CardRow, CardSection, FolderDocument, Persona, Place
from sandbox.domain.document_screens import (
    Answers,
    Branch,
    Condition,
    Field,
    Line,
    Message,
    Option,
    Raw,
    Rule,
    Screen,
    Stage,
    Text,
    Values,
)

__all__ = [
    "Answers", "Branch", "CardRow", "CardSection", "Condition", "ExamRule", "Fault", "FaultAction", "Field", "Flow",
    "FolderDocument", "Lesson", "Line", "Message", "Option", "Outcome", "Persona", "Place", "PracticeDocument", "Raw",
    "Rule", "Screen", "Stage", "StatusWhen", "Text", "Values",
]  # fmt: skip


@dataclass(frozen=True)
class ExamRule:
    """What passes an `ujian`, beside finishing alone and getting out of its fault."""

    most_mistakes: int = 5  # fields that were refused at least once
    most_wrong_ways: int = 1


@dataclass(frozen=True)
class Flow:
    id: str
    title: str
    summary: str
    generation: str
    compared_on: str
    compared_note: str
    modes: tuple[str, ...]
    stages: tuple[Stage, ...]
    screens: tuple[Screen, ...]
    personas: tuple[Persona, ...]
    outcome: Outcome
    texts: Mapping[str, Text]
    faults: tuple[Fault, ...] = ()
    label: str = ""
    exam: ExamRule = ExamRule()

    @cached_property
    def _screens_by_id(self) -> dict[str, Screen]:
        return {screen.id: screen for screen in self.screens}

    def screen(self, screen_id: str) -> Screen:
        """Raises KeyError for a screen this flow does not have."""
        return self._screens_by_id[screen_id]

    def has_screen(self, screen_id: str) -> bool:
        return screen_id in self._screens_by_id

    def field(self, reference: str) -> Field:
        """The field that "screen.field" names. Raises KeyError."""
        screen_id, _, field_id = reference.partition(".")
        for each in self.screen(screen_id).fields:
            if each.id == field_id:
                return each
        raise KeyError(reference)

    def fault(self, kind: str) -> Fault:
        """Raises KeyError for a kind this flow does not have."""
        for fault in self.faults:
            if fault.kind == kind:
                return fault
        raise KeyError(kind)

    def persona(self, persona_id: str) -> Persona:
        """Raises KeyError for a persona this flow does not have."""
        for persona in self.personas:
            if persona.id == persona_id:
                return persona
        raise KeyError(persona_id)

    def text(self, code: str, of: Field | None = None) -> Text:
        """The sentence for a problem code: the field's own, else the flow's. Raises KeyError."""
        if of is not None and code in of.texts:
            return of.texts[code]
        return self.texts[code]
