"""Words of the portal and of offices, in everyday words."""

from django.db import models
from wagtail.models import RevisionMixin

from tutorials.domain.keys import make_key
from tutorials.domain.prose import to_html
from tutorials.models.texts import GuardedText


class GlossaryTerm(GuardedText, RevisionMixin):
    term = models.CharField("istilah", max_length=60, unique=True, help_text="Contoh: KBLI")
    also_written = models.CharField(
        "ditulis juga", max_length=200, blank=True, help_text="Dipisah koma. Contoh: kode KBLI, nomor KBLI"
    )
    meaning = models.TextField("artinya", help_text="1 atau 2 kalimat dengan kata sehari-hari.")
    example = models.CharField("contoh sehari-hari", max_length=250, blank=True)
    source = models.CharField("sumber", max_length=250, blank=True)
    checked_on = models.DateField("diperiksa pada", null=True, blank=True)

    guarded_fields = ("term", "also_written", "meaning", "example", "source")

    class Meta:
        verbose_name = "istilah"
        verbose_name_plural = "istilah"
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term

    @property
    def key(self) -> str:
        """For addresses inside a page."""
        return make_key(self.term, taken=(), fallback="istilah")

    @property
    def spellings(self) -> list[str]:
        return [self.term, *filter(None, (each.strip() for each in self.also_written.split(",")))]

    @property
    def meaning_html(self) -> str:
        return to_html(self.meaning, top_heading=4)
