"""Dates as people write them: "7/8/1990", "07-08-90", "7 Agustus 1990", "7 agt 1990", "07081990", "1990-08-07".

Of a year of two digits, 00 to 49 are after 2000 and 50 to 99 before, whatever today is: the browser and the server
read the same text the same way, also on a phone whose clock is wrong.
"""

import re
from datetime import date

from sandbox.domain.problems import Problem
from sandbox.domain.written import plain

FIRST_YEAR, LAST_YEAR = 1900, 2100
CENTURY_TURNS_AT = 50

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# A month may be cut short after three letters or more; these are other ways to write one.
_OTHER_MONTHS = {
    "peb": 2, "pebruari": 2, "may": 5, "agt": 8, "ags": 8, "aug": 8, "oct": 10, "nop": 11, "nopember": 11, "dec": 12,
}  # fmt: skip
# "Selasa, 7 Agustus 1990", "tgl 7-8-1990": a word in front says nothing that the date does not.
_IN_FRONT = re.compile(r"^[a-z]{3,7} (?=[0-9])")
_BETWEEN = re.compile(r"[-/., ]+")
_DAY_FIRST = re.compile(r"([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4}) ([0-9]{1,2}) ([0-9]{1,2})")
_NAMED = re.compile(r"([0-9]{1,2}) ?([a-z]{3,9}) ?([0-9]{4}|[0-9]{2})")
_RUN = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_RUN_YEAR_FIRST = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def parse_date(text: str) -> date:
    """Raises Problem: date.format (no date at all), date.unreal (no such day)."""
    cleaned = _IN_FRONT.sub("", _BETWEEN.sub(" ", plain(text, "date.format")).strip())
    readings = _readings(cleaned)
    if not readings:
        raise Problem("date.format")
    for year, month, day in readings:
        try:
            found = date(_full(year), int(month), int(day))
        except ValueError:
            continue
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    raise Problem("date.unreal")


def date_in_words(day: date) -> str:
    """1990-08-07 → "Selasa, 7 Agustus 1990": a day and a month that changed places are heard."""
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def _readings(text: str) -> list[tuple[str, str, str]]:
    """Year, month, day in each way the text can be read; at most one of two readings of eight digits is a date."""
    named = _NAMED.fullmatch(text)
    month = _month(named[2]) if named is not None else 0
    if named is not None and month:
        return [(named[3], str(month), named[1])]
    found = [(m[3], m[2], m[1]) for m in (_DAY_FIRST.fullmatch(text), _RUN.fullmatch(text)) if m]
    return found + [(m[1], m[2], m[3]) for m in (_YEAR_FIRST.fullmatch(text), _RUN_YEAR_FIRST.fullmatch(text)) if m]


def _month(word: str) -> int:
    """Its number; 0 where the word names no month."""
    written_out = next((number for number, name in enumerate(MONTHS, start=1) if name.lower().startswith(word)), 0)
    return _OTHER_MONTHS.get(word, written_out)


def _full(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if int(year) >= CENTURY_TURNS_AT else 2000)
