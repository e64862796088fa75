"""The published guides: what other packages may know of them."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from tutorials.domain.versions import Stamp
from tutorials.models import GuidePage, GuideStep


@dataclass(frozen=True)
class GuideStepDefinition:
    id: str  # the step's key
    title: str
    expected_seconds: int
    changed_at: datetime  # when this content was first published
    changed_version: str


@dataclass(frozen=True)
class GuideDefinition:
    id: str  # "guide/<slug>"
    title: str
    version: str
    edit_url: str  # in the admin, at the tab with the steps
    steps: tuple[GuideStepDefinition, ...]  # in order


def guide_definitions() -> list[GuideDefinition]:
    """Each live guide as it is published, in the order of the list of guides."""
    return [_definition(guide) for guide in GuidePage.objects.live().with_steps().order_by("path")]


def _definition(guide: GuidePage) -> GuideDefinition:
    return GuideDefinition(
        id=guide.activity_id,
        title=guide.title,
        version=str(guide.version),
        edit_url=f"{reverse('wagtailadmin_pages:edit', args=[guide.pk])}#tab-langkah",
        steps=tuple(_step_definition(step, stamp) for step in guide.steps.all() if (stamp := step.stamp)),
    )


def _step_definition(step: GuideStep, stamp: Stamp) -> GuideStepDefinition:
    return GuideStepDefinition(step.key, step.title, step.expected_seconds, stamp.changed_at, stamp.changed_version)
