from typing import Self
from uuid import UUID

from django.db import models

from learning.domain.event_values import LONGEST_NAME
from learning.domain.events import LONGEST_ACTIVITY


class StepDoneQuerySet(models.QuerySet["StepDone"]):
    def of_learner(self, learner: UUID) -> Self:
        return self.filter(learner=learner)


class StepDone(models.Model):
    """A step that somebody marked as done and has not taken back; what /saya/ shows."""

    learner = models.UUIDField()
    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    step = models.CharField(max_length=LONGEST_NAME)
    at = models.DateTimeField()

    objects = StepDoneQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "activity", "step"], name="a_step_is_done_once"),
        ]
        verbose_name_plural = "steps done"

    def __str__(self) -> str:
        return f"{self.activity} {self.step}"
