"""Our report and other products' rules, each asked about the same made-up people."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from learning.domain.method.stuck import activity_report
from tests.simulator.edits import make_edit_world
from tests.simulator.journeys import journeys_of
from tests.simulator.peers import RULES
from tests.simulator.plain import draw_plain_plan
from tests.simulator.scores import Certainty, EditVerdicts, Flags, flagged_in
from tests.simulator.worlds import World, make_world

OURS = "this report"
EditCase = tuple[float, str, int]  # effect, how the step was chosen, people before and after


@dataclass(slots=True)
class Proof:
    """Of many worlds of one size or of several; `flags` by rule."""

    worlds: int = 0
    seconds: float = 0.0  # of the processor, for our report
    flags: dict[str, Flags] = field(default_factory=lambda: {name: Flags() for name in (OURS, *RULES)})
    certainty: Certainty = field(default_factory=Certainty)


def prove(
    people: int, seeds: Iterable[int], *, proofs: Sequence[Proof], peers: bool = True, plain: bool = False
) -> None:
    """Add worlds of so many people to every proof given; `plain`: those of `tests.simulator.plain`."""
    for seed in seeds:
        plan = draw_plain_plan(Random(f"plain-{seed}"), people=people) if plain else None
        world = make_world(seed, people=people, plan=plan)
        began = time.process_time()
        report = activity_report(world.definition, world.traces, as_of=world.as_of)
        took = time.process_time() - began
        flagged = {OURS: flagged_in(report), **(_flagged_by_peers(world) if peers else {})}
        for proof in proofs:
            proof.worlds += 1
            proof.seconds += took
            proof.certainty.add(world, report)
            for name, steps in flagged.items():
                proof.flags[name].add(world, steps)


def _flagged_by_peers(world: World) -> dict[str, set[str]]:
    journeys = journeys_of(world.definition, world.traces, as_of=world.as_of)
    names = [step.id for step in world.definition.steps]
    return {rule: {names[place] for place in find(journeys, len(names))} for rule, find in RULES.items()}


def prove_edits(cases: Iterable[EditCase], seeds: Sequence[int]) -> dict[EditCase, EditVerdicts]:
    found: dict[EditCase, EditVerdicts] = {}
    for effect, chosen, people in cases:
        verdicts = found[effect, chosen, people] = EditVerdicts()
        for seed in seeds:
            world = make_edit_world(seed, before=people, after=people, effect=effect, chosen=chosen)
            verdicts.add(world, activity_report(world.definition, world.traces, as_of=world.as_of))
    return found
