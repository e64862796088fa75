"""How old a comparison with the real portal may be before it is worth less than it looks."""

from datetime import date, timedelta

# A quarter of a year. The portal changes its screens several times a year, and did so within weeks of PP 28/2025.
STALE_AFTER = timedelta(days=90)


def is_stale(compared_on: date | None, *, today: date) -> bool:
    """Whether somebody should look again: compared more than STALE_AFTER ago, or never."""
    return compared_on is None or today - compared_on > STALE_AFTER


def stale_before(today: date) -> date:
    """The first day on which a comparison would still count."""
    return today - STALE_AFTER
