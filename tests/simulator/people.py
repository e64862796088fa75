"""Who comes: alone, with a helper, in a class; on which device and network; when; how prone to leave."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from tests.simulator.plans import Plan

DAY = 24 * 3600.0
SMALLEST_ROOM, LARGEST_ROOM = 8, 25
ROOM_SHARE = 0.12  # no class is a larger part of all people than this, if it can be helped
GUIDED, UNGUIDED = "tuntun", ("latihan", "latihan", "latihan", "ujian")
# How much more or less people leave of their own accord, by who they are; about 1 on the whole.
COMPANY_FACTORS = {"helper": 0.6, "class": 0.8}
DEVICE_FACTORS = {"phone": 1.1, "desktop": 0.75}
MODE_FACTORS = {"tuntun": 0.85, "latihan": 1.15, "ujian": 1.15}


@dataclass(frozen=True, slots=True)
class Room:
    """One class: whom it has beside each other fares alike. `luck`: by step, how the base loss and the excess vary."""

    code: str
    start: float
    luck: tuple[tuple[float, float], ...]
    sick: bool = False


@dataclass(slots=True)
class Somebody:
    """`start`: seconds after the first day began. `stops_at`: the place of the step at which the report meets them
    resting, None for those who are not met so. `proneness`: factor of the loss that is their own."""

    learner: str
    attempt: UUID | None
    start: float
    company: str
    mode: str
    persona: str
    device: str
    bad_net: bool
    proneness: float
    speed: float
    rests: bool
    room: Room | None = None
    stops_at: int | None = None
    skew: float = 0.0  # seconds by which their device's clock is wrong
    context: tuple[str, ...] = field(default=())


def draw_people(random: Random, plan: Plan, *, since: float = 0.0, until: float | None = None) -> Iterator[Somebody]:
    """Everybody of a plan, come between two moments (seconds after the first day began; None: until the report).

    People of one class follow each other.
    """
    span = (since, plan.days * DAY if until is None else until)
    rooms = list(_rooms(random, plan, round(plan.people * plan.crowd.rooms)))
    sick = random.randrange(len(rooms)) if rooms and plan.sick_room else -1
    for number, size in enumerate(rooms):
        room = _room(random, plan, span, sick=number == sick)
        for _ in range(size):
            yield _somebody(random, plan, span, room)
    for _ in range(plan.people - sum(rooms)):
        yield _somebody(random, plan, span, None)


def _rooms(random: Random, plan: Plan, people: int) -> Iterator[int]:
    largest = max(SMALLEST_ROOM, min(LARGEST_ROOM, int(plan.people * ROOM_SHARE)))
    while people >= SMALLEST_ROOM:
        size = min(random.randint(SMALLEST_ROOM, largest), people)
        people -= size
        yield size


def _room(random: Random, plan: Plan, span: tuple[float, float], *, sick: bool) -> Room:
    return Room(
        code=f"KELAS-{random.getrandbits(24):06X}",
        start=random.uniform(span[0], max(span[0], span[1] - 4 * 3600)),
        luck=tuple((random.gammavariate(2, 0.5), random.uniform(0.6, 1.4)) for _ in plan.steps),
        sick=sick,
    )


def _somebody(random: Random, plan: Plan, span: tuple[float, float], room: Room | None) -> Somebody:
    crowd = plan.crowd
    company = "class" if room else "helper" if random.random() < crowd.helped else random.choice(("alone", ""))
    shape = 1 / plan.differing if plan.differing else 0.0
    one = Somebody(
        learner=str(UUID(int=random.getrandbits(128), version=4)),
        attempt=UUID(int=random.getrandbits(128), version=4) if plan.flow else None,
        start=room.start + random.uniform(0, 180) if room else random.uniform(*span),
        company=company,
        mode="" if not plan.flow else GUIDED if random.random() < crowd.guided else random.choice(UNGUIDED),
        persona=random.choice(("warung", "jahit", "katering")) if plan.flow else "",
        device="phone" if random.random() < crowd.phones else random.choice(("tablet", "desktop")),
        bad_net=random.random() < crowd.bad_nets,
        proneness=random.gammavariate(shape, 1 / shape) if shape else 1.0,
        speed=random.lognormvariate(0, 0.25),
        rests=room is None and random.random() < plan.resting,
        room=room,
    )
    if plan.differing:
        one.proneness *= COMPANY_FACTORS.get(company, 1.05) * DEVICE_FACTORS.get(one.device, 1)
        one.proneness *= MODE_FACTORS.get(one.mode, 1)
    if room is None and random.random() < plan.unfinished:
        one.stops_at = random.randrange(len(plan.steps))
    if plan.messy and random.random() < 0.005:
        one.skew = random.choice((-20, -3, 5, 60)) * 365 * DAY
    group = room.code if room else ""
    one.context = (company, group, one.persona, one.device)
    if plan.bare:
        one.context, one.mode, one.attempt = ("", "", "", ""), "", None
    return one
