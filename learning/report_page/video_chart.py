"""The picture of which seconds of a step's video are watched how often."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learning.charts import number
from learning.domain.advice.saying import clock
from learning.domain.counting.exposures import VIDEO_BIN
from learning.domain.method.rewatch import Rewatch
from learning.domain.suppression import SMALLEST_GROUP

WIDTH, HEIGHT = 300, 56
_BASE = 46  # where the columns stand


@dataclass(frozen=True, slots=True)
class Column:
    """The five seconds of one bin: how high its times and its viewers stand, and whether they stand out."""

    x: str
    width: str
    times_y: str
    times_height: str
    people_y: str
    people_height: str
    stands_out: bool


@dataclass(frozen=True, slots=True)
class VideoChart:
    columns: list[Column]
    end: str  # of the video as far as anybody came, as a clock says it
    most: int  # times


def video_chart(views: Mapping[int, Sequence[int]], rewatched: Sequence[Rewatch]) -> VideoChart | None:
    """`views`: by bin, (viewers, times). Bins that fewer than five people watched are left out."""
    told = {place: (view[0], view[1]) for place, view in views.items() if view[0] >= SMALLEST_GROUP}
    if not told:
        return None
    bins = max(told) + 1
    most = max(times for _, times in told.values())
    wide = WIDTH / bins
    columns = []
    for place, (viewers, times) in sorted(told.items()):
        start = place * VIDEO_BIN
        high, low = times / most * (_BASE - 4), viewers / most * (_BASE - 4)
        columns.append(
            Column(
                number(place * wide), number(max(wide - 0.6, 0.4)), number(_BASE - high), number(high),
                number(_BASE - low), number(low), any(one.start <= start < one.end for one in rewatched),
            )
        )  # fmt: skip
    return VideoChart(columns, clock(bins * VIDEO_BIN), most)
