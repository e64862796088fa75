"""Judge one posted screen: which values are accepted, which problem each refused field has."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sandbox.domain.conditions import holds
from sandbox.domain.deriving import derived
from sandbox.domain.document import Field, Screen
from sandbox.domain.fields import is_empty, kept, parse
from sandbox.domain.practice import Practice
from sandbox.domain.problems import Problem
from sandbox.domain.realnumbers import holds_real_number
from sandbox.domain.rules import Judged, broken_rule

# Longer than any real answer; what is longer is refused before anything else looks at it.
MAX_CHARACTERS = 2000


@dataclass(frozen=True)
class FieldProblem:
    field: str
    code: str


@dataclass(frozen=True)
class Checked:
    values: Mapping[str, object]  # what would be stored, by field id; with what the portal works out itself
    problems: tuple[FieldProblem, ...]  # at most one a field, in the order of the screen

    @property
    def accepted(self) -> bool:
        return not self.problems


def check_screen(screen: Screen, raw: Mapping[str, str], practice: Practice) -> Checked:
    """Judge what was posted for `screen`; other keys in `raw` are ignored."""
    values: dict[str, object] = {}
    problems: list[FieldProblem] = []
    for field in screen.fields:
        here = replace(practice, answers={**practice.answers, screen.id: values})
        if not holds(field.when, here.answers):
            continue
        if field.type == "derived":
            values[field.id] = derived(field.derive, field.sources, here)
        if not field.controls:
            continue
        try:
            values[field.id] = _check_field(field, screen, raw, here)
        except Problem as problem:
            problems.append(FieldProblem(field.id, problem.code))
    return Checked(values, tuple(problems))


def derived_values(screen: Screen, practice: Practice) -> dict[str, object]:
    """What the portal works out on `screen` from the answers in `practice`, by field id."""
    return {
        field.id: derived(field.derive, field.sources, practice)
        for field in screen.fields
        if field.type == "derived" and holds(field.when, practice.answers)
    }


def _check_field(field: Field, screen: Screen, raw: Mapping[str, str], practice: Practice) -> object:
    own = {control: raw.get(control, "") for control in field.controls}
    for text in own.values():
        _refuse_nonsense(text)
    if is_empty(field, own):
        if field.required:
            raise Problem("required")
        return None
    value = parse(field, own, practice, screen=screen.id)
    if field.type == "checkbox" and field.required and value is not True:
        raise Problem("required")
    rule = broken_rule(Judged(field, screen.id, value, raw, practice.answers, practice))
    if rule is not None:
        raise Problem(rule.code)
    return kept(field, value)


def _refuse_nonsense(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise Problem("text.long")
    if holds_real_number(text):
        raise Problem("nik.real")
    if any((ord(c) < 32 and c not in "\t\r\n") or 0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise Problem("text.characters")
