"""How long reading takes, and where to go on: the one place for what guides, progress and the home page say of it."""

import math
from collections.abc import Iterable, Sequence


def whole_minutes(seconds: Iterable[float]) -> int:
    """These times together in whole minutes, rounded up: a promise that is easy to keep. 0 for no time at all."""
    return math.ceil(sum(seconds) / 60)


def place_to_go_on(done: Sequence[bool]) -> int | None:
    """From whether each step is done, in order: the 0-based place of the step that comes next.

    The first one not done after the last one done; where none follows, the first not done; None when all are done.
    """
    undone = [place for place, is_done in enumerate(done) if not is_done]
    last = max((place for place, is_done in enumerate(done) if is_done), default=-1)
    return next((place for place in undone if place > last), next(iter(undone), None))
