"""A draft as learners would meet it: played as a persona, or one of its screens looked at.

Apart from the rest of this package, because playing needs attempts, and attempts need the catalogue.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sandbox import attempts, responses
from sandbox.catalogue import store_trial
from sandbox.domain.node import InvalidDocument
from sandbox.domain.practice import Practice
from sandbox.domain.reading import read_flow
from sandbox.domain.solving import PROOF_SEED, solve_until
from sandbox.facts import DatabaseFacts
from sandbox.models import Attempt, FlowVersion, Mode, Visit
from sandbox.work import work_of

__all__ = ["persona_modes", "play", "preview"]

ON_THE_WAY = "Layar ini tidak dilewati tokoh itu."


def persona_modes(document: object) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(id, name, [(mode, label)]) of each persona whose draft can be played; none while it cannot be read."""
    try:
        flow = read_flow(document)
    except InvalidDocument:
        return []
    return [
        (persona.id, persona.name, [(mode.value, mode.label) for mode in Mode if mode.value in persona.modes])
        for persona in flow.personas
    ]


def play(document: object, learner: UUID, *, persona: str, mode: str, screen: str = "", faults: str = "") -> str:
    """Begin an attempt on the draft; the address to go to.

    Raises InvalidDocument for a draft that cannot be read, KeyError for a persona, screen or mode it does not have.
    """
    version = store_trial(document)
    if mode not in read_flow(document).persona(persona).modes:
        raise KeyError(mode)
    attempt = attempts.start(learner, version, persona=persona, mode=mode, screen=screen, faults=faults)
    return attempt.get_absolute_url()


def preview(request: HttpRequest, document: object, screen_id: str, *, persona: str = "") -> HttpResponse:
    """The page of one screen as the persona meets it, with everything before it filled in. Stores nothing.

    Raises InvalidDocument for a draft that cannot be read and for a screen that this persona does not come to,
    KeyError for a screen or persona it does not have.
    """
    flow = read_flow(document)
    screen, person = flow.screen(screen_id), flow.persona(persona or flow.personas[0].id)
    now = timezone.now()
    practice = Practice(flow, person, PROOF_SEED, timezone.localdate(), DatabaseFacts(), {})
    answers = solve_until(practice, screen_id)
    version = FlowVersion(flow_id=flow.id, title=flow.title, document=document, trial=True, published_at=now)
    attempt = Attempt(
        flow_version=version,
        persona=person.id,
        mode=Mode.LATIHAN if Mode.LATIHAN in person.modes else person.modes[0],
        seed=PROOF_SEED,
        started_at=now,
        last_activity_at=now,
    )
    visits = {each: Visit(attempt=attempt, screen=each, values=values) for each, values in answers.items()}
    work = work_of(attempt, visits, {})
    if not work.standing.reached(screen_id):
        raise InvalidDocument(f"layar {screen_id}: {ON_THE_WAY}")
    return responses.screen_page(request, work, screen)
