"""One person's events in order of time, as the products in `peers` keep them. Repeated events are taken once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from learning.domain.counting.exposures import Trace
from learning.domain.definitions import ActivityDefinition

VISITING = frozenset({"entered", "completed", "error", "help"})


@dataclass(slots=True)
class Journey:
    """`moments`: (time, place of the step touched last by then), in order. `visited`, `passed`: places; `errors` by
    place."""

    learner: str
    moments: list[tuple[datetime, int]] = field(default_factory=list)
    visited: set[int] = field(default_factory=set)
    passed: set[int] = field(default_factory=set)
    errors: Counter[int] = field(default_factory=Counter)
    finished: bool = False

    @property
    def last(self) -> int:
        return self.moments[-1][1]

    @property
    def seconds(self) -> float:
        return (self.moments[-1][0] - self.moments[0][0]).total_seconds()

    def note(self, trace: Trace, place: int) -> None:
        """`place`: one beyond the last for an event of no step."""
        if trace.verb == "finished":
            self.finished = True
        elif trace.verb in VISITING:
            self.moments.append((trace.at, place))
            self.visited.add(place)
        if trace.verb == "completed":
            self.passed.add(place)
        elif trace.verb == "error":
            self.errors[place] += 1


def journeys_of(definition: ActivityDefinition, traces: Iterable[Trace], *, as_of: datetime) -> list[Journey]:
    places = {step.id: place for place, step in enumerate(definition.steps)}
    beyond = len(places)
    once: dict[UUID | str, Trace] = {}
    for trace in traces:
        if trace.at <= as_of and trace.mode != "tonton":
            once.setdefault(trace.id, trace)
    ordered = sorted((trace.at, places.get(trace.step, beyond), trace.verb == "completed", i, trace)
                     for i, trace in enumerate(once.values()))  # fmt: skip
    found: dict[str, Journey] = {}
    for _, place, _, _, trace in ordered:
        found.setdefault(trace.learner, Journey(trace.learner)).note(trace, place)
    return [journey for journey in found.values() if journey.moments]
