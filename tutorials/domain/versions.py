"""Which steps of a guide changed with a publication, and which version they changed in.

Pure: the clock is an argument. A stamp belongs to a step key; order plays no part, so reordering is no change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Stamp:
    """The content a step was last published with, and since when."""

    digest: str
    changed_at: datetime
    changed_version: str


def next_publication(
    digests: Mapping[str, str], published: Mapping[str, Stamp], *, version: int, now: datetime
) -> tuple[int, dict[str, Stamp]]:
    """The version and the stamps after publishing steps with these content digests (key to digest).

    The version rises by one when a step is new, changed or gone; the stamps of unchanged steps stay.
    """
    unchanged = {key: published[key] for key in digests if key in published and published[key].digest == digests[key]}
    if len(unchanged) == len(digests) == len(published):
        return max(version, 1), unchanged
    version += 1
    changed = {key: Stamp(digest, now, str(version)) for key, digest in digests.items() if key not in unchanged}
    return version, unchanged | changed
