"""A table that somebody takes along: as CSV for any spreadsheet, as XLSX for Excel, definitions included."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import Final

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from learning.domain.suppression import HIDDEN_TEXT


class Hidden(Enum):
    HIDDEN = HIDDEN_TEXT


HIDDEN: Final = Hidden.HIDDEN  # a number that stands for too few people to be shown
Value = str | int | float | datetime | Hidden | None


class Kind(StrEnum):
    """What a column holds; in XLSX it decides how Excel shows the number."""

    TEXT = "@"
    COUNT = "#,##0"
    SHARE = "0.0%"  # a fraction, 0 to 1
    SECONDS = "#,##0.0"
    MOMENT = "yyyy-mm-dd hh:mm"  # an aware datetime; written in the site's own time


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    definition: str  # a sentence: what is counted, and in which unit
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """`notes`: what holds for the whole table, such as its moment and filters; each a sentence."""

    title: str
    notes: Sequence[str]
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


# A cell that begins so is taken for a formula by one spreadsheet or another (OWASP, "CSV Injection"); the wide forms
# are those that Excel reads as the narrow ones.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Excel set to Indonesian expects semicolons and decimal commas, and takes 3.5 for the third of May.
SEPARATOR = ";"
BOM = "\ufeff"  # without it Excel reads UTF-8 as something else
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMN_WIDTH = 22  # characters


def csv_response(table: Table, *, name: str) -> HttpResponse:
    return _download(as_csv(table), f"{name}.csv", CSV_TYPE)


def xlsx_response(table: Table, *, name: str) -> HttpResponse:
    return _download(as_xlsx(table), f"{name}.xlsx", XLSX_TYPE)


def as_csv(table: Table) -> bytes:
    """Lines that begin with # tell title, notes and definitions; then one line of titles, then the rows."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=SEPARATOR)
    for line in (table.title, *table.notes, *_definitions(table)):
        writer.writerow([f"# {line}"])
    writer.writerow([_harmless(column.title) for column in table.columns])
    for row in table.rows:
        writer.writerow([_written(value) for value in row])
    return (BOM + text.getvalue()).encode()


def as_xlsx(table: Table) -> bytes:
    """One sheet: title and notes, the columns' titles, their definitions below them, then the rows, typed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Tabel")
    for number in range(1, len(table.columns) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = COLUMN_WIDTH
    sheet.freeze_panes = f"A{len(table.notes) + 5}"
    sheet.append([_text(sheet, table.title, font=Font(bold=True, size=14))])
    for note in table.notes:
        sheet.append([_text(sheet, note)])
    sheet.append([])
    sheet.append([_text(sheet, column.title, font=Font(bold=True)) for column in table.columns])
    wrapped = Alignment(wrap_text=True, vertical="top")
    sheet.append([_text(sheet, column.definition, font=Font(italic=True), wrap=wrapped) for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, value, column) for value, column in zip(row, table.columns, strict=True)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _download(content: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _definitions(table: Table) -> Iterator[str]:
    return (f"{column.title}: {column.definition}" for column in table.columns)


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Hidden):
        return HIDDEN_TEXT
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, int | float):
        return str(value).replace(".", ",")
    return _harmless(value)


def _harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _cell(sheet: WriteOnlyWorksheet, value: Value, column: Column) -> Cell:
    if isinstance(value, str | Hidden):
        return _text(sheet, _written(value))
    cell = WriteOnlyCell(
        sheet, timezone.localtime(value).replace(tzinfo=None) if isinstance(value, datetime) else value
    )
    cell.number_format = column.kind.value
    return cell


def _text(sheet: WriteOnlyWorksheet, text: str, *, font: Font | None = None, wrap: Alignment | None = None) -> Cell:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", _harmless(text)))
    cell.data_type = "s"  # never a formula, whatever it begins with
    if font is not None:
        cell.font = font
    if wrap is not None:
        cell.alignment = wrap
    return cell
