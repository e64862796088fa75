"""The shape of the stuck report, keys in the order in which they are written. docs/interfaces.md describes them."""

from typing import TypedDict


class TopError(TypedDict):
    field: str
    code: str
    people: int


class EditReport(TypedDict):
    """Loss rates before and after the last edit of a step; `low`, `high`: 90 % interval of what the edit changed."""

    version: str
    at: str
    before: float | None
    after: float | None
    low: float | None
    high: float | None
    verdict: str


class StepReport(TypedDict):
    """Counts are people, durations active seconds, shares between 0 and 1 (None where nobody's fate is known)."""

    id: str
    title: str
    entered: int
    completed: int
    lost: int
    in_progress: int
    loss_rate: float | None
    low: float | None
    high: float | None
    median_seconds: float | None
    expected_seconds: float
    errors_per_entry: float | None
    help_per_entry: float | None
    top_errors: list[TopError]
    people_lost_per_month: int
    rank: int
    flag: str
    why: list[str]
    edit: EditReport | None


class ActivityReport(TypedDict):
    id: str
    title: str
    version: str
    starters: int
    finishers: int
    in_progress: int
    steps: list[StepReport]


class StuckReport(TypedDict):
    as_of: str
    activities: list[ActivityReport]
