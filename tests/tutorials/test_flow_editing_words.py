"""What the editor tells people: where a problem is, and what changed between two versions."""

from copy import deepcopy

import pytest

from tests.factories import small_flow
from tests.tutorials.flow_posts import rich_flow
from tutorials.flow_editing.comparison import changes
from tutorials.flow_editing.problems import problems_of

pytestmark = pytest.mark.django_db


def told(document):
    return [
        (problem.place.form, problem.place.key, problem.place.words, problem.why) for problem in problems_of(document)
    ]


def edited(change, document=None):
    document = deepcopy(document or rich_flow())
    change(document)
    return document


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            lambda d: d.update(title=""),
            ("umum", "", "Data umum › Judul", "tidak boleh kosong"),
        ),
        (
            lambda d: d["screens"][1].update(title=""),
            ("layar", "modal", "Layar “modal” › Judul", "tidak boleh kosong"),
        ),
        (
            lambda d: d["screens"][1]["fields"][0]["rules"].append({"rule": "min", "value": "x"}),
            (
                "isian",
                "modal.modal",
                "Layar “Modal” › isian “Modal usaha” › Aturan 3 › Nilai",
                "harus berupa bilangan bulat",
            ),
        ),
        (
            lambda d: d["screens"][0]["next"][0].update(to="daftar"),
            (
                "layar",
                "daftar",
                "Layar “Daftar” › Cabang: ke layar mana sesudah ini 1 › Ke layar",
                "“daftar” bukan layar sesudah layar ini",
            ),
        ),
        (
            lambda d: d["personas"][0]["answers"]["modal"].update(modal="abc"),
            (
                "jawaban",
                "sembako.modal",
                "Tokoh “Bu Melati” › jawaban › Layar “Modal”",
                "Jawaban tokoh untuk “Modal usaha” ditolak: “Kalimat rupiah.digits”",
            ),
        ),
        (
            lambda d: d["personas"][0]["answers"]["modal"].update(hantu="x"),
            (
                "jawaban",
                "sembako.modal",
                "Tokoh “Bu Melati” › jawaban › Layar “Modal”",
                "isian ini tidak ada di layarnya",
            ),
        ),
        (
            lambda d: d["faults"][0].update(recovery="ulang"),
            (
                "gangguan",
                "hang",
                "Gangguan “macet sesudah mengirim” › Jalan keluar utama",
                "gangguan tanpa jalan keluar: “ulang” bukan tindakan yang benar",
            ),
        ),
        (
            lambda d: d["texts"]["required"].update(says=""),
            ("kalimat", "required", "Kalimat “required”", "tidak boleh kosong"),
        ),
        (
            lambda d: d["texts"].pop("required"),
            (
                "isian",
                "daftar.nik",
                "Layar “Daftar” › isian “NIK”",
                "aturan di sini memakai kode “required”, tetapi kalimatnya belum ada. "
                "Tulis di kotak “Kalimat khusus isian ini” dengan kode itu.",
            ),
        ),
        (
            lambda d: d["screens"][1].pop("expected_seconds"),
            ("layar", "modal", "Layar “Modal” › Perkiraan lama (detik)", "belum diisi"),
        ),
        (
            lambda d: d.pop("title"),
            ("umum", "", "Data umum › Judul", "belum diisi"),
        ),
        (
            lambda d: d.update(personas=[]),
            ("tokoh", "", "Tokoh", "belum ada tokoh; tambah paling sedikit satu"),
        ),
        (
            lambda d: d["outcome"]["documents"][0].update(number="123"),
            ("surat", "sppl", "Surat “SPPL” › Nomor", "nomor surat latihan hanya berisi angka nol"),
        ),
        (
            lambda d: d["outcome"].update(number="123"),
            ("hasil", "", "NIB latihan › Nomor", "NIB latihan selalu 0000000000000"),
        ),
        (
            lambda d: d["modes"].append("ujian"),
            ("umum", "", "Data umum › Cara belajar yang ditawarkan", "ujian: tidak ada tokoh yang memakainya"),
        ),
        (
            lambda d: (
                d["screens"].insert(1, {**d["screens"][2], "id": "buntu", "next": [{"to": "terbit"}]})
                or d["screens"][0].update(next=[{"to": "modal"}])
            ),
            ("layar", "buntu", "Layar “Terbit”", "tidak dilewati tokoh mana pun"),
        ),
    ],
)
def test_a_problem_names_its_place_and_the_form_that_mends_it(change, problem):
    assert problem in told(edited(change))


def test_a_comparison_with_the_real_portal_on_a_day_to_come_is_refused():
    problems = told(edited(lambda d: d.update(compared_on="2999-01-01")))

    assert [(form, words) for form, _, words, _ in problems] == [
        ("umum", "Data umum › Terakhir dibandingkan dengan OSS asli")
    ]
    assert problems[0][3].startswith("2999-01-01 belum tiba; tulis hari Anda membandingkannya, paling akhir ")


def test_parts_that_cannot_be_read_are_told_all_at_once():
    def change(document):
        document["screens"][0]["title"] = ""
        document["screens"][1]["button"] = ""
        document["personas"][0]["trade"] = ""

    places = [problem.place.words for problem in problems_of(edited(change))]

    assert places == ["Layar “daftar” › Judul", "Layar “Modal” › Tulisan di tombol", "Tokoh “Bu Melati” › Usaha"]


def test_a_sound_flow_has_no_problem():
    assert told(rich_flow()) == []


def test_two_equal_versions_have_no_change():
    assert changes(rich_flow(), rich_flow()) == []


@pytest.mark.parametrize(
    ("change", "place", "old", "new"),
    [
        (lambda d: d.update(label="Web 2027"), "Data umum › Nama versi", "Web 2026", "Web 2027"),
        (
            lambda d: d["exam"].update(most_mistakes=9),
            "Data umum › Aturan lulus ujian › Isian keliru paling banyak",
            "3",
            "9",
        ),
        (lambda d: d["screens"][1].update(title="Modal usaha"), "Layar “Modal usaha” › Judul", "Modal", "Modal usaha"),
        (
            lambda d: d["screens"][1]["fields"][0].update(hint="Hitung."),
            "Layar “Modal” › isian “Modal usaha” › Petunjuk",
            "Tulis rupiah penuh.",
            "Hitung.",
        ),
        (
            lambda d: d["screens"][1]["fields"][0]["rules"].pop(),
            "Layar “Modal” › isian “Modal usaha” › Aturan › Aturan 2",
            "equals_persona",
            "",
        ),
        (
            lambda d: d["screens"][0]["fields"][1]["options"].append({"value": "lupa", "label": "Lupa"}),
            "Layar “Daftar” › isian “Punya usaha?” › Pilihan › “lupa”",
            "",
            "lupa · Lupa",
        ),
        (
            lambda d: d["screens"][0]["next"][0]["when"].update(equals="ya"),
            "Layar “Daftar” › Cabang: ke layar mana sesudah ini › Cabang 1 › Kalau",
            "daftar.punya_usaha sama dengan belum",
            "daftar.punya_usaha sama dengan ya",
        ),
        (lambda d: d["screens"].pop(1), "Layar “Modal”", "Modal", ""),
        (lambda d: d["screens"].append({**d["screens"][1], "id": "baru", "title": "Baru"}), "Layar “Baru”", "", "Baru"),
        (lambda d: d["screens"].reverse(), "urutan layar", "daftar, modal, terbit", "terbit, modal, daftar"),
        (
            lambda d: d["texts"]["required"].update(says="Isi dulu"),
            "Kalimat “required” › Kalimat",
            "Kalimat required",
            "Isi dulu",
        ),
        (
            lambda d: d["personas"][0]["answers"]["modal"].update(modal="1"),
            "Tokoh “Bu Melati” › jawaban › Layar “Modal” › modal",
            "25.000.000",
            "1",
        ),
        (lambda d: d["personas"][0].update(own=[]), "Tokoh “Bu Melati” › isian sendiri", "modal.modal", ""),
        (
            lambda d: d["faults"][0]["actions"][0].update(says="Aman."),
            "Gangguan “macet sesudah mengirim” › Yang bisa dilakukan › “tunggu” › Yang terjadi",
            "Data sudah tersimpan.",
            "Aman.",
        ),
        (
            lambda d: d["outcome"]["documents"][0].update(clauses=["Saya menjaga kebersihan."]),
            "Surat “SPPL” › Butir pernyataan",
            "Saya menjaga kebersihan.; Saya bersedia diperiksa.",
            "Saya menjaga kebersihan.",
        ),
    ],
)
def test_a_change_is_told_with_its_place_and_both_texts(change, place, old, new):
    found = [(each.place, each.old, each.new) for each in changes(rich_flow(), edited(change))]

    assert (place, old, new) in found


def test_a_change_at_one_place_is_told_once():
    changed = edited(lambda d: d["screens"][1]["fields"][0].update(hint="Hitung."), small_flow())

    assert len(changes(small_flow(), changed)) == 1
