"""How long the steps of guides really take: the median of those who did them, once they are enough.

Before that the author's estimate stands, and pages say which of the two it is.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from time import monotonic
from typing import Protocol

from django.core.cache import cache

from learning.definitions import versions_of
from learning.domain.counting.epochs import Epochs, mark_of
from learning.domain.counting.step_counts import StepCount
from learning.domain.counting.sum_documents import read_sum
from learning.domain.definitions import ActivityDefinition, StepDefinition
from learning.domain.method.distributions import Distribution
from learning.domain.shown_counts import Count
from learning.models import StepSum
from tutorials.catalogue import guide_step_changes, whole_minutes

# People whose time at a step is known. Of 30, the median of everybody lies nine times in ten between the 11th and the
# 20th (binomial), some 20 % to either side for times that vary as these do: good enough for whole minutes. It is also
# far beyond the five of the suppression rule.
ENOUGH = 30
KEPT_SECONDS = 600
PATIENCE = timedelta(milliseconds=150)  # what a page may spend on it: reading the sums of a step takes up to 1 ms

Measured = Mapping[str, Mapping[str, "StepTime"]]  # by activity, then by step


class TimedStep(Protocol):
    """A step of a guide: what is asked of a row of `tutorials`, or of a definition."""

    key: str
    expected_seconds: int


@dataclass(frozen=True, slots=True)
class StepTime:
    seconds: float  # the median
    people: int


@dataclass(frozen=True, slots=True)
class GuideTime:
    """`by_step`: minutes of each step. `measured` of its steps are measured, each from `people` or more."""

    minutes: int
    by_step: Mapping[str, int]
    measured: int
    people: int

    @property
    def is_measured(self) -> bool:
        return 0 < self.measured == len(self.by_step)

    @property
    def people_told(self) -> Count:
        """To the nearest five: exact numbers on a public page would tell from day to day who read it."""
        return Count.of(self.people, about=True)


def measured_times(activities: Iterable[str], *, within: timedelta = PATIENCE) -> Measured:
    """Of the present content of each step of these guides, as it was at most ten minutes ago.

    Steps of too few people are left out; so are guides for which there was no time, until the next who asks.
    """
    keys = {f"measured-minutes:{activity}": activity for activity in activities}
    known = {keys[key]: times for key, times in cache.get_many(keys).items()}
    missing = [activity for activity in keys.values() if activity not in known]
    if missing:
        fresh = _measure(missing, until=monotonic() + within.total_seconds())
        cache.set_many({f"measured-minutes:{activity}": times for activity, times in fresh.items()}, KEPT_SECONDS)
        known |= fresh
    return known


def guide_time(measured: Measured, activity: str, steps: Iterable[TimedStep]) -> GuideTime:
    """How long these steps take together: each as measured or, where that is not known, as its author expects."""
    own, rows = measured.get(activity, {}), list(steps)
    seconds = {step.key: own[step.key].seconds if step.key in own else step.expected_seconds for step in rows}
    people = [own[step.key].people for step in rows if step.key in own]
    return GuideTime(
        minutes=whole_minutes(seconds.values()),
        by_step={key: whole_minutes([value]) for key, value in seconds.items()},
        measured=len(people),
        people=min(people, default=0),
    )


def _measure(activities: Collection[str], *, until: float) -> dict[str, dict[str, StepTime]]:
    """Of as many of these as can be read before the clock says `until`; at least of one."""
    rows = StepSum.objects.filter(activity__in=activities, view="", sealed=False).order_by("activity")
    summed = rows.values_list("activity", "step", "edition", "payload").iterator(chunk_size=100)
    marks: dict[tuple[str, str], str] | None = None
    found: dict[str, dict[str, StepTime]] = {}
    for activity, steps in groupby(summed, key=itemgetter(0)):
        if found and monotonic() > until:
            return found
        marks = _present_marks() if marks is None else marks
        found[activity] = {
            step: time
            for _, step, mark, text in steps
            if marks.get((activity, step)) == mark and (time := _time_in(text)) is not None
        }
    return {activity: found.get(activity, {}) for activity in activities}


def _time_in(text: str) -> StepTime | None:
    times = Distribution(read_sum(StepCount, text).seconds)
    if times.total < ENOUGH or times.middle is None:
        return None
    return StepTime(times.middle, times.total)


def _present_marks() -> dict[tuple[str, str], str]:
    """For each step of each live guide: the mark under which its present content is counted."""
    marks = {}
    for activity, changes in guide_step_changes().items():
        steps = dict.fromkeys(change.step for change in changes)
        definition = ActivityDefinition(
            id=activity,
            title="",
            kind="guide",
            version="",
            steps=tuple(StepDefinition(step, "", 0) for step in steps),
            versions=versions_of((change.step, change.version, change.at) for change in changes),
        )
        epochs = Epochs(definition)
        for step in steps:
            marks[activity, step] = mark_of(epochs.opened_by(step, epochs.current_edition(step)))
    return marks
