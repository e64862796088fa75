"""Text that editors write never holds what looks like somebody's real NIK."""

from django.core.exceptions import ValidationError
from django.db import models

from sandbox.catalogue import holds_real_number
from tutorials.domain.prose import plain_text

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
        self._settle_line_ends()
        held = [name for name in self.guarded_fields if _holds_real_number(getattr(self, name))]
        if held:
            raise ValidationError(dict.fromkeys(held, REAL_NUMBER_SENTENCE))

    def _settle_line_ends(self) -> None:
        """Browsers send CR and LF: in a comparison of versions, every untouched text would look changed."""
        for name in self.guarded_fields:
            text = getattr(self, name)
            if isinstance(text, str) and "\r" in text:
                setattr(self, name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _holds_real_number(value: object) -> bool:
    """Whether such a number stands in the value as written, or as readers see its Markdown: `32**73**…`."""
    text = str(value or "")
    return holds_real_number(text) or (isinstance(value, str) and holds_real_number(plain_text(text)))


PAGE_TEXTS = ("title", "slug", "seo_title", "search_description")
