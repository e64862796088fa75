"""Where reference data comes from, and the units of measure. docs/reference-data.md has the whole story."""

from django.db import models


class ReferenceTable(models.Model):
    """Which state of which file a table holds, with its source: what the site says about where data comes from."""

    key = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=120)
    source = models.TextField()
    as_of = models.DateField()
    rows = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A unit of measure for products; `unece` is its code in UN/ECE Recommendation 20 where there is one."""

    code = models.SlugField(primary_key=True, max_length=10)
    name = models.CharField(max_length=40, unique=True)
    unece = models.CharField(max_length=3, blank=True, default="")

    def __str__(self) -> str:
        return self.name
