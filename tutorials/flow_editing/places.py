"""Where in a flow something stands, in words, and which form mends it."""

import re
from dataclasses import dataclass
from typing import Any

from tutorials.flow_editing import parts
from tutorials.flow_editing.compound import ByCode, Group, Rows
from tutorials.flow_editing.parts import FIELD, SCREEN, Document, Kind
from tutorials.flow_editing.words import FAULTS

ANSWERS = "jawaban"  # the form of what a persona answers on one screen; its key is "persona.screen"


@dataclass(frozen=True)
class Place:
    """`form` and `key` tell the form; ("", "") for none. Parts of which there are many, without a key: a new one."""

    words: str
    form: str = ""
    key: str = ""


def of_part(document: Document, kind: Kind, key: str, rest: str = "") -> Place:
    """The place of a part; `rest` is a path inside it, such as "rules[0].value"."""
    inside = [path_words(kind.group, rest)] if rest else []
    return Place(" › ".join([*_part_words(document, kind, key), *inside]), kind.slug, key)


def of_answers(document: Document, persona: str, screen: str) -> Place:
    words = [*_part_words(document, parts.PERSONA, persona), "jawaban", *_part_words(document, SCREEN, screen)]
    return Place(" › ".join(words), ANSWERS, f"{persona}.{screen}")


def path_words(group: Group, path: str) -> str:
    """`rules[0].value` as people read it: Aturan 1 › Nilai."""
    said: list[str] = []
    held: dict[str, Any] = dict(group.by_key)
    for name, position in re.findall(r"([\w-]+)|\[(\d+)\]", path):
        if position:
            said.append(f"{said.pop() if said else ''} {int(position) + 1}".strip())
            continue
        spec = held.get(name)
        said.append(spec.label if spec is not None else name)
        if isinstance(spec, ByCode):
            break
        if isinstance(spec, Group | Rows):
            held = {each.key: each for each in spec.of}
    return " › ".join(said)


def _part_words(document: Document, kind: Kind, key: str) -> list[str]:
    if not kind.one_of_many:
        return [kind.group.label]
    before = _part_words(document, SCREEN, parts.screen_of(key)) if kind is FIELD else []
    try:
        title = parts.title_of(kind, parts.get(document, kind, key))
    except parts.NoSuchPart:
        title = key.partition(".")[2] if kind is FIELD else key
    if kind is parts.TEXT:
        title = key
    elif kind is parts.FAULT:
        title = FAULTS.get(key, key)
    return [*before, f"{kind.name if before else kind.name.capitalize()} “{title[:60]}”"]
