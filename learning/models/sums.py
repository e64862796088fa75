"""What the stuck report is read from: sums that follow the events. They can be made anew from them at any time.

docs/architecture.md tells how they are kept. Nothing here is for people to read: `payload` is JSON as
`learning.domain.counting.sum_documents` writes it.
"""

from django.db import models

from learning.domain.event_values import LONGEST_NAME
from learning.domain.events import LONGEST_ACTIVITY

LONGEST_MARK = 40 + LONGEST_NAME  # of an edition: a moment and a version
LONGEST_VIEW = 300


class Uncounted(models.Model):
    """Somebody in an activity whose newest events are not in the sums yet.

    One row for each batch that brought some, written in the transaction of the events: whoever sees the row sees them
    too. The rows that were read are deleted, never those that came meanwhile.
    """

    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    learner = models.CharField(max_length=LONGEST_NAME)

    class Meta:
        indexes = [
            models.Index(fields=["activity", "id"], name="uncounted_activity"),
            models.Index(fields=["learner"], name="uncounted_learner"),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.learner}"


class SummedActivity(models.Model):
    """The definition by which an activity's people are counted (`signatures.signature_of`), in which form their sums
    are written, and a number that changes whenever they do."""

    activity = models.CharField(primary_key=True, max_length=LONGEST_ACTIVITY)
    signature = models.TextField()
    shape = models.CharField(max_length=64)
    revision = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name_plural = "summed activities"

    def __str__(self) -> str:
        return self.activity


class PersonSum(models.Model):
    """What one person adds to the sums of an activity (`payload`), and what they are looked up by.

    `mode` to `persona`: of their first event. `next_at`: the earliest of their events that lies in the future.
    `unlisted`: some events carry a version that the definition does not list. `base`: what remains of events that were
    erased after their time, "" for none.
    """

    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    learner = models.CharField(max_length=LONGEST_NAME)
    first_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    started = models.BooleanField(default=False)
    finished = models.BooleanField(default=False)
    mode = models.CharField(max_length=16, blank=True)
    company = models.CharField(max_length=16, blank=True)
    group = models.CharField(max_length=LONGEST_NAME, blank=True)
    device = models.CharField(max_length=16, blank=True)
    persona = models.CharField(max_length=LONGEST_NAME, blank=True)
    next_at = models.DateTimeField(null=True)
    unlisted = models.BooleanField(default=False)
    payload = models.TextField(blank=True)
    base = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "activity"], name="a_person_is_summed_once"),
        ]
        indexes = [
            # Whoever began and is not through is found without reading the rows themselves.
            models.Index(fields=["activity", "last_at", "started", "finished"], name="person_activity_last"),
            models.Index(fields=["activity", "first_at"], name="person_activity_first"),
            models.Index(fields=["activity", "group"], name="person_activity_group", condition=~models.Q(group="")),
            models.Index(fields=["next_at"], name="person_next", condition=models.Q(next_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.learner}"


class ActivitySum(models.Model):
    """`contributions.ActivityCount` of the people of one view; `sealed`: of those whose events are gone."""

    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    view = models.CharField(max_length=LONGEST_VIEW, blank=True)
    sealed = models.BooleanField(default=False)
    payload = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "sealed", "view"], name="an_activity_is_summed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.view}".rstrip()


class StepSum(models.Model):
    """`step_counts.StepCount` of the people of one view at one step in one edition of its content."""

    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    view = models.CharField(max_length=LONGEST_VIEW, blank=True)
    step = models.CharField(max_length=LONGEST_NAME)
    edition = models.CharField(max_length=LONGEST_MARK, blank=True)
    sealed = models.BooleanField(default=False)
    payload = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "sealed", "view", "step", "edition"], name="a_step_is_summed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.step} {self.view}".rstrip()


class OpenStay(models.Model):
    """Somebody who has not completed a step: lost or still at it, which only their silence tells (`census.OpenStay`).

    `mode`, `company`, `device`, `persona` and `came`, the day as a number, are the person's in the whole activity.
    """

    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    learner = models.CharField(max_length=LONGEST_NAME)
    step = models.CharField(max_length=LONGEST_NAME)
    edition = models.CharField(max_length=LONGEST_MARK, blank=True)
    silent_since = models.DateTimeField()
    first_day = models.PositiveIntegerField()
    erring = models.BooleanField()
    asking = models.BooleanField()
    trapped = models.BooleanField()
    group = models.CharField(max_length=LONGEST_NAME, blank=True)
    cell = models.CharField(max_length=LONGEST_NAME, blank=True)
    bad_net = models.BooleanField()
    signs = models.CharField(max_length=3 * LONGEST_NAME, blank=True)
    mode = models.CharField(max_length=16, blank=True)
    company = models.CharField(max_length=16, blank=True)
    device = models.CharField(max_length=16, blank=True)
    persona = models.CharField(max_length=LONGEST_NAME, blank=True)
    came = models.PositiveIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["activity", "silent_since"], name="open_activity_silent"),
            models.Index(fields=["learner", "activity"], name="open_learner"),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.step} {self.learner}"
