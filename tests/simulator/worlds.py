"""A whole made-up world: the definition of a path, its events up to the report, and what is true of each step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from learning.domain.counting.exposures import Trace
from learning.domain.definitions import ActivityDefinition, StepDefinition, VersionDefinition
from tests.simulator.people import DAY, draw_people
from tests.simulator.plans import Plan, draw_plan
from tests.simulator.truth import StepTruth, truth_of
from tests.simulator.walking import START, Ledger, Walker


@dataclass(frozen=True, slots=True)
class World:
    """`traces`: all events up to `as_of` (and some whose clock says otherwise), in no order; `later`: those after it,
    of people whom the report meets in the middle. `truth`: one for each step, in order."""

    seed: int
    plan: Plan
    definition: ActivityDefinition
    as_of: datetime
    traces: list[Trace]
    later: list[Trace]
    truth: tuple[StepTruth, ...]

    @property
    def is_sound(self) -> bool:
        return not any(step.kind for step in self.truth)

    def truth_at(self, step: str) -> StepTruth:
        return next(found for found in self.truth if found.id == step)


def make_world(
    seed: int, *, people: int = 300, steps: int | None = None, problems: int | None = None, plan: Plan | None = None
) -> World:
    """The same seed and sizes give the same world. `plan`: instead of one drawn from the seed."""
    random = Random(f"{seed}-{people}")
    plan = plan or draw_plan(random, people=people, steps=steps, problems=problems)
    walker = Walker(random, plan)
    ledgers = [Ledger() for _ in plan.steps]
    traces = [trace for one in draw_people(random, plan) for trace in walker.walk(one, ledgers)]
    as_of = START + timedelta(seconds=plan.days * DAY)
    definition = definition_of(plan)
    now, later = split(traces, as_of)
    return World(
        seed=seed,
        plan=plan,
        definition=definition,
        as_of=as_of,
        traces=messed(random, [*now, *_watchers(random, plan, now)]) if plan.messy else now,
        later=later,
        truth=truth_of(plan, ledgers),
    )


def definition_of(plan: Plan, *, versions: Sequence[VersionDefinition] = ()) -> ActivityDefinition:
    return ActivityDefinition(
        id="flow/buatan" if plan.flow else "guide/buatan",
        title="Jalur buatan",
        kind="flow" if plan.flow else "guide",
        version=versions[-1].version if versions else "1",
        steps=tuple(
            StepDefinition(step.id, f"Langkah {number}", step.expected) for number, step in enumerate(plan.steps, 1)
        ),
        versions=tuple(versions),
    )


def split(traces: Iterable[Trace], as_of: datetime) -> tuple[list[Trace], list[Trace]]:
    """Those up to the report, and those after it. What a wrong clock puts years ahead was sent all the same."""
    now: list[Trace] = []
    later: list[Trace] = []
    horizon = as_of + timedelta(days=120)
    for trace in traces:
        (later if as_of < trace.at < horizon else now).append(trace)
    return now, later


def messed(random: Random, traces: list[Trace], *, repeated: float = 0.03) -> list[Trace]:
    """Some events twice, in no order, and the clock of a few single ones years ahead."""
    again = random.sample(traces, int(len(traces) * repeated))
    wrong = [trace._replace(at=trace.at + timedelta(days=3650)) for trace in again[: len(again) // 50]]
    sent = {trace.id: trace for trace in wrong}
    mixed = [sent.get(trace.id, trace) for trace in traces] if sent else list(traces)
    mixed += [sent.get(trace.id, trace) for trace in again]
    random.shuffle(mixed)
    return mixed


def _watchers(random: Random, plan: Plan, traces: Sequence[Trace]) -> list[Trace]:
    """A few who only look at the first steps; the report must leave them out."""
    if not plan.flow or not traces:
        return []
    stranger = random.choice(traces)
    return [
        stranger._replace(id=trace.id, learner=f"penonton-{number}", mode="tonton", verb="entered", attempt=None)
        for number, trace in enumerate(random.sample(traces, max(1, plan.people // 30)))
    ]
