"""What is kept of a practice attempt, and for how long.

What a learner typed is erased once the attempt was left alone for a month. That it took place, how many screens
were practised and whether it was finished stays, for the learner's own list. It cannot be resumed.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from sandbox.models import Attempt, FaultVisit, FlowVersion, Visit

KEPT_DAYS = 30
TRIAL_KEPT_DAYS = 7
RULE = f"Isian latihan kami hapus {KEPT_DAYS} hari setelah Anda terakhir mengisinya."
BATCH = 200  # attempts in one transaction: learners who practise meanwhile hardly wait

# Everything of a visit that tells what was typed or how it went. `screen`, `practised` and `solved` stay.
EMPTY_VISIT = {
    "values": None,
    "refused_fields": [],
    "mistakes": {},
    "refusals": 0,
    "helps": 0,
    "help_levels": {},
    "open_help": {},
    "shown_answers": [],
    "untold": False,
    "seconds": 0,
}


def erase_old_attempts(*, now: datetime, days: int = KEPT_DAYS) -> int:
    """Erase what was typed in attempts untouched for `days` days; how many attempts that were."""
    erased = 0
    while batch := _erase_batch(before=now - timedelta(days=days), now=now):
        erased += batch
    return erased


@transaction.atomic
def forget_trials(*, now: datetime, days: int = TRIAL_KEPT_DAYS) -> int:
    """Delete the drafts that staff tried out, with their attempts, `days` days after the last touch; how many."""
    before = now - timedelta(days=days)
    in_use = Attempt.objects.filter(last_activity_at__gte=before).values("flow_version")
    old = FlowVersion.objects.filter(trial=True, published_at__lt=before).exclude(pk__in=in_use)
    trials = list(old.values_list("pk", flat=True))
    Attempt.objects.filter(flow_version__in=trials).delete()
    FlowVersion.objects.filter(pk__in=trials).delete()
    return len(trials)


@transaction.atomic
def _erase_batch(*, before: datetime, now: datetime) -> int:
    """Also an attempt that was written to after it had been erased, by a press at the very same moment."""
    unerased = Q(erased_at=None) | Q(erased_at__lt=F("last_activity_at"))
    old = Attempt.objects.select_for_update().filter(unerased, last_activity_at__lt=before)
    attempts = list(old.order_by("last_activity_at").values_list("pk", flat=True)[:BATCH])
    visits = Visit.objects.filter(attempt__in=attempts)
    visits.filter(values__isnull=True, attempt__erased_at=None).delete()
    visits.update(**EMPTY_VISIT)
    FaultVisit.objects.filter(attempt__in=attempts).delete()
    Attempt.objects.filter(pk__in=attempts).update(erased_at=now)
    return len(attempts)
