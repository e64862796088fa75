"""From events to people: where everybody has got to. Order, repetition and delay of events change nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from learning.domain.definitions import ActivityDefinition
from learning.domain.epochs import Epochs
from learning.domain.events import Mode, Verb
from learning.domain.exposures import COUNTED, PRESENCE, Exposure, Trace

_NEVER = -1  # before every epoch


class Fate(StrEnum):
    COMPLETED = "completed"
    LOST = "lost"
    IN_PROGRESS = "in_progress"


@dataclass(slots=True)
class Walk:
    """One attempt: the latest epoch in which each step was reached, and in which the end was."""

    reached: dict[int, int] = field(default_factory=dict)
    finished: int = _NEVER
    began: tuple[datetime, int] | None = None  # the first moment known of, and the step it was spent at
    acted: set[int] = field(default_factory=set)  # steps where more happened than being led there

    def note_beginning(self, at: datetime, place: int) -> None:
        self.began = min(self.began or (at, place), (at, place))

    def was_only_led_to(self, place: int) -> bool:
        """A practice begun at one later step leads on by itself; who stops there was not stopped by the next step."""
        began_at = 0 if self.began is None else self.began[1]
        return 0 < began_at != place and place not in self.acted

    def went_past(self, place: int, *, since: int) -> bool:
        if self.reached.get(place, _NEVER) < since:
            return False
        return self.finished >= since or any(later > place and when >= since for later, when in self.reached.items())


@dataclass(slots=True)
class Person:
    """Steps are named by their place in the activity, from 0; a guide has one walk, whose key is None."""

    last_at: datetime
    exposures: dict[int, Exposure] = field(default_factory=dict)
    walks: dict[UUID | None, Walk] = field(default_factory=dict)
    finished: bool = False

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


class Crowd:
    """Everybody who was seen in an activity up to `as_of`.

    Somebody is lost at a step who was there, neither completed it nor (in the same attempt) reached a later one, and
    then gave no sign in the whole activity for `silence`; before that the person is in progress.
    """

    def __init__(self, definition: ActivityDefinition, *, as_of: datetime, silence: timedelta) -> None:
        self.definition = definition
        self.as_of = as_of
        self.people: dict[str, Person] = {}
        self._silence = silence
        self._epochs = Epochs(definition, as_of=as_of)
        self._first = [self._epochs.first_of(step.id) for step in definition.steps]
        self._places = {step.id: place for place, step in enumerate(definition.steps)}
        self._counted: set[UUID] = set()

    def take_in(self, events: Iterable[Trace]) -> None:
        """Add events of this activity; those after `as_of` and those in mode tonton are left out."""
        for event in events:
            if event.at <= self.as_of and event.mode != Mode.WATCH and not self._is_repeated(event):
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
            person = self.people[event.learner] = Person(last_at=event.at)
        person.last_at = max(person.last_at, event.at)
        place = self._places.get(event.step)
        epoch = self._epochs.number(version=event.version, at=event.at)
        if event.verb == Verb.FINISHED:
            self._note_end(person, event, epoch=epoch)
        elif place is not None:
            self._note_place(person, event, place, epoch=epoch)

    def _note_end(self, person: Person, event: Trace, *, epoch: int) -> None:
        walk = person.walks.setdefault(event.attempt, Walk())
        walk.finished = max(walk.finished, epoch)
        person.finished = True

    def _note_place(self, person: Person, event: Trace, place: int, *, epoch: int) -> None:
        if event.verb in PRESENCE:
            walk = person.walks.setdefault(event.attempt, Walk())
            walk.reached[place] = max(walk.reached.get(place, _NEVER), epoch)
            walk.note_beginning(event.at, place)
            if event.verb != Verb.ENTERED:
                walk.acted.add(place)
        if event.verb == Verb.COMPLETED and place == len(self._first) - 1:
            person.finished = True
        if epoch >= self._first[place]:
            person.exposures.setdefault(place, Exposure()).note(event)

    def fate(self, person: Person, place: int) -> Fate:
        since = self._first[place]
        if person.exposures[place].completed or any(w.went_past(place, since=since) for w in person.walks.values()):
            return Fate.COMPLETED
        return Fate.LOST if self.is_silent(person) else Fate.IN_PROGRESS

    def is_silent(self, person: Person) -> bool:
        return self.as_of - person.last_at >= self._silence
