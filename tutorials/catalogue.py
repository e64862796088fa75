"""The published guides: what other packages may know of them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.urls import reverse

from tutorials.domain.pace import place_to_go_on, whole_minutes
from tutorials.domain.versions import Stamp
from tutorials.models import GuidePage, GuideStep, StepChange
from tutorials.models.guides import GuideQuerySet
from tutorials.pictures import Picture
from tutorials.practice import make_reference, reaches_the_end
from tutorials.rows import row_anchor

__all__ = [
    "GuideDefinition", "GuideStepChange", "GuideStepDefinition", "GuideVideo", "StepLink", "StepPanel",
    "guide_definitions", "guide_step_changes", "guide_steps_about", "guide_steps_about_fault", "place_to_go_on",
    "step_panel", "whole_minutes",
]  # fmt: skip

STEP_LINKS = "guide-steps-by-practice-screen"
STEP_PANEL = "guide-step-beside-practice"
# Each practice screen asks, at every press; an editor's change may well be a minute late there.
STEP_LINKS_SECONDS = 60
FAULT = "fault:"  # before a kind, in the table of links; a reference to a screen names its flow there


@dataclass(frozen=True)
class GuideStepDefinition:
    id: str  # the step's key
    title: str
    url: str  # root-relative
    edit_url: str  # in the admin, at this step
    expected_seconds: int
    changed_at: datetime  # when this content was first published
    changed_version: str
    mend_url: str = ""  # in the admin, a small page for this step alone


@dataclass(frozen=True, slots=True)
class GuideStepChange:
    """At `at` the version was published in which a step was new or had another content."""

    step: str
    version: str
    at: datetime


@dataclass(frozen=True, slots=True)
class GuideVideo:
    id: str  # "video/<key>"
    title: str
    version: str  # another film, another version
    seconds: float  # 0 where nobody wrote it down
    changed_at: datetime  # when this film was uploaded


@dataclass(frozen=True)
class GuideDefinition:
    id: str  # "guide/<key>"
    title: str
    url: str  # root-relative
    version: str
    edit_url: str  # in the admin, at the tab with the steps
    steps: tuple[GuideStepDefinition, ...]  # in order
    changes: tuple[GuideStepChange, ...]  # as far as they are remembered, oldest first; also of steps that are gone
    leads_to_the_end: bool = False  # of a flow: one of its steps explains the last screen
    video: GuideVideo | None = None


@dataclass(frozen=True)
class StepLink:
    title: str
    number: int  # from 1
    url: str  # root-relative
    guide_id: int
    key: str


@dataclass(frozen=True)
class StepPanel:
    """A step to be read beside the form, without leaving it."""

    key: str
    title: str
    url: str  # root-relative, of the whole step
    body_html: str
    more_html: str
    expect: str
    picture: Picture | None
    image_alt: str
    errors: tuple[str, ...]  # codes of what else may show
    faults: tuple[str, ...]  # kinds of faults that it explains


def guide_definitions() -> list[GuideDefinition]:
    """Each live guide as it is published, in the order of the list of guides."""
    return [_definition(guide) for guide in _live_guides().prefetch_related("step_changes", "video")]


def guide_step_changes() -> dict[str, list[GuideStepChange]]:
    """By "guide/<key>": when the steps of each live guide changed, as far as that is remembered, in one query."""
    changes: defaultdict[str, list[GuideStepChange]] = defaultdict(list)
    rows = StepChange.objects.filter(page__live=True).order_by("page", "at", "pk")
    for key, step, version, at in rows.values_list("page__key", "step", "version", "at"):
        changes[f"guide/{key}"].append(GuideStepChange(step, version, at))
    return dict(changes)


def guide_steps_about(flow_id: str, screen_id: str) -> list[StepLink]:
    """The live guide steps that explain a practice screen, as they were at most STEP_LINKS_SECONDS ago.

    Those whose own screen it is come before those that explain it too.
    """
    return _links().get(make_reference(flow_id, screen_id), [])


def guide_steps_about_fault(kind: str) -> list[StepLink]:
    """The live guide steps that explain a kind of fault, as they were at most STEP_LINKS_SECONDS ago."""
    return _links().get(f"{FAULT}{kind}", [])


def step_panel(link: StepLink) -> StepPanel | None:
    """What this step says, as it was at most STEP_LINKS_SECONDS ago; None when it went meanwhile."""
    panel = cache.get_or_set(f"{STEP_PANEL}:{link.guide_id}:{link.key}", lambda: _panel(link), STEP_LINKS_SECONDS)
    assert panel is None or isinstance(panel, StepPanel)
    return panel


def _live_guides() -> GuideQuerySet:
    return GuidePage.objects.live().with_steps().order_by("path")


def _links() -> dict[str, list[StepLink]]:
    links = cache.get_or_set(STEP_LINKS, _links_by_subject, STEP_LINKS_SECONDS)
    assert links is not None, "_links_by_subject never returns None"
    return links


def _links_by_subject() -> dict[str, list[StepLink]]:
    own, further = defaultdict(list), defaultdict(list)
    for guide in _live_guides():
        for step in guide.numbered_steps():
            link = StepLink(step.title, step.number, step.url, guide.pk, step.key)
            if step.practice:
                own[step.practice].append(link)
            for subject in (*step.also_screens, *(f"{FAULT}{kind}" for kind in step.faults)):
                further[subject].append(link)
    return {subject: own[subject] + further[subject] for subject in {*own, *further}}


def _panel(link: StepLink) -> StepPanel | None:
    guide = _live_guides().filter(pk=link.guide_id).first()
    step = next((step for step in guide.numbered_steps() if step.key == link.key), None) if guide else None
    if step is None:
        return None
    return StepPanel(
        key=step.key,
        title=step.title,
        url=step.url,
        body_html=step.body_html,
        more_html=step.more_html,
        expect=step.expect,
        picture=step.picture,
        image_alt=step.image_alt,
        errors=tuple(step.errors),
        faults=tuple(step.faults),
    )


def _definition(guide: GuidePage) -> GuideDefinition:
    form = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    return GuideDefinition(
        id=guide.activity_id,
        title=guide.title,
        url=guide.path_on_site,
        version=str(guide.version),
        edit_url=f"{form}#tab-langkah",
        steps=tuple(_step_definition(step, stamp, form) for step in guide.numbered_steps() if (stamp := step.stamp)),
        changes=tuple(GuideStepChange(change.step, change.version, change.at) for change in guide.step_changes.all()),
        leads_to_the_end=reaches_the_end(screen for step in guide.steps.all() for screen in step.explains),
        video=_video(guide),
    )


def _video(guide: GuidePage) -> GuideVideo | None:
    if guide.video is None:
        return None
    title = f"Video: {guide.title}"
    return GuideVideo(
        guide.video_activity_id, title, guide.video_version, float(guide.video_seconds or 0), guide.video.created_at
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
        mend_url=reverse("step-mend", args=[step.page_id, step.key]),
    )
