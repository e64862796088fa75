"""From one person's events to their stays. Order, repetition and delay of events change nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from learning.domain.counting.epochs import Epochs
from learning.domain.counting.exposures import COUNTED, PRESENCE, Exposure, Trace
from learning.domain.counting.rests import rest_bin
from learning.domain.counting.stays import Context, Stay, stay_of
from learning.domain.definitions import ActivityDefinition
from learning.domain.events import Mode, Verb

NIB_ISSUED, REAL_STUCK, TAKEN_BACK = "nib-terbit", "macet", "batal"


@dataclass(slots=True)
class Walk:
    """One attempt: the epochs in which each step was reached, and in which the end was."""

    reached: dict[int, set[int]] = field(default_factory=dict)
    finished: set[int] = field(default_factory=set)
    began: tuple[datetime, int] | None = None  # the first moment known of, and the step it was spent at
    acted: set[int] = field(default_factory=set)  # steps where more happened than being led there

    def note_beginning(self, at: datetime, place: int) -> None:
        self.began = min(self.began or (at, place), (at, place))

    def was_only_led_to(self, place: int) -> bool:
        """A practice begun at one later step leads on by itself; who stops there was not stopped by the next step."""
        began_at = 0 if self.began is None else self.began[1]
        return 0 < began_at != place and place not in self.acted

    def went_past(self, place: int, *, since: int, until: int | None, credited: int | None) -> bool:
        """At the step in the epochs `since` to `until`, and then (before `credited`) at a later one or at the end."""
        if not any(since <= epoch and (until is None or epoch < until) for epoch in self.reached.get(place, ())):
            return False
        later = (epochs for other, epochs in self.reached.items() if other > place)
        return any(
            since <= epoch and (credited is None or epoch < credited)
            for epochs in (self.finished, *later)
            for epoch in epochs
        )


@dataclass(slots=True)
class Person:
    """Somebody in one activity. Steps are named by their place, from 0; a guide has one walk, whose key is None.

    `exposures` by (place, edition). `moments`: distinct times of events. `real`: what was said of the real
    registration, (at, code, step). `finished_at`: when the end was first reached.
    """

    first_at: datetime
    last_at: datetime
    context: Context
    exposures: dict[tuple[int, int], Exposure] = field(default_factory=dict)
    walks: dict[UUID | str | None, Walk] = field(default_factory=dict)
    moments: set[datetime] = field(default_factory=set)
    real: set[tuple[datetime, str, str]] = field(default_factory=set)
    finished_at: datetime | None = None

    @property
    def finished(self) -> bool:
        return self.finished_at is not None

    def note_end(self, at: datetime) -> None:
        self.finished_at = at if self.finished_at is None else min(at, self.finished_at)

    def was_at(self, place: int) -> bool:
        """Of own doing. A guide has no attempts: whoever opens a step of it does so by choice."""
        return any(
            place in walk.reached and (attempt is None or not walk.was_only_led_to(place))
            for attempt, walk in self.walks.items()
        )

    @property
    def started(self) -> bool:
        """Began at the first step. An attempt begun at a later one stays that, even if the first is opened after.

        A guide has no attempts: whoever was ever at its first step began it.
        """
        return any(
            0 in walk.reached if attempt is None else walk.began is not None and walk.began[1] == 0
            for attempt, walk in self.walks.items()
        )

    @property
    def rests(self) -> list[int]:
        """The bins (`rests.rest_bin`) of the pauses from which this person came back to go on.

        Whoever looks in again after the end does not show how long people rest on the way.
        """
        ordered = sorted(at for at in self.moments if self.finished_at is None or at <= self.finished_at)
        pauses = ((later - earlier).total_seconds() for earlier, later in pairwise(ordered))
        return [place for pause in pauses if (place := rest_bin(pause)) is not None]

    @property
    def days_to_nib(self) -> int | None:
        """Whole days from the first event to the moment the owner said that the NIB was there; None where not said."""
        said = max((one for one in self.real if one[1] in (NIB_ISSUED, TAKEN_BACK)), default=None)
        return None if said is None or said[1] == TAKEN_BACK else max(0, (said[0] - self.first_at).days)

    @property
    def really_stuck_at(self) -> frozenset[str]:
        """The steps at which the owner says the real registration is stuck now."""
        said: dict[str, tuple[datetime, str]] = {}
        for at, code, step in self.real:
            said[step] = max(said.get(step, (at, code)), (at, code))
        return frozenset(step for step, (_, code) in said.items() if step and code == REAL_STUCK)


class Folding:
    """Gathers the events of one activity by person; those in mode tonton are left out, and those after `as_of`."""

    def __init__(self, definition: ActivityDefinition, *, as_of: datetime | None = None) -> None:
        self.definition = definition
        self.epochs = Epochs(definition, as_of=as_of)
        self._as_of = as_of
        self.people: dict[str, Person] = {}
        self._places = {step.id: place for place, step in enumerate(definition.steps)}
        self._counted: set[UUID | str] = set()

    def take_in(self, events: Iterable[Trace]) -> None:
        for event in events:
            late = self._as_of is not None and event.at > self._as_of
            if not late and event.mode != Mode.WATCH and not self._is_repeated(event):
                self._take_in(event)

    def _is_repeated(self, event: Trace) -> bool:
        if event.verb not in COUNTED:
            return False
        before = len(self._counted)
        self._counted.add(event.id)
        return len(self._counted) == before

    def _take_in(self, event: Trace) -> None:
        person = self.people.get(event.learner)
        if person is None:
            person = self.people[event.learner] = Person(event.at, event.at, _context(event))
        elif event.at < person.first_at or (event.at == person.first_at and _context(event) < person.context):
            person.first_at, person.context = event.at, _context(event)
        elif event.at > person.last_at:
            person.last_at = event.at
        person.moments.add(event.at)
        place = self._places.get(event.step)
        epoch = self.epochs.number(version=event.version, at=event.at)
        if event.verb == Verb.FINISHED:
            person.walks.setdefault(event.attempt, Walk()).finished.add(epoch)
            person.note_end(event.at)
        elif event.verb == Verb.REAL:
            person.real.add((event.at, event.code, event.step))
        elif place is not None:
            self._note_place(person, event, place, epoch=epoch)

    def _note_place(self, person: Person, event: Trace, place: int, *, epoch: int) -> None:
        if event.verb in PRESENCE:
            walk = person.walks.setdefault(event.attempt, Walk())
            walk.reached.setdefault(place, set()).add(epoch)
            walk.note_beginning(event.at, place)
            if event.verb != Verb.ENTERED:
                walk.acted.add(place)
        if event.verb == Verb.COMPLETED and place == len(self._places) - 1:
            person.note_end(event.at)
        edition = self.epochs.edition(event.step, epoch)
        person.exposures.setdefault((place, edition), Exposure()).note(event)

    def stays(self, person: Person) -> Iterator[Stay]:
        """Every stay of a person, one for each step and edition; who met a newer edition without having completed the
        older one is left out of the older: what became of them is told by the newer."""
        for (place, edition), exposure in person.exposures.items():
            if not exposure.was_there or not person.was_at(place):
                continue
            step = self.definition.steps[place].id
            completed = exposure.completed or self._went_past(person, place, step, edition)
            if not completed and self._met_newer(person, place, edition):
                continue
            stay = stay_of(step, edition, exposure, completed=completed)
            if stay is not None:
                yield stay

    def _met_newer(self, person: Person, place: int, edition: int) -> bool:
        return any(
            other == place and newer > edition and exposure.was_there
            for (other, newer), exposure in person.exposures.items()
        )

    def _went_past(self, person: Person, place: int, step: str, edition: int) -> bool:
        since, until = self.epochs.span(step, edition)
        credited = until if self._met_newer(person, place, edition) else None
        return any(walk.went_past(place, since=since, until=until, credited=credited) for walk in person.walks.values())


def _context(event: Trace) -> Context:
    return Context(event.mode, event.company or "alone", event.group, event.device, event.persona)
