"""After how long a silence somebody counts as lost: learnt from those who came back."""

from collections import Counter
from datetime import timedelta

from learning.domain.rests import LONGEST_REST, SHORTEST_REST, rest_end

UNTIL_KNOWN = timedelta(hours=24)
ENOUGH_RESTS = 50
SHARE_BACK = 0.95  # of those who came back, this share had come back by then


def silence_of(rests: Counter[int]) -> timedelta:
    """The time by which most of those who ever came back had come back; a day until enough are known."""
    total = sum(rests.values())
    if total < ENOUGH_RESTS:
        return UNTIL_KNOWN
    passed = 0
    for place in sorted(rests):
        passed += rests[place]
        if passed >= SHARE_BACK * total:
            return timedelta(seconds=min(max(rest_end(place), SHORTEST_REST), LONGEST_REST))
    return UNTIL_KNOWN
