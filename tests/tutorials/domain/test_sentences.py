import time

import pytest

from tutorials.domain.sentences import count_words, sentences, words_in


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Tekan Daftar. Isi NIK.", ["Tekan Daftar.", "Isi NIK."]),
        ("Bayar Rp1.000.000. Simpan struknya.", ["Bayar Rp1.000.000.", "Simpan struknya."]),
        ("Warung milik PT. Maju Jaya. Isi.", ["Warung milik PT. Maju Jaya.", "Isi."]),
        ("Bapak H. Ahmad di Jl. Merdeka No. 5.", ["Bapak H. Ahmad di Jl. Merdeka No. 5."]),
        ("KTP, KK, dll. yang ada. Siap.", ["KTP, KK, dll. yang ada.", "Siap."]),
        ("KTP, KK, dst. Lalu tekan.", ["KTP, KK, dst.", "Lalu tekan."]),
        ("Buka oss.go.id pukul 08.00. Tunggu.", ["Buka oss.go.id pukul 08.00.", "Tunggu."]),
        ("Sudah? Bagus! Lanjut …", ["Sudah?", "Bagus!", "Lanjut …"]),
        ("Tertulis “Wajib diisi.” Tenang.", ["Tertulis “Wajib diisi.”", "Tenang."]),
        ("Panjangnya 16 angka. 13 angka itu NIB.", ["Panjangnya 16 angka.", "13 angka itu NIB."]),
        ("Satu baris\ndipatahkan.", ["Satu baris dipatahkan."]),
    ],
)
def test_a_sentence_ends_where_a_reader_breathes(text, cut):
    assert sentences(text) == cut


def test_items_of_a_list_end_without_a_full_stop_and_headings_are_no_sentences():
    text = "### Judul panjang sekali\n\n1. Tekan **Daftar**\n2. Isi `nomor yang panjang`\n\nSelesai."

    assert sentences(text) == ["Tekan Daftar", "Isi kode", "Selesai."]


def test_a_box_is_read_with_its_title_and_a_table_is_not_read():
    text = '!!! tip "Titik meleset?"\n    Geser titiknya.\n\n| a | b |\n| - | - |\n| satu dua | tiga |'

    assert sentences(text) == ["Titik meleset?", "Geser titiknya."]


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("Isi NIK – 16 angka.", 4), ("dan/atau Rp1.000", 2), ("KTP-el …", 1)]
)
def test_words_are_what_stands_between_spaces(text, count):
    assert count_words(text) == count


def test_the_words_of_headings_and_tables_count_for_the_length_of_a_text():
    assert words_in("### Satu dua\n\nTiga **empat**.\n\n| lima |\n| - |\n| enam |") == 6


@pytest.mark.parametrize("text", ["." * 20_000, "a. " * 6_600, ".”" * 10_000, "?!" * 10_000, ". " * 10_000])
def test_no_text_keeps_whoever_saves_it_waiting(text):
    began = time.process_time()

    sentences(text)

    assert time.process_time() - began < 1
