"""After how long a silence somebody counts as lost: learnt from those who came back, and those who did not."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from learning.domain.counting.rests import rest_bin, rest_end

SHORTEST, LONGEST = timedelta(hours=24), timedelta(days=14)
UNTIL_KNOWN = timedelta(hours=70)  # of somebody last seen three days ago at about this hour it can be said
ENOUGH_RESTS = 200
MANY = 100
COME_BACK = 0.05  # of those who have been silent for so long, no more than this share comes back


def silence_of(
    rests: Counter[int], *, people: int = 0, unfinished: int = 0, waiting: Iterable[datetime] = (),
    as_of: datetime | None = None,
) -> timedelta:  # fmt: skip
    """The shortest silence from which hardly anybody comes back.

    A day where few people came of whom nobody is known to rest; otherwise not quite three days at least, until enough
    rests are known. Of many people some rest: if none is known to, they have not come back yet.

    `rests`: pauses from which people came back, by `rests.rest_bin`. `people`: who began; `unfinished`: who are not
    through; `waiting`: the last signs of those among them who may still be at it.
    """
    known = sum(rests.values())
    least = SHORTEST if known >= ENOUGH_RESTS or (not known and people < MANY) else UNTIL_KNOWN
    at_it: Counter[int | None] = Counter()
    if as_of is not None:
        at_it.update(rest_bin((as_of - last_at).total_seconds()) for last_at in waiting)
    silent = unfinished - at_it[None]
    returning = known
    learnt = timedelta()
    for place in range(max(rests, default=-1) + 1):
        returning -= rests[place]
        silent -= at_it[place]
        learnt = timedelta(seconds=rest_end(place))
        if returning <= COME_BACK * (returning + max(0, silent)):
            break
    return min(max(learnt, least), LONGEST)
