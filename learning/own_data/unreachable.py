"""Learners whom nobody can be any more: every browser of theirs was left or outlived its cookie, and no code is valid.

Their ticks and attempts are of no use to anybody, so they go. Events stay as long as events do.
"""

from datetime import datetime, timedelta

from django.db import transaction

from learning.learners import COOKIE_AGE_SECONDS
from learning.models import Learner, LearnerDevice, StepDone
from learning.own_data import code_tries, resume_codes
from sandbox import ownership

COOKIE_AGE = timedelta(seconds=COOKIE_AGE_SECONDS)
JUST_MADE = timedelta(days=1)  # a learner is made a moment before the first device
BATCH = 200  # learners in one transaction: nobody else waits long


def forget(*, now: datetime) -> int:
    """Delete what has run out, and the learners whom that leaves unreachable; how many those were."""
    resume_codes.forget_expired(now=now)
    code_tries.forget_old(now=now)
    LearnerDevice.objects.filter(created_at__lte=now - COOKIE_AGE).delete()
    forgotten = 0
    while batch := _forget_batch(before=now - JUST_MADE):
        forgotten += batch
    return forgotten


@transaction.atomic
def _forget_batch(*, before: datetime) -> int:
    lost = Learner.objects.filter(devices=None, resume_code=None, created_at__lt=before)
    learners = list(lost.values_list("uuid", flat=True)[:BATCH])
    for learner in learners:
        StepDone.objects.of_learner(learner).delete()
        ownership.erase(learner)
    Learner.objects.filter(pk__in=learners).delete()
    return len(learners)
