"""What one person adds to the sums of an activity, so that it can be added, and taken away again, exactly."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from learning.domain.counting.epochs import mark_of
from learning.domain.counting.people import Folding, Person
from learning.domain.counting.stays import Context, Stay
from learning.domain.counting.step_counts import count_up


@dataclass(frozen=True, slots=True)
class Contribution:
    """`context`: of the person's first event. `rests`, `issued`, `really_stuck`: see `people.Person`.

    `stays`: each with the mark (`epochs.mark_of`) of what opened its edition, in the order of (step, edition).
    """

    first_at: datetime
    last_at: datetime
    context: Context
    started: bool
    finished: bool
    rests: tuple[int, ...] = ()
    issued: int | None = None
    really_stuck: tuple[str, ...] = ()
    stays: tuple[tuple[str, Stay], ...] = ()


def contribution_of(folding: Folding, person: Person) -> Contribution:
    stays = sorted(folding.stays(person), key=lambda stay: (stay.step, stay.edition))
    return Contribution(
        first_at=person.first_at,
        last_at=person.last_at,
        context=person.context,
        started=person.started,
        finished=person.finished,
        rests=tuple(sorted(person.rests)),
        issued=person.days_to_nib,
        really_stuck=tuple(sorted(person.really_stuck_at)),
        stays=tuple((mark_of(folding.epochs.opened_by(stay.step, stay.edition)), stay) for stay in stays),
    )


@dataclass(slots=True)
class ActivityCount:
    """What is known of the people of an activity apart from its steps; sums like those of `StepCount`.

    `starters` began at the first step, `finishers` are those among them who reached the end. `rests` by
    `rests.rest_bin`, `issued` by days, `really_stuck` by step.
    """

    people: int = 0
    starters: int = 0
    finishers: int = 0
    rests: Counter[int] = field(default_factory=Counter)
    issued: Counter[int] = field(default_factory=Counter)
    really_stuck: Counter[str] = field(default_factory=Counter)

    def add(self, person: Contribution, *, times: int = 1) -> None:
        self.people += times
        self.starters += times * person.started
        self.finishers += times * (person.started and person.finished)
        for place in person.rests:
            count_up(self.rests, place, times)
        if person.issued is not None:
            count_up(self.issued, person.issued, times)
        for step in person.really_stuck:
            count_up(self.really_stuck, step, times)
