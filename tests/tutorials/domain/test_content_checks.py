"""What is found in a step: one case that is found and one beside it that is not, for each rule."""

import pytest

from tutorials.domain.content_checks import Finding, Known, Level, StepPicture, StepText, check_step, check_words
from tutorials.domain.content_words import abbreviations_in, count_actions, labels_in, verbs_of, wrong_words_in

GOOD = {"key": "isi-nik", "title": "Isi nomor Anda", "body": "1. Isi 16 angka.", "expect": "Kotaknya terisi."}
NOTHING = Known()
LABELS = Known(labels=frozenset(["Simpan Lokasi"]), folded={"simpan lokasi": "Simpan Lokasi"})


def step(**changes):
    return StepText(**{**GOOD, **changes})


def found(known=NOTHING, **changes):
    return [(finding.code, finding.field) for finding in check_step(step(**changes), known)]


def test_a_good_step_needs_nothing():
    assert found() == []


def test_a_missing_expected_result_blocks_and_says_what_to_do():
    assert check_step(step(expect=" \n"), Known()) == [
        Finding(
            Level.BLOCK,
            "expect.missing",
            "isi-nik",
            "expect",
            "Tulis apa yang seharusnya terlihat sesudah langkah ini. Tanpa itu pembaca tidak tahu apakah ia berhasil.",
        )
    ]


@pytest.mark.parametrize("name", ["image", "desktop_image", "app_image"])
def test_each_picture_without_words_blocks_at_its_own_field(name):
    pictures = (StepPicture(name, described=False), StepPicture("image", described=True))

    assert found(pictures=pictures) == [("picture.undescribed", f"{name}_alt")]


def test_an_average_of_more_than_15_words_blocks():
    sentence = "Isi " + "kata " * 14 + "kata."  # 16 words

    assert ("sentences.average", "body") in found(body=sentence, expect=sentence)
    assert ("sentences.average", "body") not in found(body=sentence, expect="Terisi.")


def test_an_average_of_15_words_is_only_long():
    sentence = "Isi " + "kata " * 13 + "kata."  # 15 words

    assert found(body=sentence, expect=sentence) == [("sentence.long", "body"), ("sentence.long", "expect")]


@pytest.mark.parametrize(("words", "codes"), [(12, []), (13, [("sentence.long", "more")])])
def test_a_sentence_of_more_than_12_words_is_told(words, codes):
    assert found(more="Isi " + "kata " * (words - 2) + "kata.") == codes


def test_a_long_sentence_is_quoted_by_its_beginning():
    sentences = [
        finding.sentence for finding in check_step(step(more="Satu dua tiga empat lima " + "kata " * 8), Known())
    ]

    assert sentences == [
        "Penjelasan tambahan: kalimat “Satu dua tiga empat lima …” panjangnya 13 kata. "
        "Pecah jadi kalimat yang paling banyak 12 kata."
    ]


@pytest.mark.parametrize(("words", "codes"), [(40, []), (41, [("body.long", "body")])])
def test_a_body_of_more_than_40_words_is_told(words, codes):
    assert found(body="Isi ini. " * (words // 2) + "Isi." * (words % 2)) == codes


@pytest.mark.parametrize(("actions", "codes"), [(3, []), (4, [("body.actions", "body")])])
def test_more_than_three_actions_are_told(actions, codes):
    assert found(body="\n".join(f"{n}. Isi." for n in range(1, actions + 1))) == codes


def test_lists_inside_an_action_do_not_count():
    assert count_actions("1. Satu\n    1. a\n    2. b\n2. Dua\n\n- x\n- y\n- z\n- q") == 2


@pytest.mark.parametrize(
    ("title", "verbs"),
    [
        ("Isi NIK dan email", ["Isi"]),
        ("Buka surat, lalu isi kode", ["Buka", "isi"]),
        ("Kenapa perlu NIB?", []),
        ("Kalau OSS macet, tunggu", ["tunggu"]),
        ("Periksa daftar isi", ["Periksa"]),
        ("Cetak atau simpan NIB", ["Cetak", "simpan"]),
    ],
)
def test_a_title_has_the_verbs_that_its_parts_begin_with(title, verbs):
    assert verbs_of(title) == verbs


def test_a_title_without_a_verb_or_with_two_is_told():
    assert found(title="Kenapa perlu?") == [("title.no-verb", "title")]
    assert found(title="Cetak dan simpan") == [("title.verbs", "title")]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Urus SPPL di DPMPTSP.", ["SPPL", "DPMPTSP"]),
        ("Pakai HP dan KTP, PDF di bawah 2 MB.", []),
        ("Isi NIK, KBLI-nya, dan NIK lagi.", ["KBLI"]),
        ("NIK/KTP", []),
        ("**SIMPAN SEMUA** di `ABCD`, lihat Bab III.", []),
        ("Buka AMDALnet di oss.GO.id atau A@BPOM.go.id.", []),
    ],
)
def test_an_abbreviation_is_unknown_when_neither_glossary_nor_everyday_speech_has_it(text, unknown):
    assert abbreviations_in(text, known={"NIK"}) == unknown


def test_an_unknown_abbreviation_is_told_once_a_step():
    assert found(body="1. Urus SPPL.", more="SPPL itu surat.") == [("abbreviation.unknown", "body")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Klik tombol itu.", [("Klik", "tekan")]),
        ("Jangan diklik, jangan di-upload.", [("diklik", "tekan"), ("di-upload", "unggah")]),
        ("Tekan **Login**, lalu “upload” atau `submit`.", []),
        ("Kliklah di login.oss.go.id.", [("Kliklah", "tekan")]),
        ("Buka profil, formulir, dan linknya.", [("linknya", "tautan")]),
    ],
)
def test_a_word_that_has_a_better_one_is_found_except_in_what_others_wrote(text, wrong):
    assert list(wrong_words_in(text)) == wrong


def test_the_better_word_is_told():
    assert [finding.sentence for finding in check_step(step(more="Klik."), Known())] == [
        "Ganti “Klik” dengan kata sehari-hari: tekan."
    ]


def test_bold_words_are_compared_with_the_screens_letter_for_letter():
    bold = "Tekan **Simpan Lokasi.** Lalu **simpan lokasi** dan **Kirim**."

    told = check_step(step(more=bold, has_practice=True), LABELS)

    assert [finding.sentence for finding in told] == [
        "Tulisan tebal “simpan lokasi” di layar tertulis “Simpan Lokasi”. Samakan huruf demi huruf.",
        "Tulisan tebal “Kirim” tidak ada di layar latihan. Samakan dengan tulisan di layar, atau hilangkan tebalnya.",
    ]


def test_without_practice_or_published_flows_bold_words_are_compared_with_nothing():
    assert found(LABELS, more="Tekan **Kirim**.") == []
    assert found(NOTHING, more="Tekan **Kirim**.", has_practice=True) == []


def test_labels_are_what_stands_in_bold_once_each():
    assert labels_in("**A & B** dan **A & B**, `**c**`, __D__.") == ["A & B", "D"]


@pytest.mark.parametrize(("weight", "codes"), [(28_000, []), (28_001, [("page.heavy", "image")]), (None, [])])
def test_a_page_of_more_than_60_kilobytes_with_its_picture_is_told(weight, codes):
    picture = StepPicture("image", described=True, title="Peta", bytes=weight)

    assert found(pictures=(picture,), page_bytes=32_000) == codes


def test_blocks_come_before_warnings():
    levels = [finding.level for finding in check_step(step(title="Nomor", more="Klik.", expect=""), Known())]

    assert levels == ["block", "warn", "warn"]


def test_another_text_of_a_guide_is_told_by_the_name_of_its_field():
    assert check_words("introduction", "Klik di sini.", Known()) == [
        Finding(Level.WARN, "word.wrong", "", "introduction", "Ganti “Klik” dengan kata sehari-hari: tekan.")
    ]
