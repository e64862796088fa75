"""What changed between two versions of a flow document, place by place, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from tutorials.flow_editing import parts, places
from tutorials.flow_editing.compound import ByCode, Group, Rows
from tutorials.flow_editing.parts import Document, Kind, Part
from tutorials.flow_editing.specs import ABSENT, Spec
from tutorials.flow_editing.vocabulary import Json

LISTS = (parts.STAGE, parts.TEXT, parts.SCREEN, parts.PERSONA, parts.FAULT, parts.PAPER)


@dataclass(frozen=True)
class Change:
    """`old` is "" for what was added, `new` for what was taken away."""

    place: str
    old: str
    new: str


def changes(old: Document, new: Document) -> list[Change]:
    found = [*_inside(parts.GENERAL, "", parts.GENERAL.group.label, old, new)]
    for kind in LISTS:
        found += _of_list(old, new, kind)
    found += _inside(parts.OUTCOME, "", parts.OUTCOME.group.label, old.get("outcome", {}), new.get("outcome", {}))
    return found


def _of_list(old: Document, new: Document, kind: Kind, key: str = "") -> Iterator[Change]:
    before, after = _by_id(old, kind, key), _by_id(new, kind, key)
    for name, part in before.items():
        if name not in after:
            place = places.of_part(old, kind, parts.key_of(kind, part, key)).words
            yield Change(place, parts.title_of(kind, part), "")
    for name, part in after.items():
        place = places.of_part(new, kind, parts.key_of(kind, part, key)).words
        if name not in before:
            yield Change(place, "", parts.title_of(kind, part))
            continue
        yield from _inside(kind, name, place, before[name], part)
        if kind is parts.SCREEN:
            yield from _of_list(old, new, parts.FIELD, f"{name}.")
        elif kind is parts.PERSONA:
            yield from _answers(new, before[name], part)
    yield from _order(kind, [*before], [*after], places.of_part(new, parts.SCREEN, key[:-1]).words if key else "")


def _by_id(document: Document, kind: Kind, key: str) -> dict[str, Part]:
    try:
        return {part[kind.id_key]: part for part in parts.all_of(document, kind, key)}
    except parts.NoSuchPart:
        return {}


def _order(kind: Kind, before: list[str], after: list[str], inside: str) -> Iterator[Change]:
    """Whether what is in both stands in another order; for sentences by code there is none."""
    old, new = [name for name in before if name in after], [name for name in after if name in before]
    if old != new and kind is not parts.TEXT:
        yield Change(" › ".join(filter(None, [inside, f"urutan {kind.name}"])), ", ".join(old), ", ".join(new))


def _inside(kind: Kind, key: str, place: str, old: Part, new: Part) -> Iterator[Change]:
    for spec in kind.group.of:
        yield from _value(spec, f"{place} › {spec.label}", old.get(spec.key, ABSENT), new.get(spec.key, ABSENT))


def _value(spec: Spec, place: str, old: Json, new: Json) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(spec, Group):
        for each in spec.of:
            held = [value.get(each.key, ABSENT) if isinstance(value, dict) else ABSENT for value in (old, new)]
            yield from _value(each, f"{place} › {each.label}", *held)
    elif isinstance(spec, Rows):
        yield from _rows(spec, place, old, new)
    else:
        yield Change(place, *("" if value is ABSENT else spec.said(value) for value in (old, new)))


def _rows(spec: Rows, place: str, old: Json, new: Json) -> Iterator[Change]:
    before, after = _named_rows(spec, old), _named_rows(spec, new)
    for name in dict.fromkeys([*before, *after]):
        here = f"{place} › {name}"
        if name in before and name in after:
            yield from _value(spec.group, here, before[name], after[name])
        else:
            yield Change(here, _row_words(spec, before.get(name)), _row_words(spec, after.get(name)))
    both = [[name for name in names if name in before and name in after] for names in (before, after)]
    if both[0] != both[1] and not isinstance(spec, ByCode):
        yield Change(f"{place} › urutan", *(", ".join(names) for names in both))


def _named_rows(spec: Rows, value: Json) -> dict[str, Part]:
    """The rows by what tells them apart: their id where they have one, else their number."""
    if value is ABSENT:
        return {}
    if isinstance(spec, ByCode):
        return {f"“{code}”": {"code": code, **held} for code, held in value.items()}
    if spec.unique:
        return {f"“{row.get(spec.unique, '')}”": row for row in value}
    return {f"{spec.row} {number}": row for number, row in enumerate(value, 1)}


def _row_words(spec: Rows, row: Part | None) -> str:
    if row is None:
        return ""
    said = [each.said(row[each.key]) for each in spec.of if each.key in row and not isinstance(each, Group | Rows)]
    return " · ".join(filter(None, said)) or spec.row


def _answers(document: Document, old: Part, new: Part) -> Iterator[Change]:
    before, after = old.get("answers", {}), new.get("answers", {})
    for screen in dict.fromkeys([*before, *after]):
        place = places.of_answers(document, new["id"], screen).words
        held, holds = before.get(screen, {}), after.get(screen, {})
        for control in dict.fromkeys([*held, *holds]):
            if held.get(control) != holds.get(control):
                yield Change(f"{place} › {control}", _answer(held.get(control)), _answer(holds.get(control)))
    person = places.of_part(document, parts.PERSONA, new["id"]).words
    accepts, accepted = old.get("accepts", {}), new.get("accepts", {})
    for reference in dict.fromkeys([*accepts, *accepted]):
        if accepts.get(reference) != accepted.get(reference):
            words = ["; ".join(held.get(reference, [])) for held in (accepts, accepted)]
            yield Change(f"{person} › juga diterima untuk {reference}", *words)
    if sorted(old.get("own", [])) != sorted(new.get("own", [])):
        yield Change(f"{person} › isian sendiri", *("; ".join(part.get("own", [])) for part in (old, new)))


def _answer(value: Json) -> str:
    return "dicentang" if value is True else value or ""
