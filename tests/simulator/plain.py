"""Worlds as somebody else might make them: every sound step alike, everybody alike, events that say little.

They keep the method from being fitted to the habits of `plans.draw_plan`. Much here lies at the edge: three steps or
24, one in a hundred lost at a step or one in ten, trouble of exactly the size that is owed.
"""

from dataclasses import replace
from random import Random

from tests.simulator.plans import Crowd, Plan, StepPlan, plant

LOSSES = (0.01, 0.03, 0.05, 0.08, 0.10)
SIZES = {"hard-rule": (0.12, 0.15, 0.2, 0.3, 0.4), "broken": (0.6,), "errors": (0.4, 0.5), "slow": (3.0, 4.0)}


def draw_plain_plan(random: Random, *, people: int) -> Plan:
    loss = random.choice(LOSSES)
    steps = [
        StepPlan(f"s{number}", expected=60, loss=loss, erring=0.05, asking=0.02, looping=0.0)
        for number in range(random.choice((3, 5, 8, 12, 24)))
    ]
    if random.random() < 0.3:
        steps[0] = replace(steps[0], loss=loss + 0.05, decoy="window-shoppers")
    for place in random.sample(range(len(steps)), random.choice((0, 0, 1, 1, 1, 2)) if len(steps) > 3 else 1):
        kind = random.choice(tuple(SIZES))
        if not steps[place].decoy:
            steps[place] = plant(steps[place], kind, random.choice(SIZES[kind]))
    return Plan(
        steps=tuple(steps),
        people=people,
        days=random.choice((10, 30, 60)),
        crowd=Crowd(helped=0.0, phones=1.0, bad_nets=0.0),
        resting=random.choice((0.0, 0.3)),
        unfinished=random.choice((0.0, 0.2, 0.3)),
        differing=0.0,
        returning=0.0,
        bare=True,
        messy=random.random() < 0.5,
    )
