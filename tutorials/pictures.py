"""A step's picture as its template needs it: WebP in two sizes, and where the numbers stand."""

import logging
from dataclasses import dataclass

from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError

from tutorials.domain.markers import Marker

logger = logging.getLogger(__name__)

# A step with its picture is to cost at most 60 kB, half of which are the page and its scripts. At 540 pixels and 30 %
# the words of a screenshot are as legible on a phone as at 720 and 50 %, at little more than half the bytes.
WIDE, NARROW = "width-540|format-webp|webpquality-30", "width-360|format-webp|webpquality-30"
# What is heavier than this all the same, a long form say, is made lighter still.
MOST_BYTES, LEAN = 28_000, "width-480|format-webp|webpquality-20"
# The screen of a laptop has small words in it.
WIDE_OF_LAPTOP = "width-960|format-webp|webpquality-30"
VIEW_WIDTH = 360  # in pixels of the phone that pictures are made for; the style sheet stretches them
PLATE_HEIGHT = 20
MARGIN = 16  # keeps a whole circle inside the picture


@dataclass(frozen=True)
class Spot:
    """One numbered circle; coordinates at VIEW_WIDTH, as text that no locale rewrites."""

    number: int
    x: str
    y: str
    label: str


@dataclass(frozen=True)
class Picture:
    """Numbers are text: a template would print 1200 as 1.200."""

    src: str
    srcset: str
    height: str  # at VIEW_WIDTH
    plate_top: str  # of the plate that says GAMBAR TIRUAN, at the left bottom
    plate_text: str
    spots: tuple[Spot, ...]
    bytes: int = 0  # of the larger size, which a sharp screen takes; 0 where nobody knows

    @property
    def kilobytes(self) -> int:
        """Rounded up, as it is told before somebody pays for it."""
        return -(-self.bytes // 1000)


def picture_of(image: AbstractImage, markers: list[tuple[int, Marker]], *, wide_as: str = WIDE) -> Picture | None:
    """The picture with its circles; None when the file is gone, because a step without a picture reads whole."""
    try:
        renditions = image.get_renditions(wide_as, NARROW)
    except SourceImageIOError:
        logger.warning("The file of image %s is missing.", image.pk)
        return None
    wide, narrow = _affordable(image, renditions[wide_as]), renditions[NARROW]
    height = VIEW_WIDTH * wide.height / wide.width
    return Picture(
        src=wide.url,
        srcset=f"{narrow.url} {narrow.width}w, {wide.url} {wide.width}w",
        height=f"{height:.0f}",
        plate_top=f"{height - PLATE_HEIGHT:.0f}",
        plate_text=f"{height - 5:.0f}",
        spots=tuple(Spot(n, _inside(m.x, VIEW_WIDTH), _inside(m.y, height), m.label) for n, m in markers),
        bytes=_size_of(wide),
    )


def _affordable(image: AbstractImage, wide: AbstractRendition) -> AbstractRendition:
    return image.get_rendition(LEAN) if wide.filter_spec == WIDE and _size_of(wide) > MOST_BYTES else wide


def _size_of(rendition: AbstractRendition) -> int:
    try:
        return int(rendition.file.size)
    except OSError:  # cleared away: it is made anew with the next change of the picture
        return 0


def _inside(percent: float, length: float) -> str:
    return f"{min(max(percent * length / 100, MARGIN), length - MARGIN):.0f}"
