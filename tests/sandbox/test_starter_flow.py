"""The starter flow, held against what owners really type. The facts come from the project's own data files."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.catalogue import STARTER_FLOWS
from sandbox.domain.deriving import derived
from sandbox.domain.nik import parse_nik
from sandbox.domain.practice import Practice
from sandbox.domain.reading import read_flow
from sandbox.domain.screens import check_screen
from sandbox.domain.solving import problems_of, right_raw, solve_until
from tests.factories import TODAY

DATA = Path(STARTER_FLOWS).parent / "data"


def _rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class FileFacts:
    titles = {row["code"]: row["title"] for row in _rows("kbli_2025.csv")}
    risks = {(row["code"], row["scale"]): row["risk"] for row in reversed(_rows("kbli_risk.csv"))}
    regions = {row["code"]: row["name"] for row in _rows("regions.csv")}

    def kbli_title(self, code):
        return self.titles.get(code)

    def kbli_risk(self, code, scale):
        return self.risks.get((code, scale))

    def region_name(self, code):
        return self.regions.get(code)


FLOW = read_flow(json.loads((STARTER_FLOWS / "nib-umk-perseorangan.json").read_text(encoding="utf-8")))
SCREENS = [
    "daftar", "verifikasi", "kata-sandi", "data-diri", "masuk", "dasbor", "lokasi", "data-lokasi", "kegiatan",
    "tata-ruang", "data-usaha", "produk", "risiko", "lingkungan", "periksa", "terbit",
]  # fmt: skip


def _practice(persona, until=None):
    practice = Practice(FLOW, FLOW.persona(persona), "benih", TODAY, FileFacts(), {})
    return replace(practice, answers=solve_until(practice, until))


def _codes(persona, screen, **changes):
    """Field → code, when the persona's right answers are sent with `changes`."""
    practice = _practice(persona, screen)
    raw = {**right_raw(practice.persona, FLOW.screen(screen), seed="benih"), **changes}
    return {problem.field: problem.code for problem in check_screen(FLOW.screen(screen), raw, practice).problems}


def test_the_flow_goes_through_the_portal_in_order():
    assert [screen.id for screen in FLOW.screens] == SCREENS


def test_every_persona_can_finish():
    assert problems_of(FLOW, FileFacts(), today=TODAY) == []


@pytest.mark.parametrize(("persona", "code", "female"), [("sembako", "47112", True), ("penjahit", "14120", False)])
def test_a_persona_gets_the_nib_alone(persona, code, female):
    practice = _practice(persona)
    sources = ("kegiatan.kbli", "data-usaha.investasi_lain", "data-usaha.modal_kerja")

    assert practice.answers["kegiatan"]["kbli"] == code
    assert derived("permit", sources, practice) == "NIB"
    nik = parse_nik(str(practice.answers["daftar"]["nik"]), today=TODAY)
    assert nik.female is female
    assert nik.born.isoformat() == practice.answers["data-diri"]["tanggal_lahir"]


@pytest.mark.parametrize(
    ("screen", "changes"),
    [
        ("daftar", {"nik": "99 0101 521084 0001"}),
        ("daftar", {"email": "MELATI@latihan.example "}),
        ("data-diri", {"nama": "Melati  Sukmawati", "telepon": "0812-0000-0001"}),
        ("data-diri", {"alamat": "gang contoh 5 no 12"}),
        ("masuk", {"pengguna": "+6281200000001"}),
        ("lokasi", {"luas": "0,0012", "luas_satuan": "ha"}),
        ("data-usaha", {"investasi_lain": "15 juta", "modal_kerja": "Rp 10.000.000,-"}),
        ("data-usaha", {"berjalan": "belum", "tanggal_mulai": "", "perkiraan_operasi": "01/03/2027"}),
        ("produk", {"jenis_produk": "Sembako eceran", "kapasitas": "6000"}),
    ],
)
def test_a_right_value_is_right_however_it_is_written(screen, changes):
    assert _codes("sembako", screen, **changes) == {}


@pytest.mark.parametrize(
    ("screen", "changes", "codes"),
    [
        ("daftar", {"jenis_pelaku": "badan-usaha"}, {"jenis_pelaku": "must_be"}),
        ("daftar", {"nik": "6472025210840001"}, {"nik": "nik.real"}),
        ("daftar", {"nik": "9902031705760002"}, {"nik": "persona.other"}),
        ("daftar", {"email": "saya@pos.example"}, {"email": "persona.other"}),
        ("kata-sandi", {"kata_sandi_ulang": "Teh-Manis28"}, {"kata_sandi_ulang": "same_as"}),
        ("data-diri", {"nama": "Bu Melati"}, {"nama": "persona.other"}),
        (
            "data-diri",
            {"jenis_kelamin": "laki-laki", "tanggal_lahir": "13/10/1984"},
            {"jenis_kelamin": "nik.other_gender", "tanggal_lahir": "nik.other_date"},
        ),
        ("data-diri", {"kelurahan": "64.72.02.1002"}, {"wilayah": "persona.other"}),
        ("data-diri", {"setuju": ""}, {"setuju": "required"}),
        ("masuk", {"kata_sandi": "teh-manis27"}, {"kata_sandi": "sign_in.wrong"}),
        ("dasbor", {"menu": "permohonan-baru"}, {"menu": "must_be"}),
        ("lokasi", {"luas_satuan": "ha"}, {"luas": "luas.besar"}),
        ("lokasi", {"luas": "3 x 4"}, {"luas": "area.times"}),
        ("lokasi", {"titik": "-0.5135, 117.1290"}, {"titik": "map_point.far"}),
        ("lokasi", {"dokumen_lokasi": "ktp"}, {"dokumen_lokasi": "persona.other"}),
        ("data-lokasi", {"psn": "ya"}, {"psn": "must_be"}),
        ("kegiatan", {"kbli": "47111"}, {"kbli": "persona.other"}),
        ("kegiatan", {"kbli": "sembako"}, {"kbli": "kbli.choose"}),
        ("data-usaha", {"modal_kerja": "10"}, {"modal_kerja": "rupiah.thousands"}),
        ("data-usaha", {"tanggal_mulai": "01/03/2030"}, {"tanggal_mulai": "date.future"}),
        ("data-usaha", {"berjalan": "belum", "tanggal_mulai": ""}, {"perkiraan_operasi": "required"}),
        ("risiko", {"kewenangan": "pusat"}, {"kewenangan": "must_be"}),
        ("lingkungan", {"punya_dokumen": "sudah"}, {"punya_dokumen": "must_be"}),
        ("periksa", {"pernyataan": ""}, {"pernyataan": "required"}),
    ],
)
def test_a_common_mistake_is_named(screen, changes, codes):
    assert _codes("sembako", screen, **changes) == codes


@pytest.mark.parametrize(
    ("screen", "words"),
    [
        ("daftar", ["Pilih jenis pelaku usaha"]),
        ("kata-sandi", ["Kata Sandi", "Konfirmasi Kata Sandi"]),
        ("data-diri", ["Saya setuju dengan Syarat dan Ketentuan"]),
    ],
)
def test_known_labels_of_the_portal_are_kept_word_for_word(screen, words):
    labels = [field.label for field in FLOW.screen(screen).fields if field.known]

    assert [word for word in words if word not in labels] == []


def test_known_messages_of_the_portal_are_kept_word_for_word():
    said = {text.says for screen in FLOW.screens for field in screen.fields for text in field.texts.values()}
    said |= {text.says for text in FLOW.texts.values()}

    assert {"Wajib diisi", "Data tidak sesuai KTP"} <= said


def test_everything_needed_is_on_the_card():
    for persona in FLOW.personas:
        on_card = {row.screen for section in persona.card for row in section.rows}
        assert {screen.id for screen in FLOW.screens} - on_card == {"terbit"}
