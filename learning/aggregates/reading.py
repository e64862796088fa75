"""Figures out of the sums that are kept, in the form in which a scan of the events gives them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from django.db.models import Count

from learning.aggregates.filters import Filters
from learning.domain.counting.census import Census, OpenStay, Place
from learning.domain.counting.contributions import ActivityCount, Contribution
from learning.domain.counting.epochs import Epochs, mark_of
from learning.domain.counting.figures import MONTH, ActivityFigures, figures_of
from learning.domain.counting.silence import LONGEST, silence_of
from learning.domain.counting.step_counts import StepCount
from learning.domain.counting.sum_documents import combined, read_contribution, read_sum
from learning.domain.definitions import ActivityDefinition
from learning.models import ActivitySum, PersonSum, StepSum
from learning.models import OpenStay as OpenStayRow
from learning.traces import moments_of

Editions = dict[tuple[str, str], int]  # step, mark of the edition -> its number
_OPEN = (
    "step", "edition", "silent_since", "first_day", "erring", "asking", "trapped", "group", "cell", "bad_net", "signs",
)  # fmt: skip


def figures_from_sums(
    definition: ActivityDefinition, *, as_of: datetime, filters: Filters | None = None
) -> ActivityFigures:
    """The figures of those who are asked for, as far as they are counted.

    How long a silence means that somebody is lost is learnt from everybody, whoever is asked for: a few people would
    not tell.
    """
    chosen = filters or Filters()
    everybody = _activity_count(definition.id, Filters())
    waiting = _waiting(definition.id, Filters(), since=as_of - LONGEST)
    unfinished = everybody.starters - everybody.finishers
    silence = silence_of(everybody.rests, unfinished=unfinished, waiting=waiting, as_of=as_of)
    if not chosen.are_summed:
        census = _person_by_person(definition, chosen)
    else:
        census = _steps_summed(definition, chosen, as_of=as_of, silence=silence)
        _add_people(census, everybody if chosen.chooses_all else _activity_count(definition.id, chosen))
        census.waiting = waiting if chosen.chooses_all else _waiting(definition.id, chosen, since=as_of - silence)
    return figures_of(definition, census, as_of=as_of, silence=silence)


def _steps_summed(definition: ActivityDefinition, chosen: Filters, *, as_of: datetime, silence: timedelta) -> Census:
    """Those lost in the last month are counted by the database; of those lost before, `counts` knows."""
    editions = _editions(definition)
    rows = OpenStayRow.objects.filter(chosen.open_stays(), activity=definition.id)
    open_rows = rows.filter(silent_since__gt=as_of - silence).values_list(*_OPEN)
    lately = rows.filter(silent_since__gt=as_of - MONTH, silent_since__lte=as_of - silence)
    return Census(
        counts=_by_edition(_step_sums(definition.id, chosen), editions),
        open=list(_open_stays(open_rows, editions)),
        lost_lately=_by_place(lately.values_list("step", "edition").annotate(people=Count("id")), editions),
    )


def _add_people(census: Census, people: ActivityCount) -> None:
    census.starters, census.finishers = people.starters, people.finishers
    census.rests, census.issued, census.really_stuck = people.rests, people.issued, people.really_stuck


def _waiting(activity: str, chosen: Filters, *, since: datetime) -> list[datetime]:
    """The last signs of those who began and have not finished, as far as they came after `since`."""
    people = PersonSum.objects.filter(chosen.people(), activity=activity, started=True, finished=False)
    return moments_of(people.filter(last_at__gt=since).values_list("last_at", flat=True))


def _by_edition(rows: Iterable[tuple[str, str, str]], editions: Editions) -> dict[Place, StepCount]:
    """From (step, mark of the edition, sum), several of which may be of the same step."""
    parts: dict[Place, list[StepCount]] = {}
    for step, mark, text in rows:
        if (step, mark) in editions:
            parts.setdefault((step, editions[step, mark]), []).append(read_sum(StepCount, text))
    return {place: found[0] if len(found) == 1 else combined(StepCount, found) for place, found in parts.items()}


def add_sealed(census: Census, definition: ActivityDefinition) -> None:
    """Add the people whose events are gone to a census of the others."""
    sealed = ActivitySum.objects.filter(activity=definition.id, sealed=True, view="").first()
    if sealed is None:
        return
    people = read_sum(ActivityCount, sealed.payload)
    census.starters += people.starters
    census.finishers += people.finishers
    census.rests += people.rests
    census.issued += people.issued
    census.really_stuck += people.really_stuck
    rows = StepSum.objects.filter(activity=definition.id, sealed=True, view="").values_list(
        "step", "edition", "payload"
    )
    for place, count in _by_edition(rows, _editions(definition)).items():
        census.counts[place] = combined(StepCount, [count, census.counts.get(place, StepCount())])


def _activity_count(activity: str, chosen: Filters) -> ActivityCount:
    rows = ActivitySum.objects.filter(activity=activity, sealed=False)
    rows = rows.filter(view="") if chosen.chooses_all else rows.exclude(view="")
    found = [
        read_sum(ActivityCount, text) for view, text in rows.values_list("view", "payload") if chosen.includes(view)
    ]
    return combined(ActivityCount, found)


def _step_sums(activity: str, chosen: Filters) -> Iterator[tuple[str, str, str]]:
    """(step, mark of the edition, sum) of the views that are asked for."""
    rows = StepSum.objects.filter(activity=activity, sealed=False)
    if chosen.chooses_all:
        views = [""]
    else:
        all_views = ActivitySum.objects.filter(activity=activity, sealed=False).values_list("view", flat=True)
        views = [view for view in all_views if chosen.includes(view)]
    yield from rows.filter(view__in=views).values_list("step", "edition", "payload")


def _person_by_person(definition: ActivityDefinition, chosen: Filters) -> Census:
    editions = _editions(definition)
    census = Census()
    rows = PersonSum.objects.filter(chosen.people(), activity=definition.id).exclude(payload="")
    for text in rows.values_list("payload", flat=True).iterator(chunk_size=500):
        census.add(_placed(read_contribution(text), editions))
    return census


def _placed(person: Contribution, editions: Editions) -> Contribution:
    """With the editions numbered as the definition has them now."""
    stays = (
        (mark, replace(stay, edition=editions[stay.step, mark]))
        for mark, stay in person.stays
        if (stay.step, mark) in editions
    )
    return replace(person, stays=tuple(stays))


def _open_stays(rows: Iterable[tuple[object, ...]], editions: Editions) -> Iterator[OpenStay]:
    for step, mark, *rest in rows:
        if (step, mark) in editions:
            yield OpenStay(step, editions[step, mark], *rest)  # type: ignore[index, arg-type]


def _by_place(rows: Iterable[tuple[str, str, int]], editions: Editions) -> Counter[Place]:
    return Counter({(step, editions[step, mark]): people for step, mark, people in rows if (step, mark) in editions})


def _editions(definition: ActivityDefinition) -> Editions:
    epochs = Epochs(definition)
    return {
        (step.id, mark_of(epochs.opened_by(step.id, edition))): edition
        for step in definition.steps
        for edition in range(epochs.current_edition(step.id) + 1)
    }
