"""What lists of one's own attempts show: on /saya/, on the home page, above the start of a flow."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sandbox.models import Attempt
from sandbox.paths import screens_ahead
from sandbox.work import Work, open_work


@dataclass(frozen=True)
class AttemptSummary:
    id: UUID
    flow_id: str
    flow_title: str
    persona_name: str
    mode: str
    mode_name: str
    done: int  # screens practised; those filled in for the learner do not count
    total: int
    current_title: str
    started_at: datetime
    finished_at: datetime | None
    url: str
    position: int | None  # of the current screen on the way of this persona, from 1
    seconds_left: int
    erased: bool  # what was typed is gone, and with it the result
    last_activity_at: datetime


def of_learner(learner: UUID | None) -> list[AttemptSummary]:
    """The learner's attempts, the last touched first."""
    return [_summary(open_work(attempt)) for attempt in Attempt.objects.of_learner(learner).listed()]


def last_unfinished(learner: UUID | None, *, flow_id: str = "") -> AttemptSummary | None:
    """The unfinished attempt touched last (of one flow, where named); None for who has none."""
    attempt = Attempt.objects.of_learner(learner).listed().unfinished().of_flow(flow_id).first()
    return None if attempt is None else _summary(open_work(attempt))


def _summary(work: Work) -> AttemptSummary:
    attempt, flow = work.attempt, work.flow
    current = None if attempt.erased_at else _place(work)
    ahead = [] if current is None else screens_ahead(work)
    return AttemptSummary(
        id=attempt.id,
        flow_id=flow.id,
        flow_title=flow.title,
        persona_name=work.persona.name,
        mode=attempt.mode,
        mode_name=attempt.get_mode_display(),
        done=_done(work),
        total=len(work.standing.path) + len(ahead),
        current_title="" if current is None else flow.screen(current).title,
        started_at=attempt.started_at,
        finished_at=attempt.finished_at,
        url=attempt.get_absolute_url(),
        position=None if current is None else work.standing.path.index(current) + 1,
        seconds_left=0
        if current is None
        else sum(flow.screen(screen).expected_seconds for screen in [current, *ahead]),
        erased=attempt.erased_at is not None,
        last_activity_at=attempt.last_activity_at,
    )


def _place(work: Work) -> str | None:
    """The screen to go on with: where a fault stands in the way, its screen, even when that was the last one."""
    return work.fault.screen if work.fault is not None else work.standing.current


def _done(work: Work) -> int:
    """Of an erased attempt only its accepted screens are left, without their values."""
    if work.attempt.erased_at:
        return sum(visit.practised for visit in work.visits.values())
    return sum(not screen.filled_in for screen in work.reached_screens)
