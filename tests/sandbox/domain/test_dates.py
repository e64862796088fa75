from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.domain.dates import date_in_words, parse_date
from sandbox.domain.problems import Problem


@pytest.mark.parametrize(
    "text",
    [
        "7/8/1990", "07-08-1990", "7.8.1990", "7 8 1990", "07081990", "07-08-90", "1990-08-07", "19900807",
        "7 Agustus 1990", "7 agt 1990", "7-Agu-90", "7agustus1990", "Selasa, 7 Agustus 1990", "tgl 7/8/1990",
    ],
)  # fmt: skip
def test_the_seventh_of_august_as_people_write_it(text):
    assert parse_date(text) == date(1990, 8, 7)


@pytest.mark.parametrize(("text", "year"), [("1/1/49", 2049), ("1/1/50", 1950), ("17 Mei 76", 1976), ("1/12/26", 2026)])
def test_a_year_of_two_digits_turns_at_fifty(text, year):
    assert parse_date(text).year == year


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kemarin", "date.format"),
        ("7 Agustos 1990", "date.format"),
        ("7/8", "date.format"),
        ("Agustus 1990", "date.format"),
        ("7/8/990", "date.format"),
        ("31/02/1984", "date.unreal"),
        ("8/13/1990", "date.unreal"),
        ("1/1/0001", "date.unreal"),
        ("1/1/2101", "date.unreal"),
        ("00/00/0000", "date.unreal"),
    ],
)
def test_what_is_no_date_is_refused(text, code):
    with pytest.raises(Problem) as caught:
        parse_date(text)

    assert caught.value.code == code


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_date_that_is_said_back_is_read_back(day):
    assert parse_date(date_in_words(day)) == day
    assert parse_date(day.strftime("%d%m%Y")) == day


def test_the_days_of_a_week_have_their_names():
    monday = date(2026, 11, 23)

    names = [date_in_words(monday + timedelta(days=day)).partition(",")[0] for day in range(7)]

    assert names == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
