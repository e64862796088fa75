"""What an activity consists of: its steps in order, and when which step's content changed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StepDefinition:
    """`id` is the key that events carry as `step`; `expected_seconds` is 0 where nobody can say."""

    id: str
    title: str
    expected_seconds: float


@dataclass(frozen=True, slots=True)
class VersionDefinition:
    """At `at` the version came out that changed the content of the steps named in `changed`."""

    version: str
    at: datetime
    changed: frozenset[str]


@dataclass(frozen=True, slots=True)
class ActivityDefinition:
    """An activity as it is now. `versions` may be incomplete: it needs to tell the last change of each step only."""

    id: str
    title: str
    kind: str
    version: str
    steps: tuple[StepDefinition, ...]
    versions: tuple[VersionDefinition, ...] = ()
