"""How long people rest who come back: pauses between two signs of one person in one activity, counted in bins."""

import math

SHORTEST_REST = 30 * 60  # seconds; a shorter pause is part of the work
LONGEST_REST = 14 * 24 * 3600
_RATIO = 1.05  # each bin is 5 % longer than the one before


def rest_bin(seconds: float) -> int | None:
    """The bin of a pause, from 0; None for a pause that is no rest. Everything beyond LONGEST_REST is in one bin."""
    if seconds < SHORTEST_REST:
        return None
    return int(math.log(min(seconds, LONGEST_REST) / SHORTEST_REST) / math.log(_RATIO) + 1e-9)


def rest_end(place: int) -> float:
    """The longest pause of a bin, in seconds."""
    return min(float(LONGEST_REST), SHORTEST_REST * _RATIO ** (place + 1))
