"""A flow as the engine sees it: frozen, already validated. `reading.py` makes these from JSON."""

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


@dataclass(frozen=True)
class Fault:
    kind: str
    screen: str
    recovery: str  # the data-action that gets out of it
    text: Text


@dataclass(frozen=True)
class CardRow:
    label: str
    value: str
    screen: str = ""  # where this line is needed; "" everywhere


@dataclass(frozen=True)
class CardSection:
    title: str
    rows: tuple[CardRow, ...]


@dataclass(frozen=True)
class FolderDocument:
    id: str
    title: str
    note: str = ""


@dataclass(frozen=True)
class Place:
    """A spot that the map's search knows."""

    label: str
    point: str  # "lat, lng"


@dataclass(frozen=True)
class Persona:
    id: str
    name: str
    trade: str
    about: str
    password: str
    modes: tuple[str, ...]
    card: tuple[CardSection, ...]
    answers: Mapping[str, Mapping[str, object]]
    accepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folder: tuple[FolderDocument, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Outcome:
    kind: str
    title: str
    number: str
    lines: tuple[Line, ...]
    closing: str = ""


@dataclass(frozen=True)
class Flow:
    id: str
    title: str
    summary: str
    generation: str
    compared_on: str
    compared_note: str
    modes: tuple[str, ...]
    stages: tuple[Stage, ...]
    screens: tuple[Screen, ...]
    personas: tuple[Persona, ...]
    outcome: Outcome
    texts: Mapping[str, Text]
    faults: tuple[Fault, ...] = ()

    @cached_property
    def _screens_by_id(self) -> dict[str, Screen]:
        return {screen.id: screen for screen in self.screens}

    def screen(self, screen_id: str) -> Screen:
        """Raises KeyError for a screen this flow does not have."""
        return self._screens_by_id[screen_id]

    def has_screen(self, screen_id: str) -> bool:
        return screen_id in self._screens_by_id

    def persona(self, persona_id: str) -> Persona:
        """Raises KeyError for a persona this flow does not have."""
        for persona in self.personas:
            if persona.id == persona_id:
                return persona
        raise KeyError(persona_id)

    def text(self, code: str, of: Field | None = None) -> Text:
        """The sentence for a problem code: the field's own, else the flow's. Raises KeyError."""
        if of is not None and code in of.texts:
            return of.texts[code]
        return self.texts[code]
