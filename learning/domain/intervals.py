"""How sure a share or a middle value is: closed formulas, 90 % intervals."""

import math
from collections.abc import Sequence
from statistics import median

Z90 = 1.6448536269514722  # standard normal quantile of 0.95: 5 % on either side


def wilson(share_of: float, total: int, *, z: float = Z90) -> tuple[float, float] | None:
    """Return the interval for a share of `share_of` in `total`, or None when total is 0.

    Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    `share_of` may be a sum of weights between 0 and 1; the interval is then wider than it needs to be.
    """
    if total == 0:
        return None
    share = share_of / total
    centre = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    low = 0.0 if share_of <= 0 else max(0.0, (centre - half) / scale)
    high = 1.0 if share_of >= total else min(1.0, (centre + half) / scale)
    return low, high


def median_low(values: Sequence[float], *, z: float = Z90) -> float | None:
    """Return the lower end of the median's interval, or None when there are too few values for one.

    The k-th smallest value, where k counts from the binomial distribution of values below the median
    (normal approximation; Conover, Practical Nonparametric Statistics, section 3.2).
    """
    k = math.floor(len(values) / 2 - z * math.sqrt(len(values)) / 2)
    return sorted(values)[k - 1] if k >= 1 else None


def middle(values: Sequence[float]) -> float | None:
    return median(values) if values else None
