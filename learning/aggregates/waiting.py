"""Who waits to be counted: `Uncounted` has a row for each batch of events and each other reason."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from learning.models import PersonSum, Uncounted


def note(people: Iterable[tuple[str, str]]) -> None:
    """These (activity, learner) have new events; called in the transaction that stores the events."""
    Uncounted.objects.bulk_create(
        Uncounted(activity=activity, learner=learner) for activity, learner in dict.fromkeys(people)
    )


def count_again(people: QuerySet[PersonSum]) -> None:
    """Have these people counted again, without reading them."""
    sql, parameters = people.values_list("activity", "learner").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {Uncounted._meta.db_table} (activity, learner) {sql}", parameters)


def note_due(*, now: datetime) -> None:
    """People with an event that came with a clock ahead of ours, and whose time has come."""
    due = PersonSum.objects.filter(next_at__lte=now)
    if due.exists():
        with transaction.atomic():
            count_again(due)
            due.update(next_at=None)


def number_waiting(activity: str) -> int:
    """People of an activity whose newest events are not in the sums yet."""
    return Uncounted.objects.filter(activity=activity).values("learner").distinct().count()
