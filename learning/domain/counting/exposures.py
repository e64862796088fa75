"""One person at one step: what the events say, in whatever order they arrive."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from learning.domain.events import Verb


class Trace(NamedTuple):
    """What of an event of one activity matters for its report; "" and None where the event did not say.

    `id`, `attempt`: as UUIDs or as their texts, but the same way throughout; they are only compared.
    """

    id: UUID | str
    learner: str
    at: datetime
    version: str
    verb: str
    step: str = ""
    field: str = ""
    code: str = ""
    seconds: float | None = None
    mode: str = ""
    attempt: UUID | str | None = None
    level: int | None = None
    company: str = ""
    group: str = ""
    persona: str = ""
    device: str = ""
    net: str = ""
    played_from: float | None = None
    played_to: float | None = None


# Whoever does one of these at a step was there, even if the event that says "entered" got lost on the way.
PRESENCE = frozenset(
    {
        Verb.ENTERED, Verb.COMPLETED, Verb.ERROR, Verb.HELP, Verb.FAULT, Verb.RECOVERED, Verb.PLAYED, Verb.ANSWERED,
    }
)  # fmt: skip
# Only of these does the number matter; of the others, whether it happened.
COUNTED = frozenset({Verb.ERROR, Verb.HELP, Verb.BACK, Verb.FAULT, Verb.RECOVERED, Verb.TAPPED, Verb.LEFT, Verb.PLAYED})
BAD_NETS = frozenset({"offline", "slow"})
VIDEO_BIN = 5  # seconds of a video that are counted together


@dataclass(slots=True)
class Exposure:
    """One person at one step in one edition of its content.

    `seconds`: active seconds of the first completion that knows them; `away`: those told when the step was left.
    `first_at`, `last_at`: the first and latest sign of presence, None for somebody who was never there. `counts`: how
    often each of COUNTED happened. `rules`: errors by (field, code); `reasons`: codes given with a call for help;
    `level`: the highest level of help. `watched`: how often each VIDEO_BIN of the step's video was played.
    `context`: (mode, company, group, device, persona) of the first event; `net` of the last that named one.
    """

    first_at: datetime | None = None
    last_at: datetime | None = None
    completed: bool = False
    seconds: float | None = None
    away: float = 0.0
    level: int = 0
    context: tuple[str, str, str, str, str] = ("", "", "", "", "")
    net: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    rules: dict[tuple[str, str], int] = field(default_factory=dict)
    reasons: set[str] = field(default_factory=set)
    watched: dict[int, int] = field(default_factory=dict)
    _seconds_at: datetime | None = None
    _net_at: datetime | None = None

    def note(self, event: Trace) -> None:
        """Take in one event of this person at this step; an event of COUNTED must come only once."""
        verb = event.verb
        if verb in PRESENCE:
            self._note_presence(event)
        if event.net and (self._net_at is None or (event.at, event.net) > (self._net_at, self.net)):
            self.net, self._net_at = event.net, event.at
        if verb in COUNTED:
            self.counts[verb] = self.counts.get(verb, 0) + 1
        if verb == Verb.COMPLETED:
            self.completed = True
            self._note_seconds(event)
        elif verb == Verb.ERROR:
            rule = (event.field, event.code)
            self.rules[rule] = self.rules.get(rule, 0) + 1
        elif verb == Verb.HELP:
            self.reasons.add(event.code)
            self.level = max(self.level, event.level or 1)
        elif verb == Verb.LEFT:
            self.away += event.seconds or 0.0
        elif verb == Verb.PLAYED:
            self._note_video(event)

    def _note_presence(self, event: Trace) -> None:
        context = (event.mode, event.company, event.group, event.device, event.persona)
        if self.first_at is None or (event.at, context) < (self.first_at, self.context):
            self.first_at, self.context = event.at, context
        if self.last_at is None or event.at > self.last_at:
            self.last_at = event.at

    def _note_seconds(self, event: Trace) -> None:
        if event.seconds is None:
            return
        if self._seconds_at is None or (event.at, event.seconds) < (self._seconds_at, self.seconds):
            self.seconds, self._seconds_at = event.seconds, event.at

    def _note_video(self, event: Trace) -> None:
        if event.played_from is None or event.played_to is None or event.played_to <= event.played_from:
            return
        first, last = int(event.played_from // VIDEO_BIN), int((event.played_to - 1e-6) // VIDEO_BIN)
        for place in range(first, min(last, first + 1000) + 1):
            self.watched[place] = self.watched.get(place, 0) + 1

    @property
    def was_there(self) -> bool:
        return self.last_at is not None

    def count(self, verb: Verb) -> int:
        return self.counts.get(verb, 0)
