"""Faults of a flow document: what strikes, what may be done about it, what remains of it."""

from dataclasses import dataclass

from sandbox.domain.document_screens import Text
from sandbox.domain.vocabulary import RIGHT_WAY, WRONG_WAYS


@dataclass(frozen=True)
class FaultAction:
    """Something that may be done when a fault has struck, and what comes of it."""

    id: str
    label: str
    way: str  # of vocabulary.WAYS
    says: str

    @property
    def right(self) -> bool:
        return self.way == RIGHT_WAY

    @property
    def wrong(self) -> bool:
        return self.way in WRONG_WAYS


@dataclass(frozen=True)
class Lesson:
    """What remains of a fault: stay calm, what is safe, what to do."""

    calm: str
    safe: str
    do: str


@dataclass(frozen=True)
class Fault:
    kind: str
    screen: str
    at: str  # vocabulary.ARRIVE or SEND
    title: str
    text: Text
    recovery: str  # the data-action that gets out of it
    actions: tuple[FaultAction, ...]
    lesson: Lesson
    difficulties: tuple[str, ...] = ()

    def action(self, action_id: str) -> FaultAction:
        """Raises KeyError for what this fault does not offer."""
        for action in self.actions:
            if action.id == action_id:
                return action
        raise KeyError(action_id)
