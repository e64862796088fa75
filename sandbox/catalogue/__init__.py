"""The published flows: what other packages may know of them, and how a document becomes a version."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from sandbox.catalogue.changes import ScreenChange, changes_of
from sandbox.catalogue.checking import StrandingFlow, check
from sandbox.domain.document import Flow
from sandbox.domain.node import InvalidDocument
from sandbox.domain.reading import read_flow
from sandbox.domain.realnumbers import holds_real_number, redact
from sandbox.learners import LearnerRequest
from sandbox.models import FlowVersion

STARTER_FLOWS = Path(__file__).parent.parent / "flows"

__all__ = [
    "FlowSummary", "InvalidDocument", "LearnerRequest", "ScreenChange", "ScreenSummary", "StrandingFlow", "check",
    "document_hash", "flow_of", "flow_summary", "holds_real_number", "load_starter_flows", "newest_version",
    "newest_versions", "publish", "published_flows", "redact", "starter_hashes", "store_trial",
]  # fmt: skip


@dataclass(frozen=True)
class ScreenSummary:
    id: str
    title: str
    expected_seconds: int
    changed_at: datetime  # when the version came out that gave this screen its present content
    changed_version: str


@dataclass(frozen=True)
class FlowSummary:
    id: str
    title: str
    summary: str
    version: int
    published_at: datetime
    screens: tuple[ScreenSummary, ...]
    personas: tuple[tuple[str, str], ...]  # (id, name)
    changes: tuple[ScreenChange, ...]  # of all versions, oldest first; also of screens that are gone

    @property
    def minutes(self) -> int:
        return max(1, round(sum(screen.expected_seconds for screen in self.screens) / 60))


def published_flows() -> list[FlowSummary]:
    """Each flow in its newest version, by title."""
    versions = list(FlowVersion.objects.newest().defer("document"))
    changes = changes_of(version.flow_id for version in versions)
    return [_summary(version, changes[version.flow_id]) for version in versions]


def flow_summary(flow_id: str) -> FlowSummary | None:
    version = newest_version(flow_id)
    return None if version is None else _summary(version, changes_of([flow_id])[flow_id])


def newest_version(flow_id: str) -> FlowVersion | None:
    """Without its document of 250 KB: who plays it asks flow_of."""
    return FlowVersion.objects.of_flow(flow_id).defer("document").first()


def newest_versions() -> dict[str, FlowVersion]:
    """By flow id."""
    return {version.flow_id: version for version in FlowVersion.objects.newest()}


def starter_hashes(flow_id: str) -> set[str]:
    """The hashes of what releases, not staff, have published of a flow."""
    return set(FlowVersion.objects.of_flow(flow_id).filter(starter=True).values_list("sha256", flat=True))


def flow_of(version: FlowVersion) -> Flow:
    """The validated document; parsed once per process, since versions never change."""
    return read_flow(version.document) if version.pk is None else _parsed(version.sha256, version.pk)


@transaction.atomic
def publish(document: object, *, at: datetime | None = None, starter: bool = False) -> FlowVersion:
    """Store `document` as the next version of its flow; the newest one again when nothing changed.

    Raises InvalidDocument, naming the place, and StrandingFlow, whose `problems` names all of them, for a flow in
    which a learner would not come to the end; what was published stays.
    """
    flow = read_flow(document)
    sha256 = document_hash(document)
    newest = newest_version(flow.id)
    if newest is not None and newest.sha256 == sha256:
        return newest
    problems = check(document, starter=starter)
    if problems:
        raise StrandingFlow(problems)
    return FlowVersion.objects.create(
        flow_id=flow.id,
        number=1 if newest is None else (newest.number or 0) + 1,
        title=flow.title,
        document=document,
        sha256=sha256,
        starter=starter,
        published_at=at or timezone.now(),
    )


def store_trial(document: object) -> FlowVersion:
    """Store a draft to be played by staff: a version without a number, listed and counted nowhere.

    A draft that strands its learners may be tried out; one that cannot be read raises InvalidDocument.
    """
    flow = read_flow(document)
    sha256 = document_hash(document)
    same = FlowVersion.objects.filter(flow_id=flow.id, trial=True, sha256=sha256).first()
    return same or FlowVersion.objects.create(
        flow_id=flow.id,
        number=None,
        title=flow.title,
        document=document,
        sha256=sha256,
        trial=True,
        published_at=timezone.now(),
    )


def load_starter_flows() -> list[tuple[FlowVersion, bool]]:
    """Publish the starter flows that are new or changed in this release; (version, whether it is new).

    A flow that staff have published over is left alone.
    """
    return [_load_starter(path) for path in sorted(STARTER_FLOWS.glob("*.json"))]


def _load_starter(path: Path) -> tuple[FlowVersion, bool]:
    document = json.loads(path.read_text(encoding="utf-8"))
    newest = newest_version(document["id"])
    if newest is not None and (not newest.starter or newest.sha256 == document_hash(document)):
        return newest, False
    return publish(document, starter=True), True


def document_hash(document: object) -> str:
    return hashlib.sha256(json.dumps(document, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@lru_cache(maxsize=64)
def _parsed(sha256: str, pk: int) -> Flow:
    return read_flow(FlowVersion.objects.values_list("document", flat=True).get(pk=pk))


def _summary(version: FlowVersion, changes: tuple[ScreenChange, ...]) -> FlowSummary:
    flow = flow_of(version)
    last = {change.screen: change for change in changes}
    return FlowSummary(
        id=flow.id,
        title=flow.title,
        summary=flow.summary,
        version=version.number or 0,
        published_at=version.published_at,
        screens=tuple(
            ScreenSummary(screen.id, screen.title, screen.expected_seconds, last[screen.id].at, last[screen.id].version)
            for screen in flow.screens
        ),
        personas=tuple((persona.id, persona.name) for persona in flow.personas),
        changes=changes,
    )
