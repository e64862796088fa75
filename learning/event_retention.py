"""Our own events are kept for three months; what they told stays in the sums.

Whoever was last seen longer ago is sealed: their part of the sums stays, without a name, and everything else of them
goes. Of whoever goes on, the old events are folded into `PersonSum.base`, so that nothing they did is forgotten when
they are counted again. Imported activities are somebody else's to keep, and stay.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from learning import partitions
from learning.aggregates import keeping
from learning.aggregates.catching_up import catch_up
from learning.aggregates.ledger import Ledger, lock
from learning.aggregates.waiting import note
from learning.definitions import FLOW_PREFIX, GUIDE_PREFIX, known_activities
from learning.domain.counting.people import Folding
from learning.domain.counting.person_documents import person_text, read_person
from learning.domain.counting.signatures import can_be_summed
from learning.domain.definitions import ActivityDefinition
from learning.models import Activity, Event, Learner, OpenStay, PersonSum, Uncounted
from learning.traces import traces_of

KEPT = timedelta(days=90)
PEOPLE = 200  # in one transaction
AT_ONCE = 2000  # events deleted by one statement
OWN = (GUIDE_PREFIX, FLOW_PREFIX, "video/", "quiz/")


def erase_old_events(*, now: datetime) -> int:
    """Erase what is older than KEPT, once it is counted; return how many events that were."""
    catch_up()
    before = now - KEPT
    partitions.make_coming_months(now=now)
    definitions = {definition.id: definition for definition in known_activities()}
    erased = 0
    for activity in _own_activities(definitions):
        definition = definitions.get(activity)
        if definition is None or can_be_summed(definition, now=now):
            erased += _erase(activity, definition, before=before, now=now)
    partitions.drop_empty_months(before=before)
    return erased


def _own_activities(known: Iterable[str]) -> list[str]:
    """Those that are known, and those that are not (any more): a guide that was deleted has events too."""
    imported = set(Activity.objects.values_list("pk", flat=True))
    counted = PersonSum.objects.values_list("activity", flat=True).distinct()
    waiting = Uncounted.objects.values_list("activity", flat=True).distinct()
    return sorted({*known, *counted, *waiting} - imported)


def _erase(activity: str, definition: ActivityDefinition | None, *, before: datetime, now: datetime) -> int:
    erased = 0
    for learners in _people(activity, before=before, now=now):
        with transaction.atomic():
            lock(activity)
            erased += _erase_of(activity, definition, learners, before=before, now=now)
    return erased


def _old(activity: str, *, before: datetime, now: datetime) -> QuerySet[Event]:
    """An event from a clock that is ahead is as old as its arrival."""
    return Event.objects.filter(Q(at__lt=before) | Q(at__gt=now, received_at__lt=before), activity=activity)


def _people(activity: str, *, before: datetime, now: datetime) -> Iterator[list[str]]:
    """Those with something to erase: old events, or nothing but what was kept of them."""
    over = PersonSum.objects.filter(Q(last_at__lt=before) | Q(last_at=None), activity=activity, next_at=None)
    found = {*_old(activity, before=before, now=now).values_list("learner", flat=True)}
    people = sorted(_ours(activity, {*found, *over.values_list("learner", flat=True)}))
    for start in range(0, len(people), PEOPLE):
        yield people[start : start + PEOPLE]


def _erase_of(
    activity: str, definition: ActivityDefinition | None, learners: Sequence[str], *, before: datetime, now: datetime
) -> int:
    """Those who have events that are not counted yet are left for another day."""
    # First the events, then who waits: of an event that is seen its row of Uncounted is seen too.
    found = list(_old(activity, before=before, now=now).filter(learner__in=learners).values_list("pk", "learner", "at"))
    waiting = Uncounted.objects.filter(activity=activity, learner__in=learners).values_list("learner", flat=True)
    left_out = set() if definition is None else set(waiting)
    rows = [row for name, row in keeping.rows_of(activity, learners).items() if name not in left_out]
    going_on = [row for row in rows if not _is_over(row, before)]
    _seal(activity, [row for row in rows if _is_over(row, before)])
    if definition is not None:
        _fold(definition, going_on, {pk.hex: learner for pk, learner, at in found if at < before})
    erased = _delete([pk for pk, learner, _ in found if learner not in left_out])
    if definition is None:
        _stop_waiting(activity, learners)
    # What is looked up of people (`unlisted`, `next_at`) is of the events that are left.
    note((activity, row.learner) for row in going_on)
    return erased


def _delete(ids: Sequence[UUID]) -> int:
    return sum(
        Event.objects.filter(pk__in=ids[start : start + AT_ONCE]).delete()[0] for start in range(0, len(ids), AT_ONCE)
    )


def _ours(activity: str, learners: set[str]) -> set[str]:
    """Without those whom somebody else brings in under a name whose definition is still to be imported. Our own
    learners can send events of any name."""
    if activity.startswith(OWN):
        return learners
    return learners & set(map(str, Learner.objects.values_list("uuid", flat=True).iterator()))


def _is_over(row: PersonSum, before: datetime) -> bool:
    return row.next_at is None and (row.last_at is None or row.last_at < before)


def _stop_waiting(activity: str, learners: Sequence[str]) -> None:
    """Nobody counts an activity that is not known: whoever has no event left in it waits for nothing."""
    left = Event.objects.filter(activity=activity, learner__in=learners).values_list("learner", flat=True)
    Uncounted.objects.filter(activity=activity, learner__in=set(learners) - set(left)).delete()


def _seal(activity: str, rows: Sequence[PersonSum]) -> None:
    Ledger(activity, [(None, keeping.contribution_in(row)) for row in rows], sealed=True).write()
    learners = [row.learner for row in rows]
    OpenStay.objects.filter(activity=activity, learner__in=learners).delete()
    PersonSum.objects.filter(activity=activity, learner__in=learners).delete()


def _fold(definition: ActivityDefinition, rows: Sequence[PersonSum], old: Mapping[str, str]) -> None:
    """Keep what the old events made of these people, together with what was kept before. `old`: learners by the id of
    an event."""
    going = set(old.values())
    people = [row for row in rows if row.learner in going]
    folding = Folding(definition)
    folding.people = {row.learner: read_person(folding, row.base) for row in people if row.base}
    traces = traces_of(definition.id, [row.learner for row in people])
    folding.take_in(trace for trace in traces if UUID(str(trace.id)).hex in old)
    for row in people:
        person = folding.people.get(row.learner)
        row.base = "" if person is None else person_text(folding, person)
    PersonSum.objects.bulk_update(people, ["base"])
