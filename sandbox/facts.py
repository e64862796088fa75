"""The reference data that the flow engine asks for, from the database."""

from functools import cache

from sandbox import kbli, regions


class DatabaseFacts:
    """Implements sandbox.domain.practice.Facts; asks the database once for each thing while one request is answered."""

    def __init__(self) -> None:
        self._kbli = cache(kbli.title_and_risks)
        self._successors = cache(kbli.successors)
        self._names: dict[str, str | None] = {}

    def kbli_title(self, code: str) -> str | None:
        return self._kbli(code)[0]

    def kbli_risk(self, code: str, scale: str) -> str | None:
        """The first of the levels OSS shows for the code: those with the fewest conditions come first."""
        return next(iter(self._kbli(code)[1].get(scale, ())), None)

    def kbli_successors(self, code_2020: str) -> tuple[tuple[str, str], ...]:
        return tuple(self._successors(code_2020))

    def region_name(self, code: str) -> str | None:
        """Whoever asks for a village asks for what lies around it too, so all of it is looked up at once."""
        if code not in self._names:
            self._names |= {code: None, **regions.names_on_the_way(code)}
        return self._names[code]
