"""What one value of an event may look like: readers that return the value or raise ValueError with a sentence.

Every reader of text accepts a name out of somebody's source code (a step, a field, a rule), never a sentence and
never a number long enough to belong to a person. The sentences never repeat the value.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID

from sandbox.domain.realnumbers import holds_real_number

LONGEST_NAME = 80  # characters
LONGEST_SECONDS = 10_000_000  # 115 days; more is a broken clock
LARGEST_COUNTER = 1_000_000_000  # too short to carry a NIK

_NAME = re.compile(r"[A-Za-z0-9_@][A-Za-z0-9_.:/\[\]@+-]*", re.ASCII)
_UUID = re.compile(r"(?!\d{32})[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", re.ASCII)
MANY_DIGITS = re.compile(r"(?:\d[_.:/+-]*){9,}", re.ASCII)  # a phone number has at least nine
AN_AMOUNT = re.compile(r"(?:\d[_.:/+-]*){5,}", re.ASCII)  # or a date, or a code of the KBLI
_EMAIL = re.compile(r"[^@]@[^@]*\.", re.ASCII)
_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:\+?62|0)[_./-]?8(?:[_./-]?\d){7,11}(?![0-9A-Za-z])", re.ASCII)
_MOMENT_LENGTHS = range(16, 41)  # 2026-03-01T09:30Z up to microseconds and seconds in the offset
_NAMES_REMEMBERED = 2048  # events name the same steps, rules and versions over and over; looking once is enough

Reader = Callable[[object], object]


def read_uuid(value: object) -> UUID:
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise ValueError("harus berupa UUID.")
    return UUID(value)


def read_pseudonym(value: object) -> str:
    """A UUID is brought to one spelling, so that one person stays one person."""
    return _in_one_spelling(value) if isinstance(value, str) else _read_name(value)


def read_moment(value: object) -> datetime:
    """Return the moment in UTC; its offset is required."""
    if not isinstance(value, str) or len(value) not in _MOMENT_LENGTHS or "T" not in value:
        raise ValueError("harus berupa waktu ISO 8601, misalnya 2026-03-01T09:30:00+07:00.")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError("harus berupa waktu ISO 8601, misalnya 2026-03-01T09:30:00+07:00.") from None
    if moment.tzinfo is None:
        raise ValueError("tidak menyebut selisih zona waktu, misalnya +07:00.")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("menyebut tahun di luar jangkauan.") from None


def read_seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("harus berupa angka, dalam detik.")
    if not 0 <= value <= LONGEST_SECONDS:  # also false for NaN
        raise ValueError(f"harus antara 0 dan {LONGEST_SECONDS} detik.")
    return float(value)


def name_of(longest: int, *, forbidden: re.Pattern[str] = _MOBILE) -> Callable[[object], str]:
    """Names of at most `longest` signs that hold no number or address of a person, and nothing `forbidden`."""

    def read(value: object) -> str:
        if not isinstance(value, str) or len(value) > longest or not _NAME.fullmatch(value):
            raise ValueError(f"harus berupa nama tanpa spasi, paling panjang {longest} huruf.")
        if _holds_number(value, forbidden):
            raise ValueError("memuat deret angka yang bisa jadi nomor milik seseorang.")
        if _EMAIL.search(value):
            raise ValueError("memuat alamat email.")
        return value

    return read


@lru_cache(maxsize=_NAMES_REMEMBERED)
def _holds_number(name: str, forbidden: re.Pattern[str]) -> bool:
    return holds_real_number(name) or bool(_MOBILE.search(name) or forbidden.search(name))


def one_of(allowed: frozenset[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise ValueError(f"harus salah satu dari: {', '.join(sorted(allowed))}.")
        return value

    return read


def whole_number(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise ValueError(f"harus berupa angka bulat dari {lowest} sampai {highest}.")
        return value

    return read


_read_name = name_of(LONGEST_NAME)


@lru_cache(maxsize=_NAMES_REMEMBERED)
def _in_one_spelling(pseudonym: str) -> str:
    return str(UUID(pseudonym)) if _UUID.fullmatch(pseudonym) else _read_name(pseudonym)


def is_harmless_name(text: str) -> bool:
    """True when `text` may be shown in a message: short, one word, no long number."""
    return len(text) <= LONGEST_NAME and bool(_NAME.fullmatch(text)) and not MANY_DIGITS.search(text)
