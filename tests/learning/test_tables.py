import io
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from learning.tables import HIDDEN, Column, Kind, Table, as_csv, as_xlsx, csv_response, xlsx_response

STEPS = Table(
    title="Titik macet",
    notes=["Keadaan 1 Maret 2026.", "Hanya HP."],
    columns=[
        Column("Langkah", "Nama langkah di panduan."),
        Column("Masuk", "Orang yang sampai di langkah ini.", Kind.COUNT),
        Column("Hilang", "Bagian orang yang berhenti di sini.", Kind.SHARE),
        Column("Terakhir", "Saat terakhir ada yang masuk.", Kind.MOMENT),
    ],
    rows=[
        ["Daftar; akun", 1200, 0.25, datetime(2026, 3, 1, 2, 30, tzinfo=UTC)],
        ["=HYPERLINK(1)", HIDDEN, None, None],
    ],
)


def test_a_csv_tells_title_notes_and_definitions_before_its_rows():
    lines = as_csv(STEPS).decode("utf-8").split("\r\n")

    assert lines == [
        "\ufeff# Titik macet",
        "# Keadaan 1 Maret 2026.",
        "# Hanya HP.",
        "# Langkah: Nama langkah di panduan.",
        "# Masuk: Orang yang sampai di langkah ini.",
        "# Hilang: Bagian orang yang berhenti di sini.",
        "# Terakhir: Saat terakhir ada yang masuk.",
        "Langkah;Masuk;Hilang;Terakhir",
        '"Daftar; akun";1200;0,25;2026-03-01 09:30',
        "'=HYPERLINK(1);kurang dari 5;;",
        "",
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_text_becomes_a_formula(start):
    table = Table("T", [], [Column("Kolom", "Isi.")], [[f"{start}1+1"]])

    cell = sheet_of(as_xlsx(table))["A5"]

    assert as_csv(table).decode().split("Kolom\r\n")[1].lstrip('"').startswith(f"'{start}")
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


def test_a_negative_number_stays_a_number():
    table = Table("T", [], [Column("Selisih", "Poin.", Kind.SECONDS)], [[-2.5]])

    assert as_csv(table).decode().endswith("Selisih\r\n-2,5\r\n")
    assert sheet_of(as_xlsx(table))["A5"].value == -2.5


def test_an_xlsx_has_definitions_under_the_titles_and_typed_cells():
    sheet = sheet_of(as_xlsx(STEPS))
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]

    assert rows[0][0] == "Titik macet"
    assert rows[4] == ["Langkah", "Masuk", "Hilang", "Terakhir"]
    assert rows[5][1] == "Orang yang sampai di langkah ini."
    assert rows[6] == ["Daftar; akun", 1200, 0.25, datetime(2026, 3, 1, 9, 30)]
    assert rows[7] == ["'=HYPERLINK(1)", "kurang dari 5", None, None]
    assert (sheet["B7"].number_format, sheet["C7"].number_format) == ("#,##0", "0.0%")
    assert sheet.freeze_panes == "A7"


def test_a_sign_that_xml_cannot_hold_does_not_break_the_file():
    table = Table("T", [], [Column("Kolom", "Isi.")], [["a\x07b"]])

    assert sheet_of(as_xlsx(table))["A5"].value == "ab"


def test_both_are_handed_over_as_files_that_nobody_keeps():
    for response, name in (
        (csv_response(STEPS, name="macet"), "macet.csv"),
        (xlsx_response(STEPS, name="macet"), "macet.xlsx"),
    ):
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["Cache-Control"] == "private, no-store"


def sheet_of(content):
    return load_workbook(io.BytesIO(content)).active
