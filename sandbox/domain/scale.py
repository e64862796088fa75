"""Scale of a business by its capital, without land and building: PP 7/2021 article 35 (docs/flows.md)."""

MICRO_MOST = 1_000_000_000
SMALL_MOST = 5_000_000_000
MEDIUM_MOST = 10_000_000_000


def scale_of(capital_rupiah: int) -> str:
    """One of "mikro", "kecil", "menengah", "besar"."""
    if capital_rupiah <= MICRO_MOST:
        return "mikro"
    if capital_rupiah <= SMALL_MOST:
        return "kecil"
    if capital_rupiah <= MEDIUM_MOST:
        return "menengah"
    return "besar"
