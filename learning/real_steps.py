"""What owners say about the real registration: that the NIB is there, or at which step they are stuck. No number.

What is true now stays with the ticks, for `/saya/`; what was said when is told as events, for the report.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from learning import events, request_context
from learning.definitions import GUIDE_PREFIX
from learning.domain.counting.people import NIB_ISSUED, REAL_STUCK, TAKEN_BACK
from learning.domain.events import Event, Verb
from learning.models import StepDone
from tutorials.catalogue import GuideDefinition, GuideStepDefinition

# Prefixes of activities among the ticks, before a guide's key. Of the first kind the one step is NIB_ISSUED.
ISSUED, STUCK = "nyata/", "macet/"


@dataclass(frozen=True, slots=True)
class RealSteps:
    """One guide, and what its reader said about the real thing."""

    guide: GuideDefinition
    issued_at: datetime | None
    stuck_at: GuideStepDefinition | None


def sections_of(learner: UUID | None, guides: Iterable[GuideDefinition]) -> list[RealSteps]:
    """For each of `guides` that leads to a NIB."""
    said = _said(learner)
    return [_section(guide, said) for guide in leading(guides)]


def leading(guides: Iterable[GuideDefinition]) -> list[GuideDefinition]:
    """Those that lead through practice to its end: the others help with a part of the way, or with what goes wrong."""
    return [guide for guide in guides if guide.leads_to_the_end]


@transaction.atomic
def say_issued(learner: UUID, guide: GuideDefinition) -> None:
    """The NIB is there: nobody is stuck any more."""
    said = Said(learner, guide)
    said.take_back_stuck()
    said.tick(ISSUED, NIB_ISSUED, code=NIB_ISSUED)


@transaction.atomic
def say_stuck(learner: UUID, guide: GuideDefinition, step: GuideStepDefinition) -> None:
    """Stuck at this step, and no longer at another."""
    said = Said(learner, guide)
    said.take_back_stuck(but=step.id)
    said.tick(STUCK, step.id, code=REAL_STUCK, step=step.id)


@transaction.atomic
def take_back(learner: UUID, guide: GuideDefinition) -> None:
    said = Said(learner, guide)
    said.take_back_stuck()
    said.untick(ISSUED, NIB_ISSUED)


@dataclass(frozen=True)
class Said:
    """Somebody who has just pressed a button about the real registration of one guide."""

    learner: UUID
    guide: GuideDefinition

    def tick(self, kind: str, name: str, *, code: str, step: str = "") -> None:
        _mark, first = StepDone.objects.get_or_create(
            learner=self.learner, activity=self._activity(kind), step=name, defaults={"at": timezone.now()}
        )
        if first:
            self._tell(code, step)

    def untick(self, kind: str, name: str, *, step: str = "") -> None:
        mark = StepDone.objects.of_learner(self.learner).filter(activity=self._activity(kind), step=name)
        if mark.delete()[0]:
            self._tell(TAKEN_BACK, step)

    def take_back_stuck(self, *, but: str = "") -> None:
        marks = StepDone.objects.of_learner(self.learner).filter(activity=self._activity(STUCK)).exclude(step=but)
        for step in marks.values_list("step", flat=True):
            self.untick(STUCK, step, step=step)

    def _activity(self, kind: str) -> str:
        return kind + self.guide.id.removeprefix(GUIDE_PREFIX)

    def _tell(self, code: str, step: str) -> None:
        here = request_context.current()
        told = Event(
            id=uuid4(),
            learner=str(self.learner),
            at=timezone.now(),
            activity=self.guide.id,
            version=self.guide.version,
            verb=Verb.REAL.value,
            step=step,
            code=code,
            device=here.device,
            net=here.net,
        )
        if here.recorded:
            events.store_new([told])


def _said(learner: UUID | None) -> dict[tuple[str, str], datetime]:
    """(activity, step) of the marks → when."""
    if learner is None:
        return {}
    marks = StepDone.objects.of_learner(learner).order_by("at")
    return {(mark.activity, mark.step): mark.at for mark in marks}


def _section(guide: GuideDefinition, said: dict[tuple[str, str], datetime]) -> RealSteps:
    key = guide.id.removeprefix(GUIDE_PREFIX)
    return RealSteps(
        guide=guide,
        issued_at=said.get((ISSUED + key, NIB_ISSUED)),
        stuck_at=next((step for step in guide.steps if (STUCK + key, step.id) in said), None),
    )
