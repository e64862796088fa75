"""Judge one posted screen: which values are accepted, which problem each refused field has."""

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.domain.conditions import holds
from sandbox.domain.document import Answers, Field, Screen
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
    values: Mapping[str, object]  # what would be stored, by field id
    problems: tuple[FieldProblem, ...]  # at most one a field, in the order of the screen

    @property
    def accepted(self) -> bool:
        return not self.problems


def check_screen(screen: Screen, raw: Mapping[str, str], practice: Practice) -> Checked:
    """Judge what was posted for `screen`; other keys in `raw` are ignored."""
    values: dict[str, object] = {}
    problems: list[FieldProblem] = []
    for field in screen.typed_fields:
        answers: Answers = {**practice.answers, screen.id: values}
        if not holds(field.when, answers):
            continue
        try:
            values[field.id] = _check_field(field, screen, raw, answers, practice)
        except Problem as problem:
            problems.append(FieldProblem(field.id, problem.code))
    return Checked(values, tuple(problems))


def _check_field(field: Field, screen: Screen, raw: Mapping[str, str], answers: Answers, practice: Practice) -> object:
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
    rule = broken_rule(Judged(field, screen.id, value, raw, answers, practice))
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
