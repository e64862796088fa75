"""Province, kabupaten or kota, kecamatan, kelurahan: four lists, each open once the one above is chosen."""

from dataclasses import dataclass

from django.utils.functional import cached_property

from sandbox import regions
from sandbox.domain.vocabulary import REGION_LEVELS
from sandbox.form_field import Choice, FormField

REGION_LABELS = {
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten/Kota",
    "kecamatan": "Kecamatan",
    "kelurahan": "Desa/Kelurahan",
}


@dataclass(frozen=True)
class RegionList:
    level: str
    label: str
    choices: list[Choice]

    @property
    def locked(self) -> bool:
        return not self.choices


@dataclass
class RegionField(FormField):
    """The lists as far as they are open."""

    @property
    def lists_on_page(self) -> bool:
        """The page that posted has these very lists, with this choice, unless the choice does not fit them."""
        return self.code != "region.unknown"

    @cached_property
    def region_lists(self) -> list[RegionList]:
        """Four lists; each knows only what lies below the choice above it."""
        lists, above = [], ""
        for level in REGION_LEVELS:
            chosen = self.raw.get(level, "")
            open_ = level == "provinsi" or above
            found = regions.children(above) if open_ else []
            choices = [Choice(code, name, "", code == chosen) for code, name in found]
            lists.append(RegionList(level, REGION_LABELS[level], choices))
            above = chosen if any(choice.checked for choice in choices) else ""
        return lists
