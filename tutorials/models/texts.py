"""Text that editors write never holds what looks like somebody's real NIK."""

from django.core.exceptions import ValidationError
from django.db import models

from sandbox.catalogue import holds_real_number

REAL_NUMBER_SENTENCE = (
    "Di sini ada 16 angka yang mirip NIK asli. Hapus angkanya, atau pakai NIK contoh yang diawali 99."
)


class GuardedText(models.Model):
    """Refuses a real-looking number in each field named in `guarded_fields`, drafts included."""

    guarded_fields: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        held = [name for name in self.guarded_fields if holds_real_number(str(getattr(self, name) or ""))]
        if held:
            raise ValidationError(dict.fromkeys(held, REAL_NUMBER_SENTENCE))


PAGE_TEXTS = ("title", "slug", "seo_title", "search_description")
