"""The right way through a flow for a persona, and the proof that there is one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sandbox.domain.document import Flow, Persona, Screen
from sandbox.domain.onetimecode import one_time_code
from sandbox.domain.practice import Facts, Practice
from sandbox.domain.screens import Checked, check_screen
from sandbox.domain.standing import following
from sandbox.domain.vocabulary import CODE_FROM_INBOX

PROOF_SEED = "bukti"


def right_raw(persona: Persona, screen: Screen, *, seed: str) -> dict[str, str]:
    """What the controls of `screen` send when the persona's card is followed."""
    raw = {}
    for control, value in persona.answers.get(screen.id, {}).items():
        if value == CODE_FROM_INBOX:
            digits = next(f.digits for f in screen.typed_fields if f.id == control)
            raw[control] = one_time_code(seed, screen.id, digits=digits)
        else:
            raw[control] = "true" if value is True else str(value)
    return raw


def solve_screen(screen: Screen, practice: Practice) -> Checked:
    return check_screen(screen, right_raw(practice.persona, screen, seed=practice.seed), practice)


def solve_until(practice: Practice, stop: str | None = None) -> dict[str, Mapping[str, object]]:
    """Accepted values of every screen on the right path before `stop` (None: to the end)."""
    answers: dict[str, Mapping[str, object]] = {}
    at: str | None = practice.flow.screens[0].id
    while at is not None and at != stop:
        screen = practice.flow.screen(at)
        answers[at] = solve_screen(screen, replace(practice, answers=answers)).values
        at = following(practice.flow, screen, answers)
    return answers


def problems_of(flow: Flow, facts: Facts, *, today: date) -> list[str]:
    """Why this flow cannot be finished, in sentences that name the place; empty when all is well."""
    problems: list[str] = []
    met: set[str] = set()
    for persona in flow.personas:
        practice = Practice(flow, persona, PROOF_SEED, today, facts, {})
        problems += _persona_problems(practice, met)
    problems += [f"layar {screen.id}: tidak dilewati tokoh mana pun" for screen in flow.screens if screen.id not in met]
    for mode in flow.modes:
        if not any(mode in persona.modes for persona in flow.personas):
            problems.append(f"mode {mode}: tidak ada tokoh yang memakainya")
    return problems


def _persona_problems(practice: Practice, met: set[str]) -> list[str]:
    flow, persona = practice.flow, practice.persona
    problems: list[str] = []
    answers: dict[str, Mapping[str, object]] = {}
    at: str | None = flow.screens[0].id
    while at is not None:
        met.add(at)
        screen = flow.screen(at)
        checked = solve_screen(screen, replace(practice, answers=answers))
        for problem in checked.problems:
            problems.append(f"tokoh {persona.id}, layar {at}, isian {problem.field}: {problem.code}")
        answers[at] = checked.values
        at = following(flow, screen, answers)
    return problems
