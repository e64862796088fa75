"""The numbered markers on a picture, and the plain text in which an author writes them.

One marker a line, `x y label`: x and y in percent of the picture's width and height, counted from its
left top corner. The number of a marker is its place in the list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tutorials.domain.problems import ContentProblem

MAX_MARKERS = 9  # one digit fits the circle; more than a handful confuses anyway
MAX_LABEL_LENGTH = 80
LINE = re.compile(r"(?P<x>\d{1,3}(?:[.,]\d{1,2})?)\s+(?P<y>\d{1,3}(?:[.,]\d{1,2})?)\s+(?P<label>\S.*)")


@dataclass(frozen=True)
class Marker:
    x: float
    y: float
    label: str


def parse_markers(text: str) -> list[Marker]:
    """Read the author's lines; blank lines are skipped.

    Raises ContentProblem: "marker.form" (not `x y label`), "marker.range" (outside 0-100),
    "marker.label" (label too long), "marker.many" (more than MAX_MARKERS).
    """
    markers = [_parse_line(line.strip(), number) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(markers) > MAX_MARKERS:
        raise ContentProblem("marker.many")
    return markers


def format_markers(markers: Sequence[Marker]) -> str:
    """The text that `parse_markers` reads back to the same markers."""
    return "\n".join(f"{marker.x:g} {marker.y:g} {marker.label}" for marker in markers)


def _parse_line(line: str, number: int) -> Marker:
    match = LINE.fullmatch(line)
    if match is None:
        raise ContentProblem("marker.form", number)
    x, y = (float(match[axis].replace(",", ".")) for axis in ("x", "y"))
    if x > 100 or y > 100:
        raise ContentProblem("marker.range", number)
    if len(match["label"]) > MAX_LABEL_LENGTH:
        raise ContentProblem("marker.label", number)
    return Marker(x, y, match["label"])
