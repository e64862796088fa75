"""One field of a practice screen as its template sees it: what its controls hold, its problem with its sentence.

This is the home of sentences: the engine answers with codes, the flow's texts say what they mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import cached_property

from sandbox.domain.areas import parse_area
from sandbox.domain.conditions import value_at
from sandbox.domain.deriving import derived, line_text
from sandbox.domain.document import Condition, Field, Screen
from sandbox.domain.echoes import echo
from sandbox.domain.passwords import CHECKLIST, unmet
from sandbox.domain.problems import Problem
from sandbox.domain.realnumbers import holds_real_number
from sandbox.domain.screens import MAX_CHARACTERS
from sandbox.field_help import NO_HELP, FieldHelp
from sandbox.models import Mode
from sandbox.work import Work

SECRET_TYPES = ("password", "sign_in")

INPUT_MODES = {
    "digits": "numeric",
    "number": "numeric",
    "area": "decimal",
    "rupiah": "numeric",
    "date": "numeric",
    "nik": "numeric",
    "phone": "tel",
    "email": "email",
    "one_time_code": "numeric",
}

UNIT_LABELS = {"m2": "m²", "ha": "Ha"}

CHECKLIST_LABELS = {
    "length": "Minimal 8 karakter",
    "letters": "Menggunakan huruf besar dan kecil",
    "digit": "Menggunakan angka",
    "symbol": "Menggunakan karakter spesial (!@#$%^&*_-)",
}


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    note: str = ""
    checked: bool = False


@dataclass
class FormField:
    """One field with what its controls hold."""

    field: Field
    work: Work
    raw: Mapping[str, str]
    code: str = ""
    help: FieldHelp = NO_HELP
    hangs_on: Condition | None = None  # the one choice of this screen that decides whether the field counts
    filled: bool = False  # with the answer that was asked for
    own: bool = False  # the learner's own answer is the right one

    @property
    def template(self) -> str:
        return f"sandbox/fields/{_TEMPLATES.get(self.field.type, 'text')}.html"

    @property
    def value(self) -> str:
        """What the text control holds again; never a password, never a number that could be somebody's."""
        text = self.raw.get(self.field.id, "")
        if self.field.type in SECRET_TYPES or holds_real_number(text):
            return ""
        return text[:MAX_CHARACTERS]

    @property
    def ticked(self) -> bool:
        return bool(self.raw.get(self.field.id))

    @property
    def input_mode(self) -> str:
        return INPUT_MODES.get(self.field.type, "text")

    @property
    def note(self) -> str:
        """What stands under the label: the field's own words; in `tuntun` the hint, which says it in full; nothing
        in an exam, nor where the reason stands there already.
        """
        if self.work.attempt.mode == Mode.UJIAN and self.field.controls:
            return ""
        return "" if self.why else (self.field.hint if self.work.attempt.mode == Mode.TUNTUN else "") or self.field.help

    @property
    def why(self) -> str:
        """Of a screen that is watched: the reason for the answer in the box."""
        return (self.field.why or self.field.hint) if self.work.attempt.mode == Mode.TONTON else ""

    @property
    def secret_shown(self) -> str:
        """Of a screen that is watched: what is typed into a box that shows dots only."""
        watched = self.work.attempt.mode == Mode.TONTON and self.field.type in SECRET_TYPES
        return self.raw.get(self.field.id, "") if watched else ""

    @cached_property
    def problem(self) -> dict[str, str] | None:
        """The sentence of the code: what the box says and what to do."""
        if not self.code:
            return None
        text = self.work.flow.text(self._told_code, self.field)
        fill = {"label": self.field.label, "example": self.field.example}
        do = "" if self.work.attempt.mode == Mode.UJIAN else _fill(text.do, fill)
        return {"code": self.code, "says": _fill(text.says, fill), "do": do}

    @property
    def _told_code(self) -> str:
        """An own box that was left empty has nothing to be looked up on the card."""
        told = f"{self.code}.own"
        return told if self.own and self.code not in self.field.texts and told in self.work.flow.texts else self.code

    @property
    def shown_when(self) -> dict[str, str] | None:
        """The control of this screen, and its value, that this field hangs on; a script hides it meanwhile."""
        condition = self.hangs_on
        if condition is None:
            return None
        return {"name": condition.field.partition(".")[2], "value": str(condition.value)}

    @property
    def described_by(self) -> str:
        parts = [f"b-{self.field.id}" if self.note or self.why else "", f"g-{self.field.id}" if self.code else ""]
        return " ".join(part for part in parts if part)

    @cached_property
    def choices(self) -> list[Choice]:
        chosen = self.raw.get(self.field.id, "")
        if self.field.type == "document":
            folder = [Choice(d.id, d.title, d.note, d.id == chosen) for d in self.work.persona.folder]
            return [each for each in folder if each.checked or self.work.attempt.mode != Mode.TONTON]
        if self.field.type == "kbli_successor":
            found = self.work.practice.facts.kbli_successors(self.old_code)
            return [Choice(code, title, "", code == chosen) for code, title in found]
        return [Choice(o.value, o.label, o.note, o.value == chosen) for o in self.field.options]

    @property
    def asks_here(self) -> str:
        """The control of this screen that a list of successors hangs on; "" when it was filled in before."""
        screen_id, _, control = self.field.sources[0].partition(".")
        return control if any(each is self.field for each in self.work.flow.screen(screen_id).fields) else ""

    @property
    def old_code(self) -> str:
        """The KBLI 2020 code whose successors are offered."""
        source = self.field.sources[0]
        text = self.raw.get(self.asks_here, "") if self.asks_here else value_at(self.work.answers, source)
        return "".join(sign for sign in str(text or "") if sign.isascii() and sign.isdigit())[:MAX_CHARACTERS]

    @property
    def unit(self) -> str:
        """Of an area: the unit its text names, else the one chosen beside it."""
        try:
            return parse_area(self.value).unit or self._chosen_unit
        except Problem:
            return self._chosen_unit

    @property
    def _chosen_unit(self) -> str:
        chosen = self.raw.get(f"{self.field.id}_satuan", "")
        return chosen if chosen in UNIT_LABELS else "m2"

    @property
    def units(self) -> list[Choice]:
        return [Choice(unit, label, "", unit == self.unit) for unit, label in UNIT_LABELS.items()]

    @property
    def echo(self) -> str:
        """What the box understood, so that a missing zero or a swapped month is seen."""
        return echo(self.field.type, self.value, self.unit if self.field.type == "area" else "")

    @property
    def shows_checklist(self) -> bool:
        """The repeated password has no list of its own."""
        return not any(rule.name == "same_as" for rule in self.field.rules)

    @property
    def checklist(self) -> list[tuple[str, str, bool]]:
        """(point, label, met) of the portal's password rule for what was last typed."""
        password = self.raw.get(self.field.id, "")
        missing = unmet(password)
        return [(point, CHECKLIST_LABELS[point], bool(password) and point not in missing) for point in CHECKLIST]

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        return [(line.label, line_text(line, self.work.practice)) for line in self.field.lines]

    @cached_property
    def screens_behind(self) -> list[Screen]:
        """The screens that the lines of a review come from, in the order of the flow."""
        named = {source.partition(".")[0] for line in self.field.lines for source in line.source.split()}
        return [screen for screen in self.work.flow.screens if screen.id in named]

    @property
    def derived(self) -> str:
        return derived(self.field.derive, self.field.sources, self.work.practice)


_TEMPLATES = {
    "long_text": "long_text",
    "choice": "choice",
    "radio": "radio",
    "checkbox": "checkbox",
    "area": "area",
    "date": "date",
    "number": "number",
    "rupiah": "rupiah",
    "phone": "phone",
    "password": "password",
    "sign_in": "sign_in",
    "one_time_code": "one_time_code",
    "kbli": "kbli",
    "region": "region",
    "map_point": "map_point",
    "document": "radio",
    "kbli_successor": "kbli_successor",
    "review": "review",
    "derived": "derived",
    "note": "note",
}


def _fill(sentence: str, values: Mapping[str, str]) -> str:
    """Fill {label} and {example}; other braces are left as they are."""
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence
