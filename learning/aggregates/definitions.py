"""Sums follow the definition of their activity: when it changes, whoever it concerns is counted anew."""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction

from learning.aggregates.ledger import lock
from learning.aggregates.waiting import count_again
from learning.domain.counting.signatures import Change, change_between, signature_of
from learning.domain.counting.sum_documents import SHAPE
from learning.domain.definitions import ActivityDefinition
from learning.models import ActivitySum, Event, OpenStay, PersonSum, StepSum, SummedActivity, Uncounted


def revision_of(definition: ActivityDefinition) -> int | None:
    """A number that changes whenever the sums do; None while they go by another definition."""
    row = SummedActivity.objects.filter(pk=definition.id).first()
    return row.revision if row is not None and _is_by(row, definition) else None


def follow_all(definitions: Sequence[ActivityDefinition]) -> None:
    """Have the sums of each of these activities go by its definition from now on."""
    rows = SummedActivity.objects.in_bulk([definition.id for definition in definitions])
    for definition in definitions:
        if not _is_by(rows.get(definition.id), definition):
            _follow(definition)


def _is_by(row: SummedActivity | None, definition: ActivityDefinition) -> bool:
    return row is not None and row.shape == SHAPE and row.signature == signature_of(definition)


@transaction.atomic
def _follow(definition: ActivityDefinition) -> None:
    """Note the definition as the one that sums go by, and who has to be counted anew because of it."""
    lock(definition.id)
    row = SummedActivity.objects.filter(pk=definition.id).first()
    signature = signature_of(definition)
    if row is None:
        change = Change.NONE
    elif row.shape != SHAPE:
        change = Change.NONE
        start_anew(definition.id)
    else:
        change = change_between(row.signature, signature)
    people = PersonSum.objects.filter(activity=definition.id)
    if change is not Change.NONE:
        count_again(people if change is Change.EVERYTHING else people.filter(unlisted=True))
    SummedActivity.objects.update_or_create(pk=definition.id, defaults={"signature": signature, "shape": SHAPE})


def start_anew(activity: str) -> None:
    """Empty the sums but for what is told by no event any more, and have everybody counted again."""
    people = PersonSum.objects.filter(activity=activity)
    kept = list(people.exclude(base="").values_list("learner", flat=True))
    people.filter(base="").delete()
    people.update(payload="", next_at=None, first_at=None, last_at=None, started=False, finished=False)
    OpenStay.objects.filter(activity=activity).delete()
    _begin_with_sealed(ActivitySum.objects, activity)
    _begin_with_sealed(StepSum.objects, activity)
    # First the rows, then the people: what comes in between has a row that stays.
    Uncounted.objects.filter(activity=activity).delete()
    learners = set(Event.objects.filter(activity=activity).values_list("learner", flat=True).distinct()) | set(kept)
    Uncounted.objects.bulk_create(
        (Uncounted(activity=activity, learner=learner) for learner in sorted(learners)), batch_size=1000
    )


def _begin_with_sealed(sums: models.Manager[ActivitySum] | models.Manager[StepSum], activity: str) -> None:
    sums.filter(activity=activity, sealed=False).delete()
    rows: list[Any] = list(sums.filter(activity=activity, sealed=True))
    for row in rows:
        row.pk, row.sealed = None, False
    sums.bulk_create(rows)
