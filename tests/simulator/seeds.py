"""Thresholds are fixed on some seeds and reported on others that nobody looked at while fixing them."""

TUNING = range(0, 10_000)
EVALUATION = range(1_000_000, 2_000_000)
