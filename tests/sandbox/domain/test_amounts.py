import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.domain.amounts import parse_count, parse_rupiah
from sandbox.domain.numbers import group_thousands, in_words
from sandbox.domain.problems import Problem


@pytest.mark.parametrize(
    "text",
    [
        "5000000", "5.000.000", "Rp 5.000.000,-", "rp5.000.000,00", "5 juta", "5jt", "Rp5jt", "5 jt rupiah",
        "lima juta", "Lima Juta Rupiah", "5,000,000", "5 000 000", "IDR 5.000.000",
    ],
)  # fmt: skip
def test_five_million_as_people_write_it(text):
    assert parse_rupiah(text) == 5_000_000


@pytest.mark.parametrize(
    "text",
    [
        "5,000",
        "5.00.000",
        "-5",
        "5.000.0000",
        "1e6",
        "5 juta rupiah lebih",
        "",
        "rp",
        "500 ribu 5 juta",
        "5,5",
        "½ juta",
    ],
)
def test_what_is_no_amount_or_could_be_two_is_refused(text):
    with pytest.raises(Problem) as caught:
        parse_rupiah(text)

    assert caught.value.code == "rupiah.digits"


@pytest.mark.parametrize("text", ["9" * 40, "1000 triliun", "1.000.000.000.000.000"])
def test_an_amount_beyond_any_business_is_refused(text):
    with pytest.raises(Problem) as caught:
        parse_rupiah(text)

    assert caught.value.code == "rupiah.large"


@pytest.mark.parametrize(
    ("text", "count"), [("12.000", 12_000), ("2 orang", 2), ("dua", 2), ("12 ribu", 12_000), ("0", 0), ("3 org", 3)]
)
def test_a_count_as_people_write_it(text, count):
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "code"),
    [("1,200", "number.digits"), ("2,5", "number.digits"), ("orang", "number.digits"), ("9" * 13, "number.large")],
)
def test_what_is_no_count_is_refused(text, code):
    with pytest.raises(Problem) as caught:
        parse_count(text)

    assert caught.value.code == code


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_an_amount_written_with_dots_or_in_words_is_read_back(amount):
    assert parse_rupiah(group_thousands(amount)) == amount
    assert parse_rupiah(f"{in_words(amount)} rupiah") == amount
