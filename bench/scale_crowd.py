"""Made-up people for the benchmark of scale: many, quickly, and in the order in which their events would come."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from learning.domain.definitions import ActivityDefinition, StepDefinition, VersionDefinition
from learning.domain.events import Event

ACTIVITY = "flow/skala"
STEPS = 12
DAYS = 88  # all within the time that events are kept
EVENTS_EACH = 26  # about as many as one person leaves
MODES = ("tuntun", "latihan", "latihan", "ujian")
PERSONAS = ("penjahit", "warung", "peternak", "bengkel", "jasa")
FIELDS = ("luas", "kbli", "modal", "alamat")
CODES = ("number.digits", "number.range", "kbli.unknown", "required")


def definition(*, now: datetime) -> ActivityDefinition:
    """Twelve steps, one of them changed half way."""
    steps = tuple(StepDefinition(f"langkah-{number}", f"Langkah {number}", 60) for number in range(1, STEPS + 1))
    changed = frozenset({"langkah-5"})
    versions = (VersionDefinition("2", now - timedelta(days=DAYS // 2), changed),)
    return ActivityDefinition(ACTIVITY, "Skala", "flow", "2", steps, versions)


def days_of_events(amount: int, *, now: datetime, seed: int = 1) -> Iterator[list[Event]]:
    """The events of each day, in their order; about `amount` in all. Some people go on the next day or later."""
    rng = random.Random(seed)
    people = amount / EVENTS_EACH / DAYS
    carried: list[Event] = []
    for day in range(DAYS):
        begins = now - timedelta(days=DAYS - day)
        ends = begins + timedelta(days=1)
        found = carried
        for _ in range(round(people * (day + 1)) - round(people * day)):
            found += _walk(rng, begins + timedelta(seconds=rng.randrange(86_400)), now)
        found.sort(key=lambda event: event.at)
        carried = [event for event in found if event.at >= ends]
        yield [event for event in found if event.at < ends]


def _walk(rng: random.Random, at: datetime, now: datetime) -> Iterator[Event]:
    learner, attempt = str(_uuid(rng)), _uuid(rng)
    in_class = rng.random() < 0.3
    more = {
        "mode": rng.choice(MODES),
        "persona": rng.choice(PERSONAS),
        "device": rng.choice(("phone", "phone", "phone", "desktop")),
        "company": "class" if in_class else "alone",
        "group": f"K{at.toordinal() % 365}{rng.randrange(40)}" if in_class else "",
        "net": rng.choice(("ok", "ok", "slow")),
    }
    version = "1" if at < now - timedelta(days=DAYS // 2) else "2"

    def event(verb: str, step: str = "", **said: object) -> Event:
        return Event(_uuid(rng), learner, at, ACTIVITY, version, verb, step, attempt=attempt, **more, **said)  # type: ignore[arg-type]

    for number in range(1, STEPS + 1):
        step = f"langkah-{number}"
        if rng.random() < 0.03:
            at += timedelta(hours=rng.randrange(10, 60))
        yield event("entered", step)
        for _ in range(rng.choice((0, 0, 1, 2))):
            at += timedelta(seconds=rng.randrange(5, 40))
            yield event("error", step, field=rng.choice(FIELDS), code=rng.choice(CODES))
        if rng.random() < 0.15:
            yield event("help", step, field=rng.choice(FIELDS), level=rng.choice((1, 2, 3)))
        if rng.random() < (0.15 if number == 5 else 0.04):
            return
        at += timedelta(seconds=rng.lognormvariate(4, 0.6))
        yield event("completed", step, seconds=round(rng.lognormvariate(4, 0.6), 1))
    yield event("finished")


def _uuid(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)
