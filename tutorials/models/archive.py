"""Published steps that were taken out of their guide: events and reports still speak of them."""

from django.db import models


class ArchivedStep(models.Model):
    """`content` holds the row as Wagtail serialises it, so that it can be put back with its key."""

    page = models.ForeignKey("tutorials.GuidePage", on_delete=models.CASCADE, related_name="archived_steps")
    key = models.SlugField(max_length=60)
    title = models.CharField(max_length=80)
    content = models.JSONField()
    archived_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "langkah di arsip"
        verbose_name_plural = "arsip langkah"
        ordering = ["-archived_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="archived_step_once_per_guide")]

    def __str__(self) -> str:
        return self.title
