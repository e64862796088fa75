"""What the editor, the home page of the admin and the weekly letter tell of steps; at most a minute old."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.core.cache import cache

from learning.definitions import FLOW_PREFIX, GUIDE_PREFIX, known_activities, known_activity
from learning.domain.advice.causes import Cause, causes_of
from learning.domain.counting.figures import ActivityFigures, summed
from learning.domain.definitions import ActivityDefinition
from learning.domain.method.analysis import ActivityAnalysis, StepAnalysis, analyse
from learning.domain.method.edits import EditVerdict
from learning.domain.method.judging import Flag
from learning.domain.shown_counts import Count, is_delicate
from learning.domain.suppression import SMALLEST_GROUP
from learning.edit_links import EditLink, edit_links
from learning.mending.step_sentences import edit_sentence, loss_sentence, saved_sentence
from learning.report_words import FLAGS, REASONS, words_of
from learning.stuck_report import current_figures

KEPT_SECONDS = 60
WEEK = timedelta(days=7)
KEY = "step-summaries"
MOST_ERRORS = 3


@dataclass(frozen=True, slots=True)
class StepSummary:
    """One step in sentences. `number` from 1; `saved`: people a month; `errors`: only those of five people or more."""

    activity: str
    activity_title: str
    id: str
    title: str
    number: int
    edition: int
    flag: str
    reason: str  # the first of those that make the flag, "" without one
    reasons: tuple[str, ...]
    people: int  # whose fate is known
    loss: str
    saving: str
    saved: float
    errors: tuple[tuple[int, str], ...]
    causes: tuple[Cause, ...]
    edit: EditVerdict | None
    edit_told: str
    edit_url: str
    mend_url: str = ""  # a page small enough for a phone, where there is one

    @property
    def is_stuck(self) -> bool:
        return self.flag == Flag.STUCK

    @property
    def flag_word(self) -> str:
        return FLAGS[self.flag]

    @property
    def place(self) -> tuple[str, str]:
        return self.activity, self.id


@dataclass(frozen=True, slots=True)
class ActivitySummary:
    """`steps` in the activity's order; `ranked`: the ids, the step to mend first comes first.

    `starters_this_week`: people who came to the first step on one of the last seven days.
    """

    id: str
    title: str
    kind: str
    version: str
    as_of: datetime
    starters: int
    finishers: int
    starters_this_week: int
    steps: tuple[StepSummary, ...]
    ranked: tuple[str, ...]

    @property
    def began_this_week(self) -> Count:
        """As it may be told: beside other numbers of the same people."""
        return Count.of(self.starters_this_week, about=True)

    @property
    def by_step(self) -> Mapping[str, StepSummary]:
        return {step.id: step for step in self.steps}


def summaries() -> list[ActivitySummary]:
    """Of every known activity, each as it was at most KEPT_SECONDS ago."""
    ids = cache.get(KEY)
    if ids is None:
        return _summaries(known_activities())
    return [known for known in map(summary, ids) if known is not None]


def fresh_summaries() -> list[ActivitySummary]:
    """Of every known activity as it is now."""
    definitions = known_activities()
    cache.delete_many(_key(definition.id) for definition in definitions)
    return _summaries(definitions)


def summary(activity: str) -> ActivitySummary | None:
    """As it was at most KEPT_SECONDS ago; None where nobody knows such an activity."""
    kept = cache.get(_key(activity))
    if kept is None:
        definition = known_activity(activity)
        return _kept(definition) if definition else None
    assert isinstance(kept, ActivitySummary)
    return kept


def most_urgent(most: int) -> list[StepSummary]:
    """The stuck steps of all activities that cost the most people."""
    stuck = [step for activity in summaries() for step in activity.steps if step.is_stuck]
    return sorted(stuck, key=lambda step: (-step.saved, step.place))[:most]


def _summaries(definitions: Sequence[ActivityDefinition]) -> list[ActivitySummary]:
    cache.set(KEY, [definition.id for definition in definitions], KEPT_SECONDS)
    return [cache.get(_key(definition.id)) or _kept(definition) for definition in definitions]


def _kept(definition: ActivityDefinition) -> ActivitySummary:
    made = _summary(definition)
    cache.set(_key(definition.id), made, KEPT_SECONDS)
    return made


def _key(activity: str) -> str:
    """Ids may hold what a cache does not take."""
    return f"{KEY}:{sha256(activity.encode()).hexdigest()}"


def _summary(definition: ActivityDefinition) -> ActivitySummary:
    analysis = analyse(current_figures(definition).figures)
    figures = analysis.figures
    return ActivitySummary(
        definition.id,
        definition.title,
        definition.kind,
        definition.version,
        figures.as_of,
        figures.starters,
        figures.finishers,
        _starters_since(figures, figures.as_of - WEEK),
        _steps(definition, analysis),
        tuple(step.id for step in analysis.ranked),
    )


def _starters_since(figures: ActivityFigures, moment: datetime) -> int:
    first = figures.steps[0]
    editions = (*figures.earlier.get(first.step.id, ()), first)
    return summed(edition.between(moment, None) for edition in editions).entered


def _steps(definition: ActivityDefinition, analysis: ActivityAnalysis) -> tuple[StepSummary, ...]:
    words, links = words_of(definition.id), _links(definition.id)
    about = is_delicate(step.figures.fates for step in analysis.steps)

    def told(step: StepAnalysis, number: int) -> StepSummary:
        own_links = links.get(step.id)
        top = [one for one in step.tally.top_errors(MOST_ERRORS) if one[2] >= SMALLEST_GROUP]
        return StepSummary(
            activity=definition.id,
            activity_title=definition.title,
            id=step.id,
            title=step.title,
            number=number,
            edition=step.figures.edition,
            flag=step.flag.value,
            reason=step.why[0].value if step.why else "",
            reasons=tuple(REASONS[reason] for reason in step.why),
            people=step.tally.known,
            loss=loss_sentence(step, about=about),
            saving=saved_sentence(step),
            saved=step.saved.mid,
            errors=tuple((count, words.error(step.id, field, code)) for field, code, count in top),
            causes=tuple(causes_of(step, words, really_stuck=analysis.figures.really_stuck[step.id])),
            edit=step.edit,
            edit_told=edit_sentence(step.edit) if step.edit else "",
            edit_url=own_links[0].url if own_links else "",
            mend_url=own_links[0].small_url if own_links else "",
        )

    return tuple(told(step, number) for number, step in enumerate(analysis.steps, start=1))


def _links(activity: str) -> dict[str, list[EditLink]]:
    return edit_links(activity) if activity.startswith((GUIDE_PREFIX, FLOW_PREFIX)) else {}
