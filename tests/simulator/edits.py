"""A world in whose middle one step was edited: with an effect that is known, and everything else that changes too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from learning.domain.counting.exposures import Trace
from learning.domain.definitions import ActivityDefinition, VersionDefinition
from tests.simulator.people import DAY, draw_people
from tests.simulator.plans import Plan, StepPlan, draw_crowd, draw_plan, plant
from tests.simulator.walking import START, Ledger, Walker
from tests.simulator.worlds import definition_of, messed, split

FEWEST_SEEN = 20  # nobody edits a step that hardly anybody has met


@dataclass(frozen=True, slots=True)
class EditWorld:
    """`step` was edited at `at`; `effect`: points of loss that the edit takes away (negative) or adds, 0 for none.

    `before`, `after`: people who came to the step in its old and its new form; `hazard_before`, `hazard_after`: how
    likely they were lost there, on average; these also differ by who came.
    """

    seed: int
    definition: ActivityDefinition
    as_of: datetime
    traces: list[Trace]
    step: str
    at: datetime
    effect: float
    before: int
    after: int
    hazard_before: float
    hazard_after: float


def make_edit_world(
    seed: int, *, before: int = 200, after: int = 200, effect: float = 0.0, chosen: str = "worst",
    crowd_changes: bool = True, season: bool = True, plan: Plan | None = None,
) -> EditWorld:  # fmt: skip
    """`before`, `after`: people who start before and after the edit. The same arguments give the same world.

    `chosen`: how authors pick the step: "worst" (the highest loss rate so far: it will look better afterwards all by
    itself), "most" (most people lost so far), "random". `crowd_changes`: other people come after the edit, in company,
    device and mode. `season`: after the edit people are lost somewhat more or less at every step.
    """
    random = Random(f"edit-{seed}-{before}-{after}-{effect}")
    plan = plan or _plan_to_edit(random, before, effect)
    edited_at = plan.days * DAY * before / (before + after)
    old_ledgers, new_ledgers = [Ledger() for _ in plan.steps], [Ledger() for _ in plan.steps]
    old = replace(plan, people=before, unfinished=0.0)
    walker = Walker(random, old)
    traces = [trace for one in draw_people(random, old, until=edited_at) for trace in walker.walk(one, old_ledgers)]
    place = _chosen(random, old_ledgers, edited_at, chosen)
    new = _after(random, plan, after, place, effect, crowd_changes=crowd_changes, season=season)
    walker = Walker(random, new)
    for one in draw_people(random, new, since=edited_at):
        traces += walker.walk(one, new_ledgers, version="2")
    at, as_of = START + timedelta(seconds=edited_at), START + timedelta(seconds=plan.days * DAY)
    step = plan.steps[place].id
    versions = (
        VersionDefinition("1", START - timedelta(days=10), frozenset()),
        VersionDefinition("2", at, frozenset({step})),
    )
    return EditWorld(
        seed=seed,
        definition=definition_of(plan, versions=versions),
        as_of=as_of,
        traces=messed(random, split(traces, as_of)[0]),
        step=step,
        at=at,
        effect=effect,
        before=old_ledgers[place].entered,
        after=new_ledgers[place].entered,
        hazard_before=_mean_hazard(old_ledgers[place]),
        hazard_after=_mean_hazard(new_ledgers[place]),
    )


def _plan_to_edit(random: Random, people: int, effect: float) -> Plan:
    """Where an edit is to take points away, some step must have them."""
    if effect >= 0:
        return draw_plan(random, people=people, problems=random.choice((0, 0, 1)))
    plan = draw_plan(random, people=people, problems=0)
    place = random.randrange(len(plan.steps))
    bad = plant(plan.steps[place], "hard-rule", random.uniform(-effect + 0.03, -effect + 0.25))
    return replace(plan, steps=(*plan.steps[:place], bad, *plan.steps[place + 1 :]))


def _chosen(random: Random, ledgers: Sequence[Ledger], edited_at: float, how: str) -> int:
    """The place of the step that authors would edit from what they knew by then."""
    seen = [place for place, ledger in enumerate(ledgers) if ledger.entered >= FEWEST_SEEN] or [0]
    if how == "random":
        return random.choice(seen)
    lost = {place: sum(at <= edited_at - DAY for at in ledgers[place].lost_at) for place in seen}
    if how == "most":
        return max(seen, key=lambda place: lost[place])
    return max(seen, key=lambda place: lost[place] / max(1, ledgers[place].entered))


def _after(
    random: Random, plan: Plan, people: int, place: int, effect: float, *, crowd_changes: bool, season: bool
) -> Plan:
    weather = random.uniform(0.8, 1.25) if season and random.random() < 0.5 else 1.0
    steps = [replace(step, loss=step.loss * weather) for step in plan.steps]
    steps[place] = edited(steps[place], effect)
    crowd = draw_crowd(random) if crowd_changes else plan.crowd
    return replace(plan, people=people, steps=tuple(steps), crowd=crowd)


def edited(step: StepPlan, effect: float) -> StepPlan:
    """The step with `effect` points more loss; first what was wrong with it is mended, then its base improves."""
    excess = step.excess + effect
    if excess >= 0:
        return replace(step, excess=excess)
    return replace(step, excess=0.0, loss=max(0.003, step.loss + excess))


def _mean_hazard(ledger: Ledger) -> float:
    return ledger.hazard / ledger.entered if ledger.entered else 0.0
