"""A DEFINITION.json, checked: what is wrong is named with its place, such as `activities[0].steps[2].id`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from learning.domain.definitions import ActivityDefinition, StepDefinition, VersionDefinition
from learning.domain.event_values import LONGEST_NAME, LONGEST_SECONDS, MANY_DIGITS, name_of, read_moment
from learning.domain.events import LONGEST_ACTIVITY
from sandbox.domain.realnumbers import holds_real_number

LONGEST_TITLE = 255  # characters
MOST_STEPS = 500

_Read = TypeVar("_Read")


class InvalidDefinition(Exception):
    """The document says something that no activity can mean; the message names the place."""


def read_definitions(document: object) -> list[ActivityDefinition]:
    """Return the activities that a decoded DEFINITION.json describes; raise InvalidDefinition."""
    raw = _object(document, "", required=("activities",))
    activities = _list(raw["activities"], "activities", _activity)
    _refuse_twice([activity.id for activity in activities], "activities", "id")
    return activities


def _activity(raw: object, place: str) -> ActivityDefinition:
    found = _object(raw, place, required=("id", "title", "kind", "version", "steps"))
    steps = _list(found["steps"], f"{place}.steps", _step)
    if not 1 <= len(steps) <= MOST_STEPS:
        raise InvalidDefinition(f"{place}.steps: harus berisi 1 sampai {MOST_STEPS} langkah.")
    _refuse_twice([step.id for step in steps], f"{place}.steps", "id")
    versions = _list(found.get("versions") or [], f"{place}.versions", _version)
    _refuse_twice([version.version for version in versions], f"{place}.versions", "version")
    _refuse_strangers(versions, {step.id for step in steps}, place)
    return ActivityDefinition(
        id=_named(found["id"], f"{place}.id", LONGEST_ACTIVITY),
        title=_title(found["title"], f"{place}.title"),
        kind=_named(found["kind"], f"{place}.kind", LONGEST_NAME),
        version=_named(found["version"], f"{place}.version", LONGEST_NAME),
        steps=tuple(steps),
        versions=tuple(versions),
    )


def _step(raw: object, place: str) -> StepDefinition:
    found = _object(raw, place, required=("id", "title", "expected_seconds"))
    return StepDefinition(
        id=_step_key(found["id"], f"{place}.id"),
        title=_title(found["title"], f"{place}.title"),
        expected_seconds=_expected(found["expected_seconds"], f"{place}.expected_seconds"),
    )


def _version(raw: object, place: str) -> VersionDefinition:
    found = _object(raw, place, required=("version", "at", "changed"))
    changed = _list(found["changed"], f"{place}.changed", _step_key)
    return VersionDefinition(
        version=_named(found["version"], f"{place}.version", LONGEST_NAME),
        at=_moment(found["at"], f"{place}.at"),
        changed=frozenset(changed),
    )


def _refuse_strangers(versions: list[VersionDefinition], steps: set[str], place: str) -> None:
    for number, version in enumerate(versions):
        strangers = sorted(version.changed - steps)
        if strangers:
            raise InvalidDefinition(f"{place}.versions[{number}].changed: langkah '{strangers[0]}' tidak ada.")


def _object(raw: object, place: str, *, required: Sequence[str]) -> Mapping[str, object]:
    """Keys that are not known here are left alone: somebody else's notes."""
    where = f"{place}: " if place else ""
    if not isinstance(raw, dict):
        raise InvalidDefinition(f"{where}harus berupa objek JSON.")
    for key in required:
        if raw.get(key) is None:
            raise InvalidDefinition(f"{where}kunci '{key}' wajib ada.")
    return raw


def _list(raw: object, place: str, read: Callable[[object, str], _Read]) -> list[_Read]:
    if not isinstance(raw, list):
        raise InvalidDefinition(f"{place}: harus berupa daftar.")
    return [read(item, f"{place}[{number}]") for number, item in enumerate(raw)]


def _refuse_twice(keys: list[str], place: str, key: str) -> None:
    seen: set[str] = set()
    for number, value in enumerate(keys):
        if value in seen:
            raise InvalidDefinition(f"{place}[{number}].{key}: '{value}' sudah dipakai di atasnya.")
        seen.add(value)


def _step_key(raw: object, place: str) -> str:
    """As an event names its step."""
    return _checked(name_of(LONGEST_NAME, forbidden=MANY_DIGITS), raw, place)


def _named(raw: object, place: str, longest: int) -> str:
    return _checked(name_of(longest), raw, place)


def _moment(raw: object, place: str) -> datetime:
    return _checked(read_moment, raw, place)


def _checked(read: Callable[[object], _Read], raw: object, place: str) -> _Read:
    try:
        return read(raw)
    except ValueError as error:
        raise InvalidDefinition(f"{place}: {error}") from None


def _title(raw: object, place: str) -> str:
    if not isinstance(raw, str) or not raw.strip() or len(raw) > LONGEST_TITLE or not raw.isprintable():
        raise InvalidDefinition(f"{place}: harus berupa satu baris teks, paling panjang {LONGEST_TITLE} huruf.")
    if holds_real_number(raw):
        raise InvalidDefinition(f"{place}: memuat deret angka yang bisa jadi nomor milik seseorang.")
    return raw.strip()


def _expected(raw: object, place: str) -> float:
    """A whole number stays one: the report gives it back as it came."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 <= raw <= LONGEST_SECONDS:
        raise InvalidDefinition(f"{place}: harus berupa angka detik, 0 atau lebih.")
    return raw
