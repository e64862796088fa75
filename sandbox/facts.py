"""The reference data that the flow engine asks for, from the database."""

from collections.abc import Callable
from functools import cache

from sandbox import kbli, regions


class DatabaseFacts:
    """Implements sandbox.domain.practice.Facts; asks the database once for each thing while one request is answered."""

    def __init__(self) -> None:
        self.kbli_title: Callable[[str], str | None] = cache(kbli.title)
        self.region_name: Callable[[str], str | None] = cache(regions.name)
        self.kbli_risk: Callable[[str, str], str | None] = cache(_lowest_risk)
        self.kbli_successors: Callable[[str], tuple[tuple[str, str], ...]] = cache(_successors)


def _lowest_risk(code: str, scale: str) -> str | None:
    """The first of the levels OSS shows for the code: those with the fewest conditions come first."""
    levels = kbli.risks(code, scale)
    return levels[0] if levels else None


def _successors(code_2020: str) -> tuple[tuple[str, str], ...]:
    return tuple(kbli.successors(code_2020))
