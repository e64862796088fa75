"""The outcome of a flow document: the practice NIB and the papers beside it."""

from dataclasses import dataclass

from sandbox.domain.document_screens import Condition, Line


@dataclass(frozen=True)
class StatusWhen:
    when: Condition
    status: str


@dataclass(frozen=True)
class PracticeDocument:
    """A paper beside the NIB, issued where `when` holds."""

    id: str
    kind: str
    title: str
    number: str = ""
    when: Condition | None = None
    status: str = ""
    status_when: tuple[StatusWhen, ...] = ()
    lines: tuple[Line, ...] = ()
    clauses: tuple[str, ...] = ()
    closing: str = ""


@dataclass(frozen=True)
class Outcome:
    kind: str
    title: str
    number: str
    lines: tuple[Line, ...]
    closing: str = ""
    documents: tuple[PracticeDocument, ...] = ()
