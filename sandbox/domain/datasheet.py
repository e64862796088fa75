"""The data sheet: what to fill in at the real portal, screen by screen, to copy from paper.

It holds what a learner worked out about the own business. Identity stays a blank line to fill in by hand: neither
the persona's invented one nor anybody's real one is ever printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sandbox.domain.conditions import holds, value_at
from sandbox.domain.deriving import UNKNOWN, derived, rupiah_in_words, value_text
from sandbox.domain.document import Field, Screen
from sandbox.domain.practice import Practice

# Kinds of rows. "value": known; "blank": dotted lines; "choices": boxes to tick; "tick": a promise to read and tick;
# "secret": never written here; "prepare": a paper to have ready; "result": what the portal will work out.
KINDS = ("value", "blank", "choices", "tick", "secret", "prepare", "result")

# What nobody prepares on paper: shown by the portal, sent by it at the moment, or asked a second time.
LEFT_OUT = ("note", "review", "one_time_code", "sign_in")
_BY_HAND = {"checkbox": "tick", "password": "secret", "document": "prepare", "choice": "choices", "radio": "choices"}
_LINES = {"long_text": 2, "region": 4}


@dataclass(frozen=True)
class SheetRow:
    label: str
    kind: str  # of KINDS
    type: str = ""  # of the field
    value: str = ""
    words: str = ""  # an amount in words
    options: tuple[str, ...] = ()
    lines: int = 1
    practised: bool = False  # the answer that practice takes, which another business may answer otherwise
    note: str = ""  # what the sheet says of its form; the words are not the domain's


@dataclass(frozen=True)
class SheetPart:
    """One screen of the portal."""

    title: str
    way: str  # through the portal's menus
    site: str
    rows: tuple[SheetRow, ...]


def blank_parts(screens: Iterable[Screen]) -> tuple[SheetPart, ...]:
    """Every screen to fill in by hand."""
    return _parts((screen, [_by_hand(field) for field in _on_paper(screen)]) for screen in screens)


def own_parts(screens: Iterable[Screen], practice: Practice) -> tuple[SheetPart, ...]:
    """The learner's own values as far as they are accepted; everything else to fill in by hand."""
    return _parts((screen, _own_rows(screen, practice)) for screen in screens)


def _parts(filled: Iterable[tuple[Screen, list[SheetRow]]]) -> tuple[SheetPart, ...]:
    return tuple(
        SheetPart(screen.title, " › ".join(screen.crumbs), screen.site, tuple(rows)) for screen, rows in filled if rows
    )


def _on_paper(screen: Screen) -> list[Field]:
    """Typed fields but those left out; a repeated password is no second secret."""
    return [
        field
        for field in screen.typed_fields
        if field.type not in LEFT_OUT and not any(rule.name == "same_as" for rule in field.rules)
    ]


def _by_hand(field: Field) -> SheetRow:
    return SheetRow(
        field.label,
        _BY_HAND.get(field.type, "blank"),
        type=field.type,
        options=tuple(option.label for option in field.options),
        lines=_LINES.get(field.type, 1),
    )


def _own_rows(screen: Screen, practice: Practice) -> list[SheetRow]:
    """What an accepted screen does not ask under these answers is left out; an open one shows all it may ask."""
    accepted = screen.id in practice.answers
    rows = []
    for field in screen.fields:
        if accepted and not holds(field.when, practice.answers):
            continue
        row = _worked_out(field, practice) if field.type == "derived" else None
        if row is not None:
            rows.append(row)
        elif field in _on_paper(screen):
            rows.append(_own_row(screen, field, practice))
    return rows


def _own_row(screen: Screen, field: Field, practice: Practice) -> SheetRow:
    reference = f"{screen.id}.{field.id}"
    stored = value_at(practice.answers, reference)
    own = reference in practice.persona.own
    practised = field.type in ("choice", "radio") and any(rule.name == "must_be" for rule in field.rules)
    by_hand = _by_hand(field)
    if stored in (None, "") or by_hand.kind in ("tick", "secret", "prepare") or not (own or practised):
        return by_hand
    value = value_text(reference, practice)
    if field.type in ("kbli", "kbli_successor"):
        value = f"{value} {practice.facts.kbli_title(value) or ''}".strip()
    words = rupiah_in_words(stored) if field.type == "rupiah" and isinstance(stored, int) else ""
    return SheetRow(field.label, "value", type=field.type, value=value, words=words, practised=practised and not own)


def _worked_out(field: Field, practice: Practice) -> SheetRow | None:
    """What the portal will show, where it follows from the learner's own values alone."""
    if not field.sources or not set(field.sources) <= practice.persona.own:
        return None
    if any(value_at(practice.answers, source) in (None, "") for source in field.sources):
        return None
    value = derived(field.derive, field.sources, practice)
    return None if value == UNKNOWN else SheetRow(field.label, "result", value=value)
