from datetime import date

import pytest

from sandbox.domain.nik import parse_nik
from sandbox.domain.problems import Problem

TODAY = date(2026, 11, 25)


def test_a_day_above_40_means_a_female_holder():
    nik = parse_nik("9901015210840001", today=TODAY)

    assert nik.female
    assert nik.born == date(1984, 10, 12)


def test_a_day_up_to_31_means_a_male_holder():
    nik = parse_nik("9952030211010012", today=TODAY)

    assert not nik.female
    assert nik.born == date(2001, 11, 2)


def test_spaces_dots_and_dashes_between_the_digits_are_forgiven():
    assert parse_nik("9901 0152-1084.0001", today=TODAY).digits == "9901015210840001"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("990101521084000", "nik.length"),
        ("99010152108400011", "nik.length"),
        ("99010152108400O1", "nik.digits"),
        ("3273015210840001", "nik.real"),
        ("9901017210840001", "nik.date"),
        ("9901015213840001", "nik.date"),
        ("", "nik.digits"),
    ],
)
def test_what_breaks_the_structure_is_refused_with_a_code(text, code):
    with pytest.raises(Problem) as caught:
        parse_nik(text, today=TODAY)

    assert caught.value.code == code
