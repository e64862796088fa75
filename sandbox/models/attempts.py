from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.urls import reverse

from sandbox.models.flows import FlowVersion


class Mode(models.TextChoices):
    LATIHAN = "latihan", "Latihan"

    @property
    def says(self) -> str:
        """What the start form says of a mode."""
        return {"latihan": "Coba sendiri, boleh salah. Petunjuk ada kalau diminta."}[self.value]


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def of_learner(self, learner: UUID | None) -> Self:
        """Nobody's attempts for a visitor without a cookie."""
        return self.none() if learner is None else self.filter(learner=learner)

    def unfinished(self) -> Self:
        return self.filter(finished_at=None)

    def with_version(self) -> Self:
        return self.select_related("flow_version")

    def find(self, attempt_id: UUID) -> "Attempt | None":
        return self.filter(pk=attempt_id).first()

    def of_flow(self, flow_id: str) -> Self:
        """Of every flow where none is named."""
        return self.filter(flow_version__flow_id=flow_id) if flow_id else self


class Attempt(models.Model):
    """One learner, one persona, one version of a flow."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    learner = models.UUIDField(db_index=True, editable=False)
    flow_version = models.ForeignKey(FlowVersion, on_delete=models.PROTECT, related_name="attempts")
    persona = models.CharField(max_length=60)
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.LATIHAN)
    seed = models.CharField(max_length=32, editable=False)
    began_at_screen = models.CharField(max_length=60, blank=True)  # "" when begun at the start
    started_at = models.DateTimeField()
    last_activity_at = models.DateTimeField(db_index=True)
    finished_at = models.DateTimeField(null=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-last_activity_at"]

    def __str__(self) -> str:
        return f"{self.flow_id} {self.persona} {self.id}"

    def get_absolute_url(self) -> str:
        return reverse("sandbox:attempt", args=[self.id])

    @property
    def flow_id(self) -> str:
        return self.flow_version.flow_id

    @property
    def version_label(self) -> str:
        return str(self.flow_version.number)


class Visit(models.Model):
    """One screen of one attempt: what was accepted there and how it went. Nothing refused is kept."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="visits")
    screen = models.CharField(max_length=60)
    values = models.JSONField(null=True)  # by field id; null until the screen is accepted
    practised = models.BooleanField(default=True)  # False: filled in for the learner
    refused_fields = models.JSONField(default=list)  # ids of fields that were refused at least once
    helps = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)  # active seconds; see attempts.AWAY_SECONDS

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "screen"], name="sandbox_one_visit_per_screen")]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.screen}"
