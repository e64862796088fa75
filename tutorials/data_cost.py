"""What reading a guide costs of a data plan, told before anything is loaded."""

import zlib
from dataclasses import dataclass

from django.core.cache import cache
from wagtail.images import get_image_model

from tutorials.models.steps import GuideStep
from tutorials.pictures import WIDE

# Gzip, measured on the starter guides: what every page has around its own text (head, header, buttons, footer and the
# header of the answer), and what each step has around its own on the page with all of them.
FRAME_BYTES = 3_300
ARTICLE_BYTES = 100
KEPT_SECONDS = 3600
KB = 1000


@dataclass(frozen=True, slots=True)
class DataCost:
    """In KB, rounded up. `pictures`: 0 where there is none; `whole`: all steps on one page, without pictures."""

    text: int  # of one step, on average
    all_text: int
    whole: int
    pictures: int

    @property
    def with_pictures(self) -> int:
        return self.all_text + self.pictures

    @property
    def whole_with_pictures(self) -> int:
        return self.whole + self.pictures


def cost_of(guide: int, steps: list[GuideStep]) -> DataCost:
    """Of the steps of this guide as they are; worked out once an hour, or when one of them changes."""
    changed = repr([(step.pk, step.content_digest, step.image_id) for step in steps])
    key = f"data-cost:{guide}:{zlib.crc32(changed.encode())}"
    cost = cache.get_or_set(key, lambda: _worked_out(steps), KEPT_SECONDS)
    assert cost is not None, "_worked_out never returns None"
    return cost


def _worked_out(steps: list[GuideStep]) -> DataCost:
    texts = [_packed(f"{step.title}{step.body_html}{step.more_html}{step.expect}{step.markers}") for step in steps]
    own = sum(texts)
    all_text = own + FRAME_BYTES * len(steps)
    return DataCost(
        text=_kb(all_text / max(1, len(steps))),
        all_text=_kb(all_text),
        whole=_kb(own + FRAME_BYTES + ARTICLE_BYTES * len(steps)),
        pictures=_kb(_picture_bytes([step.image_id for step in steps if step.image_id])),
    )


def _packed(text: str) -> int:
    return len(zlib.compress(text.encode(), 6))


def _picture_bytes(images: list[int]) -> float:
    """Of the larger rendition, which a phone with a sharp screen takes. One that nobody has looked at yet, and whose
    rendition therefore is not made, counts like the others on average."""
    renditions = get_image_model().get_rendition_model().objects.filter(image_id__in=images, filter_spec=WIDE)
    sizes = [size for rendition in renditions if (size := _size_of(rendition)) is not None]
    return sum(sizes) / len(sizes) * len(images) if sizes else 0


def _size_of(rendition: object) -> int | None:
    try:
        return rendition.file.size  # type: ignore[attr-defined]
    except OSError:
        return None


def _kb(number: float) -> int:
    return -int(-number // KB)
