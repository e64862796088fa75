"""How sure a share is: closed formulas, 90 % intervals."""

import math

Z90 = 1.6448536269514722  # standard normal quantile of 0.95: 5 % on either side


def wilson(share_of: float, total: float, *, z: float = Z90) -> tuple[float, float] | None:
    """Return the interval for a share of `share_of` in `total`, or None where nobody is there.

    Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    Neither needs to be whole: `share_of` may be a sum of weights between 0 and 1 (the interval is then wider than it
    needs to be), `total` the number of independent people that clustered ones are worth.
    """
    if total <= 0:
        return None
    share = share_of / total
    centre = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    low = 0.0 if share_of <= 0 else max(0.0, (centre - half) / scale)
    high = 1.0 if share_of >= total else min(1.0, (centre + half) / scale)
    return low, high
