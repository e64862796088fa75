from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from learning.domain.event_values import LONGEST_NAME
from learning.domain.events import LONGEST_ACTIVITY


class EventQuerySet(models.QuerySet["Event"]):
    def of(self, learner: UUID, activity: str) -> Self:
        """What one of our own learners did in one activity."""
        return self.filter(learner=str(learner), activity=activity)


class Event(models.Model):
    """One thing that happened to somebody who learns; docs/events.md describes each column. Never changed.

    An activity or step that is not known (yet) is kept all the same: no foreign key leads anywhere.
    """

    id = models.UUIDField(primary_key=True)
    learner = models.CharField(max_length=LONGEST_NAME)
    at = models.DateTimeField()
    received_at = models.DateTimeField(auto_now_add=True)
    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    version = models.CharField(max_length=LONGEST_NAME)
    verb = models.CharField(max_length=16)
    step = models.CharField(max_length=LONGEST_NAME, blank=True)
    field = models.CharField(max_length=LONGEST_NAME, blank=True)
    code = models.CharField(max_length=LONGEST_NAME, blank=True)
    level = models.PositiveSmallIntegerField(null=True)
    seconds = models.FloatField(null=True)
    played_from = models.FloatField(null=True)
    played_to = models.FloatField(null=True)
    attempt = models.UUIDField(null=True)
    n = models.PositiveIntegerField(null=True)
    mode = models.CharField(max_length=16, blank=True)
    company = models.CharField(max_length=16, blank=True)
    group = models.CharField(max_length=LONGEST_NAME, blank=True)
    persona = models.CharField(max_length=LONGEST_NAME, blank=True)
    device = models.CharField(max_length=16, blank=True)
    net = models.CharField(max_length=16, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["learner", "activity"], name="event_learner_activity"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(level=None) | Q(level__gte=1, level__lte=4), name="event_level_is_1_to_4"
            ),
            models.CheckConstraint(
                condition=Q(seconds=None) | Q(seconds__gte=0), name="event_seconds_are_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.activity} {self.step}".rstrip()


class Activity(models.Model):
    """An activity that somebody else defined, imported with its events; our own come from guides and flows.

    `steps`: [{"id", "title", "expected_seconds"}] in order; `versions`: [{"version", "at": ISO, "changed": [ids]}].
    """

    id = models.CharField(primary_key=True, max_length=LONGEST_ACTIVITY)
    title = models.CharField(max_length=255)
    kind = models.CharField(max_length=LONGEST_NAME)
    version = models.CharField(max_length=LONGEST_NAME)
    steps = models.JSONField()
    versions = models.JSONField(default=list)
    imported_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return self.title
