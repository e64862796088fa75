"""What names a screen, a field or a stage elsewhere in a document: carried along when its id changes, and told when
it is about to go."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from sandbox.catalogue.words import controls_of
from tutorials.flow_editing import parts
from tutorials.flow_editing.parts import FAULT, FIELD, OUTCOME, PAPER, PERSONA, SCREEN, STAGE, Document, Kind

Holder = Any  # a dict or a list, with the place of the reference in it


@dataclass(frozen=True)
class Reference:
    """`value` names a part of `kind`, from inside the part (by_kind, by_key). `put` replaces it."""

    kind: Kind
    value: str
    by_kind: Kind
    by_key: str
    put: Callable[[str], None]


def renamed(document: Document, kind: Kind, old: str, new: str) -> Document:
    """The document in which all that named the part `old` names it `new`; the part itself has its new id already.

    `old` and `new` are keys: "screen.field" for a field.
    """
    document = deepcopy(document)
    for reference in list(references(document)):
        if reference.kind is kind and reference.value == old:
            reference.put(new)
        elif kind is SCREEN and reference.kind is FIELD and parts.screen_of(reference.value) == old:
            reference.put(f"{new}.{reference.value.partition('.')[2]}")
    for persona in document.get("personas", []):
        _rename_answers(document, persona, kind, old, new)
    return document


def users(document: Document, kind: Kind, key: str) -> list[tuple[Kind, str]]:
    """The other parts that need this one: (kind, key) of each, once. What a persona says of it is not counted."""
    found = [
        (reference.by_kind, reference.by_key)
        for reference in references(document)
        if reference.by_kind is not PERSONA and _names(reference, kind, key)
    ]
    own = [(kind, key)] + [(FIELD, f"{key}.{each['id']}") for each in _fields(document, kind, key)]
    return [user for user in dict.fromkeys(found) if user not in own]


def forgotten(document: Document, kind: Kind, key: str) -> Document:
    """The document whose personas say nothing any more of a screen or field that is gone."""
    document = deepcopy(document)
    for persona in document.get("personas", []):
        gone = [each for each in [*persona.get("accepts", {}), *persona.get("own", [])] if _inside(each, kind, key)]
        for reference in gone:
            persona.get("accepts", {}).pop(reference, None)
        if "own" in persona:
            persona["own"] = [each for each in persona["own"] if each not in gone]
        for row in _card_rows(persona):
            if kind is SCREEN and row.get("screen") == key:
                row.pop("screen")
            if _inside(row.get("field", ""), kind, key):
                row.pop("field")
        if kind is SCREEN:
            persona.get("answers", {}).pop(key, None)
        elif kind is FIELD:
            screen, _, field = key.partition(".")
            values = persona.get("answers", {}).get(screen, {})
            for control in (field, f"{field}_satuan"):
                values.pop(control, None)
    return document


def references(document: Document) -> Iterator[Reference]:
    """Every reference in the document but the keys of what a persona answers and accepts."""
    for screen in document.get("screens", []):
        yield from _of_screen(screen)
    for persona in document.get("personas", []):
        place = (PERSONA, persona["id"])
        for row in _card_rows(persona):
            yield from _one(SCREEN, row, "screen", *place)
            yield from _one(FIELD, row, "field", *place)
        yield from _each(FIELD, persona.get("own", []), *place)
    for fault in document.get("faults", []):
        yield from _one(SCREEN, fault, "screen", FAULT, fault["kind"])
    outcome = document.get("outcome", {})
    yield from _lines(outcome, OUTCOME, "")
    for paper in outcome.get("documents", []):
        place = (PAPER, paper["id"])
        yield from _condition(paper.get("when"), *place)
        for each in paper.get("status_when", []):
            yield from _condition(each.get("when"), *place)
        yield from _lines(paper, *place)


def _of_screen(screen: dict[str, Any]) -> Iterator[Reference]:
    place = (SCREEN, screen["id"])
    yield from _one(STAGE, screen, "stage", *place)
    for branch in screen.get("next", []):
        yield from _one(SCREEN, branch, "to", *place)
        yield from _condition(branch.get("when"), *place)
    for field in screen.get("fields", []):
        here = (FIELD, f"{screen['id']}.{field['id']}")
        yield from _condition(field.get("when"), *here)
        yield from _each(FIELD, field.get("sources", []), *here)
        yield from _lines(field, *here)
        for rule in field.get("rules", []):
            if rule.get("rule") == "same_as" and rule.get("field"):
                yield Reference(FIELD, f"{screen['id']}.{rule['field']}", *here, _short_name(rule))
            else:
                yield from _one(FIELD, rule, "field", *here)


def _short_name(rule: dict[str, Any]) -> Callable[[str], None]:
    """Within one screen a field goes by its id alone."""
    return lambda new: rule.__setitem__("field", new.partition(".")[2])


def _one(kind: Kind, holder: Holder, key: str | int, by_kind: Kind, by_key: str) -> Iterator[Reference]:
    value = holder[key] if isinstance(key, int) else holder.get(key)
    if value:
        yield Reference(kind, value, by_kind, by_key, lambda new: holder.__setitem__(key, new))


def _each(kind: Kind, values: list[str], by_kind: Kind, by_key: str) -> Iterator[Reference]:
    for position in range(len(values)):
        yield from _one(kind, values, position, by_kind, by_key)


def _lines(holder: dict[str, Any], by_kind: Kind, by_key: str) -> Iterator[Reference]:
    for line in holder.get("lines", []):
        if line.get("derive") != "text":
            for source in line.get("source", "").split():
                yield Reference(FIELD, source, by_kind, by_key, _replacing(line, source))


def _replacing(line: dict[str, Any], source: str) -> Callable[[str], None]:
    return lambda new: line.__setitem__(
        "source", " ".join(new if each == source else each for each in line["source"].split())
    )


def _condition(condition: dict[str, Any] | None, by_kind: Kind, by_key: str) -> Iterator[Reference]:
    if not condition:
        return
    yield from _one(FIELD, condition, "field", by_kind, by_key)
    for part in (*condition.get("all", []), *condition.get("any", []), condition.get("not")):
        yield from _condition(part, by_kind, by_key)


def _card_rows(persona: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in persona.get("card", []):
        yield from section.get("rows", [])


def _rename_answers(document: Document, persona: dict[str, Any], kind: Kind, old: str, new: str) -> None:
    answers = persona.get("answers", {})
    if kind is SCREEN:
        persona["answers"] = {new if screen == old else screen: values for screen, values in answers.items()}
    elif kind is FIELD:
        screen, _, name = old.partition(".")
        field = parts.get(document, FIELD, new)
        before = controls_of(name, field.get("type", ""))
        controls = dict(zip(before, controls_of(field["id"], field.get("type", "")), strict=True))
        if screen in answers:
            answers[screen] = {controls.get(control, control): held for control, held in answers[screen].items()}
    if "accepts" in persona:
        persona["accepts"] = {_moved(each, kind, old, new): held for each, held in persona["accepts"].items()}


def _moved(reference: str, kind: Kind, old: str, new: str) -> str:
    if kind is SCREEN and parts.screen_of(reference) == old:
        return f"{new}.{reference.partition('.')[2]}"
    return new if kind is FIELD and reference == old else reference


def _names(reference: Reference, kind: Kind, key: str) -> bool:
    return (reference.kind is kind and reference.value == key) or (
        reference.kind is FIELD and _inside(reference.value, kind, key)
    )


def _inside(reference: str, kind: Kind, key: str) -> bool:
    """Whether "screen.field" means the field `key`, or a field of the screen `key`."""
    return reference == key if kind is FIELD else kind is SCREEN and parts.screen_of(reference) == key


def _fields(document: Document, kind: Kind, key: str) -> list[dict[str, Any]]:
    return parts.all_of(document, FIELD, f"{key}.") if kind is SCREEN else []
