"""The one gate before readers: a guide that lacks what they need is not published, whichever way it is asked for.

The form says it at the field; a bulk action, an approval and a call in code get `Blocked`; the schedule writes it in
the guide's history, keeps the draft and goes on (`scheduled.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from tutorials.domain.content_checks import Finding, Level
from tutorials.guide_editing.archive import pointers_to_removed
from tutorials.guide_editing.questions import unknown_questions
from tutorials.guide_editing.step_texts import blocks_of_step
from tutorials.models.videos import SILENT_VIDEO

if TYPE_CHECKING:  # the page asks this module before it is published
    from django.contrib.auth.base_user import AbstractBaseUser
    from wagtail.models import Revision

    from tutorials.models import GuidePage

NO_STEP = "Panduan ini belum punya langkah. Tulis paling sedikit satu."


class Blocked(ValidationError):
    """Not published, and nothing was stored; `sentences` tell what to do, each with the place it is about."""

    def __init__(self, page: GuidePage, findings: list[Finding]) -> None:
        titles = {step.key: step.title for step in page.steps.all()}
        self.page_id = page.pk
        self.page_title = page.title
        self.sentences = [
            f"Langkah “{titles[finding.step]}”: {finding.sentence}" if finding.step in titles else finding.sentence
            for finding in findings
        ]
        super().__init__(self.sentences)

    @property
    def message_to_staff(self) -> str:
        return f"“{self.page_title}” belum diterbitkan. {' '.join(self.sentences)}"


def blocks_of(page: GuidePage) -> list[Finding]:
    """What keeps this version of the guide from being published."""
    steps = page.steps.all()
    found = [] if steps else [_of_guide("steps.none", "steps", NO_STEP)]
    if page.video_id and not page.video_captions_id:
        found.append(_of_guide("video.silent", "video_captions", SILENT_VIDEO))
    found += [_of_guide("step.pointed-at", "steps", sentence) for sentence in pointers_to_removed(page)]
    found += unknown_questions(page)
    return found + [finding for step in steps for finding in blocks_of_step(step)]


def refuse_blocked(page: GuidePage) -> None:
    """Raise Blocked when something keeps this version from being published."""
    if found := blocks_of(page):
        raise Blocked(page, found)


def publish(revision: Revision, *, user: AbstractBaseUser | None = None) -> None:
    """Publish a revision of a guide. Raises Blocked; nothing is stored then."""
    revision.publish(user=user)


def _of_guide(code: str, field: str, sentence: str) -> Finding:
    return Finding(Level.BLOCK, code, "", field, sentence)
