"""The pictures that a step has of one screen, on several devices, and which of them its reader is shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from tutorials.models.step_content import StepContent, numbered
from tutorials.pictures import WIDE, WIDE_OF_LAPTOP, Picture, picture_of
from tutorials.reader_choices import PictureChoice

# By choice: what the fields of this picture begin with. The first that a step has stands in for a missing one.
FIELDS = {PictureChoice.PHONE.value: "", PictureChoice.LAPTOP.value: "desktop_", PictureChoice.APP.value: "app_"}


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture, or with `hidden` what stands in its place until its reader asks for it."""

    choice: str  # of which device
    picture: Picture
    alt: str
    offered: tuple[tuple[str, str], ...]  # (value, label) of the devices that the step has pictures of
    hidden: bool


def shown_picture(step: StepContent, wanted: str) -> ShownPicture | None:
    """What somebody who wants this kind of picture is shown; None for a step without any."""
    there = [choice for choice, field in FIELDS.items() if getattr(step, f"{field}image_id")]
    for choice in sorted(there, key=lambda choice: choice != wanted):
        if picture := _picture(step, choice):
            offered = tuple((each, str(PictureChoice(each).label)) for each in there)
            alt = getattr(step, f"{FIELDS[choice]}image_alt")
            return ShownPicture(choice, picture, alt, offered, hidden=wanted == PictureChoice.NONE.value)
    return None


def fetch_pictures(steps: Iterable[StepContent]) -> None:
    """Read what the pictures of many steps need at once, instead of step by step."""
    prefetch_related_objects(list(steps), *(f"{field}image__renditions" for field in FIELDS.values()))


def _picture(step: StepContent, choice: str) -> Picture | None:
    field = FIELDS[choice]
    markers = numbered(getattr(step, f"{field}markers"))
    wide_as = WIDE_OF_LAPTOP if choice == PictureChoice.LAPTOP.value else WIDE
    return picture_of(getattr(step, f"{field}image"), markers, wide_as=wide_as)
