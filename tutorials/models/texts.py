"""Text that editors write never holds what looks like somebody's real NIK."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from sandbox.catalogue import holds_real_number
from tutorials.domain.prose import plain_text
from tutorials.domain.unseen import without_unseen

REAL_NUMBER_SENTENCE = (
    "Di sini ada 16 angka yang mirip NIK asli. Hapus angkanya, atau pakai NIK contoh yang diawali 99."
)

MAX_LENGTH = 3_000  # characters: about eight screens of a phone
TOO_LONG = "Tulisan ini lebih dari {most} huruf. Pendekkan, atau pecah jadi beberapa bagian."


class GuardedText(models.Model):
    """Refuses a real-looking number in each field named in `guarded_fields`, drafts included."""

    guarded_fields: tuple[str, ...] = ()
    longest: ClassVar[dict[str, int]] = {}  # by field, in characters, where it is not MAX_LENGTH
    too_long: ClassVar[dict[str, str]] = {}  # by field, where there is more to say than TOO_LONG

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        self._settle_signs()
        self._refuse_too_long()
        held = [name for name in self.guarded_fields if _holds_real_number(getattr(self, name))]
        if held:
            raise ValidationError(dict.fromkeys(held, REAL_NUMBER_SENTENCE))

    def _settle_signs(self) -> None:
        """Without what nobody sees, and with plain line ends.

        Browsers send CR and LF: in a comparison of versions, every untouched text would look changed.
        """
        for name in self.guarded_fields:
            text = getattr(self, name)
            if isinstance(text, str) and text:
                settled = without_unseen(text).replace("\r\n", "\n").replace("\r", "\n")
                if settled != text:
                    setattr(self, name, settled)

    def _refuse_too_long(self) -> None:
        """A field with a length of its own is refused by it already."""
        errors = {}
        for name in self.guarded_fields:
            most, text = self.longest.get(name, MAX_LENGTH), getattr(self, name)
            if isinstance(self._meta.get_field(name), models.TextField) and len(text or "") > most:
                errors[name] = self.too_long.get(name, TOO_LONG).format(most=f"{most:,}".replace(",", "."))
        if errors:
            raise ValidationError(errors)


def _holds_real_number(value: object) -> bool:
    """Whether such a number stands in the value as written, or as readers see its Markdown: `32**73**…`."""
    text = str(value or "")
    return holds_real_number(text) or (isinstance(value, str) and holds_real_number(plain_text(text)))


PAGE_TEXTS = ("title", "slug", "seo_title", "search_description")
