import csv
import json
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from sandbox import kbli, regions
from sandbox.models import KbliCode, KbliTerm, ReferenceTable
from sandbox.reference import load_reference_data

PHRASES = list(csv.DictReader((Path(__file__).parent / "kbli_phrases.csv").open(encoding="utf-8")))


@pytest.fixture(scope="module", autouse=True)
def reference_data(django_db_setup, django_db_blocker):
    """The whole table, loaded once for this file and rolled back after it: each test works on a savepoint above."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_reference_data()
        yield
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def codes(query, **options):
    return [hit.code for hit in kbli.search(query, **options)]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("gorengan", "56102"),
        ("gorengn", "56102"),
        ("vermak", "95291"),
        ("es kopi", "56304"),
        ("jahit baju", "14120"),
        ("penjait", "14120"),
        ("warung sembako", "47112"),
        ("warung sembakau", "47112"),
        ("jualan pulsa", "61201"),
        ("Aktivitas Vermak Pakaian", "95291"),
        ("47112", "47112"),
    ],
)
def test_an_owner_finds_the_code_by_her_own_words(said, code):
    assert codes(said)[0] == code


def test_a_hit_says_what_the_code_means_and_which_words_led_to_it():
    hit = kbli.search("jual gorengan")[0]

    assert hit.title == "Aktivitas Penyediaan Makanan di Bangunan Tidak Tetap"
    assert hit.category == "I"
    assert hit.explanation.startswith("Jual makanan matang dengan gerobak")
    assert hit.matched_term == "gorengan"


def test_a_search_costs_two_queries(django_assert_num_queries):
    kbli.search("gorengan")

    with django_assert_num_queries(2):
        kbli.search("terima jahitan baju")


def test_a_newly_loaded_word_is_found_at_once():
    assert codes("klepetan") != ["96900"]

    KbliTerm.objects.create(term="klepetan", code=KbliCode.objects.get(code="96900"), rank=1)
    ReferenceTable.objects.filter(key="kbli-kata").update(sha256="baru")

    assert codes("klepetan", limit=1) == ["96900"]


def hit_rate(half, first):
    phrases = [phrase for phrase in PHRASES if phrase["half"] == half]
    found = [phrase for phrase in phrases if set(codes(phrase["phrase"], limit=first)) & set(phrase["codes"].split())]
    return len(found) / len(phrases)


def test_of_phrases_never_used_for_tuning_nearly_all_have_a_right_code_among_the_first_three():
    assert hit_rate("held-out", 1) >= 0.94
    assert hit_rate("held-out", 3) >= 0.97


def test_every_phrase_used_for_tuning_has_a_right_code_among_the_first_three():
    assert hit_rate("tuning", 3) == 1.0


def test_everyday_terms_lead_to_their_code():
    best = KbliTerm.objects.filter(rank=1).order_by("term").values_list("term", "code")

    assert [term for term, code in best[::4] if code not in codes(term, limit=3)] == []


def test_official_titles_lead_to_their_code():
    titles = KbliCode.objects.order_by("code").values_list("code", "title")

    assert [code for code, title in titles[::4] if code not in codes(title, limit=1)] == []


def test_every_phrase_and_code_of_the_evaluation_is_real():
    known = set(KbliCode.objects.values_list("code", flat=True))

    assert len(PHRASES) == len({phrase["phrase"] for phrase in PHRASES}) >= 150
    assert [phrase for phrase in PHRASES if not set(phrase["codes"].split()) <= known] == []


@pytest.mark.parametrize(
    "text", ["", "\x00", "' OR 1=1 --", '"x" AND *', "日本語", "x" * 100_000], ids=lambda t: ascii(t[:9])
)
def test_any_text_gets_a_list(text):
    assert len(kbli.search(text)) <= 10


def test_a_code_is_looked_up_with_one_query_each(django_assert_num_queries):
    with django_assert_num_queries(3):
        title, explanation, risks = kbli.title("14120"), kbli.explanation("14120"), kbli.risks("14120", "menengah")

    assert title == "Industri Penjahitan dan Pembuatan (Bukan Konfeksi) Pakaian Sesuai Pesanan/Kustomisasi"
    assert explanation == "Penjahit: membuat baju sesuai ukuran dan pesanan orang."
    assert risks == ["Menengah Rendah"]


def test_several_risks_of_one_code_come_lowest_first():
    assert kbli.risks("56101", "kecil") == ["Menengah Rendah", "Menengah Tinggi"]


@pytest.mark.parametrize("code", ["00000", "", "abcde", "\x00", "4711"], ids=ascii)
def test_an_unknown_code_has_neither_title_nor_explanation_nor_risk(code):
    assert kbli.title(code) is None
    assert kbli.explanation(code) == ""
    assert kbli.risks(code, "mikro") == []


def answers(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text)))
    said = StringIO()
    call_command("kbli", "-", as_json=True, stdout=said)
    return json.loads(said.getvalue())


def test_the_command_answers_every_line_in_order_and_keeps_the_place_of_empty_ones(monkeypatch):
    found = answers(monkeypatch, b"jual gorengan\n\nternak lele\r\n")

    assert [answer["query"] for answer in found] == ["jual gorengan", "", "ternak lele"]
    assert [answer["codes"][:1] for answer in found] == [["56102"], [], ["03221"]]
    assert max(len(answer["codes"]) for answer in found) == 10


def test_the_command_answers_no_input_and_broken_input(monkeypatch):
    assert answers(monkeypatch, b"") == []
    assert len(answers(monkeypatch, b"\xff\xfe\n\x00")) == 2


def test_the_command_prints_a_list_for_people():
    said = StringIO()

    call_command("kbli", "jual", "gorengan", stdout=said, no_color=True)

    assert "56102  Aktivitas Penyediaan Makanan di Bangunan Tidak Tetap" in said.getvalue()
    assert "Jual makanan matang" in said.getvalue()


def test_the_command_says_so_when_nothing_fits():
    said = StringIO()

    call_command("kbli", "日本語", stdout=said, no_color=True)

    assert "Tidak ada yang cocok" in said.getvalue()


def test_every_table_says_where_it_comes_from_and_how_many_rows_it_has():
    table = ReferenceTable.objects.get(key="kbli-2025")
    assert "Peraturan BPS Nomor 7 Tahun 2025" in table.source
    assert (table.rows, table.as_of) == (1559, date(2026, 11, 22))
    assert not ReferenceTable.objects.filter(rows=0).exists()


def test_both_personas_businesses_are_low_risk_for_a_micro_business():
    assert kbli.risks("47112", "mikro") == ["Rendah"]
    assert kbli.risks("14120", "mikro") == ["Rendah"]


def test_what_an_explanation_says_is_one_short_sentence():
    says = list(KbliCode.objects.exclude(explanation="").values_list("explanation", flat=True))
    assert len(says) >= 60
    assert [text for text in says if not text.endswith(".") or len(text) > 120] == []


def test_the_personas_homes_can_be_chosen_down_to_the_village():
    assert ("64.72.02", "Samarinda Seberang") in regions.children("64.72")
    assert len(regions.children("64.72.02")) == 6
    assert len(regions.children("32.10")) == 26
    assert regions.postal_code(regions.children("64.72.02")[0][0]) != ""
