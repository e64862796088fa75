"""Screens of a flow document: fields, rules, conditions, sentences, messages, branches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

# What a control sends: a text, or several for a composite or repeated control.
Raw = Mapping[str, str]
# One screen's accepted values by field id, as stored: JSON values only.
Values = Mapping[str, object]
# Accepted values of all screens so far, by screen id.
Answers = Mapping[str, Values]


@dataclass(frozen=True)
class Text:
    """A sentence for a problem code: what the box says, and what to do about it."""

    says: str
    do: str = ""
    known: bool = False  # True: the portal's own wording, with a source; False: ours


@dataclass(frozen=True)
class Condition:
    """A test on earlier answers. `field` is "screen.field"; groups hold others."""

    kind: str  # equals, one_of, at_least, filled, all, any, not
    field: str = ""
    value: object = None
    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True)
class Rule:
    name: str
    code: str
    value: object = None
    field: str = ""


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a review or of the outcome: a label and where its value comes from."""

    label: str
    source: str  # "screen.field", or a literal text when derive is "text"
    derive: str = ""


@dataclass(frozen=True)
class Field:
    id: str
    type: str
    label: str
    help: str = ""
    hint: str = ""
    why: str = ""  # what `tonton` says of the right answer
    placeholder: str = ""
    example: str = ""
    required: bool = True
    known: bool = False
    options: tuple[Option, ...] = ()
    rules: tuple[Rule, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    when: Condition | None = None
    digits: int = 6
    derive: str = ""
    sources: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def controls(self) -> tuple[str, ...]:
        """Names of the form controls of this field; a composite has several, a shown one none."""
        if self.type == "area":
            return (self.id, f"{self.id}_satuan")
        if self.type == "region":
            return ("provinsi", "kabupaten", "kecamatan", "kelurahan")
        if self.type in ("review", "derived", "note"):
            return ()
        return (self.id,)


@dataclass(frozen=True)
class Message:
    """Something that arrives in the simulated inbox when its screen is reached."""

    channel: str
    sender: str
    subject: str
    body: str  # "{kode}" stands for the one-time code
    known: bool = False


@dataclass(frozen=True)
class Branch:
    to: str
    when: Condition | None = None


@dataclass(frozen=True)
class Screen:
    id: str
    stage: str
    title: str
    button: str
    expected_seconds: int
    crumbs: tuple[str, ...] = ()
    intro: str = ""
    tip: str = ""
    site: str = ""  # the imitated site, where it is not OSS
    known: bool = False
    fields: tuple[Field, ...] = ()
    messages: tuple[Message, ...] = ()
    next: tuple[Branch, ...] = ()

    @cached_property
    def typed_fields(self) -> tuple[Field, ...]:
        return tuple(f for f in self.fields if f.controls)


@dataclass(frozen=True)
class Stage:
    id: str
    title: str
