"""Numbers as Indonesians write them: a dot groups thousands, a comma begins the decimals."""

import re
from decimal import Decimal

from sandbox.domain.problems import Problem

MAX_RUPIAH_DIGITS = 15  # the portal's field takes 19; no micro business needs more than a thousand trillion

_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")
_PLAIN = re.compile(r"\d+")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,4}))?")
_SPELLED = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,3}))?\s*(ribu|rb|juta|jt|miliar|milyar|m)")
_SCALES = {"ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "m": 10**9}


def parse_count(text: str) -> int:
    """A whole number such as "2" or "12.000". Raises Problem: number.digits, number.large."""
    cleaned = text.strip().replace(" ", "")
    if not _PLAIN.fullmatch(cleaned) and not _GROUPED.fullmatch(cleaned):
        raise Problem("number.digits")
    return _bounded(cleaned.replace(".", ""), 12, "number.large")


def parse_area(text: str) -> Decimal:
    """An area such as "12", "1.000,5". Raises Problem: area.times, area.digits, area.large."""
    cleaned = text.strip().lower()
    if re.search(r"\d\s*[x×*]\s*\d", cleaned):
        raise Problem("area.times")
    match = _DECIMAL.fullmatch(cleaned.replace(" ", ""))
    if match is None or not cleaned.isascii():
        raise Problem("area.digits")
    whole = _bounded(match[1].replace(".", ""), 9, "area.large")
    return Decimal(f"{whole}.{match[2]}") if match[2] else Decimal(whole)


def parse_rupiah(text: str) -> int:
    """Whole rupiah: "5000000", "5.000.000", "Rp 5.000.000,-", "5 juta", "5jt".

    Raises Problem: rupiah.digits, rupiah.large.
    """
    cleaned = re.sub(r"^rp\.?\s*", "", text.strip().lower())
    cleaned = re.sub(r"(,-|,00|\.-|,--)$", "", cleaned).strip()
    cleaned = re.sub(r"\s*rupiah$", "", cleaned)
    spelled = _SPELLED.fullmatch(cleaned)
    if spelled is not None:
        return _spelled_amount(spelled)
    cleaned = cleaned.replace(" ", "")
    if not cleaned.isascii() or not (_PLAIN.fullmatch(cleaned) or _GROUPED.fullmatch(cleaned)):
        raise Problem("rupiah.digits")
    return _bounded(cleaned.replace(".", ""), MAX_RUPIAH_DIGITS, "rupiah.large")


def _spelled_amount(match: re.Match[str]) -> int:
    _bounded(match[1].replace(".", ""), MAX_RUPIAH_DIGITS, "rupiah.large")
    amount = Decimal(match[1].replace(".", "") + "." + (match[2] or "0")) * _SCALES[match[3]]
    return _bounded(str(int(amount)), MAX_RUPIAH_DIGITS, "rupiah.large")


def _bounded(digits: str, most: int, code: str) -> int:
    digits = digits.lstrip("0") or "0"
    if len(digits) > most:
        raise Problem(code)
    return int(digits)


def group_thousands(number: int) -> str:
    """5000000 → "5.000.000"."""
    return f"{number:,}".replace(",", ".")


_UNITS = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_STEPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def in_words(number: int) -> str:
    """25000000 → "dua puluh lima juta"; "se-" stands for one hundred and one thousand."""
    if number < 12:
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    if number < 100:
        return _join(f"{_UNITS[number // 10]} puluh", number % 10)
    if number < 200:
        return _join("seratus", number - 100)
    if number < 1000:
        return _join(f"{_UNITS[number // 100]} ratus", number % 100)
    if number < 2000:
        return _join("seribu", number - 1000)
    for size, name in _STEPS:
        if number >= size:
            return _join(f"{in_words(number // size)} {name}", number % size)
    raise AssertionError("every number of a thousand or more has a step")


def _join(head: str, rest: int) -> str:
    return f"{head} {in_words(rest)}" if rest else head
