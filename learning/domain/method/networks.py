"""Trouble of the network kept apart from trouble of the content.

Where people on a bad network (the last sign came slow, or after having been offline) are lost clearly more often at a
step than those on a good one, the step is judged by the latter alone. Where it makes no difference nobody is left out,
so nothing is lost in certainty.
"""

import math

from learning.domain.counting.figures import Fates, StepFigures

ENOUGH_ON_EACH = 5
CLEARLY = 2.326  # standard errors: the 99 % quantile of the normal distribution


def share_of_the_well_connected(step: StepFigures, effect: float) -> tuple[float, float] | None:
    """How the loss rate of those on a good network relates to everybody's, and which part of the people they are.

    None where the network makes no clear difference. `effect`: the design effect of `clusters`.
    """
    bad, good = step.nets.get("bad", Fates()), step.nets.get("ok", Fates())
    if bad.known < ENOUGH_ON_EACH or good.known < ENOUGH_ON_EACH:
        return None
    known = bad.known + good.known
    share = (bad.lost + good.lost) / known
    error = math.sqrt(share * (1 - share) * effect * (1 / bad.known + 1 / good.known))
    if bad.lost / bad.known - good.lost / good.known <= CLEARLY * error:
        return None
    return (good.lost / good.known) / share, good.known / known
