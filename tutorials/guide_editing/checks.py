"""What the saved version of a guide still needs: the content checks with everything that the site knows."""

from collections.abc import Iterable
from dataclasses import replace

from tutorials import words
from tutorials.domain.content_checks import (
    Finding,
    Known,
    Level,
    StepPicture,
    StepText,
    check_step,
    check_words,
)
from tutorials.guide_editing.publishing import blocks_of
from tutorials.guide_editing.step_texts import text_of
from tutorials.labels import portal_labels
from tutorials.models import GuidePage
from tutorials.models.step_content import StepContent
from tutorials.pictures import WIDE, WIDE_OF_LAPTOP, picture_of

# A step page without its picture may weigh this much in all; bench/page_bytes.py measures what it does weigh.
PAGE_BYTES = 32_000
SIZES = {"image": WIDE, "desktop_image": WIDE_OF_LAPTOP, "app_image": WIDE}
# Whether its sentences are measured: the one line of the list of guides has its own limit of letters.
GUIDE_TEXTS = {"summary": False, "introduction": True}


def findings_of(page: GuidePage) -> list[Finding]:
    """Everything to mend in this version, blocks first, then in the order of the guide."""
    known = what_is_known()
    found = [*blocks_of(page), *_of_guide(page, known)]
    for step in page.steps.all():
        found += [finding for finding in check_step(weighed_text_of(step), known) if not finding.blocks]
    return found


def findings_of_step(step: StepContent, *, key: str = "") -> list[Finding]:
    """The same for one step, or for a step of the library."""
    return check_step(weighed_text_of(step, key=key), what_is_known())


def what_is_known() -> Known:
    labels = portal_labels()
    return Known(
        terms=frozenset(spelling for meaning in words.terms().values() for spelling in meaning.spellings),
        labels=labels,
        folded={label.casefold(): label for label in labels},
    )


def weighed_text_of(step: StepContent, *, key: str = "") -> StepText:
    """What the step says, with the weight of each picture as a phone gets it."""
    text = text_of(step, key=key)
    return replace(text, page_bytes=PAGE_BYTES, pictures=tuple(_weighed(step, text.pictures)))


def told(findings: Iterable[Finding]) -> str:
    """How much there is to do, in words."""
    levels = [finding.level for finding in findings]
    blocks, warnings = levels.count(Level.BLOCK), levels.count(Level.WARN)
    parts = [f"{blocks} hal harus diperbaiki sebelum terbit."] if blocks else []
    parts += [f"{warnings} saran, tidak menghalangi terbit."] if warnings else []
    return " ".join(parts) or "Tidak ada yang perlu diperbaiki."


def _weighed(step: StepContent, pictures: Iterable[StepPicture]) -> Iterable[StepPicture]:
    for each in pictures:
        image = getattr(step, each.field)
        picture = picture_of(image, [], wide_as=SIZES[each.field]) if image else None
        yield replace(each, title=image.title if image else "", bytes=picture.bytes if picture else None)


def _of_guide(page: GuidePage, known: Known) -> list[Finding]:
    return [
        finding
        for name, measured in GUIDE_TEXTS.items()
        for finding in check_words(name, getattr(page, name), known)
        if measured or finding.code != "sentence.long"
    ]
