"""Seconds of a video that people watch again more often than those around them: something there is not clear.

A scan statistic (Kulldorff, A spatial scan statistic, Communications in Statistics 26, 1997) over stretches of up to
30 seconds, against what is usual within a minute on either side.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from learning.domain.counting.exposures import VIDEO_BIN

AROUND = 60 // VIDEO_BIN
LONGEST = 30 // VIDEO_BIN
SKIPPED = 10 // VIDEO_BIN  # at the beginning people start over for reasons of their own
ENOUGH_VIEWERS = 10
# Standard errors of a Poisson count: beyond chance for some hundred stretches of one video, though the bins of a
# stretch are played by the same people and say less than so many independent ones.
CLEARLY = 6.0
LEAST_AGAIN = 0.25  # and one viewer in four watches it once more than is usual


@dataclass(frozen=True, slots=True)
class Rewatch:
    """Seconds `start` to `end` of a step's video that `people` watched, `times` in all, `excess` more than expected."""

    start: int
    end: int
    people: int
    times: int
    excess: float


def rewatched(views: Mapping[int, list[int]]) -> tuple[Rewatch, ...]:
    """`views`: by bin of VIDEO_BIN seconds, [viewers, times played]. The clearest stretches, in the video's order."""
    usual = {place: _usual(views, place) for place in views if place >= SKIPPED}
    stretches = [
        (start, length)
        for start in usual
        for length in range(1, LONGEST + 1)
        if all(place in usual for place in range(start, start + length))
    ]
    clear = sorted(((_clearness(views, usual, *one), one) for one in stretches), key=lambda each: (-each[0], each[1]))
    found: list[Rewatch] = []
    taken: set[int] = set()
    for clearness, (start, length) in clear:
        places = range(start, start + length)
        if clearness < CLEARLY:
            break
        if taken.isdisjoint(places):
            found.append(_rewatch(views, usual, places))
            taken.update(range(start - 1, start + length + 1))
    return tuple(sorted(found, key=lambda one: one.start))


def _usual(views: Mapping[int, list[int]], place: int) -> float:
    """How often a viewer plays the seconds around."""
    around = [
        times / viewers
        for other in range(place - AROUND, place + AROUND + 1)
        if (part := views.get(other)) and other >= SKIPPED
        for viewers, times in [part]
    ]
    return max(1.0, median(around))


def _clearness(views: Mapping[int, list[int]], usual: Mapping[int, float], start: int, length: int) -> float:
    places = range(start, start + length)
    viewers = sum(views[place][0] for place in places)
    expected = sum(views[place][0] * usual[place] for place in places)
    excess = sum(views[place][1] for place in places) - expected
    if viewers < ENOUGH_VIEWERS * length or excess < LEAST_AGAIN * viewers:
        return 0.0
    return excess / math.sqrt(expected)


def _rewatch(views: Mapping[int, list[int]], usual: Mapping[int, float], places: range) -> Rewatch:
    return Rewatch(
        start=places.start * VIDEO_BIN,
        end=places.stop * VIDEO_BIN,
        people=max(views[place][0] for place in places),
        times=max(views[place][1] for place in places),
        excess=max(views[place][1] - views[place][0] * usual[place] for place in places),
    )
