"""Faults in an attempt: strike one, answer it, and the end of an attempt that nothing stands in the way of any more."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from sandbox import telling
from sandbox.domain.document import Fault, FaultAction
from sandbox.models import Attempt, FaultVisit
from sandbox.signals import attempt_finished, fault_missed, fault_recovered, fault_struck
from sandbox.work import Work, open_work


@dataclass(frozen=True)
class Answered:
    """What became of an action. `action` is None for one that the fault does not offer, or when none is pending."""

    after: Work
    fault: Fault | None
    action: FaultAction | None

    @property
    def recovered(self) -> bool:
        return self.action is not None and self.action.right


@transaction.atomic
def answer(attempt: Attempt, action_id: str) -> Answered:
    """Do something about the fault that stands in the way."""
    work, visit = _pending(attempt)
    fault = work.fault
    if fault is None or visit is None or action_id not in [action.id for action in fault.actions]:
        return Answered(work, fault, None)
    action = fault.action(action_id)
    now = timezone.now()
    work.attempt.last_activity_at = now
    if action.right:
        visit.recovered_at = now
    elif action.wrong:
        visit.wrong = [*visit.wrong, action.id]
    else:
        visit.waits += 1
    visit.save()
    work.attempt.save(update_fields=["last_activity_at"])
    _tell(work, visit, action)
    after = work.with_fault_visit(visit)
    if action.right:
        telling.what_was_held_back(after)
        after = go_on(after)
    return Answered(after, fault, action)


@transaction.atomic
def ask_hint(attempt: Attempt) -> Work:
    """Remember that the hint of the pending fault was asked for."""
    work, visit = _pending(attempt)
    if visit is not None:
        visit.hints += 1
        visit.save(update_fields=["hints"])
    return work


def go_on(work: Work) -> Work:
    """After something was accepted or got out of: the next fault strikes, or the attempt is finished."""
    struck = strike(work)
    if struck.done and struck.attempt.finished_at is None:
        struck.attempt.finished_at = struck.attempt.last_activity_at
        struck.attempt.save(update_fields=["finished_at"])
        attempt_finished.send(Attempt, attempt=struck.attempt)
    return struck


def strike(work: Work) -> Work:
    """Write down that the pending fault has struck, once."""
    fault = work.fault
    if fault is None or fault.kind in work.fault_visits:
        return work
    visit = FaultVisit.objects.create(
        attempt=work.attempt, kind=fault.kind, screen=fault.screen, struck_at=timezone.now()
    )
    fault_struck.send(Attempt, attempt=work.attempt, screen=fault.screen, kind=fault.kind)
    return work.with_fault_visit(visit)


def _pending(attempt: Attempt) -> tuple[Work, FaultVisit | None]:
    """The work with its row locked, so that two tabs take turns, and the visit of the pending fault."""
    row = Attempt.objects.select_for_update(of=("self",)).with_version().get(pk=attempt.pk)
    work = strike(open_work(row))
    return work, work.fault_visits[work.fault.kind] if work.fault else None


def _tell(work: Work, visit: FaultVisit, action: FaultAction) -> None:
    about = {"attempt": work.attempt, "screen": visit.screen, "kind": visit.kind}
    if action.wrong:
        fault_missed.send(Attempt, **about, action=action.id)
    if action.right:
        seconds = round((work.attempt.last_activity_at - visit.struck_at).total_seconds(), 1)
        fault_recovered.send(Attempt, **about, action=visit.wrong[-1] if visit.wrong else "", seconds=seconds)
