"""A step of the database as the content checks take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutorials.domain.content_checks import PICTURE_NAMES, Finding, Known, StepPicture, StepText, check_step

if TYPE_CHECKING:  # the models ask this module before they let anything be published
    from tutorials.models.step_content import StepContent

NOTHING = Known()


def text_of(step: StepContent, *, key: str = "") -> StepText:
    """What the step says, without the weight of its pictures."""
    return StepText(
        key=key or getattr(step, "key", ""),
        title=step.title,
        body=step.body,
        more=step.more,
        expect=step.expect,
        pictures=tuple(_pictures(step)),
        has_practice=bool(step.explains or step.faults),
    )


def blocks_of_step(step: StepContent) -> list[Finding]:
    """What keeps this step from being published; no query is asked for it."""
    return [finding for finding in check_step(text_of(step), NOTHING) if finding.blocks]


def _pictures(step: StepContent) -> list[StepPicture]:
    return [
        StepPicture(name, bool(getattr(step, f"{name}_alt").strip()))
        for name in PICTURE_NAMES
        if getattr(step, f"{name}_id")
    ]
