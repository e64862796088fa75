import pytest

from sandbox.domain.words import MAX_CHARACTERS, fold, forms, importance, spoken_forms, tokens


def test_a_text_is_cut_into_its_distinct_words_in_order():
    assert tokens("Jual Kos-kosan, kos; & 3 kamar!") == ["jual", "kos", "kosan", "3", "kamar"]


def test_what_follows_tanpa_was_not_said():
    assert tokens("sewa mobil tanpa sopir") == ["sewa", "mobil"]


def test_an_empty_word_said_twice_is_a_word_of_its_own():
    assert tokens("oleh-oleh") == tokens("oleh oleh") == ["oleholeh"]
    assert tokens("kue-kue") == ["kue"]


def test_accents_are_dropped_and_other_scripts_are_blanks():
    assert tokens("Café 咖啡 kopi\x00susu") == ["cafe", "kopi", "susu"]


def test_text_beyond_the_limit_is_not_read():
    assert tokens("a" * MAX_CHARACTERS + " gorengan") == ["a" * MAX_CHARACTERS]


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("penjahit", "jahit"),
        ("jahitan", "jahit"),
        ("menjual", "jual"),
        ("jualan", "jual"),
        ("peternakan", "ternak"),
        ("menyewakan", "sewa"),
        ("memotong", "potong"),
        ("mengecat", "cat"),
        ("kerajinan", "rajin"),
    ],
)
def test_a_word_leads_to_its_root(word, root):
    assert root in forms(word)


@pytest.mark.parametrize("word", ["roti", "padi", "ikan", "tahu", "kopi"])
def test_a_root_that_only_looks_affixed_stays_whole(word):
    assert forms(word) == [word]


@pytest.mark.parametrize(
    ("word", "root"), [("nyuci", "cuci"), ("motong", "potong"), ("ngelas", "las"), ("nanam", "tanam")]
)
def test_spoken_verbs_lead_to_their_root(word, root):
    assert root in spoken_forms(word)


@pytest.mark.parametrize(
    ("heard", "written"), [("penjait", "penjahit"), ("sembakau", "sembako"), ("photo", "foto"), ("tjilok", "cilok")]
)
def test_words_that_sound_alike_fold_alike(heard, written):
    assert fold(heard) == fold(written)


def test_a_word_of_place_says_less_than_a_verb_and_a_verb_less_than_a_thing():
    assert importance("rumah") < importance("jual") < importance("gorengan")
