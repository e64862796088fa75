"""The journey of a business across offices: before the NIB, the NIB, and what comes after it."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from tutorials.models.texts import GuardedText


class Phase(models.TextChoices):
    BEFORE = "sebelum", "Sebelum NIB"
    NIB = "nib", "NIB"
    AFTER = "sesudah", "Sesudah NIB"


class JourneyStop(GuardedText, Orderable):
    page = ParentalKey("tutorials.GuideIndexPage", on_delete=models.CASCADE, related_name="journey")
    phase = models.CharField("tahap", max_length=10, choices=Phase.choices)
    title = models.CharField("yang diurus", max_length=60)
    agency = models.CharField("di mana", max_length=80)
    note = models.CharField("keterangan", max_length=160, blank=True)
    guide = models.ForeignKey(
        "tutorials.GuidePage",
        verbose_name="panduan",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    step_key = models.SlugField("kunci langkah", max_length=60, blank=True, help_text="Kosong: seluruh panduan itu.")

    guarded_fields = ("title", "agency", "note")
    panels = [
        FieldPanel("phase"),
        FieldPanel("title"),
        FieldPanel("agency"),
        FieldPanel("note"),
        FieldPanel("guide"),
        FieldPanel("step_key"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "perhentian"
        verbose_name_plural = "perjalanan"

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if not self.step_key:
            return
        if self.guide is None:
            raise ValidationError({"step_key": "Pilih panduannya dulu, atau kosongkan kunci langkah."})
        if all(step.key != self.step_key for step in self.guide.steps.all()):
            raise ValidationError({"step_key": "Panduan itu tidak punya langkah dengan kunci ini."})
