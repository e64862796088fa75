"""Approval by somebody without an account: a link that works once."""

from django.conf import settings
from django.db import models


class Decision(models.TextChoices):
    APPROVED = "setuju", "Disetujui"
    CHANGES = "ubah", "Minta diubah"


class Outcome(models.TextChoices):
    """What followed from a decision at once. The words stand behind it in lists for staff."""

    PUBLISHED = "terbit", "Langsung terbit."
    SCHEDULED = "jadwal", "Terbit sesuai jadwalnya."
    PASSED_ON = "lanjut", "Lanjut ke peninjau berikutnya."
    SENT_BACK = "kembali", "Kembali ke penulis."
    BLOCKED = "tertahan", "Belum terbit: ada yang harus dibetulkan dulu."
    NOTED = "catat", "Dicatat. Yang berhak menerbitkan memutuskan sendiri."


class ReviewLink(models.Model):
    """`token_digest`: SHA-256 of the secret in the link, so that who reads the database cannot use it.

    `problem`: the sentences that kept an approved version from being published, "" where nothing did.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="review_links")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    reviewer = models.CharField("untuk siapa", max_length=80)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField("berlaku sampai")
    cancelled_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    comment = models.TextField("catatan", blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    problem = models.TextField(blank=True)

    class Meta:
        verbose_name = "tautan tinjauan"
        verbose_name_plural = "tautan tinjauan"
        ordering = ["-made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.page} untuk {self.reviewer}"
