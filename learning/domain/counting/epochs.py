"""Which content of a step an event met.

An epoch is the time between two known versions of an activity, numbered from 0 (before the first known one). An
edition is the content of one step between two changes of it, numbered from 0 likewise. The version that an event
carries decides, not its time: an attempt stays with the version it began with, and a phone that was offline may still
show the old text after the new one came out.
"""

from bisect import bisect_right
from datetime import datetime

from learning.domain.definitions import ActivityDefinition, VersionDefinition


class Epochs:
    """`as_of`: changes that came out later open no edition; None counts them all."""

    def __init__(self, definition: ActivityDefinition, *, as_of: datetime | None = None) -> None:
        self._versions = sorted(definition.versions, key=lambda version: version.at)
        self._moments = [version.at for version in self._versions]
        self._known = {version.version for version in self._versions}
        self._marks = {"": 0} | {mark_of(version): number for number, version in enumerate(self._versions, start=1)}
        self._listed = {version.version: number for number, version in enumerate(self._versions, start=1)}
        self._listed.setdefault(definition.version, len(self._versions))
        numbers = [version.version for version in self._versions]
        self._counted = sorted(map(int, numbers)) if all(map(_is_number, numbers)) else []
        # For each step the epochs that began with a change of it, the first of which opened edition 1.
        self._changes: dict[str, list[int]] = {step.id: [] for step in definition.steps}
        for number, version in enumerate(self._versions, start=1):
            for step in version.changed:
                if step in self._changes and (as_of is None or version.at <= as_of):
                    self._changes[step].append(number)

    def number(self, *, version: str, at: datetime) -> int:
        """The epoch of an event. A version that nobody listed is placed by its number, else by the event's time."""
        if version in self._listed:
            return self._listed[version]
        if self._counted and _is_number(version):
            return bisect_right(self._counted, int(version))
        return bisect_right(self._moments, at)

    def lists(self, version: str) -> bool:
        """Whether the definition tells when this version came out."""
        return version in self._known

    def mark(self, epoch: int) -> str:
        """What an epoch is called where it is kept: by the version it began with, "" for the first. Its number would
        not do: a version that becomes known later may come before it."""
        return mark_of(self._versions[epoch - 1]) if epoch else ""

    def marked(self, mark: str) -> int:
        """The epoch of a mark, or that of its moment when the version is known no more."""
        if mark in self._marks:
            return self._marks[mark]
        return bisect_right(self._moments, datetime.fromisoformat(mark.partition(" ")[0]))

    def edition(self, step: str, epoch: int) -> int:
        return bisect_right(self._changes[step], epoch)

    def current_edition(self, step: str) -> int:
        return len(self._changes[step])

    def span(self, step: str, edition: int) -> tuple[int, int | None]:
        """The epochs of an edition: from the first, up to but not including the second (None: no end)."""
        changes = self._changes[step]
        return (changes[edition - 1] if edition else 0), (changes[edition] if edition < len(changes) else None)

    def opened_by(self, step: str, edition: int) -> VersionDefinition | None:
        """The version that brought an edition; None for edition 0, whose beginning is not known."""
        return self._versions[self._changes[step][edition - 1] - 1] if edition else None


def mark_of(version: VersionDefinition | None) -> str:
    return "" if version is None else f"{version.at.isoformat()} {version.version}"


def _is_number(version: str) -> bool:
    return version.isascii() and version.isdigit()
