"""Provinces, regencies and cities, districts and villages by their Kemendagri codes."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact


class RegionLevel(models.IntegerChoices):
    PROVINCE = 1, "provinsi"
    REGENCY = 2, "kabupaten/kota"
    DISTRICT = 3, "kecamatan"
    VILLAGE = 4, "kelurahan/desa"


# Characters of a Kemendagri code by level: 32, 32.10, 32.10.01, 32.10.01.2001.
CODE_LENGTH = {RegionLevel.PROVINCE: 2, RegionLevel.REGENCY: 5, RegionLevel.DISTRICT: 8, RegionLevel.VILLAGE: 13}


def _code_fits_level() -> Q:
    fits = Q()
    for level, length in CODE_LENGTH.items():
        fits |= Q(Exact(Length("code"), length), level=level)
    return fits


class Region(models.Model):
    """A place by its Kemendagri code; two places under one parent may share a name, never a code."""

    code = models.CharField(primary_key=True, max_length=13)
    name = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField(choices=RegionLevel)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    postal_code = models.CharField(max_length=5, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["parent", "name"], name="sandbox_region_children")]
        constraints = [
            models.CheckConstraint(condition=_code_fits_level(), name="sandbox_region_code_fits_level"),
            models.CheckConstraint(
                condition=Q(level=RegionLevel.PROVINCE, parent=None)
                | Q(level__gt=RegionLevel.PROVINCE, parent__isnull=False),
                name="sandbox_region_parent_unless_province",
            ),
            models.CheckConstraint(
                condition=Q(postal_code="") | Q(Exact(Length("postal_code"), 5)), name="sandbox_region_postal_code"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
