"""Read a flow document (parsed JSON) into a `Flow`, or say what is wrong and where.

`read_flow` checks the form here and, through `consistency.py`, what its parts say of each other.
"""

from datetime import date

from sandbox.domain import vocabulary
from sandbox.domain.consistency import check_consistency
from sandbox.domain.document import ExamRule, Flow, Stage
from sandbox.domain.node import InvalidDocument, Node
from sandbox.domain.reading_faults import read_fault
from sandbox.domain.reading_outcome import read_outcome
from sandbox.domain.reading_personas import read_persona
from sandbox.domain.reading_screens import read_screen, read_texts
from sandbox.domain.realnumbers import holds_real_number

FORMAT = 1

__all__ = ["FORMAT", "InvalidDocument", "read_flow"]


def read_flow(document: object) -> Flow:
    """Raises InvalidDocument, whose message begins with the place, e.g. "screens[3].fields[1].rules[0]: …"."""
    node = Node(document).object(
        required=(
            "format", "id", "title", "summary", "generation", "compared_on", "compared_note", "modes", "stages",
            "texts", "screens", "personas", "outcome",
        ),
        optional=("faults", "label", "exam"),
    )  # fmt: skip
    node["format"].integer(least=FORMAT, most=FORMAT)
    _refuse_real_numbers(node)
    flow = Flow(
        id=node["id"].slug(),
        title=node["title"].text(most=120),
        summary=node["summary"].text(most=400),
        generation=node["generation"].text(most=120),
        compared_on=_date(node["compared_on"]),
        compared_note=node["compared_note"].text(most=400),
        modes=tuple(mode.one_of(vocabulary.MODES) for mode in node["modes"].items(least=1)),
        stages=node.list_of(_stage, key="stages", least=1),
        screens=node.list_of(read_screen, key="screens", least=1),
        personas=node.list_of(read_persona, key="personas", least=1),
        outcome=read_outcome(node["outcome"]),
        texts=read_texts(node["texts"]),
        faults=node.list_of(read_fault, key="faults"),
        label=node.optional_text("label", most=60),
        exam=_exam(node["exam"]) if node.has("exam") else ExamRule(),
    )
    check_consistency(flow)
    return flow


def _refuse_real_numbers(node: Node) -> None:
    """A starter document or an editor's draft must not carry a number that could be somebody's."""
    if isinstance(node.value, dict):
        for _, child in node.pairs():
            _refuse_real_numbers(child)
    elif isinstance(node.value, list):
        for child in node.items():
            _refuse_real_numbers(child)
    elif isinstance(node.value, str) and holds_real_number(node.value):
        raise node.fail("berisi 16 angka yang bisa jadi NIK orang; NIK latihan berawalan 99")


def _date(node: Node) -> str:
    text = node.text(most=10)
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise node.fail("tanggal ditulis TTTT-BB-HH") from None


def _stage(node: Node) -> Stage:
    node.object(required=("id", "title"))
    return Stage(node["id"].slug(), node["title"].text(most=60))


def _exam(node: Node) -> ExamRule:
    node.object(required=("most_mistakes", "most_wrong_ways"))
    return ExamRule(node["most_mistakes"].integer(least=0, most=100), node["most_wrong_ways"].integer(least=0, most=20))
