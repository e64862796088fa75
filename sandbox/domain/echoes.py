"""What a box says back under itself, so that a missing zero or a swapped month is noticed before sending.

static/js/isian.js says the same while somebody types; tests/sandbox/domain/echo_cases.py holds the two together.
"""

from sandbox.domain.amounts import parse_count, parse_rupiah
from sandbox.domain.areas import Area, area_text, parse_area
from sandbox.domain.dates import date_in_words, parse_date
from sandbox.domain.numbers import in_words
from sandbox.domain.problems import Problem

_WORTH_WORDS = 1000  # a smaller count is seen at a glance


def echo(kind: str, text: str, unit: str = "") -> str:
    """The sentence under a box of type `kind` that holds `text`; "" where nothing can be said. `unit`: of an area."""
    if kind not in _ECHOES or not text.strip():
        return ""
    try:
        return _ECHOES[kind](text, unit)
    except Problem:
        return ""


def _rupiah(text: str, unit: str) -> str:
    return f"{in_words(parse_rupiah(text))} rupiah"


def _count(text: str, unit: str) -> str:
    number = parse_count(text)
    plainly = text.strip().isascii() and text.strip().isdigit()
    return "" if plainly and number < _WORTH_WORDS else in_words(number)


def _area(text: str, unit: str) -> str:
    area = parse_area(text)
    unit = area.unit or unit
    amount = area_text(area.amount)
    shown = f"{amount} {'ha' if unit == 'ha' else 'm²'}"
    if unit == "ha":
        shown += f" = {area_text(area.amount * 10_000)} m²"
    if text.strip() == amount:
        return f"{shown}." if unit == "ha" else ""
    choose = " dan pilih Ha" if unit == "ha" else ""
    return f"{_sides(area)}{shown}. Di OSS, tulis {amount}{choose}."


def _sides(area: Area) -> str:
    return f"{' × '.join(area_text(side) for side in area.sides)} = " if area.sides else ""


def _date(text: str, unit: str) -> str:
    return date_in_words(parse_date(text))


_ECHOES = {"rupiah": _rupiah, "number": _count, "area": _area, "date": _date}
