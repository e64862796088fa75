"""The right way through a flow for a persona, and the proof that there is one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sandbox.domain.document import Flow, Persona, Screen
from sandbox.domain.faults import ALL_FAULTS, pending, planned
from sandbox.domain.onetimecode import one_time_code
from sandbox.domain.practice import Facts, Practice
from sandbox.domain.screens import Checked, check_screen
from sandbox.domain.standing import following, standing
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
    """Why this flow would strand learners, in sentences that name the place; empty when all is well.

    Each persona is led through in each of its modes, once meeting every fault on its way.
    """
    problems: list[str] = []
    met: set[str] = set()
    for persona in flow.personas:
        practice = Practice(flow, persona, PROOF_SEED, today, facts, {})
        path, found = _walk(practice)
        met.update(path)
        problems += found or _unfinished(practice, path)
    problems += [f"layar {screen.id}: tidak dilewati tokoh mana pun" for screen in flow.screens if screen.id not in met]
    problems += [
        f"gangguan {fault.kind}: layar {fault.screen} tidak dilewati tokoh mana pun"
        for fault in flow.faults
        if fault.screen not in met
    ]
    return problems + _mode_problems(flow)


def _walk(practice: Practice) -> tuple[list[str], list[str]]:
    """The screens on the right path, and what the persona's own answers are refused for."""
    flow, persona = practice.flow, practice.persona
    problems: list[str] = []
    answers: dict[str, Mapping[str, object]] = {}
    at: str | None = flow.screens[0].id
    while at is not None:
        screen = flow.screen(at)
        checked = solve_screen(screen, replace(practice, answers=answers))
        for problem in checked.problems:
            problems.append(f"tokoh {persona.id}, layar {at}, isian {problem.field}: {problem.code}")
        answers[at] = checked.values
        at = following(flow, screen, answers)
    return list(answers), problems


def _unfinished(practice: Practice, path: Sequence[str]) -> list[str]:
    """In which modes the persona does not come to the end through every fault on its way."""
    kinds = planned(practice.flow, path=path, mode="", seed=practice.seed, choice=ALL_FAULTS)
    problems = []
    for mode in practice.persona.modes:
        stuck_at = _play(practice, kinds)
        if stuck_at:
            problems.append(f"tokoh {practice.persona.id}, mode {mode}: tidak bisa lewat dari {stuck_at}")
    return problems


def _play(practice: Practice, kinds: Sequence[str]) -> str:
    """Play to the end, out of each fault by its recovery; where it came to a stop, "" when it did not."""
    flow, recovered = practice.flow, set[str]()
    answers: dict[str, Mapping[str, object]] = {}
    for _turn in range(len(flow.screens) + len(flow.faults) + 1):
        here = standing(flow, answers)
        fault = pending(flow, kinds, here, recovered)
        if fault is not None and fault.action(fault.recovery).right:
            recovered.add(fault.kind)
        elif fault is not None:
            return f"gangguan {fault.kind}"
        elif here.current is None:
            return "" if recovered == set(kinds) else f"gangguan {', '.join(sorted(set(kinds) - recovered))}"
        else:
            checked = solve_screen(flow.screen(here.current), replace(practice, answers=answers))
            if not checked.accepted:
                return f"layar {here.current}"
            answers[here.current] = checked.values
    return "perulangan"


def _mode_problems(flow: Flow) -> list[str]:
    problems = [
        f"mode {mode}: tidak ada tokoh yang memakainya"
        for mode in flow.modes
        if not any(mode in persona.modes for persona in flow.personas)
    ]
    fields = [(screen.id, field) for screen in flow.screens for field in screen.typed_fields]
    if "tuntun" in flow.modes:
        problems += [
            f"layar {screen}, isian {field.id}: belum punya petunjuk (hint), padahal ada mode tuntun"
            for screen, field in fields
            if not field.hint
        ]
    return problems
