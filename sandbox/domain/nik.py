"""The NIK: PP KK CC DDMMYY NNNN, the day + 40 for women. Rule and sources: docs/nik.md."""

from dataclasses import dataclass
from datetime import date

from sandbox.domain.problems import Problem
from sandbox.domain.realnumbers import NIK_LENGTH, PRACTICE_PREFIX

FEMALE_DAY_OFFSET = 40


@dataclass(frozen=True)
class Nik:
    digits: str
    born: date
    female: bool


def parse_nik(text: str, *, today: date) -> Nik:
    """Read a practice NIK. Spaces, dots and dashes between digits are forgiven.

    Raises Problem: nik.digits, nik.length, nik.real, nik.date.
    """
    digits = "".join(c for c in text if c not in " .-\u00a0")
    if not digits.isascii() or not digits.isdigit():
        raise Problem("nik.digits")
    if len(digits) != NIK_LENGTH:
        raise Problem("nik.length")
    if not digits.startswith(PRACTICE_PREFIX):
        raise Problem("nik.real")
    return Nik(digits, _born(digits, today), int(digits[6:8]) > FEMALE_DAY_OFFSET)


def _born(digits: str, today: date) -> date:
    """The year has two digits: the latest one that is not in the future."""
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    if day > FEMALE_DAY_OFFSET:
        day -= FEMALE_DAY_OFFSET
    century = today.year - today.year % 100
    full_year = century + year if century + year <= today.year else century - 100 + year
    try:
        return date(full_year, month, day)
    except ValueError:
        raise Problem("nik.date") from None
