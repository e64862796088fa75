"""The figures of every step as a table: on the page, as CSV and as XLSX, with what each column means."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from learning.domain.advice.saying import number
from learning.domain.shown_counts import WITHHELD_TEXT, Count, part_told
from learning.domain.suppression import SMALLEST_GROUP
from learning.report_page.change import VERDICTS
from learning.report_page.row import Row
from learning.tables import HIDDEN, Column, Hidden, Kind, Table, Value
from learning.templatetags.durations import duration


def _people(count: Count) -> Value:
    if count.people is not None:
        return count.people
    return HIDDEN if count.is_few else WITHHELD_TEXT


def _lost_lately(row: Row) -> Value:
    people, lost = row.analysis.tally.lost_this_month, row.shown.lost
    if lost.people is None:
        return _people(lost) if people else 0
    all_lost = row.shown.fates.lost
    if part_told(people, all_lost):
        return _people(Count.of(people, about=row.lost_about))
    return _people(Count.of(people, about=row.lost_about)) if people < SMALLEST_GROUP else WITHHELD_TEXT


def _per_person(events: Callable[[Row], float | None], touched: Callable[[Row], int]) -> Callable[[Row], Value]:
    """How often something happened for each person who came; hidden where one to four people did it.

    Of chosen people it is not told: two choices that differ by few people would tell how often those did it.
    """

    def value(row: Row) -> Value:
        if not Count.of(touched(row)).is_told:
            return HIDDEN
        if not row.shown.entered.is_told or row.lost_about:
            return WITHHELD_TEXT
        found = events(row)
        return None if found is None else round(found, 2)

    return value


def _share(value: Callable[[Row], float | None]) -> Callable[[Row], Value]:
    """A share that rests on how many were lost; in whole percents where the people beside it are rounded."""

    def shown(row: Row) -> Value:
        if row.shown.rate is None:
            return None if not row.analysis.tally.known else WITHHELD_TEXT
        found = value(row)
        return None if found is None else round(found, 2 if row.about else 4)

    return shown


def _saved(row: Row) -> Value:
    return round(row.analysis.saved.mid, 1) if row.saving else None


ShownColumn = tuple[Column, Callable[[Row], Value]]


def _text(title: str, definition: str, value: Callable[[Row], Value]) -> ShownColumn:
    return Column(title, definition), value


def _count(title: str, definition: str, value: Callable[[Row], Value]) -> ShownColumn:
    return Column(title, definition, Kind.COUNT), value


def _loss(title: str, definition: str, value: Callable[[Row], float | None]) -> ShownColumn:
    return Column(title, definition, Kind.SHARE), _share(value)


def _seconds(title: str, definition: str, value: Callable[[Row], float | None]) -> ShownColumn:
    return Column(title, definition, Kind.SECONDS), value


COLUMNS: Sequence[ShownColumn] = (
    _text(
        "Langkah",
        "Nomor dan judul langkah, menurut urutan di kegiatan.",
        lambda row: f"{row.number}. {row.title}",
    ),
    _count("Urutan", "1 = yang pertama diperbaiki.", lambda row: row.rank),
    _text("Tanda", "Macet, Pantau, Lancar, atau Data masih sedikit.", lambda row: row.flag_word),
    _count(
        "Sampai di sini",
        "Orang yang pernah melakukan sesuatu di langkah ini.",
        lambda row: _people(row.shown.entered),
    ),
    _count(
        "Lewat",
        "Orang yang menyelesaikan langkah ini atau sampai di langkah berikutnya.",
        lambda row: _people(row.shown.completed),
    ),
    _count(
        "Berhenti",
        "Orang yang sampai, tidak lewat, lalu diam lebih lama daripada orang yang kembali.",
        lambda row: _people(row.shown.lost),
    ),
    _count(
        "Masih berjalan",
        "Orang yang belum lewat dan belum cukup lama diam.",
        lambda row: _people(row.shown.in_progress),
    ),
    _loss(
        "Persen berhenti",
        "Berhenti dibagi (berhenti + lewat).",
        lambda row: row.analysis.figures.fates.loss_rate,
    ),
    _loss("Rentang 90% dari", "Ujung bawah rentang 90% dari persen berhenti.", lambda row: row.analysis.low),
    _loss("Rentang 90% sampai", "Ujung atas rentang 90% dari persen berhenti.", lambda row: row.analysis.high),
    _loss("Biasanya", "Persen berhenti di langkah lain dari kegiatan ini.", lambda row: row.analysis.usual),
    _count(
        "Berhenti 30 hari terakhir",
        "Orang yang berhenti, yang tanda terakhirnya dalam 30 hari.",
        _lost_lately,
    ),
    _count(
        "Tertolong sebulan",
        "Perkiraan orang sebulan yang tertolong kalau langkah ini sebaik langkah lain.",
        _saved,
    ),
    _seconds(
        "Lama biasanya",
        "Detik aktif; setengah dari orang lebih cepat, setengah lebih lambat.",
        lambda row: row.median_seconds,
    ),
    _seconds(
        "Perkiraan lama",
        "Detik yang diperkirakan penulisnya.",
        lambda row: row.analysis.figures.step.expected_seconds,
    ),
    _text(
        "Isian ditolak per orang",
        "Banyaknya penolakan dibagi orang yang sampai.",
        _per_person(lambda row: row.analysis.tally.errors_per_entry, lambda row: row.analysis.tally.erring),
    ),
    _text(
        "Minta bantuan per orang",
        "Banyaknya permintaan bantuan dibagi orang yang sampai.",
        _per_person(lambda row: row.analysis.tally.help_per_entry, lambda row: row.analysis.tally.asking),
    ),
    (
        Column("Dihitung sejak", "Saat isi langkah ini terakhir diubah; kosong kalau sejak awal.", Kind.MOMENT),
        lambda row: row.restarted,
    ),
    _text(
        "Sejak diubah",
        "Membaik, Memburuk, Belum jelas, atau Tunggu dulu, dibanding isi sebelumnya.",
        lambda row: VERDICTS[row.edit.verdict] if row.edit else None,
    ),
)


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """`rows`: the row's own title, then the other cells, as people read them."""

    columns: list[Column]
    rows: list[tuple[str, list[str]]]


def figure_table(rows: Iterable[Row], *, title: str, notes: Sequence[str]) -> Table:
    return Table(
        title, notes, [column for column, _ in COLUMNS], [[value(row) for _, value in COLUMNS] for row in rows]
    )


def html_table(rows: Iterable[Row]) -> HtmlTable:
    told = [[_told(value(row), column.kind) for column, value in COLUMNS] for row in rows]
    return HtmlTable([column for column, _ in COLUMNS], [(cells[0], cells[1:]) for cells in told])


def _told(value: Value, kind: Kind) -> str:
    if value is None:
        return "belum ada"
    if isinstance(value, Hidden):
        return value.value
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y")
    if isinstance(value, str):
        return value
    return _number_told(value, kind)


def _number_told(value: float, kind: Kind) -> str:
    if kind == Kind.SHARE:
        return f"{round(value * 100)}%"
    if kind == Kind.SECONDS:
        return duration(value)
    if kind == Kind.COUNT:
        return number(value)
    return f"{value:.1f}".replace(".", ",")
