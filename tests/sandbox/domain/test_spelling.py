import pytest

from sandbox.domain.spelling import Speller, edit_distance


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("gorengan", "gorengan", 0),
        ("gorengn", "gorengan", 1),
        ("goerngan", "gorengan", 1),
        ("gorengam", "gorengan", 1),
        ("tembakau", "sembakau", 2),
        ("kopi", "gorengan", 3),
    ],
)
def test_slips_are_counted_up_to_the_limit(a, b, distance):
    assert edit_distance(a, b, limit=2) == distance


def test_the_nearest_known_word_is_meant():
    speller = Speller({"gorengan": 3.0, "gorden": 5.0, "bakso": 9.0})

    assert [word for word, _ in speller.near("gorengn")] == ["gorengan"]


def test_of_two_words_equally_near_the_commoner_comes_first():
    speller = Speller({"sate": 2.0, "sale": 7.0})

    assert [word for word, _ in speller.near("sace")] == ["sale", "sate"]


def test_a_word_that_sounds_alike_is_meant_before_one_that_is_spelt_alike():
    speller = Speller({"sembako": 1.0, "tembakau": 50.0})

    assert [word for word, _ in speller.near("sembakau")] == ["sembako"]


def test_a_short_unknown_word_is_not_guessed_at():
    assert Speller({"mie": 1.0, "jus": 1.0}).near("miu") == []
