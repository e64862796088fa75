"""Telling that a screen is done: once nothing stands between it and what comes next."""

from sandbox.domain.standing import following
from sandbox.models import Attempt, Visit
from sandbox.signals import screen_accepted
from sandbox.work import Work


def holds_back(work: Work, visit: Visit) -> bool:
    """Whether a fault has struck between this accepted screen and what comes next."""
    return work.fault is not None and work.fault.screen == visit.screen


def accepted(work: Work, visit: Visit, *, first_time: bool) -> None:
    next_screen = following(work.flow, work.flow.screen(visit.screen), work.answers)
    screen_accepted.send(
        Attempt,
        attempt=work.attempt,
        screen=visit.screen,
        next_screen=None if next_screen in work.answers else next_screen,
        seconds=round(visit.seconds, 1),
        first_time=first_time,
    )


def what_was_held_back(work: Work) -> None:
    for visit in work.visits.values():
        if visit.untold and not holds_back(work, visit):
            visit.untold = False
            visit.save(update_fields=["untold"])
            accepted(work, visit, first_time=True)
