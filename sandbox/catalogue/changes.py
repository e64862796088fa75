"""Which version changed which screens of a flow, from its first version on."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sandbox.models import FlowVersion

# Of each version that this process has looked at, its screens by id, each as a digest. A version never changes, and is
# told by its content; the document of 250 KB is read once.
_digests: dict[str, Mapping[str, bytes]] = {}


@dataclass(frozen=True, slots=True)
class ScreenChange:
    """At `at` the version came out that brought a screen, or another content of it."""

    screen: str
    version: str
    at: datetime


def changes_of(flows: Iterable[str]) -> dict[str, tuple[ScreenChange, ...]]:
    """By flow: the changes of its screens, oldest first. Two queries at most, however many flows and versions."""
    versions = list(
        FlowVersion.objects.filter(flow_id__in=list(flows), trial=False)
        .order_by("flow_id", "number")
        .values_list("flow_id", "number", "published_at", "sha256")
    )
    _read({sha256 for *_, sha256 in versions} - _digests.keys())
    changes: dict[str, list[ScreenChange]] = {}
    before: dict[str, Mapping[str, bytes]] = {}
    for flow, number, at, sha256 in versions:
        screens, earlier = _digests[sha256], before.get(flow, {})
        changed = (screen for screen, digest in screens.items() if earlier.get(screen) != digest)
        changes.setdefault(flow, []).extend(ScreenChange(screen, str(number), at) for screen in changed)
        before[flow] = screens
    return {flow: tuple(found) for flow, found in changes.items()}


def _read(missing: set[str]) -> None:
    if not missing:
        return
    found = FlowVersion.objects.filter(sha256__in=missing).values_list("sha256", "document")
    for sha256, document in found.iterator(chunk_size=20):
        _digests[sha256] = {screen["id"]: _digest(screen) for screen in document["screens"]}


def _digest(screen: object) -> bytes:
    return hashlib.sha256(json.dumps(screen, sort_keys=True).encode()).digest()
