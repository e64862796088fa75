"""The only listener of `sandbox.signals` and `tutorials.signals`: turns what happened into events.

A signal is sent inside the sender's transaction, so events are kept or undone together with what they tell of.
Reading sends no signal and leaves no event; nor does a visitor who refused, whose ticks are kept all the same.
docs/events.md says which press is recorded as what.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.dispatch import receiver
from django.utils import timezone

from learning import events, request_context
from learning.definitions import FLOW_PREFIX, GUIDE_PREFIX
from learning.domain.events import Event, Verb
from learning.models import Event as StoredEvent
from learning.models import StepDone
from learning.models.events import EventQuerySet
from sandbox.models import Attempt
from sandbox.signals import (
    attempt_finished,
    attempt_started,
    fault_missed,
    fault_recovered,
    fault_struck,
    help_asked,
    screen_accepted,
    screen_refused,
)
from tutorials.signals import step_confusing, step_done, step_undone

# A button pressed twice in a row asked once.
DOUBLE_PRESS = timedelta(seconds=10)
ASKED_LEVEL = 1


@receiver(attempt_started)
def record_start(attempt: Attempt, screen: str, **_: object) -> None:
    _store(attempt, _practice(attempt, Verb.ENTERED, screen))


@receiver(screen_accepted)
def record_accepted(
    *, attempt: Attempt, screen: str, next_screen: str | None, seconds: float | None, first_time: bool, **_: object
) -> None:
    """A screen that is accepted once more was completed before: its learner came back to it, unless to practise it
    again after the end."""
    if not first_time:
        if attempt.finished_at is None and not _was_done_just_now(attempt, screen):
            _store(attempt, _practice(attempt, Verb.BACK, screen))
        return
    found = [replace(_practice(attempt, Verb.COMPLETED, screen), seconds=seconds)]
    if next_screen is not None:
        found.append(_practice(attempt, Verb.ENTERED, next_screen))
    _store(attempt, *found)


@receiver(screen_refused)
def record_refused(attempt: Attempt, screen: str, problems: Sequence[tuple[str, str]], **_: object) -> None:
    said = _said_just_now(attempt, Verb.ERROR, screen)
    _store(
        attempt,
        *(
            replace(_practice(attempt, Verb.ERROR, screen), field=field, code=code)
            for field, code in dict.fromkeys(problems)
            if (field, code) not in said
        ),
    )


@receiver(help_asked)
def record_help(attempt: Attempt, screen: str, field: str, level: int, **_: object) -> None:
    """The same help twice in a row is a double press; a higher level, or another field, is new."""
    if (field, level) not in _helped_just_now(attempt, screen):
        _store(attempt, replace(_practice(attempt, Verb.HELP, screen), field=field, level=level))


@receiver(fault_struck)
def record_fault(attempt: Attempt, screen: str, kind: str, **_: object) -> None:
    _store(attempt, replace(_practice(attempt, Verb.FAULT, screen), code=kind))


@receiver(fault_missed)
def record_missed(attempt: Attempt, screen: str, kind: str, action: str, **_: object) -> None:
    """A wrong way tells what people take a fault for; it breaks no rule of the screen, so it is no error."""
    _store(attempt, replace(_practice(attempt, Verb.ANSWERED, screen), field=kind, code=action))


@receiver(fault_recovered)
def record_recovery(attempt: Attempt, screen: str, kind: str, action: str, seconds: float, **_: object) -> None:
    """`field` names the wrong way that was taken before, where one was."""
    _store(attempt, replace(_practice(attempt, Verb.RECOVERED, screen), code=kind, field=action, seconds=seconds))


@receiver(attempt_finished)
def record_finish(attempt: Attempt, **_: object) -> None:
    _store(attempt, _practice(attempt, Verb.FINISHED))


def _store(attempt: Attempt, *found: Event) -> None:
    """Events of practice; a draft that staff try out leaves none."""
    if request_context.current().recorded and not attempt.flow_version.trial:
        events.store_new(found)


def _keep(found: Sequence[Event]) -> None:
    """Events of a guide."""
    if request_context.current().recorded:
        events.store_new(found)


@receiver(step_done)
def record_step_done(learner: UUID, guide: str, version: str, step: str, next_step: str | None, **_: object) -> None:
    """Pressing "Sudah" again on a step that is done says nothing new."""
    now = timezone.now()
    activity = GUIDE_PREFIX + guide
    _done, first = StepDone.objects.get_or_create(learner=learner, activity=activity, step=step, defaults={"at": now})
    if not first:
        return
    reader = Reader(learner, activity, version, now)
    found = [*reader.arrival(step), reader.event(Verb.COMPLETED, step)]
    found += [reader.event(Verb.FINISHED)] if next_step is None else reader.arrival(next_step)
    _keep(found)


@receiver(step_undone)
def forget_step_done(learner: UUID, guide: str, step: str, **_: object) -> None:
    """Taking "Sudah" back changes what is left to do; what happened stays recorded."""
    StepDone.objects.of_learner(learner).filter(activity=GUIDE_PREFIX + guide, step=step).delete()


@receiver(step_confusing)
def record_confusion(learner: UUID, guide: str, version: str, step: str, reason: str = "", **_: object) -> None:
    reader = Reader(learner, GUIDE_PREFIX + guide, version, timezone.now())
    if not reader.has_just_asked(step, reason):
        asked = replace(reader.event(Verb.HELP, step), code=reason, level=ASKED_LEVEL)
        _keep([*reader.arrival(step), asked])


@dataclass(frozen=True)
class Reader:
    """Somebody who has just pressed a button in a guide."""

    learner: UUID
    activity: str
    version: str
    now: datetime

    def event(self, verb: Verb, step: str = "") -> Event:
        here = request_context.current()
        return Event(
            id=uuid4(),
            learner=str(self.learner),
            at=self.now,
            activity=self.activity,
            version=self.version,
            verb=verb.value,
            step=step,
            device=here.device,
            net=here.net,
        )

    def arrival(self, step: str) -> list[Event]:
        """The reader is at this step: told once for each version, since opening a page leaves no event."""
        arrivals = self._recorded.filter(verb=Verb.ENTERED, step=step, version=self.version)
        return [] if arrivals.exists() else [self.event(Verb.ENTERED, step)]

    def has_just_asked(self, step: str, reason: str) -> bool:
        asked = self._recorded.filter(verb=Verb.HELP, step=step, code=reason)
        return asked.filter(at__gt=self.now - DOUBLE_PRESS).exists()

    @property
    def _recorded(self) -> EventQuerySet:
        return StoredEvent.objects.of(self.learner, self.activity)


def _said_just_now(attempt: Attempt, verb: Verb, screen: str) -> set[tuple[str, str]]:
    """(field, code) of what the same form was answered a moment ago: a double press is one press."""
    recorded = StoredEvent.objects.of(attempt.learner, FLOW_PREFIX + attempt.flow_id)
    recent = recorded.filter(attempt=attempt.id, verb=verb, step=screen, at__gt=timezone.now() - DOUBLE_PRESS)
    return set(recent.values_list("field", "code"))


def _was_done_just_now(attempt: Attempt, screen: str) -> bool:
    """The same form sent twice in a row was sent once."""
    recorded = StoredEvent.objects.of(attempt.learner, FLOW_PREFIX + attempt.flow_id)
    done = recorded.filter(attempt=attempt.id, verb__in=(Verb.COMPLETED, Verb.BACK), step=screen)
    return done.filter(at__gt=timezone.now() - DOUBLE_PRESS).exists()


def _helped_just_now(attempt: Attempt, screen: str) -> set[tuple[str, int | None]]:
    recorded = StoredEvent.objects.of(attempt.learner, FLOW_PREFIX + attempt.flow_id)
    recent = recorded.filter(attempt=attempt.id, verb=Verb.HELP, step=screen, at__gt=timezone.now() - DOUBLE_PRESS)
    return set(recent.values_list("field", "level"))


def _practice(attempt: Attempt, verb: Verb, screen: str = "") -> Event:
    here = request_context.current()
    return Event(
        id=uuid4(),
        learner=str(attempt.learner),
        at=timezone.now(),
        activity=FLOW_PREFIX + attempt.flow_id,
        version=attempt.version_label,
        verb=verb.value,
        step=screen,
        attempt=attempt.id,
        mode=attempt.mode,
        persona=attempt.persona,
        device=here.device,
        net=here.net,
    )
