"""Everybody seen in one activity, summed up as far as it does not depend on the moment of the report."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from learning.domain.counting.contributions import Contribution, contribution_of
from learning.domain.counting.people import Folding
from learning.domain.counting.stays import Stay
from learning.domain.counting.step_counts import StepCount, cell_of, day_of

Place = tuple[str, int]  # step, edition


@dataclass(frozen=True, slots=True)
class OpenStay:
    """Somebody who did not complete a step, nor went past it: lost once they have been `silent_since` long enough.

    `silent_since`: their last sign in the whole activity. `first_day`: the day on which they came to the step.
    """

    step: str
    edition: int
    silent_since: datetime
    first_day: int
    erring: bool
    asking: bool
    trapped: bool
    group: str
    cell: str
    bad_net: bool
    signs: str


@dataclass(slots=True)
class Census:
    """`open`: open stays; of those silent for longer than everything that is asked for (a month and the longest rest)
    some may be left out, since `counts` tells how many there are. `lost_lately`: how many of those left out were seen
    in the month before the report. `waiting`: the last signs of starters who have not finished; of those who are lost
    some may be left out. `rests`: pauses from which people came back, by `rests.rest_bin`.

    `issued`: people who said that their NIB was there, by whole days since their first sign. `really_stuck`: people
    whose real registration is stuck, by step.
    """

    counts: dict[Place, StepCount] = field(default_factory=dict)
    open: list[OpenStay] = field(default_factory=list)
    lost_lately: Counter[Place] = field(default_factory=Counter)
    waiting: list[datetime] = field(default_factory=list)
    starters: int = 0
    finishers: int = 0
    rests: Counter[int] = field(default_factory=Counter)
    issued: Counter[int] = field(default_factory=Counter)
    really_stuck: Counter[str] = field(default_factory=Counter)

    def add(self, person: Contribution) -> None:
        for _, stay in person.stays:
            self.counts.setdefault((stay.step, stay.edition), StepCount()).add(stay)
            if not stay.completed:
                self.open.append(open_stay(stay, silent_since=person.last_at))
        if person.started:
            self.starters += 1
            self.finishers += person.finished
            if not person.finished:
                self.waiting.append(person.last_at)
        self.rests.update(person.rests)
        if person.issued is not None:
            self.issued[person.issued] += 1
        self.really_stuck.update(person.really_stuck)


def open_stay(stay: Stay, *, silent_since: datetime) -> OpenStay:
    return OpenStay(
        step=stay.step,
        edition=stay.edition,
        silent_since=silent_since,
        first_day=day_of(stay.first_at),
        erring=stay.errors > 0,
        asking=stay.helps > 0,
        trapped=stay.unrecovered > 0,
        group=stay.context.group,
        cell=cell_of(stay.context),
        bad_net=stay.context.bad_net,
        signs=stay.signs,
    )


def census_of(folding: Folding) -> Census:
    census = Census()
    for person in folding.people.values():
        census.add(contribution_of(folding, person))
    return census
