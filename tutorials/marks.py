"""What a reader tells us about a step: done, not done after all, confusing."""

from uuid import UUID

from django.db import transaction

from tutorials.models import GuidePage, GuideStep
from tutorials.signals import step_confusing, step_done, step_undone


@transaction.atomic
def mark_done(learner: UUID, guide: GuidePage, step: GuideStep) -> GuideStep | None:
    """Say that the learner finished this step; return the step that follows, None after the last."""
    following = step.following
    step_done.send(GuidePage, **_facts(learner, guide, step), next_step=following.key if following else None)
    return following


@transaction.atomic
def undo_done(learner: UUID, guide: GuidePage, step: GuideStep) -> None:
    step_undone.send(GuidePage, **_facts(learner, guide, step))


@transaction.atomic
def mark_confusing(learner: UUID, guide: GuidePage, step: GuideStep, *, reason: str = "") -> None:
    step_confusing.send(GuidePage, **_facts(learner, guide, step), reason=reason)


def _facts(learner: UUID, guide: GuidePage, step: GuideStep) -> dict[str, object]:
    return {"learner": learner, "guide": guide.key, "version": str(guide.version), "step": step.key}
