"""A practice made of screens alone, for rules that ask nothing else of a flow."""

from dataclasses import replace

from tests.factories import make_practice


def practice_of(*screens, answers=None, own=(), lines=()):
    practice = make_practice(answers=answers)
    outcome = replace(practice.flow.outcome, lines=tuple(lines))
    flow = replace(practice.flow, screens=tuple(screens), outcome=outcome)
    return replace(practice, flow=flow, persona=replace(practice.persona, own=frozenset(own)))
