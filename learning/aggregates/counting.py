"""Some people of an activity, counted from their events as they are now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from learning.domain.counting.contributions import Contribution, contribution_of
from learning.domain.counting.exposures import Trace
from learning.domain.counting.people import Folding
from learning.domain.counting.person_documents import read_person
from learning.domain.definitions import ActivityDefinition
from learning.models import PersonSum
from learning.traces import traces_of


@dataclass(frozen=True, slots=True)
class Counted:
    """`contribution`: None for somebody of whom nothing counts yet. `base`: what it was built on, "" for nothing.

    `next_at`: the earliest event that lies after the moment of counting. `unlisted`: some event carries a version that
    the definition does not list.
    """

    learner: str
    contribution: Contribution | None
    base: str = ""
    next_at: datetime | None = None
    unlisted: bool = False


def counted(definition: ActivityDefinition, learners: Sequence[str], *, as_of: datetime) -> list[Counted]:
    """Each of these people, in the order given, from all their events up to `as_of`."""
    bases = bases_of(definition.id, learners)
    folding = Folding(definition, as_of=as_of)
    for learner, base in bases.items():
        folding.people[learner] = read_person(folding, base)
    watch = _Watch(folding, as_of)
    folding.take_in(watch.past(traces_of(definition.id, learners)))
    return [_counted(learner, folding, bases, watch) for learner in learners]


def bases_of(activity: str, learners: Sequence[str]) -> dict[str, str]:
    """By learner, what was kept of events that are erased; only those of whom something was."""
    rows = PersonSum.objects.filter(activity=activity, learner__in=learners).exclude(base="")
    return dict(rows.values_list("learner", "base"))


def _counted(learner: str, folding: Folding, bases: Mapping[str, str], watch: "_Watch") -> Counted:
    person = folding.people.get(learner)
    return Counted(
        learner=learner,
        contribution=None if person is None else contribution_of(folding, person),
        base=bases.get(learner, ""),
        next_at=watch.next_at.get(learner),
        unlisted=learner in watch.unlisted,
    )


class _Watch:
    """Looks at events as they pass: which are still to come, and which carry a version that nobody listed."""

    def __init__(self, folding: Folding, as_of: datetime) -> None:
        self._epochs = folding.epochs
        self._as_of = as_of
        self.next_at: dict[str, datetime] = {}
        self.unlisted: set[str] = set()

    def past(self, traces: Iterable[Trace]) -> Iterator[Trace]:
        for trace in traces:
            if not self._epochs.lists(trace.version):
                self.unlisted.add(trace.learner)
            if trace.at <= self._as_of:
                yield trace
            elif trace.at < self.next_at.get(trace.learner, trace.at) or trace.learner not in self.next_at:
                self.next_at[trace.learner] = trace.at
