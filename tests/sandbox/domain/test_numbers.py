import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.domain.number_words import from_words
from sandbox.domain.numbers import in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (25_000_000, "dua puluh lima juta"),
        (1_100, "seribu seratus"),
        (1_000_000_001, "satu miliar satu"),
        (999_999, "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"),
    ],
)
def test_a_number_in_words(number, words):
    assert in_words(number) == words


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_number_in_words_is_read_back(number):
    assert from_words(in_words(number)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("satu ribu", 1000),
        ("sejuta", 1_000_000),
        ("satu milyar", 10**9),
        ("satu setengah juta", 1_500_000),
        ("dua puluh lima setengah ribu", 25_500),
        ("setengah miliar", 500_000_000),
    ],
)
def test_other_ways_to_say_a_number(words, number):
    assert from_words(words) == number


@pytest.mark.parametrize(
    "words", ["", "juta", "dua tiga", "puluh lima", "lima juta lagi", "seribu setengah juta", "setengah", "nol juta"]
)
def test_words_that_say_no_number(words):
    assert from_words(words) is None
