"""A pseudonym's part in the sums goes, or goes over to another."""

from django.db import transaction

from learning.aggregates import keeping
from learning.aggregates.ledger import Ledger, lock
from learning.aggregates.waiting import note
from learning.models import Event, OpenStay, PersonSum, Uncounted


@transaction.atomic
def forget(learner: str) -> None:
    """Take what a pseudonym contributed out of every sum. What came of events erased after their time, and lies in
    sums without any name since, stays there."""
    lock(*_activities(learner))
    rows = PersonSum.objects.filter(learner=learner)
    for row in rows:
        Ledger(row.activity, [(keeping.contribution_in(row), None)]).write()
    rows.delete()
    OpenStay.objects.filter(learner=learner).delete()
    Uncounted.objects.filter(learner=learner).delete()


@transaction.atomic
def merge(learner: str, into: str) -> None:
    """Count `into`, who has taken over the events of `learner`, anew. What was kept of erased events goes over where
    `into` has nothing of the kind."""
    moved = Event.objects.filter(learner=into).values_list("activity", flat=True).distinct()
    activities = {*_activities(learner), *moved}
    lock(*activities)
    bases = dict(PersonSum.objects.filter(learner=learner).exclude(base="").values_list("activity", "base"))
    forget(learner)
    for activity, base in bases.items():
        row, _ = PersonSum.objects.get_or_create(activity=activity, learner=into)
        if not row.base:
            PersonSum.objects.filter(pk=row.pk).update(base=base)
    note((activity, into) for activity in sorted(activities))


def _activities(learner: str) -> set[str]:
    waiting = Uncounted.objects.filter(learner=learner).values_list("activity", flat=True)
    return {*waiting, *PersonSum.objects.filter(learner=learner).values_list("activity", flat=True)}
