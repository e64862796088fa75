"""What stands on the screens of practice, letter for letter: a guide's bold words are compared with it."""

import dataclasses
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sandbox.catalogue import flow_of, newest_versions

# What a learner sees of a flow document; what explains it (help, hint, why) is ours, not the portal's.
SEEN = frozenset(["title", "button", "label", "says", "placeholder", "crumbs", "subject", "sender", "note", "clauses"])


def portal_labels() -> frozenset[str]:
    """Titles, fields, buttons, options, messages of every published flow in its newest version."""
    versions = newest_versions()
    return _labels(tuple(sorted((flow, version.sha256) for flow, version in versions.items())))


@lru_cache(maxsize=4)
def _labels(_versions: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """By what is published: versions never change."""
    flows = [flow_of(version) for version in newest_versions().values()]
    return frozenset(text.strip().rstrip(".,") for flow in flows for text in _seen(flow, name=""))


def _seen(node: object, *, name: str) -> Iterator[str]:
    if isinstance(node, str):
        if name in SEEN:
            yield node
    elif dataclasses.is_dataclass(node):
        for field in dataclasses.fields(node):
            yield from _seen(getattr(node, field.name), name=field.name)
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _seen(value, name=name)
    elif isinstance(node, (tuple, list)):
        for value in node:
            yield from _seen(value, name=name)
