"""What of a definition decides how people are counted, and what a change of it means for sums that are kept."""

import json
from datetime import datetime
from enum import Enum

from learning.domain.counting.sum_documents import written
from learning.domain.definitions import ActivityDefinition


class Change(Enum):
    """What has to be counted anew: nobody, those whose events carry a version that was not listed, everybody."""

    NONE = "none"
    UNLISTED = "unlisted"
    EVERYTHING = "everything"


def signature_of(definition: ActivityDefinition) -> str:
    """Titles and expected times are not in it: they change no count."""
    versions = [
        [version.at.isoformat(), version.version, sorted(version.changed)]
        for version in sorted(definition.versions, key=lambda version: version.at)
    ]
    steps = [step.id for step in definition.steps]
    return written({"steps": steps, "versions": versions, "version": definition.version})


def change_between(old: str, new: str) -> Change:
    """An event that carries a listed version stays in its epoch as long as versions are only added at the end."""
    if old == new:
        return Change.NONE
    before, after = json.loads(old), json.loads(new)
    grown = after["versions"][: len(before["versions"])] == before["versions"]
    return Change.UNLISTED if grown and before["steps"] == after["steps"] else Change.EVERYTHING


def can_be_summed(definition: ActivityDefinition, *, now: datetime) -> bool:
    """Not while a version is still to come (its steps count by it only from its day), nor with two of one name."""
    versions = definition.versions
    named = len({(version.version, version.at) for version in versions}) == len(versions)
    return (
        named
        and len({version.version for version in versions}) == len(versions)
        and all(version.at <= now for version in versions)
    )
