"""What staff choose on the report's page: whose figures, of which days. All of it stands in the address.

A value that is not known, or a date that cannot be read, never fails: it is told of on the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from learning.domain.event_values import LONGEST_NAME
from learning.domain.shown_counts import Count
from learning.domain.suppression import SMALLEST_GROUP, groups_shown
from learning.stuck_report import Filters


class Span(StrEnum):
    ALL = ""
    FOUR_WEEKS = "4m"
    THREE_MONTHS = "3b"
    DATES = "tanggal"


SPANS = {
    Span.ALL: "Semua waktu",
    Span.FOUR_WEEKS: "4 minggu terakhir",
    Span.THREE_MONTHS: "3 bulan terakhir",
    Span.DATES: "Pilih tanggal",
}
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 1, 1)  # what lies beyond is mistyped, and no database bears it
_DAYS = {Span.FOUR_WEEKS: 28, Span.THREE_MONTHS: 90}
# The name of each choice in the address, and the filter that it sets.
FIELDS = {"cara": "mode", "bersama": "company", "kelas": "group", "alat": "device", "persona": "persona"}
TITLES = {"mode": "Cara", "company": "Bersama siapa", "group": "Kode kelas", "device": "Alat", "persona": "Persona"}
WORDS = {
    "mode": {"tuntun": "Tuntun", "latihan": "Latihan", "ujian": "Ujian"},
    "company": {"alone": "Sendiri", "class": "Di kelas", "helper": "Didampingi"},
    "device": {"phone": "HP", "tablet": "Tablet", "desktop": "Komputer"},
}

People = Mapping[str, Mapping[str, int]]  # by filter and value


@dataclass(frozen=True, slots=True)
class Choices:
    """`unread`: a date was given that is none; `unknown`: a value that nobody can have."""

    activity: str = ""
    span: Span = Span.ALL
    filters: Filters = field(default_factory=Filters)
    unread: bool = False
    unknown: bool = False

    @property
    def is_filtered(self) -> bool:
        return self.filters != Filters()


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    people: Count
    is_chosen: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One list to choose from. `name`: in the address."""

    name: str
    title: str
    options: list[Option]

    @property
    def is_worth_showing(self) -> bool:
        return len(self.options) > 1 or any(option.is_chosen for option in self.options)


def read_choices(query: Mapping[str, str], *, today: date) -> Choices:
    """`today`: in UTC, as the days of the figures are."""
    given = [query.get(name, "").strip() for name in ("dari", "sampai")]
    default = Span.DATES if any(given) else Span.ALL
    wanted = query.get("waktu", default)
    span = Span(wanted) if wanted in set(Span) else default
    first = last = None
    unread = False
    if span == Span.DATES:
        first, last = (_date(text) for text in given)
        unread = any(text and found is None for text, found in zip(given, (first, last), strict=True))
        if first and last and first > last:
            first, last = last, first
    elif span in _DAYS:
        first = today - timedelta(days=_DAYS[span] - 1)
    given_values = {filter_: query.get(name, "") for name, filter_ in FIELDS.items()}
    chosen = {filter_: value for filter_, value in given_values.items() if _can_be(value)}
    filters = Filters(**chosen, first=first, last=last)
    return Choices(query.get("kegiatan", ""), span, filters, unread, unknown=len(chosen) < len(given_values))


def choices_shown(choices: Choices, people: People, *, personas: Mapping[str, str]) -> list[Choice]:
    """The lists, with the people behind each value; one whose people may not be looked at alone is closed.

    `people`: of each filter's values, with the other choices applied. `personas`: their names by id.
    """
    words = {**WORDS, "persona": personas}
    return [
        Choice(
            name, TITLES[filter_], _options(getattr(choices.filters, filter_), people[filter_], words.get(filter_, {}))
        )
        for name, filter_ in FIELDS.items()
    ]  # fmt: skip


def may_be_shown(choices: Choices, people: People, *, chosen: int, everyone: int) -> bool:
    """Whether the choice gives away nothing of one to four people: neither those chosen, nor those left over.

    `chosen`: people whom the choices leave; `everyone`: people with the same choices on all days. Without any choice,
    what is few is told as few.
    """
    if not choices.is_filtered:
        return True
    for filter_ in FIELDS.values():
        value = getattr(choices.filters, filter_)
        if value and people[filter_].get(value) and value not in groups_shown(people[filter_]):
            return False
    return not (0 < chosen < SMALLEST_GROUP or 0 < everyone - chosen < SMALLEST_GROUP)


def _options(chosen: str, people: Mapping[str, int], words: Mapping[str, str]) -> list[Option]:
    open_ = groups_shown(people)
    known = {value: count for value, count in people.items() if value and count}
    if chosen:
        known.setdefault(chosen, 0)
    ordered = sorted(known.items(), key=lambda item: (-item[1], item[0]))
    return [
        Option(
            value,
            words.get(value, value),
            Count.of(count, about=True) if value in open_ else Count(None, is_few=count < SMALLEST_GROUP),
            is_chosen=value == chosen,
            is_open=value in open_,
        )
        for value, count in ordered
    ]


def _date(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None


def _can_be(value: str) -> bool:
    """No text in a database holds a NUL (PostgreSQL refuses it), and no value of ours is that long."""
    return "\0" not in value and len(value) <= LONGEST_NAME
