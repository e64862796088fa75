"""Somebody as their events left them, as JSON: what is kept of a person who goes on when the old events are erased.

Steps stand under their key and epochs under their mark, so that a guide may change meanwhile; what a definition no
longer knows is left out when it is read.
"""

from datetime import datetime
from typing import Any

import orjson

from learning.domain.counting.epochs import Epochs, mark_of
from learning.domain.counting.exposures import Exposure
from learning.domain.counting.people import Folding, Person, Walk
from learning.domain.counting.stays import Context
from learning.domain.counting.sum_documents import moment_of, number_of, written


def person_text(folding: Folding, person: Person) -> str:
    steps = [step.id for step in folding.definition.steps]
    return written(
        {
            "at": [number_of(person.first_at), number_of(person.last_at)],
            "context": list(person.context),
            "finished": _number(person.finished_at),
            "moments": sorted(map(number_of, person.moments)),
            "real": sorted([number_of(at), code, step] for at, code, step in person.real),
            "walks": sorted(
                (_walk(walk, steps, folding.epochs, str(attempt or "")) for attempt, walk in person.walks.items()),
                key=lambda raw: str(raw[0]),
            ),
            "exposures": [
                [steps[place], mark_of(folding.epochs.opened_by(steps[place], edition)), _exposure(exposure)]
                for (place, edition), exposure in sorted(person.exposures.items(), key=lambda item: item[0])
            ],
        }
    )


def read_person(folding: Folding, text: str) -> Person:
    raw = orjson.loads(text)
    places = {step.id: place for place, step in enumerate(folding.definition.steps)}
    person = Person(
        moment_of(raw["at"][0]),
        moment_of(raw["at"][1]),
        Context(*raw["context"]),
        walks={attempt or None: _read_walk(rest, places, folding.epochs) for attempt, *rest in raw["walks"]},
        moments=set(map(moment_of, raw["moments"])),
        real={(moment_of(at), code, step) for at, code, step in raw["real"]},
        finished_at=_moment(raw["finished"]),
    )
    for step, mark, values in raw["exposures"]:
        if step in places:
            edition = folding.epochs.edition(step, folding.epochs.marked(mark))
            person.exposures[places[step], edition] = _read_exposure(values)
    return person


def _walk(walk: Walk, steps: list[str], epochs: Epochs, attempt: str) -> list[object]:
    began = None if walk.began is None else [number_of(walk.began[0]), steps[walk.began[1]]]
    reached = {steps[place]: sorted(map(epochs.mark, numbers)) for place, numbers in walk.reached.items()}
    return [attempt, reached, sorted(map(epochs.mark, walk.finished)), began, sorted(steps[one] for one in walk.acted)]


def _read_walk(raw: list[Any], places: dict[str, int], epochs: Epochs) -> Walk:
    reached, finished, began, acted = raw
    known = began is not None and began[1] in places
    return Walk(
        reached={places[step]: set(map(epochs.marked, marks)) for step, marks in reached.items() if step in places},
        finished=set(map(epochs.marked, finished)),
        began=(moment_of(began[0]), places[began[1]]) if known else None,
        acted={places[step] for step in acted if step in places},
    )


def _exposure(exposure: Exposure) -> list[object]:
    return [
        [_number(at) for at in (exposure.first_at, exposure.last_at, exposure._seconds_at, exposure._net_at)],
        exposure.completed,
        exposure.seconds,
        exposure.away,
        exposure.level,
        list(exposure.context),
        exposure.net,
        {str(verb): times for verb, times in exposure.counts.items()},
        {f"{field}|{code}": times for (field, code), times in exposure.rules.items()},
        sorted(exposure.reasons),
        {str(place): times for place, times in exposure.watched.items()},
    ]


def _read_exposure(raw: list[Any]) -> Exposure:
    moments, completed, seconds, away, level, context, net, counts, rules, reasons, watched = raw
    first_at, last_at, seconds_at, net_at = map(_moment, moments)
    return Exposure(
        first_at=first_at,
        last_at=last_at,
        completed=completed,
        seconds=seconds,
        away=away,
        level=level,
        context=(context[0], context[1], context[2], context[3], context[4]),
        net=net,
        counts=counts,
        rules={(name.partition("|")[0], name.partition("|")[2]): times for name, times in rules.items()},
        reasons=set(reasons),
        watched={int(place): times for place, times in watched.items()},
        _seconds_at=seconds_at,
        _net_at=net_at,
    )


def _number(at: datetime | None) -> int | None:
    return None if at is None else number_of(at)


def _moment(number: int | None) -> datetime | None:
    return None if number is None else moment_of(number)
