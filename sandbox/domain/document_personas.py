"""Personas of a flow document: who practises, with which card, folder and right answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class CardRow:
    label: str
    value: str
    screen: str = ""  # where this line is needed; "" everywhere
    field: str = ""  # "screen.field" that this line answers, where it is one


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
    difficulty: int = 1
    own: frozenset[str] = frozenset()  # "screen.field" whose right value is the learner's own
