"""Which events met the content that a step has now.

An epoch is the time between two known versions of an activity, numbered from 0 (before the first known one). The
version that an event carries decides, not its time: an attempt stays with the version it began with, and a phone
that was offline may still show the old text after the new one came out.
"""

from bisect import bisect_right
from datetime import datetime

from learning.domain.definitions import ActivityDefinition


class Epochs:
    def __init__(self, definition: ActivityDefinition, *, as_of: datetime) -> None:
        versions = sorted(definition.versions, key=lambda version: version.at)
        self._moments = [version.at for version in versions]
        self._listed = {version.version: number for number, version in enumerate(versions, start=1)}
        self._listed.setdefault(definition.version, len(versions))
        numbers = [version.version for version in versions]
        self._counted = sorted(map(int, numbers)) if all(map(_is_number, numbers)) else []
        self._first = {step.id: 0 for step in definition.steps}
        for number, version in enumerate(versions, start=1):
            if version.at <= as_of:
                self._first.update(dict.fromkeys(version.changed, number))

    def first_of(self, step: str) -> int:
        """The epoch since which the step's content is what it was at `as_of`."""
        return self._first[step]

    def content_since(self, step: str) -> datetime | None:
        """When the step's content of `as_of` came out; None where it never changed as far as is known."""
        return self._moments[self._first[step] - 1] if self._first[step] else None

    def is_current(self, step: str, *, version: str, at: datetime) -> bool:
        """Whether an event at a step of this activity met the content of `as_of`."""
        return self.number(version=version, at=at) >= self._first[step]

    def number(self, *, version: str, at: datetime) -> int:
        """The epoch of an event. A version that nobody listed is placed by its number, else by the event's time."""
        if version in self._listed:
            return self._listed[version]
        if self._counted and _is_number(version):
            return bisect_right(self._counted, int(version))
        return bisect_right(self._moments, at)


def _is_number(version: str) -> bool:
    return version.isascii() and version.isdigit()
