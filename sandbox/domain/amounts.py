"""Amounts of money and counts: "5.000.000", "Rp 5.000.000,-", "5 juta", "1,5jt", "lima juta", "2 orang"."""

import re
from decimal import Decimal

from sandbox.domain.number_words import from_words
from sandbox.domain.numbers import whole_digits
from sandbox.domain.problems import Problem
from sandbox.domain.written import plain

MAX_RUPIAH_DIGITS = 15  # the portal's field takes 19; no micro business needs more than a thousand trillion
MAX_COUNT_DIGITS = 12

_SCALES = {
    "k": 10**3, "rb": 10**3, "ribu": 10**3, "jt": 10**6, "juta": 10**6,
    "m": 10**9, "miliar": 10**9, "milyar": 10**9, "t": 10**12, "triliun": 10**12, "trilyun": 10**12,
}  # fmt: skip
# Before a word such as "juta" one or two digits after a dot can only be decimals; three are thousands.
_PART = re.compile(
    r"([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]{1,3})|\.([0-9]{1,2}))? ?"
    r"(k|rb|ribu|jt|juta|m|miliar|milyar|t|triliun|trilyun)\b ?"
)
_BEFORE_MONEY = re.compile(r"^(?:rp|idr)\b[.:]? ?|^rp(?=[0-9])")
_AFTER_MONEY = re.compile(r"(?: ?(?:,-{1,2}|\.-|,=))? ?(?:rupiah|rp|idr)?\.?$")
_AFTER_COUNT = re.compile(r" ?(?:orang|org|jiwa|karyawan|pekerja|buah|unit)$")


def parse_rupiah(text: str) -> int:
    """Whole rupiah. Raises Problem: rupiah.digits, rupiah.large."""
    cleaned = _BEFORE_MONEY.sub("", plain(text, "rupiah.digits"))
    cleaned = _AFTER_MONEY.sub("", cleaned, count=1)
    return _bounded(_number(cleaned, "rupiah.digits"), MAX_RUPIAH_DIGITS, "rupiah.large")


def parse_count(text: str) -> int:
    """A whole number such as "2", "12.000", "2 orang". Raises Problem: number.digits, number.large."""
    cleaned = _AFTER_COUNT.sub("", plain(text, "number.digits"))
    return _bounded(_number(cleaned, "number.digits"), MAX_COUNT_DIGITS, "number.large")


def _number(text: str, code: str) -> int:
    digits = whole_digits(text)
    if digits is not None:
        return int(digits)
    found = _spelled(text)
    if found is None:
        found = from_words(text)
    if found is None:
        raise Problem(code)
    return found


def _spelled(text: str) -> int | None:
    """ "5 juta 500 ribu" → 5500000: parts one after another, each smaller than the one before."""
    at, total, above = 0, Decimal(0), None
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or (above is not None and _SCALES[part[4]] >= above):
            return None
        above = _SCALES[part[4]]
        total += Decimal(f"{part[1].replace('.', '')}.{part[2] or part[3] or 0}") * above
        at = part.end()
    return int(total) if text else None


def _bounded(number: int, most: int, code: str) -> int:
    if number >= 10**most:
        raise Problem(code)
    return number
