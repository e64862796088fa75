"""Sums as JSON, to be kept: the same sum always gives the same text, and reading it gives the same sum.

Moments are whole microseconds since 1970 (UTC). What a document of one form holds cannot be read as another: `SHAPE`
tells forms apart, and changes by itself when a field is added.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, get_args, get_origin

import orjson

from learning.domain.counting.contributions import ActivityCount, Contribution
from learning.domain.counting.stays import Context, Stay
from learning.domain.counting.step_counts import StepCount

Sum = TypeVar("Sum", StepCount, ActivityCount)

# To be raised when the same events give other sums than before although no field was added.
METHOD = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_STAY_KEYS = [field.name for field in fields(Stay)]
_FORMS = (Stay, Contribution, StepCount, ActivityCount)
SHAPE = f"{METHOD}-" + "-".join(str(len(fields(form))) for form in _FORMS) + f"-{len(Context._fields)}"


def written(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), sort_keys=True)


def number_of(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def moment_of(number: int) -> datetime:
    return _EPOCH + number * _MICROSECOND


def sum_text(total: StepCount | ActivityCount) -> str:
    """Only what is not empty is written."""
    return written({name: value for name in _names(type(total)) if (value := getattr(total, name))})


def read_sum(form: type[Sum], text: str) -> Sum:
    values: dict[str, Any] = orjson.loads(text)  # of 3,500 classes: three times as fast as the library of Python
    readers = _READERS[form]
    known = {name: readers[name](value) for name, value in values.items() if name in readers}
    return form(**known)


def combined(form: type[Sum], parts: Iterable[Sum]) -> Sum:
    """The sum of sums over different people."""
    total = form()
    for part in parts:
        for name in _names(form):
            setattr(total, name, _together(getattr(total, name), getattr(part, name)))
    return total


def contribution_text(person: Contribution) -> str:
    """Everything but `context` and `stays` under its name; each stay as [mark, values in the order of `Stay`]."""
    return written(
        {
            "at": [number_of(person.first_at), number_of(person.last_at)],
            "context": list(person.context),
            "flags": [int(person.started), int(person.finished)],
            "rests": person.rests,
            "issued": person.issued,
            "stuck": person.really_stuck,
            "stays": [[mark, *_stay_values(stay)] for mark, stay in person.stays],
        }
    )


def read_contribution(text: str) -> Contribution:
    raw = orjson.loads(text)
    return Contribution(
        first_at=moment_of(raw["at"][0]),
        last_at=moment_of(raw["at"][1]),
        context=Context(*raw["context"]),
        started=bool(raw["flags"][0]),
        finished=bool(raw["flags"][1]),
        rests=tuple(raw["rests"]),
        issued=raw["issued"],
        really_stuck=tuple(raw["stuck"]),
        stays=tuple((mark, _read_stay(values)) for mark, *values in raw["stays"]),
    )


def _stay_values(stay: Stay) -> list[object]:
    values: list[Any] = [getattr(stay, name) for name in _STAY_KEYS]
    for place, write in _STAY_WRITERS:
        values[place] = write(values[place])
    return values


def _read_stay(values: list[Any]) -> Stay:
    for place, read in _STAY_READERS:
        values[place] = read(values[place])
    return Stay(*values)


def _rules_text(rules: dict[tuple[str, str], int]) -> dict[str, int]:
    """No name may hold a bar (docs/events.md), so it can stand between two."""
    return {f"{field}|{code}": times for (field, code), times in rules.items()}


def _read_rules(raw: dict[str, int]) -> dict[tuple[str, str], int]:
    return {(name.partition("|")[0], name.partition("|")[2]): times for name, times in raw.items()}


def _read_watched(raw: dict[str, int]) -> dict[int, int]:
    return {int(place): times for place, times in raw.items()}


_STAY_FORMS: dict[str, tuple[Callable[[Any], object], Callable[[Any], object]]] = {
    "first_at": (number_of, moment_of),
    "last_at": (number_of, moment_of),
    "completed": (int, bool),
    "rules": (_rules_text, _read_rules),
    "reasons": (sorted, frozenset),
    "watched": (dict, _read_watched),
    "context": (list, Context._make),
}
_STAY_WRITERS = [(_STAY_KEYS.index(name), forms[0]) for name, forms in _STAY_FORMS.items()]
_STAY_READERS = [(_STAY_KEYS.index(name), forms[1]) for name, forms in _STAY_FORMS.items()]


def _names(form: type[object]) -> list[str]:
    return list(_READERS[form])


def _together(one: Any, other: Any) -> Any:  # noqa: ANN401 - each field of a sum is of one of these kinds
    if isinstance(one, int):
        return one + other
    for key, value in other.items():
        if isinstance(value, list):
            one[key] = [a + b for a, b in zip(one.get(key) or [0] * len(value), value, strict=True)]
        else:
            one[key] = one.get(key, 0) + value
    return one


def _reader(kind: object) -> Callable[[Any], object]:
    """How a field of a sum is read: whole numbers as they are, tables with the keys they had (JSON's are texts)."""
    if kind is int:
        return int
    origin, key = get_origin(kind), get_args(kind)[0]
    if key is str:
        return Counter if origin is Counter else dict
    if origin is Counter:
        return lambda raw: Counter({key(name): value for name, value in raw.items()})
    return lambda raw: {key(name): value for name, value in raw.items()}


_READERS: dict[type[object], dict[str, Callable[[Any], Any]]] = {
    form: {field.name: _reader(field.type) for field in fields(form)} for form in (StepCount, ActivityCount)
}
