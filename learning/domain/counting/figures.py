"""The figures of an activity at one moment: what the method of the stuck report works with.

The same figures come from a scan of events (`census.census_of`) and from the sums that are kept up to date.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import TypeVar

from learning.domain.counting.census import Census, OpenStay
from learning.domain.counting.epochs import Epochs
from learning.domain.counting.silence import silence_of
from learning.domain.counting.step_counts import COMPLETED, ENTERED, ERRING, StepCount, day_of
from learning.domain.definitions import ActivityDefinition, StepDefinition, VersionDefinition

Key = TypeVar("Key")

MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of some people at one step: completed, lost, or still at it. `erring` of them met an error."""

    entered: int = 0
    completed: int = 0
    in_progress: int = 0
    erring: int = 0

    @property
    def lost(self) -> int:
        return self.entered - self.completed - self.in_progress

    @property
    def known(self) -> int:
        return self.entered - self.in_progress

    @property
    def loss_rate(self) -> float | None:
        return self.lost / self.known if self.known else None

    def plus(self, other: "Fates") -> "Fates":
        return Fates(
            self.entered + other.entered,
            self.completed + other.completed,
            self.in_progress + other.in_progress,
            self.erring + other.erring,
        )


@dataclass(frozen=True)  # no slots: what is worked out is kept
class StepFigures:
    """One step in one edition of its content.

    `count`: sums that do not depend on the moment (see StepCount). `pending`: open stays of people still at it.
    `lost_this_month`: those whose last sign lies in the 30 days before; `seen_this_month`: people with a sign at the
    step on one of the last 30 days. `since`: the version that brought this edition, None for the first.
    """

    step: StepDefinition
    edition: int
    since: VersionDefinition | None
    count: StepCount
    pending: tuple[OpenStay, ...] = ()
    lost_this_month: int = 0
    seen_this_month: int = 0

    @cached_property
    def fates(self) -> Fates:
        return Fates(self.count.entered, self.count.completed, len(self.pending), self.count.erring)

    @cached_property
    def groups(self) -> Mapping[str, Fates]:
        """By class; people who came alone are in none."""
        return _fates(self.count.groups, Counter(stay.group for stay in self.pending))

    @cached_property
    def cells(self) -> Mapping[str, Fates]:
        """By who came: `step_counts.cell_of`."""
        return _fates(self.count.cells, Counter(stay.cell for stay in self.pending))

    @cached_property
    def nets(self) -> Mapping[str, Fates]:
        """By the network of the last sign at the step: "bad" (offline, slow) and "ok" (or unknown)."""
        return _fates(self.count.nets, Counter("bad" if stay.bad_net else "ok" for stay in self.pending))

    @cached_property
    def days(self) -> Mapping[int, Fates]:
        """By the day on which people came to the step (`date.fromordinal`)."""
        return _fates(self.count.days, Counter(stay.first_day for stay in self.pending))

    @cached_property
    def lost_signs(self) -> Counter[str]:
        """`Stay.signs` of those who are lost."""
        return self.count.open_signs - Counter(stay.signs for stay in self.pending)

    def between(self, first: datetime | None, last: datetime | None) -> Fates:
        """Those who came on the UTC days from `first` up to but not including the day of `last`."""
        days = (
            fates
            for day, fates in self.days.items()
            if (first is None or day >= day_of(first)) and (last is None or day < day_of(last))
        )
        return summed(days)


@dataclass(frozen=True, slots=True)
class ActivityFigures:
    """`steps`: the present edition of each step, in order. `earlier`: by step id, its editions before, oldest first."""

    definition: ActivityDefinition
    as_of: datetime
    silence: timedelta
    starters: int
    finishers: int
    in_progress: int
    steps: tuple[StepFigures, ...]
    earlier: Mapping[str, tuple[StepFigures, ...]] = field(default_factory=dict)
    rests: Counter[int] = field(default_factory=Counter)
    issued: Counter[int] = field(default_factory=Counter)
    really_stuck: Counter[str] = field(default_factory=Counter)


def figures_of(
    definition: ActivityDefinition, census: Census, *, as_of: datetime, silence: timedelta | None = None
) -> ActivityFigures:
    """`silence`: how long somebody must be silent to count as lost; None learns it from the census."""
    if silence is None:
        unfinished = census.starters - census.finishers
        silence = silence_of(
            census.rests, people=census.starters, unfinished=unfinished, waiting=census.waiting, as_of=as_of
        )
    epochs = Epochs(definition, as_of=as_of)
    open_stays: dict[tuple[str, int], list[OpenStay]] = {}
    for stay in census.open:
        open_stays.setdefault((stay.step, stay.edition), []).append(stay)

    def step_figures(step: StepDefinition, edition: int) -> StepFigures:
        place = (step.id, edition)
        return _step_figures(
            step, edition, epochs, census.counts.get(place, StepCount()), open_stays.get(place, []), as_of, silence,
            census.lost_lately[place],
        )  # fmt: skip

    return ActivityFigures(
        definition=definition,
        as_of=as_of,
        silence=silence,
        starters=census.starters,
        finishers=census.finishers,
        in_progress=sum(as_of - last_at < silence for last_at in census.waiting),
        steps=tuple(step_figures(step, epochs.current_edition(step.id)) for step in definition.steps),
        earlier={
            step.id: tuple(step_figures(step, edition) for edition in range(epochs.current_edition(step.id)))
            for step in definition.steps
        },
        rests=census.rests,
        issued=census.issued,
        really_stuck=census.really_stuck,
    )


def summed(parts: Iterable[Fates]) -> Fates:
    total = Fates()
    for part in parts:
        total = total.plus(part)
    return total


def _step_figures(
    step: StepDefinition, edition: int, epochs: Epochs, count: StepCount, open_stays: list[OpenStay],
    as_of: datetime, silence: timedelta, lost_lately: int,
) -> StepFigures:  # fmt: skip
    month = as_of - MONTH
    lost = [stay for stay in open_stays if as_of - stay.silent_since >= silence]
    return StepFigures(
        step=step,
        edition=edition,
        since=epochs.opened_by(step.id, edition),
        count=count,
        pending=tuple(stay for stay in open_stays if as_of - stay.silent_since < silence),
        lost_this_month=lost_lately + sum(stay.silent_since > month for stay in lost),
        seen_this_month=sum(people for day, people in count.seen.items() if day > day_of(month)),
    )


def _fates(parts: Mapping[Key, list[int]], pending: Counter[Key]) -> dict[Key, Fates]:
    return {
        key: Fates(part[ENTERED], part[COMPLETED], pending.get(key, 0), part[ERRING]) for key, part in parts.items()
    }
