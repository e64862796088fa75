"""One line of the benchmarks' table."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    name: str
    measured: str
    goal: str


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table in plain text, columns as wide as their widest cell."""
    rows = [("figure", "measured", "goal"), *((figure.name, figure.measured, figure.goal) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])
