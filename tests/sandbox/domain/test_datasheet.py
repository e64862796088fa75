import pytest

from sandbox.domain.datasheet import blank_parts, own_parts
from sandbox.domain.document import Condition, Field, Option, Rule, Screen
from tests.sandbox.domain.practices import practice_of

NIK = "9901015210840001"
FIELDS = (
    Field("nik", "nik", "NIK"),
    Field("kata_sandi", "password", "Kata Sandi"),
    Field("ulang", "password", "Ulangi", rules=(Rule("same_as", "same_as", field="kata_sandi"),)),
    Field("kode", "one_time_code", "OTP"),
    Field("kelamin", "radio", "Jenis kelamin", options=(Option("l", "Laki-laki"), Option("p", "Perempuan"))),
    Field(
        "matra",
        "radio",
        "Matra",
        rules=(Rule("must_be", "must_be", value="darat"),),
        options=(Option("darat", "Darat"), Option("laut", "Laut")),
    ),
    Field("modal", "rupiah", "Modal"),
    Field("luas", "area", "Luas"),
    Field("kbli", "kbli", "Bidang Usaha"),
    Field("setuju", "checkbox", "Setuju"),
    Field("foto", "document", "Foto"),
    Field("alamat", "long_text", "Alamat"),
    Field("pekerja", "number", "Pekerja", when=Condition("equals", "isi.matra", "laut")),
    Field("risiko", "derived", "Risiko", derive="risk", sources=("isi.kbli", "isi.modal")),
    Field("catatan", "note", "Catatan"),
)
ANSWERS = {
    "isi": {
        "nik": NIK, "kata_sandi": True, "ulang": True, "kode": True, "kelamin": "p", "matra": "darat",
        "modal": 25_000_000, "luas": {"amount": "12.5", "unit": "m2"}, "kbli": "47112", "setuju": True,
        "foto": "foto-depan", "alamat": "Gang Contoh 5",
    }
}  # fmt: skip
OWN = ["isi.modal", "isi.luas", "isi.kbli"]


def _practice(*, answers=None, own=OWN):
    screen = Screen("isi", "usaha", "Isi data", "Simpan", 60, crumbs=("Beranda", "Isi"), fields=FIELDS)
    return practice_of(screen, answers=answers, own=own)


def _rows(practice, parts):
    (part,) = parts(practice.flow.screens, practice) if parts is own_parts else parts(practice.flow.screens)
    return {row.label: row for row in part.rows}


@pytest.mark.parametrize(
    ("label", "value", "words"),
    [
        ("Modal", "Rp25.000.000", "dua puluh lima juta rupiah"),
        ("Luas", "12,5 m²", ""),
        ("Bidang Usaha", "47112 Perdagangan Eceran", ""),
    ],
)
def test_own_values_are_printed_as_the_portal_wants_them(label, value, words):
    row = _rows(_practice(answers=ANSWERS), own_parts)[label]

    assert (row.kind, row.value, row.words) == ("value", value, words)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("NIK", "blank"),
        ("Alamat", "blank"),
        ("Jenis kelamin", "choices"),
        ("Kata Sandi", "secret"),
        ("Setuju", "tick"),
        ("Foto", "prepare"),
    ],
)
def test_the_personas_identity_is_never_printed(label, kind):
    row = _rows(_practice(answers=ANSWERS), own_parts)[label]

    assert (row.kind, row.value) == (kind, "")


def test_an_answer_that_practice_takes_from_everybody_is_marked_as_such():
    row = _rows(_practice(answers=ANSWERS), own_parts)["Matra"]

    assert (row.value, row.practised) == ("Darat", True)


def test_what_the_portal_works_out_is_printed_where_it_follows_from_own_values_alone():
    of_own = _rows(_practice(answers=ANSWERS), own_parts)
    of_persona = _rows(_practice(answers=ANSWERS, own=["isi.modal"]), own_parts)

    assert (of_own["Risiko"].kind, of_own["Risiko"].value) == ("result", "Rendah")
    assert "Risiko" not in of_persona
    assert of_persona["Bidang Usaha"].kind == "blank"


def test_what_is_not_filled_in_yet_is_blank():
    rows = _rows(_practice(), own_parts)

    assert (rows["Modal"].kind, rows["Modal"].value) == ("blank", "")
    assert rows["Matra"].kind == "choices"


def test_an_accepted_screen_leaves_out_what_it_did_not_ask():
    assert "Pekerja" not in _rows(_practice(answers=ANSWERS), own_parts)
    assert "Pekerja" in _rows(_practice(), own_parts)


@pytest.mark.parametrize("parts", [own_parts, blank_parts])
def test_codes_notes_and_repeated_passwords_have_no_place_on_paper(parts):
    labels = set(_rows(_practice(answers=ANSWERS), parts))

    assert labels.isdisjoint({"OTP", "Ulangi", "Catatan"})


def test_an_empty_sheet_holds_no_value_at_all():
    rows = _rows(_practice(answers=ANSWERS), blank_parts)

    assert {row.value for row in rows.values()} == {""}
    assert rows["Matra"].options == ("Darat", "Laut")
    assert rows["Alamat"].lines == 2


def test_a_part_is_named_and_found_as_in_the_portal():
    practice = _practice()

    (part,) = blank_parts(practice.flow.screens)

    assert (part.title, part.way) == ("Isi data", "Beranda › Isi")
