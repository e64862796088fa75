"""The reference data that the flow engine asks for, from the database."""

from sandbox import kbli, regions


class DatabaseFacts:
    """Implements sandbox.domain.practice.Facts."""

    def kbli_title(self, code: str) -> str | None:
        return kbli.title(code)

    def kbli_risk(self, code: str, scale: str) -> str | None:
        """The first of the levels OSS shows for the code: those with the fewest conditions come first."""
        levels = kbli.risks(code, scale)
        return levels[0] if levels else None

    def region_name(self, code: str) -> str | None:
        return regions.name(code)
