"""KBLI 2025 with its risk levels and predecessors (facts of the state), and the words that lead to a code (ours).

Loaded from files by sandbox.reference; nothing here is typed by people.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact


def _five_long(field: str) -> Q:
    """Five characters; that they are digits is checked on loading, as SQLite by itself knows no patterns."""
    return Q(Exact(Length(field), 5))


class Scale(models.TextChoices):
    """Business scales of Government Regulation (PP) 7/2021, as OSS writes them."""

    MICRO = "mikro", "Mikro"
    SMALL = "kecil", "Kecil"
    MEDIUM = "menengah", "Menengah"
    LARGE = "besar", "Besar"


class Risk(models.TextChoices):
    """Risk levels of PP 28/2025, lowest first; the values are the words that OSS shows."""

    LOW = "Rendah", "Rendah"
    MEDIUM_LOW = "Menengah Rendah", "Menengah Rendah"
    MEDIUM_HIGH = "Menengah Tinggi", "Menengah Tinggi"
    HIGH = "Tinggi", "Tinggi"


class KbliCategory(models.Model):
    code = models.CharField(primary_key=True, max_length=1)
    title = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class KbliCode(models.Model):
    """A five-digit code of KBLI 2025; `explanation` is one sentence of ours, not the official description."""

    code = models.CharField(primary_key=True, max_length=5)
    title = models.CharField(max_length=255)
    category = models.ForeignKey(KbliCategory, models.PROTECT, related_name="codes")
    explanation = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=_five_long("code"), name="sandbox_kbli_code_length")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class KbliRisk(models.Model):
    """A risk level that OSS shows for a code and scale; several where the code has several scopes of activity."""

    code = models.ForeignKey(KbliCode, models.CASCADE, related_name="risks")
    scale = models.CharField(max_length=10, choices=Scale)
    risk = models.CharField(max_length=20, choices=Risk)
    scope = models.CharField(max_length=120, blank=True, default="")
    source = models.SlugField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "scale", "risk", "scope"], name="sandbox_kbli_risk_once"),
            models.CheckConstraint(condition=Q(scale__in=Scale.values), name="sandbox_kbli_risk_scale"),
            models.CheckConstraint(condition=Q(risk__in=Risk.values), name="sandbox_kbli_risk_level"),
        ]

    def __str__(self) -> str:
        return f"{self.code_id} {self.scale}: {self.risk}"


class KbliSuccession(models.Model):
    """Where (part of) a code of KBLI 2020 went in KBLI 2025."""

    code_2020 = models.CharField(max_length=5)
    title_2020 = models.CharField(max_length=255)
    code = models.ForeignKey(KbliCode, models.CASCADE, related_name="predecessors")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code_2020", "code"], name="sandbox_kbli_succession_once"),
            models.CheckConstraint(condition=_five_long("code_2020"), name="sandbox_kbli_2020_code_length"),
        ]

    def __str__(self) -> str:
        return f"{self.code_2020} → {self.code_id}"


class KbliTerm(models.Model):
    """What owners call their business; rank 1 is the code that comes first for the term."""

    term = models.CharField(max_length=80)
    code = models.ForeignKey(KbliCode, models.CASCADE, related_name="terms")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["term", "code"], name="sandbox_kbli_term_once"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="sandbox_kbli_term_rank"),
        ]

    def __str__(self) -> str:
        return f"{self.term} → {self.code_id}"


class KbliKeyword(models.Model):
    """A single word that points to a code, weaker than a term: a thing made, sold or done there."""

    word = models.CharField(max_length=40)
    code = models.ForeignKey(KbliCode, models.CASCADE, related_name="keywords")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "code"], name="sandbox_kbli_keyword_once")]

    def __str__(self) -> str:
        return f"{self.word} → {self.code_id}"
