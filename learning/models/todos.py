"""What authors are to mend, made from a finding of the stuck report, and what has been told of findings so far."""

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from learning.domain.advice.hysteresis import Watch
from learning.domain.event_values import LONGEST_NAME
from learning.domain.events import LONGEST_ACTIVITY
from sandbox.domain.realnumbers import holds_real_number
from tutorials.models.texts import REAL_NUMBER_SENTENCE


class TodoState(models.TextChoices):
    PROPOSED = "proposed", "Diusulkan"
    OPEN = "open", "Perlu diperbaiki"
    DONE = "done", "Selesai"
    BETTER = "better", "Selesai, langkahnya membaik"
    DROPPED = "dropped", "Ditutup"


LIVE = (TodoState.PROPOSED, TodoState.OPEN)


class TodoVerdict(models.TextChoices):
    """What the latest edit since the to-do was opened did."""

    WAIT = "wait", "Baru diubah. Tunggu sampai cukup orang lewat"
    UNCLEAR = "unclear", "Sudah diubah. Belum jelas membaik atau tidak"
    BETTER = "better", "Sudah diubah, dan membaik"
    WORSE = "worse", "Sudah diubah, tetapi memburuk. Lihat lagi"


class TodoQuerySet(models.QuerySet["Todo"]):
    def live(self) -> Self:
        return self.filter(state__in=LIVE)

    def closed(self) -> Self:
        return self.exclude(state__in=LIVE)


class Todo(models.Model):
    """A step that somebody is to mend. At most one is live for each step.

    `made_by` is null where the site itself proposed it. `version`: of the activity when the finding was
    made; `reason`: a value of `findings.Reason`, "" for none.
    """

    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    step = models.CharField(max_length=LONGEST_NAME)
    version = models.CharField(max_length=LONGEST_NAME)
    reason = models.CharField(max_length=16, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dikerjakan oleh",
    )
    note = models.TextField(
        "catatan", blank=True, max_length=2000, help_text="Apa yang akan diubah. Jangan tulis data orang."
    )
    due = models.DateField("paling lambat", null=True, blank=True)
    state = models.CharField(max_length=16, choices=TodoState, default=TodoState.OPEN)
    verdict = models.CharField(max_length=16, blank=True, choices=TodoVerdict)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = TodoQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "step"],
                condition=Q(state__in=("proposed", "open")),
                name="a_step_has_one_live_todo",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("proposed", "open"), closed_at=None)
                | Q(state__in=("done", "better", "dropped"), closed_at__isnull=False),
                name="a_closed_todo_knows_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.step}"

    def clean(self) -> None:
        super().clean()
        if holds_real_number(self.note):
            raise ValidationError({"note": REAL_NUMBER_SENTENCE})

    @property
    def is_live(self) -> bool:
        return self.state in LIVE


class StepWatch(models.Model):
    """What earlier looks at a step found: see `hysteresis.Watch`. Only steps that are or lately were stuck have one."""

    activity = models.CharField(max_length=LONGEST_ACTIVITY)
    step = models.CharField(max_length=LONGEST_NAME)
    edition = models.PositiveIntegerField()
    stuck_since = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    calm_since = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "step", "edition"], name="an_edition_is_watched_once"),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.step}"

    @property
    def watch(self) -> Watch:
        return Watch(self.stuck_since, self.confirmed_at, self.calm_since)


class WeeklyLetter(models.Model):
    """A weekly summary that was sent. `told`: the verdicts on edits that it named, so that each is told once."""

    sent_at = models.DateTimeField()
    told = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.sent_at.isoformat()
