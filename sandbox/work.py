"""An attempt opened: its flow, its persona, what was accepted, where its learner stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from sandbox import catalogue
from sandbox.domain.document import Answers, Flow, Persona
from sandbox.domain.practice import Practice
from sandbox.domain.standing import Standing, standing
from sandbox.facts import DatabaseFacts
from sandbox.models import Attempt, Visit


@dataclass(frozen=True)
class Work:
    """An attempt with its flow and where its learner stands."""

    attempt: Attempt
    flow: Flow
    persona: Persona
    visits: Mapping[str, Visit]
    standing: Standing
    practice: Practice

    @property
    def answers(self) -> Answers:
        return self.practice.answers

    @property
    def reached_screens(self) -> list["ReachedScreen"]:
        """Accepted screens on the path, in order."""
        path = [screen for screen in self.standing.path if screen != self.standing.current]
        return [
            ReachedScreen(screen, self.flow.screen(screen).title, filled_in=not self.visits[screen].practised)
            for screen in path
        ]


@dataclass(frozen=True)
class ReachedScreen:
    id: str
    title: str
    filled_in: bool  # by us, because the learner began at a later screen


def open_work(attempt: Attempt) -> Work:
    return work_of(attempt, {visit.screen: visit for visit in attempt.visits.all()})


def work_of(attempt: Attempt, visits: Mapping[str, Visit]) -> Work:
    flow = catalogue.flow_of(attempt.flow_version)
    persona = flow.persona(attempt.persona)
    answers: Answers = {screen: visit.values for screen, visit in visits.items() if visit.values is not None}
    practice = Practice(flow, persona, attempt.seed, timezone.localdate(), DatabaseFacts(), answers)
    return Work(attempt, flow, persona, visits, standing(flow, answers), practice)
