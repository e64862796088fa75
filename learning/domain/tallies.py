"""What happened at each step, in people."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from learning.domain.crowd import Crowd, Fate
from learning.domain.definitions import StepDefinition
from learning.domain.events import Verb
from learning.domain.exposures import Exposure
from learning.domain.intervals import median_low, middle

MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Passage:
    """One person's time at one step, once it is known how it went. `seconds` is None where nobody measured it."""

    fate: Fate
    seconds: float | None
    errors: int
    helps: int
    backs: int
    unrecovered: int
    rules: frozenset[tuple[str, str]]
    seen_this_month: bool
    lost_this_month: bool


@dataclass(frozen=True)  # no slots: the figures are worked out once and kept
class Tally:
    """The passages of one step; every property is a number of people unless it says otherwise."""

    step: StepDefinition
    passages: tuple[Passage, ...]

    @cached_property
    def entered(self) -> int:
        return len(self.passages)

    @cached_property
    def completed(self) -> int:
        return self._with_fate(Fate.COMPLETED)

    @cached_property
    def lost(self) -> int:
        return self._with_fate(Fate.LOST)

    @cached_property
    def in_progress(self) -> int:
        return self._with_fate(Fate.IN_PROGRESS)

    @cached_property
    def known(self) -> int:
        """Those whose fate is known."""
        return self.completed + self.lost

    @cached_property
    def loss_rate(self) -> float | None:
        return self.lost / self.known if self.known else None

    @cached_property
    def lost_this_month(self) -> int:
        return self.people(lambda passage: passage.lost_this_month)

    @cached_property
    def seen_this_month(self) -> int:
        return self.people(lambda passage: passage.seen_this_month)

    @cached_property
    def erring(self) -> int:
        return self.people(lambda passage: passage.errors > 0)

    @cached_property
    def asking(self) -> int:
        return self.people(lambda passage: passage.helps > 0)

    @cached_property
    def looping(self) -> int:
        """Those who came back from a later step more than once."""
        return self.people(lambda passage: passage.backs > 1)

    @cached_property
    def trapped(self) -> int:
        """Those who met a fault and did not get out of it."""
        return self.people(lambda passage: passage.unrecovered > 0)

    @cached_property
    def seconds(self) -> list[float]:
        """Active seconds to completion, one value a person."""
        return [passage.seconds for passage in self.passages if passage.seconds is not None]

    @cached_property
    def median_seconds(self) -> float | None:
        return middle(self.seconds)

    @cached_property
    def pace(self) -> float | None:
        """How many times its expected time the step takes; None where either is unknown."""
        return self._paced(self.median_seconds)

    @cached_property
    def pace_low(self) -> float | None:
        return self._paced(median_low(self.seconds))

    @cached_property
    def errors_per_entry(self) -> float | None:
        return sum(passage.errors for passage in self.passages) / self.entered if self.entered else None

    @cached_property
    def help_per_entry(self) -> float | None:
        return sum(passage.helps for passage in self.passages) / self.entered if self.entered else None

    def top_errors(self, limit: int) -> list[tuple[str, str, int]]:
        """Return (field, code, people), most people first; equals in the order of their names."""
        people = Counter(rule for passage in self.passages for rule in passage.rules)
        ordered = sorted(people.items(), key=lambda item: (-item[1], item[0]))
        return [(name, code, count) for (name, code), count in ordered[:limit]]

    def people(self, condition: Callable[[Passage], bool]) -> int:
        return sum(map(condition, self.passages))

    def _with_fate(self, fate: Fate) -> int:
        return self.people(lambda passage: passage.fate == fate)

    def _paced(self, seconds: float | None) -> float | None:
        return None if seconds is None or self.step.expected_seconds <= 0 else seconds / self.step.expected_seconds


def tallies_of(crowd: Crowd) -> list[Tally]:
    """One tally for each step, in the activity's order."""
    passages: list[list[Passage]] = [[] for _ in crowd.definition.steps]
    since = crowd.as_of - MONTH
    for person in crowd.people.values():
        for place, exposure in person.exposures.items():
            if exposure.was_there and person.was_at(place):
                lately = person.last_at > since
                passages[place].append(_passage(exposure, crowd.fate(person, place), lately=lately, since=since))
    return [Tally(step, tuple(found)) for step, found in zip(crowd.definition.steps, passages, strict=True)]


def _passage(exposure: Exposure, fate: Fate, *, lately: bool, since: datetime) -> Passage:
    return Passage(
        fate=fate,
        seconds=exposure.seconds,
        errors=exposure.count(Verb.ERROR),
        helps=exposure.count(Verb.HELP),
        backs=exposure.count(Verb.BACK),
        unrecovered=max(0, exposure.count(Verb.FAULT) - exposure.count(Verb.RECOVERED)),
        rules=frozenset(exposure.rules),
        seen_this_month=exposure.last_at is not None and exposure.last_at > since,
        lost_this_month=fate == Fate.LOST and lately,
    )
