"""How other products tell which steps are bad, each by its published definition, on the same people.

Every rule answers with the places of the steps that it would flag. Where a product names no threshold, or speaks of
cards and fields instead of steps, the reading chosen is one that serves it well, and is said here. None of them knows
who is still at it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from statistics import median
from uuid import UUID

from tests.simulator.journeys import Journey

Rule = Callable[[Sequence[Journey], int], set[int]]  # the people, how many steps there are

OPPIA_STARTS, OPPIA_BOUNCE = 100, 0.20
OPPIA_SHORTEST, OPPIA_EARLY = 45, 300  # seconds
OPPIA_SAMPLE = 5  # one learner in so many is recorded
OPPIA_STAYS = 3
KOLIBRI_WRONG = 4
ZUKO_IDLE = timedelta(minutes=30)
FUNNEL_DROP = 0.20


def oppia(journeys: Sequence[Journey], steps: int) -> set[int]:
    """Oppia's improvement tasks for one exploration.

    *High bounce*: at least 20 % of those who saw a card left there, the exploration has at least 100 starts, and one
    recorded journey quit there early. *Successive incorrect answers*: one recorded journey stayed on the card three
    times after an answer, then quit on it. Recorded is one learner in five who quit after 45 seconds or more and at
    least one answer; early is below 300 seconds; a journey has one label, wrong answers first. (The label for a cycle
    that comes three times in a row does not occur in a straight path.)

    Sources: core/domain/platform_parameter_registry.py (0.20, 100, 0.2), playthrough.service.ts,
    high-bounce-rate-task.model.ts and successive-incorrect-answers-task.model.ts of github.com/oppia/oppia.
    """
    early: set[int] = set()
    incorrect: set[int] = set()
    for journey in journeys:
        if journey.finished or not _is_recorded_by_oppia(journey):
            continue
        if journey.errors[journey.last] >= OPPIA_STAYS:
            incorrect.add(journey.last)
        elif journey.seconds < OPPIA_EARLY:
            early.add(journey.last)
    starts = sum(0 in journey.visited for journey in journeys)
    left = _left_share(journeys)
    bounced = {place for place in early if starts >= OPPIA_STARTS and left[place] >= OPPIA_BOUNCE}
    return bounced | incorrect


def _is_recorded_by_oppia(journey: Journey) -> bool:
    if journey.seconds < OPPIA_SHORTEST or not (journey.passed or journey.errors):
        return False
    return UUID(journey.learner).int % OPPIA_SAMPLE == 0


def kolibri_needs_help(journeys: Sequence[Journey], steps: int) -> set[int]:
    """Kolibri's notice to the coach that a learner needs help: four or more wrong interactions in one exercise.

    Source: kolibri/core/notifications/api.py of github.com/learningequality/kolibri. A notice names one learner; a step
    counts as flagged here where three learners, and one in twenty of those who came, have one. As there, later success
    takes nothing back.
    """
    notices = Counter(
        place for journey in journeys for place, count in journey.errors.items() if count >= KOLIBRI_WRONG
    )
    came = _visitors(journeys)
    return {place for place, count in notices.items() if count >= 3 and count >= came[place] / 20}


def kolibri_difficult(journeys: Sequence[Journey], steps: int) -> set[int]:
    """Kolibri's list of difficult questions: by how many learners did not get them right, however many came.

    Source: kolibri/plugins/coach/api.py. "Not right" is read as left or erred; the list has no threshold, so flagged
    are those that as many learners as a tenth of all failed.
    """
    failed = Counter(
        place
        for journey in journeys
        for place in journey.visited
        if place in journey.errors or (place == journey.last and place not in journey.passed)
    )
    return {place for place, count in failed.items() if count >= len(journeys) / 10}


def zuko(journeys: Sequence[Journey], steps: int) -> set[int]:
    """Zuko's field abandons: 30 minutes without activity end a session, the field touched last is charged with it, and
    whoever comes back begins a new session. Its figure is the field's share of all abandons.

    Sources: zuko.io/guides/metric-definitions, docs.zuko.io/knowledge-base/concepts. There is no threshold; flagged
    here are steps with twice the share that they had if all were alike, once ten abandons are known.
    """
    charged = Counter(place for journey in journeys for place in _abandons(journey))
    total = sum(charged.values())
    return {place for place, count in charged.items() if total >= 10 and count / total >= 2 / steps}


def _abandons(journey: Journey) -> Iterator[int]:
    for (earlier, place), (later, _) in pairwise(journey.moments):
        if later - earlier > ZUKO_IDLE:
            yield place
    if not journey.finished:
        yield journey.last


def funnel(journeys: Sequence[Journey], steps: int) -> set[int]:
    """A plain funnel, as of Plausible or PostHog: who has not passed a step dropped out there, also who is still at it.

    Sources: docs/funnel-analysis.md of github.com/plausible/docs; issues 33605, 44204 and 60191 of PostHog. Read as:
    bad is a drop above 20 %, or one of 5 % or more that is twice the median drop.
    """
    drops = _left_share(journeys)
    usual = median(drops.values()) if drops else 0.0
    return {place for place, drop in drops.items() if drop > FUNNEL_DROP or drop >= max(2 * usual, 0.05)}


def _visitors(journeys: Sequence[Journey]) -> Counter[int]:
    return Counter(place for journey in journeys for place in journey.visited)


def _left_share(journeys: Sequence[Journey]) -> dict[int, float]:
    """Of those who saw a step, the share for whom it was the last one and who did not finish."""
    left = Counter(journey.last for journey in journeys if not journey.finished)
    return {place: left[place] / came for place, came in _visitors(journeys).items()}


RULES: Mapping[str, Rule] = {
    "Oppia, improvement tasks": oppia,
    "Kolibri, needs help": kolibri_needs_help,
    "Kolibri, difficult": kolibri_difficult,
    "Zuko, field abandons": zuko,
    "plain funnel": funnel,
}
