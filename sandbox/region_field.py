"""Province, kabupaten or kota, kecamatan, kelurahan: four lists, each open once the one above is chosen."""

from dataclasses import dataclass

from django.utils.functional import cached_property

from sandbox import regions
from sandbox.domain.vocabulary import REGION_LEVELS
from sandbox.form_field import Choice, FormField
from sandbox.models import Mode

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

    @property
    def waits(self) -> bool:
        """Provinces, none chosen yet: a screen that arrives leaves them to the page, which has them in a template."""
        return self.level == "provinsi" and not any(choice.checked for choice in self.choices)


@dataclass
class RegionField(FormField):
    """The lists as far as they are open."""

    @property
    def lists_on_page(self) -> bool:
        """The page that posted has these very lists, with this choice, unless the choice does not fit
        them or was just filled in."""
        return self.code != "region.unknown" and not self.filled

    @cached_property
    def region_lists(self) -> list[RegionList]:
        """Four lists; each knows only what lies below the choice above it.

        Where we filled them in, each holds that choice alone: the rest of the lists is a kilobyte that nobody reads,
        and they are there again once the choice above is taken back.
        """
        lists, above = [], ""
        ours = self.filled or self.work.attempt.mode == Mode.TONTON
        for level in REGION_LEVELS:
            chosen = self.raw.get(level, "")
            open_ = level == "provinsi" or above
            found = regions.children(above) if open_ else []
            choices = [Choice(code, name, "", code == chosen) for code, name in found if code == chosen or not ours]
            lists.append(RegionList(level, REGION_LABELS[level], choices))
            above = chosen if any(choice.checked for choice in choices) else ""
        return lists
