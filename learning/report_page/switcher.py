"""All activities, the one that most needs mending first."""

from collections.abc import Sequence
from dataclasses import dataclass

from learning.definitions import FLOW_KIND, GUIDE_KIND
from learning.domain.advice.saying import number, people
from learning.domain.shown_counts import Count
from learning.domain.suppression import SMALLEST_GROUP
from learning.mending.step_summaries import ActivitySummary, summaries

KINDS = {GUIDE_KIND: "panduan", FLOW_KIND: "latihan"}


@dataclass(frozen=True, slots=True)
class Entry:
    """`told`: what there is to do, `2 langkah macet, sekitar 34 orang sebulan`."""

    id: str
    title: str
    kind: str
    told: str


def entries() -> list[Entry]:
    """At most a minute old."""
    return [
        Entry(one.id, one.title, kind_word(one.kind), _told(one))
        for one in sorted(summaries(), key=_urgency, reverse=True)
    ]


def kind_word(kind: str) -> str:
    return KINDS.get(kind, kind)


def _urgency(activity: ActivitySummary) -> tuple[float, int]:
    """Activities with somebody to be saved at a stuck step first, then those that most people began."""
    stuck = [step.saved for step in activity.steps if step.is_stuck]
    return max(stuck, default=-1.0), max([activity.starters, *(step.people for step in activity.steps)])


def _told(activity: ActivitySummary) -> str:
    stuck: Sequence[float] = [step.saved for step in activity.steps if step.is_stuck]
    if not stuck:
        begun = Count.of(activity.starters, about=True)
        return f"{begun} orang mulai" if activity.starters else "belum ada yang mulai"
    saved = round(sum(stuck))
    tail = f", sekitar {people(saved)} sebulan" if saved >= SMALLEST_GROUP else ""
    return f"{number(len(stuck))} langkah macet{tail}"
