"""The activities whose events can be reported: our own guides and flows, and those imported with a definition."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from learning.domain.definitions import ActivityDefinition, StepDefinition, VersionDefinition
from learning.models import Activity
from sandbox.catalogue import FlowSummary, published_flows
from tutorials.catalogue import GuideDefinition, GuideVideo, guide_definitions

GUIDE_PREFIX = "guide/"
FLOW_PREFIX = "flow/"
GUIDE_KIND, FLOW_KIND, VIDEO_KIND = "guide", "flow", "video"
VIDEO_STEP = "video"  # static/js/peristiwa.js names it so


def known_activities() -> list[ActivityDefinition]:
    """Guides, flows, videos, then imported activities by id. An imported one never stands in for one of our own."""
    own = own_activities()
    taken = {definition.id for definition in own}
    imported = Activity.objects.exclude(pk__in=taken).order_by("pk")
    return [*own, *map(_of_import, imported)]


def own_activities() -> list[ActivityDefinition]:
    guides = guide_definitions()
    videos = [guide.video for guide in guides if guide.video is not None]
    return [*map(_of_guide, guides), *map(_of_flow, published_flows()), *map(_of_video, videos)]


def known_activity(activity: str) -> ActivityDefinition | None:
    return next((definition for definition in known_activities() if definition.id == activity), None)


@transaction.atomic
def store(definitions: Iterable[ActivityDefinition]) -> tuple[int, int]:
    """Keep imported definitions, the newest word on each id winning; return (new, renewed)."""
    created = [_store_one(definition) for definition in definitions]
    return sum(created), len(created) - sum(created)


def _store_one(definition: ActivityDefinition) -> bool:
    _, created = Activity.objects.update_or_create(
        pk=definition.id,
        defaults={
            "title": definition.title,
            "kind": definition.kind,
            "version": definition.version,
            "steps": [
                {"id": step.id, "title": step.title, "expected_seconds": step.expected_seconds}
                for step in definition.steps
            ],
            "versions": [
                {"version": version.version, "at": version.at.isoformat(), "changed": sorted(version.changed)}
                for version in definition.versions
            ],
        },
    )
    return created


def _of_import(activity: Activity) -> ActivityDefinition:
    return ActivityDefinition(
        id=activity.pk,
        title=activity.title,
        kind=activity.kind,
        version=activity.version,
        steps=tuple(StepDefinition(**step) for step in activity.steps),
        versions=tuple(
            VersionDefinition(raw["version"], datetime.fromisoformat(raw["at"]), frozenset(raw["changed"]))
            for raw in activity.versions
        ),
    )


def _of_guide(guide: GuideDefinition) -> ActivityDefinition:
    return ActivityDefinition(
        id=guide.id,
        title=guide.title,
        kind=GUIDE_KIND,
        version=guide.version,
        steps=tuple(StepDefinition(step.id, step.title, step.expected_seconds) for step in guide.steps),
        versions=versions_of((change.step, change.version, change.at) for change in guide.changes),
    )


def _of_video(video: GuideVideo) -> ActivityDefinition:
    """A film is one step: what matters is where in it people stop, and which seconds they play again."""
    return ActivityDefinition(
        id=video.id,
        title=video.title,
        kind=VIDEO_KIND,
        version=video.version,
        steps=(StepDefinition(VIDEO_STEP, video.title, video.seconds),),
        versions=versions_of([(VIDEO_STEP, video.version, video.changed_at)]),
    )


def _of_flow(flow: FlowSummary) -> ActivityDefinition:
    return ActivityDefinition(
        id=FLOW_PREFIX + flow.id,
        title=flow.title,
        kind=FLOW_KIND,
        version=str(flow.version),
        steps=tuple(StepDefinition(screen.id, screen.title, screen.expected_seconds) for screen in flow.screens),
        versions=versions_of((change.screen, change.version, change.at) for change in flow.changes),
    )


def versions_of(changes: Iterable[tuple[str, str, datetime]]) -> tuple[VersionDefinition, ...]:
    """The versions that changed any step, from (step, version, when)."""
    steps: dict[str, set[str]] = {}
    moments: dict[str, datetime] = {}
    for step, version, at in changes:
        steps.setdefault(version, set()).add(step)
        moments[version] = min(at, moments.get(version, at))
    return tuple(VersionDefinition(version, moments[version], frozenset(steps[version])) for version in steps)
