"""Read the faults of a flow document: when each strikes, its ways out, its wrong ways, its lesson."""

from sandbox.domain import vocabulary
from sandbox.domain.document import Fault, FaultAction, Lesson
from sandbox.domain.node import Node
from sandbox.domain.reading_screens import read_text


def read_fault(node: Node) -> Fault:
    """Raises InvalidDocument, also for a fault without a way out or without a wrong way to be recognised."""
    node.object(
        required=("kind", "screen", "text", "recovery", "actions", "lesson"), optional=("at", "title", "difficulties")
    )
    kind = node["kind"].one_of(vocabulary.FAULT_KINDS)
    moments = (vocabulary.ARRIVE, vocabulary.SEND)
    fault = Fault(
        kind=kind,
        screen=node["screen"].slug(),
        at=node["at"].one_of(moments) if node.has("at") else vocabulary.FAULT_MOMENTS[kind],
        title=node.optional_text("title", most=120),
        text=read_text(node["text"]),
        recovery=node["recovery"].slug(),
        actions=node.list_of(_action, key="actions", least=2),
        lesson=_lesson(node["lesson"]),
        difficulties=node.list_of(lambda each: each.text(most=8), key="difficulties"),
    )
    _check_ways(fault, node)
    return fault


def _action(node: Node) -> FaultAction:
    node.object(required=("id", "label", "way", "says"))
    return FaultAction(
        id=node["id"].slug(),
        label=node["label"].text(most=120),
        way=node["way"].one_of(vocabulary.WAYS),
        says=node["says"].text(most=300),
    )


def _lesson(node: Node) -> Lesson:
    node.object(required=("calm", "safe", "do"))
    return Lesson(node["calm"].text(most=300), node["safe"].text(most=300), node["do"].text(most=300))


def _check_ways(fault: Fault, node: Node) -> None:
    ids = [action.id for action in fault.actions]
    if len(set(ids)) < len(ids):
        raise node["actions"].fail("tiap tindakan butuh id sendiri")
    if fault.recovery not in [action.id for action in fault.actions if action.right]:
        raise node["recovery"].fail(
            f"gangguan tanpa jalan keluar: “{fault.recovery}” bukan tindakan yang benar (right)"
        )
    if not any(action.wrong for action in fault.actions):
        raise node["actions"].fail("belum ada jalan keliru yang dikenali")
