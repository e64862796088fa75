"""The faults that an attempt met, and how its learner got out of each."""

from dataclasses import dataclass

from sandbox.domain.document import FaultAction, Lesson
from sandbox.models import FaultVisit
from sandbox.work import Work


@dataclass(frozen=True)
class FaultMet:
    kind: str
    title: str
    screen: str
    screen_title: str
    recovered: bool
    tries: int  # until the way out, that one too; waiting does not count
    wrong: tuple[FaultAction, ...]  # each once
    way_out: str
    lesson: Lesson


def faults_met(work: Work) -> tuple[FaultMet, ...]:
    """In the order met."""
    return tuple(_fault_met(work, visit) for visit in work.fault_visits.values())


def _fault_met(work: Work, visit: FaultVisit) -> FaultMet:
    fault = work.flow.fault(visit.kind)
    return FaultMet(
        kind=fault.kind,
        title=fault.title or fault.text.says,
        screen=visit.screen,
        screen_title=work.flow.screen(visit.screen).title,
        recovered=visit.recovered_at is not None,
        tries=len(visit.wrong) + 1,
        wrong=tuple(fault.action(action) for action in dict.fromkeys(visit.wrong)),
        way_out=fault.action(fault.recovery).label,
        lesson=fault.lesson,
    )
