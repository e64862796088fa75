"""The beta and the normal distribution in closed formulas, as far as the method needs them."""

import math

_TINY = 1e-300
_ROUNDS = 300


def log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def normal_above(z: float) -> float:
    """The share of a standard normal distribution above `z`."""
    return 0.5 * math.erfc(z / math.sqrt(2))


def beta_above(limit: float, a: float, b: float) -> float:
    """The share of a beta distribution above `limit`: 1 minus the regularised incomplete beta function.

    Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, by Lentz's method.
    """
    if limit <= 0:
        return 1.0
    if limit >= 1:
        return 0.0
    if limit > (a + 1) / (a + b + 2):
        return _tail(1 - limit, b, a)
    return 1 - _tail(limit, a, b)


def _tail(x: float, a: float, b: float) -> float:
    """The share below `x`, for an `x` at or below the mean, where the fraction converges fast."""
    front = math.exp(a * math.log(x) + b * math.log1p(-x) - log_beta(a, b)) / a
    return min(1.0, front * _fraction(x, a, b)) if front else 0.0


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _away_from_0(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _ROUNDS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_0(1 + term * d)
            c = _away_from_0(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < 1e-8:
            break
    return value


def _away_from_0(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
