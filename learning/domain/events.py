"""One event as it arrives from outside, checked key by key. The format is described in docs/events.md."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from learning.domain.event_values import (
    AN_AMOUNT,
    LARGEST_COUNTER,
    LONGEST_NAME,
    MANY_DIGITS,
    Reader,
    is_harmless_name,
    name_of,
    one_of,
    read_moment,
    read_pseudonym,
    read_seconds,
    read_uuid,
    whole_number,
)

LONGEST_ACTIVITY = 120  # characters


class Verb(StrEnum):
    ENTERED = "entered"
    COMPLETED = "completed"
    ERROR = "error"
    HELP = "help"
    BACK = "back"
    LEFT = "left"
    FAULT = "fault"
    RECOVERED = "recovered"
    PLAYED = "played"
    ANSWERED = "answered"
    TAPPED = "tapped"
    REAL = "real"
    FINISHED = "finished"


class Mode(StrEnum):
    WATCH = "tonton"
    GUIDED = "tuntun"
    PRACTICE = "latihan"
    EXAM = "ujian"


COMPANIES = frozenset({"alone", "class", "helper"})
DEVICES = frozenset({"phone", "tablet", "desktop"})
NETS = frozenset({"offline", "slow", "ok"})


class EventRefused(Exception):
    """The event breaks the format. `why` is a sentence for people; it names the key, never the value."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. "" and None stand for a key that was absent; `at` is in UTC, durations in seconds."""

    id: UUID
    learner: str
    at: datetime
    activity: str
    version: str
    verb: str
    step: str = ""
    field: str = ""
    code: str = ""
    level: int | None = None
    seconds: float | None = None
    played_from: float | None = None
    played_to: float | None = None
    attempt: UUID | None = None
    n: int | None = None
    mode: str = ""
    company: str = ""
    group: str = ""
    persona: str = ""
    device: str = ""
    net: str = ""


_READERS: dict[str, Reader] = {
    "id": read_uuid,
    "learner": read_pseudonym,
    "at": read_moment,
    "activity": name_of(LONGEST_ACTIVITY),
    "version": name_of(LONGEST_NAME),
    "verb": one_of(frozenset(Verb)),
    "step": name_of(LONGEST_NAME, forbidden=MANY_DIGITS),
    "field": name_of(LONGEST_NAME, forbidden=AN_AMOUNT),
    "code": name_of(LONGEST_NAME, forbidden=AN_AMOUNT),
    "level": whole_number(1, 4),
    "seconds": read_seconds,
    "from": read_seconds,
    "to": read_seconds,
    "attempt": read_uuid,
    "n": whole_number(0, LARGEST_COUNTER),
    "mode": one_of(frozenset(Mode)),
    "company": one_of(COMPANIES),
    "group": name_of(LONGEST_NAME, forbidden=MANY_DIGITS),
    "persona": name_of(LONGEST_NAME, forbidden=MANY_DIGITS),
    "device": one_of(DEVICES),
    "net": one_of(NETS),
}
_REQUIRED = ("id", "learner", "at", "activity", "version", "verb")
# `from` cannot name an attribute in Python.
_ATTRIBUTES = {key: {"from": "played_from", "to": "played_to"}.get(key, key) for key in _READERS}


def parse_event(raw: object) -> Event:
    """Return the event that one decoded JSON value describes; raise EventRefused when it breaks the format.

    An optional key whose value is null counts as absent.
    """
    if not isinstance(raw, dict):
        raise EventRefused("Peristiwa harus berupa objek JSON.")
    if not raw.keys() <= _READERS.keys():
        stranger = next(key for key in raw if key not in _READERS)
        raise EventRefused(f"Kunci '{stranger if is_harmless_name(stranger) else '?'}' tidak dikenal.")
    for key in _REQUIRED:
        if raw.get(key) is None:
            raise EventRefused(f"Kunci '{key}' wajib ada.")
    return Event(**_values(raw))  # type: ignore[arg-type]  # each reader returns what its attribute holds


def _values(raw: dict[str, object]) -> dict[str, object]:
    key, values = "", {}
    try:
        for key, value in raw.items():
            if value is not None:
                values[_ATTRIBUTES[key]] = _READERS[key](value)
    except ValueError as error:
        raise EventRefused(f"Kunci '{key}' {error}") from None
    return values
