"""The way of a persona through a published flow, worked out once a process."""

from functools import lru_cache

from django.utils import timezone

from sandbox import catalogue
from sandbox.domain.practice import Practice
from sandbox.domain.solving import PROOF_SEED, solve_until
from sandbox.facts import DatabaseFacts
from sandbox.models import FlowVersion
from sandbox.work import Work


def right_path(version: FlowVersion, persona: str) -> tuple[str, ...]:
    """The screens that a persona meets when its card is followed, in order. Raises KeyError for an unknown persona."""
    return _path(version.sha256, version.pk, persona)


def screens_ahead(work: Work) -> list[str]:
    """The screens still to come after the current one, if the card is followed from here."""
    order = [screen.id for screen in work.flow.screens]
    here = order.index(work.standing.current) if work.standing.current else len(order)
    return [screen for screen in right_path(work.attempt.flow_version, work.persona.id) if order.index(screen) > here]


@lru_cache(maxsize=256)
def _path(sha256: str, version_pk: int, persona: str) -> tuple[str, ...]:
    """`sha256` tells versions apart when the number of one that was deleted, a trial, is given again."""
    flow = catalogue.flow_of(FlowVersion.objects.get(pk=version_pk))
    practice = Practice(flow, flow.persona(persona), PROOF_SEED, timezone.localdate(), DatabaseFacts(), {})
    return tuple(solve_until(practice))
