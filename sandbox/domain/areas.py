"""Areas as people write them: "12", "1.000,5", "12 m2", "3 x 4 m", "0,5 ha"."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sandbox.domain.numbers import group_thousands
from sandbox.domain.problems import Problem
from sandbox.domain.written import plain

MAX_WHOLE_DIGITS = 9

# A comma or dot before exactly three digits means thousands to one and decimals to another. A dot there groups, as
# in all of Indonesia; a comma there is read only after a lone zero ("0,125 ha").
_NUMBER = r"(0[.,][0-9]{1,4}|(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,(?:[0-9]{4}|[0-9]{1,2}))?|[0-9]+\.[0-9]{1,2})"
_METERS = r"m(?:eter|tr)?(?: persegi|\^?2)?"
_SIDE = rf"{_NUMBER}(?: ?{_METERS})?"
_TIMES = r" ?(?:x|×|\*|kali) ?"
_ONE = re.compile(rf"{_NUMBER}(?: ?({_METERS}|hektare?|ha|are))?")
_SIDES = re.compile(rf"{_SIDE}{_TIMES}{_SIDE}")
_MORE_SIDES = re.compile(rf"{_SIDE}(?:{_TIMES}{_SIDE}){{2,9}}")
_SQUARE_METERS_PER_ARE = 100


@dataclass(frozen=True)
class Area:
    amount: Decimal
    unit: str = ""  # the unit the text names: "m2", "ha"; "" where it names none
    sides: tuple[Decimal, ...] = ()  # length and width, where they were given instead


def parse_area(text: str) -> Area:
    """Raises Problem: area.times (more than two sides), area.digits, area.large."""
    cleaned = plain(text, "area.digits")
    sides = _SIDES.fullmatch(cleaned)
    if sides is not None:
        length, width = _decimal(sides[1]), _decimal(sides[2])
        return Area(_bounded(length * width), "m2", (length, width))
    one = _ONE.fullmatch(cleaned) or _ONE.fullmatch(cleaned.replace(" ", ""))
    if one is None:
        raise Problem("area.times" if _MORE_SIDES.fullmatch(cleaned) else "area.digits")
    if one[2] == "are":
        return Area(_bounded(_decimal(one[1]) * _SQUARE_METERS_PER_ARE), "m2")
    unit = "" if one[2] is None else "ha" if one[2].startswith("h") else "m2"
    return Area(_bounded(_decimal(one[1])), unit)


def area_text(amount: Decimal) -> str:
    """Decimal("1000.50") → "1.000,5"."""
    whole, _, decimals = format(amount.normalize(), "f").partition(".")
    return group_thousands(int(whole)) + (f",{decimals}" if decimals else "")


def _decimal(text: str) -> Decimal:
    if re.fullmatch(r"0\.[0-9]{1,4}|[0-9]+\.[0-9]{1,2}", text):
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(",", "."))


def _bounded(amount: Decimal) -> Decimal:
    if amount >= 10**MAX_WHOLE_DIGITS:
        raise Problem("area.large")
    return amount.quantize(Decimal("0.0001"), ROUND_HALF_UP).normalize()
