from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Subquery


class FlowVersionQuerySet(models.QuerySet["FlowVersion"]):
    def newest(self) -> Self:
        """The newest version of each flow."""
        same_flow = FlowVersion.objects.filter(flow_id=OuterRef("flow_id"), trial=False)
        last = same_flow.order_by("-number").values("number")[:1]
        return self.filter(number=Subquery(last)).order_by("title")

    def of_flow(self, flow_id: str) -> Self:
        """Its published versions, the newest first."""
        return self.filter(flow_id=flow_id, trial=False).order_by("-number")


class FlowVersion(models.Model):
    """A published flow document. Immutable: a change is a new version, so attempts under way never notice."""

    flow_id = models.SlugField(max_length=60, verbose_name="alur")
    number = models.PositiveIntegerField(verbose_name="versi", null=True)  # null for a trial
    title = models.CharField(max_length=120, verbose_name="judul")
    document = models.JSONField(verbose_name="dokumen")
    sha256 = models.CharField(max_length=64, editable=False)
    starter = models.BooleanField(default=False, editable=False)  # came with the program, not from staff
    # A draft that staff try out: played like a version, listed and counted nowhere.
    trial = models.BooleanField(default=False, editable=False)
    published_at = models.DateTimeField(verbose_name="terbit")

    objects = FlowVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versi alur"
        verbose_name_plural = "versi alur"
        constraints = [models.UniqueConstraint(fields=["flow_id", "number"], name="sandbox_one_number_per_flow")]

    def __str__(self) -> str:
        return f"{self.flow_id} versi {self.number}"

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk is not None:
            raise ValidationError("Versi alur yang sudah terbit tidak diubah; terbitkan versi baru.")
        super().save(*args, **kwargs)  # type: ignore[arg-type]
