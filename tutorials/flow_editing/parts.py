"""The parts of a flow document that have forms of their own, and where each stands.

A part has a kind and a key: the key of a screen is its id, that of a field is "screen.field". Each function gives back
a new document; the one it was given stays as it was.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from tutorials.flow_editing import layout
from tutorials.flow_editing.compound import Group

Document = dict[str, Any]
Part = dict[str, Any]


class NoSuchPart(LookupError):
    """The document does not have this part (any more)."""


class Taken(Exception):
    """Another part of this kind has this id already."""


@dataclass(frozen=True, eq=False)
class Kind:
    """`inside`: the list of the document that holds these parts; "" for a part that is there once."""

    slug: str
    name: str
    group: Group
    inside: str = ""
    id_key: str = "id"
    title_key: str = "title"
    empty: Part = field(default_factory=dict)  # what a new one begins with

    @property
    def one_of_many(self) -> bool:
        return self.inside != ""


GENERAL = Kind("umum", "data umum", layout.GENERAL)
STAGE = Kind("tahap", "tahap", layout.STAGE, "stages")
TEXT = Kind("kalimat", "kalimat", layout.TEXT, "texts", id_key="code", title_key="says")
SCREEN = Kind("layar", "layar", layout.SCREEN, "screens", empty={"fields": []})
FIELD = Kind("isian", "isian", layout.FIELD, "fields", title_key="label")
PERSONA = Kind("tokoh", "tokoh", layout.PERSONA, "personas", title_key="name", empty={"answers": {}})
FAULT = Kind("gangguan", "gangguan", layout.FAULT, "faults", id_key="kind")
OUTCOME = Kind("hasil", "NIB latihan", layout.OUTCOME)
PAPER = Kind("surat", "surat", layout.DOCUMENT, "documents")
KINDS = {
    kind.slug: kind for kind in (GENERAL, STAGE, TEXT, SCREEN, FIELD, PERSONA, FAULT, OUTCOME, PAPER)
}  # fmt: skip


def screen_of(key: str) -> str:
    """The screen in the key of a field."""
    return key.partition(".")[0]


def all_of(document: Document, kind: Kind, key: str = "") -> list[Part]:
    """The parts of a kind, in order; the fields are those of the screen in `key`."""
    if kind is TEXT:
        return [{"code": code, **text} for code, text in document.get("texts", {}).items()]
    return list(_holder(document, kind, key).get(kind.inside, []))


def get(document: Document, kind: Kind, key: str = "") -> Part:
    """Raises NoSuchPart."""
    if not kind.one_of_many:
        return document if kind is GENERAL else document.get("outcome", {})
    parts = all_of(document, kind, key)
    return parts[_position(parts, kind, key)]


def put(document: Document, kind: Kind, key: str, part: Part) -> Document:
    """Replace a part. Raises NoSuchPart, and Taken when it has now the id of another."""
    document = deepcopy(document)
    if kind is GENERAL:
        return part
    if kind is OUTCOME:
        return {**document, "outcome": part}
    parts = all_of(document, kind, key)
    position = _position(parts, kind, key)
    _refuse_taken(parts[:position] + parts[position + 1 :], kind, part)
    parts[position] = part
    return _with(document, kind, key, parts)


def add(document: Document, kind: Kind, key: str, part: Part, *, after: str = "") -> Document:
    """Add a part behind the one whose id is `after`, else at the end; `key` names the screen of a new field."""
    document = deepcopy(document)
    parts = all_of(document, kind, key)
    _refuse_taken(parts, kind, part)
    ids = [each[kind.id_key] for each in parts]
    position = ids.index(after) + 1 if after in ids else len(parts)
    return _with(document, kind, key, [*parts[:position], part, *parts[position:]])


def remove(document: Document, kind: Kind, key: str) -> Document:
    document = deepcopy(document)
    parts = all_of(document, kind, key)
    parts.pop(_position(parts, kind, key))
    return _with(document, kind, key, parts)


def move(document: Document, kind: Kind, key: str, *, steps: int) -> Document:
    """Bring a part so many places down (up, when negative), at most to the end of its list."""
    document = deepcopy(document)
    parts = all_of(document, kind, key)
    position = _position(parts, kind, key)
    part = parts.pop(position)
    parts.insert(max(0, min(len(parts), position + steps)), part)
    return _with(document, kind, key, parts)


def copy_of(document: Document, kind: Kind, key: str) -> Part:
    """The part once more, under an id that is free."""
    parts = all_of(document, kind, key)
    taken = {each[kind.id_key] for each in parts}
    part = deepcopy(get(document, kind, key))
    joint = "_" if kind is FIELD else "-"
    base, number = part[kind.id_key][:56], 2
    while f"{base}{joint}{number}" in taken:
        number += 1
    return {**part, kind.id_key: f"{base}{joint}{number}"}


def key_of(kind: Kind, part: Part, key: str = "") -> str:
    """The key of a part; `key` is that of a part beside it."""
    if not kind.one_of_many:
        return ""
    return f"{screen_of(key)}.{part[kind.id_key]}" if kind is FIELD else part[kind.id_key]


def title_of(kind: Kind, part: Part) -> str:
    return str(part.get(kind.title_key) or part.get(kind.id_key, ""))


def _holder(document: Document, kind: Kind, key: str) -> Part:
    if kind is FIELD:
        return get(document, SCREEN, screen_of(key))
    return document.get("outcome", {}) if kind is PAPER else document


def _position(parts: list[Part], kind: Kind, key: str) -> int:
    wanted = key.partition(".")[2] if kind is FIELD else key
    for position, part in enumerate(parts):
        if part[kind.id_key] == wanted:
            return position
    raise NoSuchPart(f"{kind.slug} {key}")


def _refuse_taken(others: list[Part], kind: Kind, part: Part) -> None:
    if any(other[kind.id_key] == part[kind.id_key] for other in others):
        raise Taken(part[kind.id_key])


def _with(document: Document, kind: Kind, key: str, parts: list[Part]) -> Document:
    """The document with these parts in place of all others of their kind."""
    if kind is TEXT:
        document["texts"] = {text["code"]: {k: v for k, v in text.items() if k != "code"} for text in parts}
    elif kind in (FAULT, PAPER) and not parts:
        _holder(document, kind, key).pop(kind.inside, None)
    else:
        _holder(document, kind, key)[kind.inside] = parts
    return document
