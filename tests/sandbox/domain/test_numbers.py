from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.domain.numbers import group_thousands, in_words, parse_area, parse_count, parse_rupiah
from sandbox.domain.problems import Problem


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("5000000", 5_000_000),
        ("5.000.000", 5_000_000),
        ("Rp 5.000.000,-", 5_000_000),
        ("rp5.000.000,00", 5_000_000),
        ("5 juta", 5_000_000),
        ("5jt", 5_000_000),
        ("2,5 juta", 2_500_000),
        ("750 ribu", 750_000),
        ("0", 0),
    ],
)
def test_rupiah_as_people_write_it(text, amount):
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize(
    "text", ["lima juta", "5.00.000", "5,000,000", "-5", "5.000.0000", "1e6", "5 juta rupiah lebih", ""]
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(Problem) as caught:
        parse_rupiah(text)

    assert caught.value.code == "rupiah.digits"


def test_an_amount_beyond_any_business_is_refused():
    with pytest.raises(Problem) as caught:
        parse_rupiah("9" * 40)

    assert caught.value.code == "rupiah.large"


@pytest.mark.parametrize(("text", "area"), [("12", "12"), ("1.000,5", "1000.5"), ("12,25", "12.25"), ("1.000", "1000")])
def test_an_area_in_indonesian_notation(text, area):
    assert parse_area(text) == Decimal(area)


@pytest.mark.parametrize(
    ("text", "code"), [("3 x 4", "area.times"), ("3×4", "area.times"), ("dua", "area.digits"), ("12 m2", "area.digits")]
)
def test_an_area_that_is_no_number_is_refused(text, code):
    with pytest.raises(Problem) as caught:
        parse_area(text)

    assert caught.value.code == code


def test_a_count_may_group_thousands():
    assert parse_count("12.000") == 12_000


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
def test_an_amount_written_with_dots_is_read_back(amount):
    assert parse_rupiah(group_thousands(amount)) == amount


@given(st.text(max_size=60))
def test_no_text_breaks_the_number_readers(text):
    for read in (parse_rupiah, parse_area, parse_count):
        try:
            assert read(text) >= 0
        except Problem as problem:
            assert "." in problem.code
