"""Read the personas of a flow document: their card, their right answers, their folder."""

from sandbox.domain import vocabulary
from sandbox.domain.document import CardRow, CardSection, FolderDocument, Persona, Place
from sandbox.domain.node import Node


def read_persona(node: Node) -> Persona:
    node.object(
        required=("id", "name", "trade", "about", "password", "modes", "card", "answers"),
        optional=("accepts", "folder", "places", "difficulty", "own"),
    )
    return Persona(
        id=node["id"].slug(),
        name=node["name"].text(most=60),
        trade=node["trade"].text(most=60),
        about=node["about"].text(most=600),
        password=node["password"].text(most=60),
        modes=tuple(mode.one_of(vocabulary.MODES) for mode in node["modes"].items(least=1)),
        card=node.list_of(_card_section, key="card", least=1),
        answers={screen: dict(_persona_values(child)) for screen, child in node["answers"].pairs()},
        accepts=_accepts(node["accepts"]) if node.has("accepts") else {},
        folder=node.list_of(_folder_document, key="folder"),
        places=node.list_of(_place, key="places"),
        difficulty=node["difficulty"].integer(least=1, most=3) if node.has("difficulty") else 1,
        own=frozenset(node.list_of(lambda each: each.text(most=120), key="own")),
    )


def _persona_values(node: Node) -> dict[str, object]:
    for _, child in node.pairs():
        if child.value is not True and not isinstance(child.value, str):
            raise child.fail("harus teks seperti yang diketik, atau true untuk kotak centang")
    return {control: child.value for control, child in node.pairs()}


def _accepts(node: Node) -> dict[str, tuple[str, ...]]:
    return {field: tuple(item.text(most=120) for item in child.items(least=1)) for field, child in node.pairs()}


def _card_section(node: Node) -> CardSection:
    node.object(required=("title", "rows"))
    return CardSection(node["title"].text(most=60), node.list_of(_card_row, key="rows", least=1))


def _card_row(node: Node) -> CardRow:
    node.object(required=("label", "value"), optional=("screen", "field"))
    return CardRow(
        label=node["label"].text(most=60),
        value=node["value"].text(most=300),
        screen=node.optional_text("screen"),
        field=node.optional_text("field"),
    )


def _folder_document(node: Node) -> FolderDocument:
    node.object(required=("id", "title"), optional=("note",))
    return FolderDocument(node["id"].slug(), node["title"].text(most=120), node.optional_text("note", most=200))


def _place(node: Node) -> Place:
    node.object(required=("label", "point"))
    return Place(node["label"].text(most=120), node["point"].text(most=60))
