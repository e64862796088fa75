"""How long a step takes, compared with its expected time: a robust level with its standard error."""

import math

from learning.domain.method.tallies import Tally

# Of a normal distribution: the median absolute deviation is 0.6745 standard deviations, and the median of a sample is
# 1.2533 times as uncertain as its mean (Rousseeuw and Croux, JASA 88, 1993).
_DEVIATION, _OF_MEDIAN = 1.4826, 1.2533
USUAL_SPREAD = 0.6  # of the logarithm of people's times at one step; stands in where too few were measured
SPREAD_WORTH = 5  # people


def pace_level(tally: Tally) -> tuple[float, float] | None:
    """The logarithm of the median time divided by the expected one, and its standard error; None where not known."""
    if tally.pace is None or tally.pace <= 0 or tally.median_seconds is None:
        return None
    spread = math.sqrt(
        (tally.timed * _spread(tally) ** 2 + SPREAD_WORTH * USUAL_SPREAD**2) / (tally.timed + SPREAD_WORTH)
    )
    return math.log(tally.pace), _OF_MEDIAN * spread / math.sqrt(tally.timed)


def _spread(tally: Tally) -> float:
    """From the quartiles, whose distance is twice the median absolute deviation where the logarithms are symmetric."""
    low, high = tally.times.quantile(0.25), tally.times.quantile(0.75)
    return _DEVIATION * math.log(high / low) / 2 if low and high else USUAL_SPREAD
