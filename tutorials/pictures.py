"""A step's picture as its template needs it: two sizes of WebP, and where the numbers stand."""

import logging
from dataclasses import dataclass

from wagtail.images.models import AbstractImage, SourceImageIOError

from tutorials.domain.markers import Marker

logger = logging.getLogger(__name__)

# At half quality a screenshot is as legible as at 80 %, at three quarters of the bytes (47 instead of 63 kB).
WIDE, NARROW = "width-720|format-webp|webpquality-50", "width-360|format-webp|webpquality-50"
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


def picture_of(image: AbstractImage, markers: list[tuple[int, Marker]]) -> Picture | None:
    """The picture with its circles; None when the file is gone, because a step without a picture reads whole."""
    try:
        renditions = image.get_renditions(WIDE, NARROW)
    except SourceImageIOError:
        logger.warning("The file of image %s is missing.", image.pk)
        return None
    wide, narrow = renditions[WIDE], renditions[NARROW]
    height = VIEW_WIDTH * wide.height / wide.width
    return Picture(
        src=wide.url,
        srcset=f"{narrow.url} {narrow.width}w, {wide.url} {wide.width}w",
        height=f"{height:.0f}",
        plate_top=f"{height - PLATE_HEIGHT:.0f}",
        plate_text=f"{height - 5:.0f}",
        spots=tuple(Spot(n, _inside(m.x, VIEW_WIDTH), _inside(m.y, height), m.label) for n, m in markers),
    )


def _inside(percent: float, length: float) -> str:
    return f"{min(max(percent * length / 100, MARGIN), length - MARGIN):.0f}"
