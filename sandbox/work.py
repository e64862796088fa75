"""An attempt opened: its flow, its persona, what was accepted, where its learner stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from sandbox import catalogue
from sandbox.domain.document import Answers, Fault, Flow, Persona
from sandbox.domain.faults import pending
from sandbox.domain.practice import Facts, Practice
from sandbox.domain.standing import Standing, standing
from sandbox.facts import DatabaseFacts
from sandbox.models import Attempt, FaultVisit, Visit


@dataclass(frozen=True)
class Work:
    """An attempt with its flow and where its learner stands."""

    attempt: Attempt
    flow: Flow
    persona: Persona
    visits: Mapping[str, Visit]
    standing: Standing
    practice: Practice
    fault_visits: Mapping[str, FaultVisit]  # by kind

    def with_visits(self, *changed: Visit) -> "Work":
        """The same work after these visits changed."""
        visits = {**self.visits, **{visit.screen: visit for visit in changed}}
        return work_of(self.attempt, visits, self.fault_visits, facts=self.practice.facts)

    def with_fault_visit(self, changed: FaultVisit) -> "Work":
        fault_visits = {**self.fault_visits, changed.kind: changed}
        return work_of(self.attempt, self.visits, fault_visits, facts=self.practice.facts)

    @property
    def answers(self) -> Answers:
        return self.practice.answers

    @cached_property
    def fault(self) -> Fault | None:
        """The fault that stands in the way now."""
        recovered = [kind for kind, visit in self.fault_visits.items() if visit.recovered_at]
        return pending(self.flow, self.attempt.planned_faults, self.standing, recovered)

    @property
    def faults(self) -> list[Fault]:
        """The faults planned for this attempt, in the order met."""
        return [self.flow.fault(kind) for kind in self.attempt.planned_faults]

    @property
    def done(self) -> bool:
        """Every screen is accepted and every fault on the way got out of."""
        return self.standing.finished and self.fault is None

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
    visits = {visit.screen: visit for visit in attempt.visits.all()}
    faults = {visit.kind: visit for visit in attempt.fault_visits.all()} if attempt.planned_faults else {}
    return work_of(attempt, visits, faults)


def work_of(
    attempt: Attempt,
    visits: Mapping[str, Visit],
    fault_visits: Mapping[str, FaultVisit],
    *,
    facts: Facts | None = None,
) -> Work:
    """`facts`: those of an earlier state of the same work, which has looked things up already."""
    flow = catalogue.flow_of(attempt.flow_version)
    persona = flow.persona(attempt.persona)
    answers: Answers = {screen: visit.values for screen, visit in visits.items() if visit.values is not None}
    practice = Practice(flow, persona, attempt.seed, timezone.localdate(), facts or DatabaseFacts(), answers)
    return Work(attempt, flow, persona, visits, standing(flow, answers), practice, fault_visits)
