import pytest

from sandbox.domain.kbli_index import KbliText
from sandbox.domain.kbli_search import KbliSearch

TEXTS = [
    KbliText("10794", "Industri Kerupuk, Keripik, Peyek", terms=(("keripik", 1),)),
    KbliText("10120", "Pengolahan Daging", terms=(("abon", 1),), keywords=("abon",)),
    KbliText("01411", "Budi Daya dan Pembibitan Sapi Potong", terms=(("sapi", 1),)),
    KbliText("14120", "Industri Penjahitan Pakaian Sesuai Pesanan", terms=(("jahit baju", 1), ("penjahit", 1))),
    KbliText("47249", "Perdagangan Eceran Makanan Lainnya", terms=(("keripik", 2),), keywords=("emping",)),
    KbliText("47711", "Perdagangan Eceran Pakaian", terms=(("baju", 1),)),
    KbliText("46412", "Perdagangan Besar Pakaian", terms=(("baju", 2),)),
    KbliText("56101", "Penyediaan Makanan di Bangunan Tetap", terms=(("bakso", 1),)),
    KbliText("56102", "Penyediaan Makanan di Bangunan Tidak Tetap", terms=(("bakso", 2), ("gorengan", 1))),
    KbliText("95320", "Reparasi Sepeda Motor", old_codes=("45407",), old_titles=("Reparasi dan Perawatan Motor",)),
    KbliText("18111", "Pencetakan Umum", terms=(("fotokopi", 1),)),
    KbliText("84111", "Lembaga Legislatif"),
]


@pytest.fixture(scope="module")
def kbli():
    return KbliSearch(TEXTS)


def codes(found):
    return [hit.code for hit in found]


def test_an_everyday_word_leads_to_its_code_and_is_named(kbli):
    best = kbli.search("jual gorengan depan rumah", limit=5)[0]

    assert (best.code, best.term) == ("56102", "gorengan")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("gorengn", "56102"),
        ("penjait", "14120"),
        ("terima jahitan", "14120"),
        ("foto kopi", "18111"),
        ("goren", "56102"),
        ("servis motor", "95320"),
        ("emping", "47249"),
        ("LEGISLATIF", "84111"),
    ],
)
def test_affixes_slips_and_unfinished_words_are_forgiven(kbli, said, code):
    assert kbli.search(said, limit=5)[0].code == code


def test_who_makes_comes_before_who_sells_and_the_other_way_round(kbli):
    assert codes(kbli.search("bikin keripik", limit=2)) == ["10794", "47249"]
    assert codes(kbli.search("toko keripik", limit=2)) == ["47249", "10794"]


def test_food_that_moves_is_not_food_in_a_building(kbli):
    assert codes(kbli.search("jual bakso", limit=2)) == ["56101", "56102"]
    assert codes(kbli.search("jual bakso keliling", limit=2)) == ["56102", "56101"]


def test_the_first_thing_named_counts_most(kbli):
    assert kbli.search("abon sapi", limit=1)[0].code == "10120"
    assert kbli.search("ternak sapi", limit=1)[0].code == "01411"


def test_wholesale_steps_forward_only_when_it_is_named(kbli):
    assert kbli.search("baju", limit=1)[0].code == "47711"
    assert kbli.search("grosir baju", limit=1)[0].code == "46412"


def test_a_code_or_its_beginning_finds_it(kbli):
    assert codes(kbli.search("56102", limit=5)) == ["56102"]
    assert codes(kbli.search("5610", limit=5)) == ["56101", "56102"]


def test_a_whole_title_finds_its_code_whatever_else_is_alike(kbli):
    assert kbli.search("penyediaan makanan di bangunan tidak tetap", limit=1)[0].code == "56102"
    assert kbli.search("penyediaan makanan di bangunan tetap", limit=1)[0].code == "56101"


def test_a_code_of_the_old_edition_leads_to_its_successor(kbli):
    assert codes(kbli.search("45407", limit=5)) == ["95320"]


def test_a_number_in_a_description_is_not_a_code(kbli):
    assert kbli.search("bakso 10 ribu", limit=1)[0].code == "56101"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\x00",
        "' OR 1=1 --",
        '"bakso"* NEAR(x) AND',
        "日本語",
        "🙂🙂",
        "(((((",
        "%_%",
        "a" * 100_000,
        "\ud800",
    ],
    ids=lambda text: ascii(text[:10]),
)
def test_any_text_gets_an_answer(kbli, text):
    assert len(kbli.search(text, limit=3)) <= 3


def test_never_more_than_asked_for(kbli):
    assert len(kbli.search("makanan pakaian bakso baju keripik", limit=2)) == 2
