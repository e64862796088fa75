"""Read the outcome of a flow document: the practice NIB and the papers beside it."""

import re

from sandbox.domain import vocabulary
from sandbox.domain.document import Outcome, PracticeDocument, StatusWhen
from sandbox.domain.node import Node
from sandbox.domain.reading_screens import read_condition, read_line


def read_outcome(node: Node) -> Outcome:
    node.object(required=("kind", "title", "number", "lines"), optional=("closing", "documents"))
    return Outcome(
        kind=node["kind"].one_of(vocabulary.OUTCOME_KINDS),
        title=node["title"].text(most=120),
        number=node["number"].text(most=20),
        lines=node.list_of(read_line, key="lines", least=1),
        closing=node.optional_text("closing"),
        documents=node.list_of(_document, key="documents"),
    )


def _document(node: Node) -> PracticeDocument:
    node.object(
        required=("id", "kind", "title"),
        optional=("number", "when", "status", "status_when", "lines", "clauses", "closing"),
    )
    return PracticeDocument(
        id=node["id"].slug(),
        kind=node["kind"].one_of(vocabulary.DOCUMENT_KINDS),
        title=node["title"].text(most=120),
        number=_number(node["number"]) if node.has("number") else "",
        when=read_condition(node["when"]) if node.has("when") else None,
        status=node.optional_text("status", most=200),
        status_when=node.list_of(_status_when, key="status_when"),
        lines=node.list_of(read_line, key="lines"),
        clauses=node.list_of(lambda clause: clause.text(most=400), key="clauses"),
        closing=node.optional_text("closing"),
    )


def _number(node: Node) -> str:
    """No number of a paper may look as if somebody could hold it: zeros and what parts them."""
    text = node.text(empty=True, most=40)
    if not re.fullmatch(r"[0 ./-]*", text):
        raise node.fail("nomor surat latihan hanya berisi angka nol")
    return text


def _status_when(node: Node) -> StatusWhen:
    node.object(required=("when", "status"))
    return StatusWhen(read_condition(node["when"]), node["status"].text(most=200))
