"""Places by their Kemendagri codes: names, what lies in what, postal codes, and loading the whole list."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from sandbox.domain.regionlist import parse_region_list
from sandbox.models import ReferenceTable, Region, RegionLevel
from sandbox.reference import fingerprint
from sandbox.reference_rows import ALL_REGIONS, store_regions

# The first digit of the last part of a village's code tells its kind; 3 is a customary village of Papua.
_VILLAGES = {"1": "Kelurahan ", "2": "Desa ", "3": "Desa Adat "}


def name(code: str) -> str | None:
    return _at(code).values_list("name", flat=True).first()


def names_on_the_way(code: str) -> dict[str, str]:
    """Names by code of a place and of the places around it, in one query; without those that are not known."""
    parts = code.split(".")
    if len(parts) > RegionLevel.VILLAGE or not code.isprintable():
        return {}
    codes = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    return dict(Region.objects.filter(code__in=codes).values_list("code", "name"))


def children(code: str) -> list[tuple[str, str]]:
    """(code, name) of the places right inside one, by name; of the provinces for "". Namesakes by their code."""
    if not code.isprintable():
        return []
    inside = Region.objects.filter(parent=code) if code else Region.objects.filter(level=RegionLevel.PROVINCE)
    return list(inside.order_by("name", "code").values_list("code", "name"))


def postal_code(code: str) -> str:
    """Five digits, or "" for a place that has none of its own or is unknown."""
    return _at(code).values_list("postal_code", flat=True).first() or ""


def full_name(code: str) -> str:
    """The place with all places around it, as an address says it: "Kelurahan Baqa, Kecamatan Samarinda Seberang, …".

    "" for an unknown code.
    """
    parts = code.split(".")
    if len(parts) > RegionLevel.VILLAGE or not code.isprintable():
        return ""
    codes = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    around = Region.objects.filter(code__in=codes).order_by("-level")
    if not around or around[0].code != code:
        return ""
    return ", ".join(f"{_kind(place)}{place.name}" for place in around)


def load_whole_list(content: bytes, *, today: date) -> int:
    """Load every place of a list (RegionListError refuses all of it); how many. The same file again changes nothing."""
    if ReferenceTable.objects.filter(key=ALL_REGIONS, sha256=fingerprint(content)).exists():
        return 0
    lines = parse_region_list(content.decode("utf-8-sig"))
    with transaction.atomic():
        store_regions(lines, overwrite=True)
        ReferenceTable.objects.update_or_create(
            key=ALL_REGIONS,
            defaults={
                "name": "Wilayah administrasi, daftar lengkap",
                "source": "Berkas yang dimuat pengelola situs dengan load_regions.",
                "as_of": today,
                "rows": len(lines),
                "sha256": fingerprint(content),
            },
        )
    return len(lines)


def _at(code: str) -> QuerySet[Region]:
    """The place with a code that may have been made up by a browser; PostgreSQL refuses a null character."""
    return Region.objects.filter(code=code) if code.isprintable() else Region.objects.none()


def _kind(place: Region) -> str:
    """The word before a name; names of regencies and cities carry theirs already."""
    if place.level == RegionLevel.PROVINCE:
        return "Provinsi "
    if place.level == RegionLevel.DISTRICT:
        return "Kecamatan "
    if place.level == RegionLevel.VILLAGE:
        return _VILLAGES.get(place.code[-4], "")
    return ""
