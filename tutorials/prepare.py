"""What lies ready before a guide is begun: its list, with the ticks that this reader put.

A tick is kept as a fingerprint of the guide's key and the thing's name (`domain.answers`), not as the number of its
row: rows get new numbers on another site, and a row whose name an editor replaces is another thing to look for.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from tutorials.domain.answers import mark_of, read_marks, write_marks
from tutorials.models.steps import PrepareItem
from tutorials.reader_cookies import keep

COOKIE = "siap"  # static/js/siap.js writes the same cookie in the same form


@dataclass(frozen=True, slots=True)
class Preparation:
    """One thing to lay ready. `mark`: the value of its tick box."""

    row: PrepareItem
    mark: str
    is_ready: bool


def preparations(request: HttpRequest, guide_key: str, rows: Iterable[PrepareItem]) -> list[Preparation]:
    kept = set(read_marks(request.COOKIES.get(COOKIE, "")))
    marked = ((row, mark_of(guide_key, row.title)) for row in rows)
    return [Preparation(row, mark, mark in kept) for row, mark in marked]


def keep_ticks(
    request: HttpRequest, response: HttpResponse, *, asked: Iterable[Preparation], ticked: Collection[str]
) -> None:
    """From now on exactly these of the things asked for are ready; ticks of other guides stay."""
    marks = [item.mark for item in asked]
    others = [mark for mark in read_marks(request.COOKIES.get(COOKIE, "")) if mark not in marks]
    keep(request, response, COOKIE, write_marks([*others, *(mark for mark in marks if mark in ticked)]))
