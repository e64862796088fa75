"""Whether a flow document may be published: all that is wrong with it, each problem naming its place."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from sandbox.domain.node import InvalidDocument, Node
from sandbox.domain.reading import read_flow
from sandbox.domain.reading_faults import read_fault
from sandbox.domain.reading_personas import read_persona
from sandbox.domain.reading_screens import read_screen, read_text
from sandbox.domain.solving import problems_of
from sandbox.facts import DatabaseFacts

PARTS_READ_ALONE = {"screens": read_screen, "personas": read_persona, "faults": read_fault}


class StrandingFlow(InvalidDocument):
    """The document reads well, but a learner would not come to the end."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def check(document: object, *, starter: bool = False) -> list[str]:
    """Why `document` cannot be published, in sentences that name the place; empty when it can.

    A part that cannot be read is named together with the others of its kind; what the parts say of each other is
    looked at when each of them reads well, and whether everybody comes to the end when they agree. A `starter` flow
    is not held against the calendar: a computer whose clock is behind has to start all the same.
    """
    unreadable = list(_unreadable_parts(document))
    try:
        flow = read_flow(document)
    except InvalidDocument as problem:
        return list(dict.fromkeys([*unreadable, str(problem)]))
    today = timezone.localdate()
    ahead = [] if starter else list(_compared_in_future(flow.compared_on, today))
    return [*ahead, *problems_of(flow, DatabaseFacts(), today=today)]


def _compared_in_future(day: str, today: date) -> Iterator[str]:
    """A day to come would keep the reminder away that the flow is to be held against the real portal again."""
    if date.fromisoformat(day) > today:
        yield f"compared_on: {day} belum tiba; tulis hari Anda membandingkannya, paling akhir {today.isoformat()}"


def _unreadable_parts(document: object) -> Iterator[str]:
    root = Node(document)
    for key, read in PARTS_READ_ALONE.items():
        items = root[key].value if root.has(key) else []
        for position, value in enumerate(items if isinstance(items, list) else []):
            try:
                read(Node(value, f"{key}[{position}]"))
            except InvalidDocument as problem:
                yield str(problem)
    texts = root["texts"].value if root.has("texts") else {}
    for code, value in texts.items() if isinstance(texts, dict) else ():
        try:
            read_text(Node(value, f"texts.{code}"))
        except InvalidDocument as problem:
            yield str(problem)
