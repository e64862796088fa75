"""When which step of a guide got another content: kept for the comparison of a step with itself before an edit."""

from django.db import models


class StepChange(models.Model):
    """With `version`, published at `at`, the step `step` of a guide was new or had another content. Never changed.

    Rows stay when the step goes: events that met it still tell of it by its key.
    """

    page = models.ForeignKey("tutorials.GuidePage", on_delete=models.CASCADE, related_name="step_changes")
    step = models.SlugField(max_length=60)
    version = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "perubahan langkah"
        verbose_name_plural = "perubahan langkah"
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["page", "step", "version"], name="step_change_once_per_version")]

    def __str__(self) -> str:
        return f"{self.step} versi {self.version}"
