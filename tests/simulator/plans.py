"""What is true of a made-up path: its steps' real hazards, what is wrong with some, who comes and how they rest."""

from dataclasses import dataclass, field, replace
from random import Random

LOSS_KINDS = ("hard-rule", "prerequisite", "broken")
KINDS = (*LOSS_KINDS, "errors", "slow", "help")
DECOYS = (
    "long-but-fine", "rewatch", "slow-network", "weak-room", "broken-room", "last-screen", "window-shoppers",
)  # fmt: skip
ROOM_DECOYS = ("weak-room", "broken-room")


@dataclass(frozen=True, slots=True)
class StepPlan:
    """What happens at one step. Shares are of the people who enter.

    `loss`: lost for reasons of their own (people differ around it); `excess`: lost because of what is wrong with the
    step, whoever they are. `pace`: how many times `expected` the median person takes. `bad_net_excess`: lost more often
    on a bad network. `kind`: the planted problem, "" for a sound step; `decoy`: what looks like one.
    """

    id: str
    expected: int
    loss: float
    excess: float = 0.0
    erring: float = 0.0
    asking: float = 0.0
    looping: float = 0.03
    faulting: float = 0.0
    pace: float = 1.0
    bad_net_excess: float = 0.0
    rewatched: bool = False
    kind: str = ""
    decoy: str = ""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who comes, in shares of all: in classes, with a helper, on phones, on a bad network, in guided practice."""

    rooms: float = 0.0
    helped: float = 0.1
    phones: float = 0.75
    bad_nets: float = 0.05
    guided: float = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """One path and its people.

    `days`: they come over so many days before the report. `resting`: share of people who take breaks. `unfinished`:
    share of people whom the report meets in the middle of a break. `sick_room`: the step at which one class fails
    together ("" for none), and `sick_loss` how often. `messy`: repeated and shuffled events, broken clocks.
    """

    steps: tuple[StepPlan, ...]
    people: int
    flow: bool = True
    timed: bool = True
    days: int = 40
    crowd: Crowd = field(default_factory=Crowd)
    resting: float = 0.3
    unfinished: float = 0.2
    sick_room: str = ""
    sick_loss: float = 0.9
    differing: float = 0.25
    returning: float = 0.05
    bare: bool = False
    messy: bool = True


def draw_plan(random: Random, *, people: int, steps: int | None = None, problems: int | None = None) -> Plan:
    """A path of 5 to 24 steps, of which up to a third are problems; None leaves the number to chance."""
    count = steps or random.randint(5, 24)
    flow = random.random() < 0.6
    timed = flow or random.random() < 0.7
    bare = random.random() < 0.2
    plan = Plan(
        steps=_sound_steps(random, count, flow=flow),
        people=people,
        flow=flow,
        timed=timed,
        days=random.randint(10, 90),
        crowd=replace(draw_crowd(random), rooms=0.0, bad_nets=0.0) if bare else draw_crowd(random),
        resting=random.uniform(0.1, 0.4),
        unfinished=random.uniform(0.05, 0.3),
        bare=bare,
    )
    plan = _with_decoys(random, plan)
    wanted = random.choices((0, 1, 2, 3), (35, 40, 20, 5))[0] if problems is None else problems
    return _with_problems(random, plan, min(wanted, max(1, count // 3)))


def plant(step: StepPlan, kind: str, size: float) -> StepPlan:
    """The step with one thing wrong. `size`: points lost, erring or asking more, or how many times as slow."""
    step = replace(step, kind=kind, decoy="")
    if kind == "errors":
        return replace(step, erring=min(0.95, step.erring + size))
    if kind == "slow":
        return replace(step, pace=step.pace * size)
    if kind == "help":
        return replace(step, asking=min(0.95, step.asking + size))
    erring = min(0.9, step.erring + size) if kind == "hard-rule" and step.erring else step.erring
    return replace(step, excess=size, erring=erring)


def draw_crowd(random: Random) -> Crowd:
    return Crowd(
        rooms=0.0 if random.random() < 0.35 else random.uniform(0.2, 0.6),
        helped=random.uniform(0.0, 0.2),
        phones=random.uniform(0.5, 0.95),
        bad_nets=random.uniform(0.0, 0.1),
        guided=random.uniform(0.2, 0.8),
    )


def _sound_steps(random: Random, count: int, *, flow: bool) -> tuple[StepPlan, ...]:
    usual = 0.01 * 6 ** random.random()  # 1 to 6 %
    hurry = random.uniform(0.7, 1.4)  # how far off the authors' guesses of time are
    return tuple(
        StepPlan(
            id=f"langkah-{number}",
            expected=random.choice((15, 20, 30, 45, 60, 90, 120, 180, 240)),
            loss=min(max(usual * random.lognormvariate(0, 0.35), 0.003), usual + 0.04),
            erring=random.uniform(0.02, 0.2) if flow else 0.0,
            asking=random.uniform(0.0, 0.05),
            looping=random.uniform(0.0, 0.06),
            faulting=random.uniform(0.0, 0.06) if flow else 0.0,
            pace=hurry * random.lognormvariate(0, 0.2),
        )
        for number in range(1, count + 1)
    )


def _with_decoys(random: Random, plan: Plan) -> Plan:
    """Each with a chance of one in four; never two at one step."""
    for decoy in DECOYS:
        if random.random() < 0.25:
            plan = with_decoy(random, plan, decoy)
    return plan


def with_decoy(random: Random, plan: Plan, decoy: str) -> Plan:
    """The plan with something that looks like trouble but is none of the content; unchanged where it cannot be."""
    free = [place for place, step in enumerate(plan.steps) if not step.decoy and not step.kind]
    fixed = {"window-shoppers": 0, "last-screen": len(plan.steps) - 1}
    place = fixed.get(decoy, random.choice(free) if free else 0)
    if place not in free or (decoy in ROOM_DECOYS and (plan.sick_room or not plan.crowd.rooms)):
        return plan
    if decoy == "slow-network" and plan.bare:
        return plan
    step = replace(plan.steps[place], decoy=decoy)
    if decoy == "long-but-fine":
        step = replace(step, expected=random.randint(400, 900))
    elif decoy == "rewatch":
        step = replace(step, rewatched=True)
    elif decoy == "slow-network":
        step = replace(step, bad_net_excess=random.uniform(0.2, 0.3))
        plan = replace(plan, crowd=replace(plan.crowd, bad_nets=random.uniform(0.15, 0.25)))
    elif decoy in fixed:  # people who only look, and people who have what they came for
        step = replace(step, loss=min(max(step.loss, random.uniform(0.07, 0.1)), step.loss + 0.05))
    else:
        plan = replace(plan, sick_room=step.id, sick_loss=0.9 if decoy == "broken-room" else 0.5)
    return replace(plan, steps=(*plan.steps[:place], step, *plan.steps[place + 1 :]))


def _with_problems(random: Random, plan: Plan, count: int) -> Plan:
    steps = list(plan.steps)
    free = [place for place, step in enumerate(steps) if not step.decoy]
    for place in random.sample(free, min(count, len(free))):
        kinds = ["hard-rule", "hard-rule", "broken", "help"]
        kinds += ["prerequisite", "prerequisite"] if place else ["hard-rule"]
        kinds += ["errors", "errors"] if plan.flow else []
        kinds += ["slow"] if plan.timed else []
        kind = random.choice(kinds)
        size = {
            "broken": random.uniform(0.5, 0.65),
            "errors": random.uniform(0.42, 0.6),
            "help": random.uniform(0.4, 0.6),
            "slow": random.uniform(3.2, 5.0),
        }.get(kind, random.uniform(0.13, 0.42))
        steps[place] = plant(steps[place], kind, size)
    return replace(plan, steps=tuple(steps))
