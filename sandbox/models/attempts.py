from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.urls import reverse

from sandbox.models.flows import FlowVersion


class Mode(models.TextChoices):
    TONTON = "tonton", "Tonton"
    TUNTUN = "tuntun", "Tuntun"
    LATIHAN = "latihan", "Latihan"
    UJIAN = "ujian", "Ujian"

    @property
    def says(self) -> str:
        """What the start form says of a mode."""
        return {
            "tonton": "Lihat dulu. Layar terisi sendiri, satu per satu, dengan alasannya.",
            "tuntun": "Anda yang mengisi. Petunjuk ada di tiap kotak.",
            "latihan": "Coba sendiri, boleh salah. Petunjuk ada kalau diminta.",
            "ujian": "Tanpa petunjuk, dengan 1 gangguan. Untuk yang sudah lancar.",
        }[self.value]


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def of_learner(self, learner: UUID | None) -> Self:
        """Nobody's attempts for a visitor without a cookie."""
        return self.none() if learner is None else self.filter(learner=learner)

    def unfinished(self) -> Self:
        """What can be gone on with: an attempt whose values were erased cannot."""
        return self.filter(finished_at=None, erased_at=None)

    def listed(self) -> Self:
        """What its learner's own lists show: with what they need of other tables, trials of drafts left out."""
        return self.filter(flow_version__trial=False).with_version().prefetch_related("visits", "fault_visits")

    def with_version(self) -> Self:
        """With the version but not its document of 250 KB, which is read once a process (catalogue.flow_of)."""
        return self.select_related("flow_version").defer("flow_version__document")

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
    # Short enough to be read out in a class: the same seed means the same codes and the same faults.
    seed = models.CharField(max_length=32, editable=False)
    fault_choice = models.CharField(max_length=40, blank=True)  # one of domain.faults.FAULT_CHOICES
    planned_faults = models.JSONField(default=list)  # kinds, in the order met; see domain/faults.py
    began_at_screen = models.CharField(max_length=60, blank=True)  # "" when begun at the start
    started_at = models.DateTimeField()
    last_activity_at = models.DateTimeField(db_index=True)
    finished_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)  # its values are gone; see retention.py

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
        return "draf" if self.flow_version.trial else str(self.flow_version.number)


class Visit(models.Model):
    """One screen of one attempt: what was accepted there and how it went. Nothing refused is kept."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="visits")
    screen = models.CharField(max_length=60)
    values = models.JSONField(null=True)  # by field id; null until the screen is accepted
    practised = models.BooleanField(default=True)  # False: filled in for the learner
    refused_fields = models.JSONField(default=list)  # ids of fields that were refused at least once
    mistakes = models.JSONField(default=dict)  # field id → last problem code, until it is done right afresh
    refusals = models.PositiveIntegerField(default=0)  # how often the form came back
    helps = models.PositiveIntegerField(default=0)
    help_levels = models.JSONField(default=dict)  # by field id: the highest of the four levels ever asked for
    open_help = models.JSONField(default=dict)  # the same since the screen was last accepted: what its page shows
    shown_answers = models.JSONField(default=list)  # ids of fields whose answer was shown, and not done alone since
    solved = models.BooleanField(default=False)  # filled in by us because the learner asked
    untold = models.BooleanField(default=False)  # accepted, but a fault still stands before what comes next
    seconds = models.FloatField(default=0)  # active seconds; see attempts.AWAY_SECONDS

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "screen"], name="sandbox_one_visit_per_screen")]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.screen}"


class FaultVisit(models.Model):
    """One fault of one attempt: when it struck, what was tried, when its learner got out."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="fault_visits")
    kind = models.CharField(max_length=40)
    screen = models.CharField(max_length=60)
    struck_at = models.DateTimeField()
    recovered_at = models.DateTimeField(null=True)
    wrong = models.JSONField(default=list)  # ids of the wrong actions taken, in order
    waits = models.PositiveIntegerField(default=0)  # how often the learner only waited
    hints = models.PositiveIntegerField(default=0)  # how often the hint was asked for

    class Meta:
        ordering = ["struck_at"]
        constraints = [models.UniqueConstraint(fields=["attempt", "kind"], name="sandbox_one_visit_per_fault")]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.kind}"
