"""One person at one step: what the events say, in whatever order they arrive."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from learning.domain.events import Verb


class Trace(NamedTuple):
    """What of an event of one activity matters for its report; "" and None where the event did not say."""

    id: UUID
    learner: str
    at: datetime
    version: str
    verb: str
    step: str = ""
    field: str = ""
    code: str = ""
    seconds: float | None = None
    mode: str = ""
    attempt: UUID | None = None


# Whoever does one of these at a step was there, even if the event that says "entered" got lost on the way.
PRESENCE = frozenset({Verb.ENTERED, Verb.COMPLETED, Verb.ERROR, Verb.HELP, Verb.FAULT, Verb.RECOVERED})
# Only of these does the number matter; of the others, whether it happened.
COUNTED = frozenset({Verb.ERROR, Verb.HELP, Verb.BACK, Verb.FAULT, Verb.RECOVERED})


@dataclass(slots=True)
class Exposure:
    """One person at one step, as far as the events met the step's present content.

    `seconds`: active seconds of the first completion that knows them. `last_at`: the latest sign of presence, None
    for somebody who was never there. `counts`: how often each of COUNTED happened. `rules`: errors by (field, code).
    """

    last_at: datetime | None = None
    completed: bool = False
    seconds: float | None = None
    _seconds_at: datetime | None = None
    counts: dict[str, int] = field(default_factory=dict)
    rules: set[tuple[str, str]] = field(default_factory=set)

    def note(self, event: Trace) -> None:
        """Take in one event of this person at this step; an event of COUNTED must come only once."""
        if event.verb in PRESENCE:
            self.last_at = max(self.last_at or event.at, event.at)
        if event.verb in COUNTED:
            self.counts[event.verb] = self.counts.get(event.verb, 0) + 1
        if event.verb == Verb.ERROR:
            self.rules.add((event.field, event.code))
        elif event.verb == Verb.COMPLETED:
            self.completed = True
            self._note_seconds(event)

    def _note_seconds(self, event: Trace) -> None:
        if event.seconds is None:
            return
        if self._seconds_at is None or (event.at, event.seconds) < (self._seconds_at, self.seconds):
            self.seconds, self._seconds_at = event.seconds, event.at

    @property
    def was_there(self) -> bool:
        return self.last_at is not None

    def count(self, verb: Verb) -> int:
        return self.counts.get(verb, 0)
