"""The starter flow, held against what owners really type. The facts come from the project's own data files."""

import csv
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.catalogue import STARTER_FLOWS
from sandbox.domain.coaching import card_rows
from sandbox.domain.conditions import holds
from sandbox.domain.nik import parse_nik
from sandbox.domain.practice import Practice
from sandbox.domain.reading import read_flow
from sandbox.domain.screens import check_screen
from sandbox.domain.solving import problems_of, right_raw, solve_until
from sandbox.domain.vocabulary import FAULT_KINDS, WRONG_WAYS
from tests.factories import TODAY

DATA = Path(STARTER_FLOWS).parent / "data"


def _rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class FileFacts:
    titles = {row["code"]: row["title"] for row in _rows("kbli_2025.csv")}
    risks = {(row["code"], row["scale"]): row["risk"] for row in reversed(_rows("kbli_risk.csv"))}
    regions = {row["code"]: row["name"] for row in _rows("regions.csv")}
    postal_codes = {row["code"]: row["postal_code"] for row in _rows("regions.csv")}
    pairs = _rows("kbli_2020_2025.csv")

    def kbli_title(self, code):
        return self.titles.get(code)

    def kbli_risk(self, code, scale):
        return self.risks.get((code, scale))

    def kbli_successors(self, code_2020):
        return tuple((row["code"], self.titles[row["code"]]) for row in self.pairs if row["code_2020"] == code_2020)

    def region_name(self, code):
        return self.regions.get(code)


DOCUMENT = json.loads((STARTER_FLOWS / "nib-umk-perseorangan.json").read_text(encoding="utf-8"))
FLOW = read_flow(DOCUMENT)
# The way of somebody with one activity of low risk, one product and no older licence.
SHORTEST = [
    "daftar", "verifikasi", "kata-sandi", "data-diri", "masuk", "dasbor", "lokasi", "data-lokasi", "kegiatan",
    "tata-ruang", "data-usaha", "produk", "risiko", "lingkungan", "periksa", "terbit",
]  # fmt: skip
BRANCHES = {
    "sembako": [],
    "penjahit": [],
    "warung-makan": ["penyesuaian", "bidang-kedua", "produk-kedua", "penapisan", "sertifikat-standar"],
    "depot-air": ["penapisan", "verifikasi-standar"],
    "jamu": ["penapisan", "izin"],
    "usaha-sendiri": [],
}
ALWAYS_ISSUED = {"pernyataan-mandiri", "tata-ruang", "sppl"}
PERSONAS = [persona.id for persona in FLOW.personas]
# What only names, points or asks: nobody reads it as a sentence.
NOT_READ = {
    "id", "type", "value", "source", "sources", "field", "screen", "to", "equals", "one_of", "rule", "derive", "kind",
    "answers", "accepts", "places", "folder", "password", "own", "at", "way", "recovery", "difficulties", "code",
}  # fmt: skip


def _practice(persona, until=None):
    practice = Practice(FLOW, FLOW.persona(persona), "benih", TODAY, FileFacts(), {})
    return replace(practice, answers=solve_until(practice, until))


def _codes(persona, screen, **changes):
    """Field → code, when the persona's right answers are sent with `changes`."""
    practice = _practice(persona, screen)
    raw = {**right_raw(practice.persona, FLOW.screen(screen), seed="benih"), **changes}
    return {problem.field: problem.code for problem in check_screen(FLOW.screen(screen), raw, practice).problems}


def _own(**changes):
    """What came of the own business: the practice at its end, when `changes` {screen: {control: value}} are sent."""
    persona = FLOW.persona("usaha-sendiri")
    answers = {**persona.answers}
    for screen, values in changes.items():
        answers[screen.replace("_", "-")] = {**answers.get(screen.replace("_", "-"), {}), **values}
    persona = replace(persona, answers=answers)
    practice = Practice(replace(FLOW, personas=(persona,)), persona, "benih", TODAY, FileFacts(), {})
    assert [problem for problem in problems_of(practice.flow, FileFacts(), today=TODAY) if "tokoh" in problem[:5]] == []
    return replace(practice, answers=solve_until(practice))


def _issued(practice):
    return {document.id for document in FLOW.outcome.documents if holds(document.when, practice.answers)}


def _status(document_id, practice):
    (document,) = (each for each in FLOW.outcome.documents if each.id == document_id)
    return next((each.status for each in document.status_when if holds(each.when, practice.answers)), document.status)


def _shown(screen, practice):
    return {field.id for field in FLOW.screen(screen).fields if holds(field.when, practice.answers)}


def _read_texts(node):
    """Every text of the document that people read."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in NOT_READ:
                yield from _read_texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _read_texts(value)
    elif isinstance(node, str):
        yield node


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_persona_meets_the_screens_of_its_branches_and_no_others(persona):
    order = [screen.id for screen in FLOW.screens]

    path = list(_practice(persona).answers)

    assert path == sorted({*SHORTEST, *BRANCHES[persona]}, key=order.index)


def test_every_persona_can_finish():
    assert problems_of(FLOW, FileFacts(), today=TODAY) == []


@pytest.mark.parametrize(
    ("persona", "code", "risk", "permit", "papers"),
    [
        ("sembako", "47112", "Rendah", "NIB", set()),
        ("penjahit", "14120", "Rendah", "NIB", set()),
        (
            "warung-makan", "56101", "Menengah Rendah", "NIB dan Sertifikat Standar (pernyataan mandiri)",
            {"sertifikat-standar"},
        ),
        (
            "depot-air", "11052", "Menengah Tinggi", "NIB dan Sertifikat Standar yang harus diverifikasi",
            {"sertifikat-standar"},
        ),
        ("jamu", "21022", "Tinggi", "NIB dan Izin", {"izin"}),
    ],
)  # fmt: skip
def test_a_persona_gets_what_its_risk_level_leads_to(persona, code, risk, permit, papers):
    practice = _practice(persona)

    assert practice.answers["kegiatan"]["kbli"] == code
    assert practice.answers["risiko"]["tingkat_risiko"] == risk
    assert practice.answers["risiko"]["jenis_perizinan"] == permit
    assert _issued(practice) == {*ALWAYS_ISSUED, *papers}


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_persona_has_an_invented_nik_that_fits_its_birth_date_and_gender(persona):
    answers = _practice(persona).answers

    nik = parse_nik(str(answers["daftar"]["nik"]), today=TODAY)

    assert nik.born.isoformat() == answers["data-diri"]["tanggal_lahir"]
    assert nik.female is (answers["data-diri"]["jenis_kelamin"] == "perempuan")
    assert 35 <= TODAY.year - nik.born.year <= 60


def test_no_two_personas_share_an_identity_or_a_place():
    answers = [_practice(persona).answers for persona in PERSONAS]

    for key in ("nik", "email"):
        assert len({each["daftar"][key] for each in answers}) == len(PERSONAS)
    assert len({each["data-diri"]["telepon"] for each in answers}) == len(PERSONAS)
    assert len({each["lokasi"]["wilayah"]["kabupaten"] for each in answers}) == len(PERSONAS)


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_postal_code_belongs_to_the_village_of_the_business(persona):
    place = _practice(persona).answers["lokasi"]

    assert place["kode_pos"] == FileFacts.postal_codes[place["wilayah"]["kelurahan"]]


def test_every_persona_practises_in_every_mode():
    assert {persona.id: persona.modes for persona in FLOW.personas} == dict.fromkeys(PERSONAS, FLOW.modes)
    assert FLOW.modes == ("tonton", "tuntun", "latihan", "ujian")


def test_an_old_code_leads_to_several_new_ones_to_choose_from():
    practice = _practice("warung-makan", "penyesuaian")

    successors = practice.facts.kbli_successors("56102")

    assert [code for code, _title in successors] == ["56101", "56400"]
    assert _codes("warung-makan", "penyesuaian", kode_baru="56400") == {"kode_baru": "persona.other"}
    assert _codes("warung-makan", "penyesuaian", kode_baru="10794") == {"kode_baru": "choice.unknown"}
    assert _codes("warung-makan", "penyesuaian", kode_lama="5610") == {
        "kode_lama": "digits.format", "kode_baru": "choice.unknown",
    }  # fmt: skip


def test_two_activities_are_on_one_nib_each_with_its_own_risk():
    practice = _practice("warung-makan")

    assert practice.answers["risiko"]["tingkat_risiko_kedua"] == "Rendah"
    assert {"usaha_kedua", "produk_kedua"} <= _shown("periksa", practice)
    assert {"usaha_kedua", "produk_kedua"} & _shown("periksa", _practice("sembako")) == set()


@pytest.mark.parametrize(
    ("persona", "shown", "hidden"),
    [
        ("sembako", {"perizinan_tunggal"}, {"menengah_rendah", "menengah_tinggi", "tinggi", "dua_kegiatan"}),
        ("warung-makan", {"menengah_rendah", "dua_kegiatan"}, {"perizinan_tunggal", "menengah_tinggi", "tinggi"}),
        ("depot-air", {"menengah_tinggi"}, {"perizinan_tunggal", "menengah_rendah", "tinggi", "bukan_umk"}),
        ("jamu", {"tinggi"}, {"perizinan_tunggal", "menengah_rendah", "menengah_tinggi", "belum_diketahui"}),
    ],
)
def test_the_risk_screen_says_only_what_holds_for_that_risk(persona, shown, hidden):
    seen = _shown("risiko", _practice(persona))

    assert shown <= seen
    assert hidden & seen == set()


@pytest.mark.parametrize(
    ("persona", "screen", "answer"),
    [
        ("warung-makan", "sertifikat-standar", "tunggu"),
        ("depot-air", "verifikasi-standar", "langsung"),
        ("jamu", "izin", "langsung"),
    ],
)
def test_when_the_business_may_start_is_asked_after_its_risk_level(persona, screen, answer):
    assert _codes(persona, screen, boleh_mulai=answer) == {"boleh_mulai": "must_be"}


@pytest.mark.parametrize(
    ("persona", "paper", "words"),
    [
        ("warung-makan", "sertifikat-standar", "Boleh langsung mulai"),
        ("depot-air", "sertifikat-standar", "Belum terverifikasi"),
        ("jamu", "izin", "Belum terbit"),
    ],
)
def test_a_paper_says_whether_it_lets_the_owner_start(persona, paper, words):
    assert words in _status(paper, _practice(persona))


def test_the_own_business_accepts_what_the_learner_has():
    practice = _own(
        lokasi={
            "luas": "2", "luas_satuan": "ha", "provinsi": "32", "kabupaten": "32.10", "kecamatan": "32.10.11",
            "kelurahan": "32.10.11.2011", "kode_pos": "45454",
        },
        kegiatan={"kbli": "95291", "nama_usaha": "Vermak Jaya"},
        data_usaha={
            "berjalan": "belum", "tanggal_mulai": "", "perkiraan_operasi": "01/03/2027", "modal_kerja": "4 juta",
            "investasi_lain": "2.500.000", "pembiayaan": "pinjaman", "penjualan_tahunan": "30jt", "tenaga_laki": "3",
        },
        produk={"jenis_produk": "Vermak celana", "kapasitas": "900", "satuan": "kali"},
    )  # fmt: skip

    assert practice.answers["kegiatan"]["kbli"] == "95291"
    assert practice.answers["data-usaha"]["modal_kerja"] == 4_000_000


@pytest.mark.parametrize(
    ("changes", "screens", "papers"),
    [
        ({"data_lokasi": {"izin_lama": "ya"}}, {"penyesuaian"}, set()),
        ({"kegiatan": {"kbli": "56101"}}, {"penapisan", "sertifikat-standar"}, {"sertifikat-standar"}),
        ({"kegiatan": {"kbli": "11052"}}, {"penapisan", "verifikasi-standar"}, {"sertifikat-standar"}),
        ({"kegiatan": {"kbli": "21022"}}, {"penapisan", "izin"}, {"izin"}),
        (
            {"kegiatan": {"bidang_lain": "ya"}, "bidang_kedua": {"kbli": "21022"}, "produk": {"produk_lain": "ya"}},
            {"bidang-kedua", "produk-kedua", "penapisan", "izin"},
            {"izin-kedua"},
        ),
        (
            {"kegiatan": {"kbli": "21022", "bidang_lain": "ya"}, "bidang_kedua": {"kbli": "56101"}},
            {"bidang-kedua", "penapisan", "izin"},
            {"izin", "sertifikat-standar-kedua"},
        ),
        (
            {"kegiatan": {"kbli": "56101", "bidang_lain": "ya"}, "bidang_kedua": {"kbli": "11052"}},
            {"bidang-kedua", "penapisan", "verifikasi-standar"},
            {"sertifikat-standar", "sertifikat-standar-kedua"},
        ),
    ],
)
def test_the_own_business_follows_every_branch_to_its_end(changes, screens, papers):
    practice = _own(**changes)

    assert set(practice.answers) == {*SHORTEST, *screens}
    assert _issued(practice) == {*ALWAYS_ISSUED, *papers}


def test_an_environmental_paper_in_hand_spares_the_screening_and_the_promise():
    practice = _own(kegiatan={"kbli": "56101"}, lingkungan={"punya_dokumen": "sudah"})

    assert "penapisan" not in practice.answers
    assert "sppl" not in _issued(practice)


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"kegiatan": {"kbli": "97000"}}, "belum_diketahui"),
        ({"data_usaha": {"investasi_lain": "6.000.000.000"}}, "bukan_umk"),
    ],
)
def test_the_own_business_is_told_what_the_practice_cannot_know(changes, note):
    practice = _own(**changes)

    assert note in _shown("risiko", practice)
    assert note not in _shown("risiko", _own())


def test_capital_in_thousands_is_noticed_in_the_own_business_too():
    assert _codes("usaha-sendiri", "data-usaha", modal_kerja="15") == {"modal_kerja": "min"}


def test_the_identity_of_the_own_business_stays_the_invented_one():
    own = FLOW.persona("usaha-sendiri").own

    assert {reference.split(".")[0] for reference in own} & {"daftar", "data-diri", "masuk"} == set()
    assert {"lokasi.alamat", "lokasi.titik"} & own == set()
    assert _codes("usaha-sendiri", "data-diri", nama="Nama Saya") == {"nama": "persona.other"}
    assert _codes("usaha-sendiri", "lokasi", alamat="Jalan Rumah Saya 5") == {"alamat": "persona.other"}


def test_the_card_of_the_own_business_says_which_rows_are_the_learners():
    persona = FLOW.persona("usaha-sendiri")
    rows = [row for section in persona.card for row in section.rows]

    told = {row.field for row in rows if row.value.startswith("Isi sendiri: ") and row.field}

    assert told - persona.own == set()
    assert {"kegiatan.kbli", "lokasi.luas", "lokasi.wilayah", "data-usaha.modal_kerja", "produk.jenis_produk"} <= told


@pytest.mark.parametrize(
    ("screen", "changes"),
    [
        ("daftar", {"nik": "99 0101 521084 0001"}),
        ("daftar", {"email": "MELATI@latihan.example "}),
        ("data-diri", {"nama": "Melati  Sukmawati", "telepon": "0812-0000-0001"}),
        ("data-diri", {"alamat": "gang contoh 5 no 12"}),
        ("masuk", {"pengguna": "+6281200000001"}),
        ("lokasi", {"luas": "0,0012", "luas_satuan": "ha"}),
        ("lokasi", {"luas": "3 x 4"}),
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
        ("lokasi", {"luas": "3 x 5"}, {"luas": "persona.other"}),
        ("lokasi", {"luas": "3 x 4 x 2"}, {"luas": "area.times"}),
        ("lokasi", {"titik": "-0.5135, 117.1290"}, {"titik": "map_point.far"}),
        ("lokasi", {"dokumen_lokasi": "ktp"}, {"dokumen_lokasi": "persona.other"}),
        ("data-lokasi", {"psn": "ya"}, {"psn": "must_be"}),
        ("kegiatan", {"kbli": "47111"}, {"kbli": "persona.other"}),
        ("kegiatan", {"kbli": "sembako"}, {"kbli": "kbli.choose"}),
        ("data-usaha", {"modal_kerja": "10"}, {"modal_kerja": "rupiah.thousands"}),
        ("data-usaha", {"tanggal_mulai": "01/03/2030"}, {"tanggal_mulai": "date.future"}),
        ("data-usaha", {"berjalan": "belum", "tanggal_mulai": ""}, {"perkiraan_operasi": "required"}),
        ("risiko", {"kewenangan": "pusat"}, {"kewenangan": "must_be"}),
        ("data-lokasi", {"izin_lama": "ya"}, {"izin_lama": "persona.other"}),
        ("kegiatan", {"bidang_lain": "ya"}, {"bidang_lain": "persona.other"}),
        ("produk", {"produk_lain": "ya"}, {"produk_lain": "persona.other"}),
        ("lingkungan", {"punya_dokumen": "sudah"}, {"punya_dokumen": "persona.other"}),
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


@pytest.mark.parametrize("persona", PERSONAS)
def test_everything_needed_is_on_the_card(persona):
    practice = _practice(persona)
    met = [FLOW.screen(screen) for screen in practice.answers]

    missing = [
        f"{screen.id}.{field.id}"
        for screen in met
        for field in screen.typed_fields
        if field.type != "checkbox" and holds(field.when, practice.answers)
        if not card_rows(field, screen, practice)
    ]

    assert missing == []


def test_every_kind_of_fault_strikes_somewhere():
    assert sorted(fault.kind for fault in FLOW.faults) == sorted(FAULT_KINDS)


def test_every_wrong_way_is_offered_by_some_fault():
    assert {action.way for fault in FLOW.faults for action in fault.actions if action.wrong} == set(WRONG_WAYS)


def test_a_fault_that_quotes_the_portal_says_so():
    quoted = {
        "NIK sudah terdaftar", "Email sudah terdaftar", "Gagal tersambung ke sistem dukcapil", "Data tidak sesuai KTP",
        "Wajib diisi",
    }  # fmt: skip

    assert {fault.text.says for fault in FLOW.faults if fault.text.known} == quoted


def test_every_typed_field_says_why_its_answer_is_right():
    fields = [field for screen in FLOW.screens for field in screen.typed_fields]

    assert [field.label for field in fields if not field.why] == []
    assert [field.why for field in fields if len(re.findall(r"[.!?](\s|$)", field.why)) > 2] == []


def test_sentences_are_short_enough_to_be_read_on_a_phone():
    sentences = [each for text in _read_texts(DOCUMENT) for each in re.split(r"(?<=[.!?:;])\s+|\n", text)]

    assert len(sentences) > 1000
    assert [each for each in sentences if len(re.findall(r"\w[\w./@-]*", each)) > 15] == []


def test_no_text_blames_a_person_or_speaks_like_a_computer():
    words = re.compile(r"\b(gagal|salah(?! satu)|klik|input|upload|login|loading|submit|user|kamu)\b", re.IGNORECASE)

    assert [text for text in _read_texts({**DOCUMENT, "faults": []}) if words.search(text)] == []
