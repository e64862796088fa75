"""What a learner has done and what comes next, for /saya/ and the home page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db.models import Max

from learning.measured_minutes import StepTime, measured_times
from learning.models import Event, StepDone
from sandbox.summaries import AttemptSummary, of_learner
from tutorials.catalogue import (
    GuideDefinition,
    GuideStepDefinition,
    guide_definitions,
    place_to_go_on,
    whole_minutes,
)


@dataclass(frozen=True, slots=True)
class StepProgress:
    number: int  # from 1
    title: str
    url: str
    seconds: float  # as measured or, where too few have done it, as its author expects
    done: bool


@dataclass(frozen=True, slots=True)
class GuideProgress:
    """One guide and how far its reader has come."""

    id: str
    title: str
    url: str
    steps: tuple[StepProgress, ...]  # those that the reader needs
    total: int  # of all steps, as they are numbered

    @property
    def done(self) -> int:
        return sum(step.done for step in self.steps)

    @property
    def left(self) -> list[StepProgress]:
        return [step for step in self.steps if not step.done]

    @property
    def next_step(self) -> StepProgress | None:
        """The step to go on with; None when all are done."""
        place = place_to_go_on([step.done for step in self.steps])
        return None if place is None else self.steps[place]

    @property
    def minutes_left(self) -> int:
        return whole_minutes(step.seconds for step in self.left)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a learner was last: the step or screen to go on with."""

    title: str
    step_number: int  # from 1
    step_total: int
    url: str
    minutes_left: int


def done_steps(learner: UUID | None, activity: str) -> set[str]:
    """The keys of the steps this learner marked as done; nobody's for a visitor without a cookie."""
    if learner is None:
        return set()
    return set(StepDone.objects.of_learner(learner).filter(activity=activity).values_list("step", flat=True))


def all_done_steps(learner: UUID | None) -> dict[str, set[str]]:
    """The keys of all steps this learner marked as done, by activity."""
    done: defaultdict[str, set[str]] = defaultdict(set)
    if learner is not None:
        for activity, step in StepDone.objects.of_learner(learner).values_list("activity", "step"):
            done[activity].add(step)
    return dict(done)


def guides_of(
    learner: UUID | None,
    guides: Iterable[GuideDefinition] | None = None,
    *,
    left_out: Mapping[str, Set[str]] = MappingProxyType({}),
) -> list[GuideProgress]:
    """Every guide on offer, with what this learner has done of it.

    `left_out`: by guide, steps that the learner's own answers make needless (`tutorials.conditions`).
    """
    offered = list(guide_definitions() if guides is None else guides)
    done, measured = all_done_steps(learner), measured_times(guide.id for guide in offered)
    return [
        _guide_progress(
            guide,
            done.get(guide.id, set()),
            measured.get(guide.id, {}),
            left_out.get(guide.id, set()),
        )
        for guide in offered
    ]


def last_place(learner: UUID | None, *, left_out: Mapping[str, Set[str]] = MappingProxyType({})) -> Place | None:
    """Where to go on: the attempt or guide touched last that has something left; None for who has not begun."""
    if learner is None:
        return None
    attempts = {
        attempt.id: attempt for attempt in of_learner(learner) if attempt.finished_at is None and not attempt.erased
    }
    guides = {guide.id: guide for guide in guides_of(learner, left_out=left_out)}
    for place in _last_touched(learner, attempts):
        if isinstance(place, UUID):
            return _place_in_practice(attempts[place])
        if place in guides and (step := guides[place].next_step) is not None:
            return _place_in_guide(guides[place], step)
    return None


def _last_touched(learner: UUID, attempts: dict[UUID, AttemptSummary]) -> list[str | UUID]:
    """The guides and attempts this learner was at, the latest first.

    Events alone do not tell: they are kept for a while only, and not at all of whoever wants none recorded.
    """
    touched: dict[str | UUID, datetime] = {key: attempt.last_activity_at for key, attempt in attempts.items()}
    marked = StepDone.objects.of_learner(learner).values("activity").annotate(latest=Max("at"))
    seen = Event.objects.filter(learner=str(learner), attempt=None).values("activity").annotate(latest=Max("at"))
    for row in [*marked, *seen]:
        touched[row["activity"]] = max(row["latest"], touched.get(row["activity"], row["latest"]))
    return sorted(touched, key=lambda key: touched[key], reverse=True)


def _guide_progress(
    guide: GuideDefinition, done: set[str], measured: Mapping[str, StepTime], left_out: Set[str]
) -> GuideProgress:
    steps = tuple(
        StepProgress(number, step.title, step.url, _seconds(step, measured), step.id in done)
        for number, step in enumerate(guide.steps, start=1)
        if step.id in done or step.id not in left_out
    )
    return GuideProgress(guide.id, guide.title, guide.url, steps, len(guide.steps))


def _seconds(step: GuideStepDefinition, measured: Mapping[str, StepTime]) -> float:
    return measured[step.id].seconds if step.id in measured else step.expected_seconds


def _place_in_guide(guide: GuideProgress, step: StepProgress) -> Place:
    return Place(step.title, step.number, guide.total, step.url, guide.minutes_left)


def _place_in_practice(attempt: AttemptSummary) -> Place:
    return Place(
        title=attempt.current_title,
        step_number=attempt.position or attempt.total,
        step_total=attempt.total,
        url=attempt.url,
        minutes_left=whole_minutes([attempt.seconds_left]),
    )
