"""What to do when something else shows than expected: one entry for guides, practice and search alike."""

from django.core.validators import RegexValidator
from django.db import models
from wagtail.images import get_image_model_string
from wagtail.models import RevisionMixin

from tutorials.domain.prose import to_html
from tutorials.models.texts import GuardedText

CODE = RegexValidator(
    r"^[a-z0-9._-]{1,60}\Z", "Tulis kode dengan huruf kecil, angka, titik, atau garis. Contoh: nik-taken"
)
CODES = RegexValidator(r"^[a-z0-9._-]{1,60}( [a-z0-9._-]{1,60})*\Z", "Pisahkan kode dengan spasi.")


class ErrorSnippet(GuardedText, RevisionMixin):
    """Joined by `code`, the kind of a fault or the code of a rule in practice, or any other name."""

    code = models.CharField("kode", max_length=60, unique=True, validators=[CODE])
    also_codes = models.CharField("kode lain yang sama", max_length=300, blank=True, validators=[CODES])
    wording = models.CharField("tulisan di layar", max_length=200, help_text="Persis seperti di layar OSS.")
    cause = models.TextField("sebabnya", help_text="1 atau 2 kalimat.")
    what_to_do = models.TextField(
        "yang dilakukan",
        help_text="Awali tindakan dengan 1. 2. 3. Tulis **tebal** untuk nama tombol. Paling banyak 3 tindakan.",
    )
    when_to_wait = models.CharField("kapan cukup menunggu", max_length=200, blank=True)
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name="gambar",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField("isi gambar dalam kata-kata", max_length=250, blank=True)
    source = models.CharField("sumber", max_length=250, blank=True)
    checked_on = models.DateField("diperiksa pada", null=True, blank=True)

    guarded_fields = ("wording", "cause", "what_to_do", "when_to_wait", "image_alt", "source")

    class Meta:
        verbose_name = "kendala"
        verbose_name_plural = "kendala"
        ordering = ["wording", "pk"]

    def __str__(self) -> str:
        return self.wording

    @property
    def codes(self) -> list[str]:
        return [self.code, *self.also_codes.split()]

    @property
    def cause_html(self) -> str:
        return to_html(self.cause, top_heading=4)

    @property
    def what_to_do_html(self) -> str:
        return to_html(self.what_to_do, top_heading=4)
