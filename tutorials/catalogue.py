"""The published guides: what other packages may know of them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.urls import reverse

from tutorials.domain.pace import place_to_go_on, whole_minutes
from tutorials.domain.versions import Stamp
from tutorials.models import GuidePage, GuideStep
from tutorials.models.guides import GuideQuerySet
from tutorials.practice import make_reference
from tutorials.rows import row_anchor

__all__ = [
    "GuideDefinition", "GuideStepDefinition", "StepLink", "guide_definitions", "guide_steps_about", "place_to_go_on",
    "whole_minutes",
]  # fmt: skip

STEP_LINKS = "guide-steps-by-practice-screen"
# Each practice screen asks, at every press; an editor's change may well be a minute late there.
STEP_LINKS_SECONDS = 60


@dataclass(frozen=True)
class GuideStepDefinition:
    id: str  # the step's key
    title: str
    url: str  # root-relative
    edit_url: str  # in the admin, at this step
    expected_seconds: int
    changed_at: datetime  # when this content was first published
    changed_version: str


@dataclass(frozen=True)
class GuideDefinition:
    id: str  # "guide/<key>"
    title: str
    url: str  # root-relative
    version: str
    edit_url: str  # in the admin, at the tab with the steps
    steps: tuple[GuideStepDefinition, ...]  # in order


@dataclass(frozen=True)
class StepLink:
    title: str
    number: int  # from 1
    url: str  # root-relative


def guide_definitions() -> list[GuideDefinition]:
    """Each live guide as it is published, in the order of the list of guides."""
    return [_definition(guide) for guide in _live_guides()]


def guide_steps_about(flow_id: str, screen_id: str) -> list[StepLink]:
    """The live guide steps that explain a practice screen, as they were at most STEP_LINKS_SECONDS ago."""
    links = cache.get_or_set(STEP_LINKS, _links_by_screen, STEP_LINKS_SECONDS)
    assert links is not None, "_links_by_screen never returns None"
    return links.get(make_reference(flow_id, screen_id), [])


def _live_guides() -> GuideQuerySet:
    return GuidePage.objects.live().with_steps().order_by("path")


def _links_by_screen() -> dict[str, list[StepLink]]:
    links: defaultdict[str, list[StepLink]] = defaultdict(list)
    for guide in _live_guides():
        for step in filter(lambda step: step.practice, guide.numbered_steps()):
            links[step.practice].append(StepLink(step.title, step.number, step.url))
    return dict(links)


def _definition(guide: GuidePage) -> GuideDefinition:
    form = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    return GuideDefinition(
        id=guide.activity_id,
        title=guide.title,
        url=guide.path_on_site,
        version=str(guide.version),
        edit_url=f"{form}#tab-langkah",
        steps=tuple(_step_definition(step, stamp, form) for step in guide.numbered_steps() if (stamp := step.stamp)),
    )


def _step_definition(step: GuideStep, stamp: Stamp, form: str) -> GuideStepDefinition:
    return GuideStepDefinition(
        id=step.key,
        title=step.title,
        url=step.url,
        edit_url=f"{form}#{row_anchor(step.key)}",
        expected_seconds=step.expected_seconds,
        changed_at=stamp.changed_at,
        changed_version=stamp.changed_version,
    )
