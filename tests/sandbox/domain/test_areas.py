from decimal import Decimal

import pytest

from sandbox.domain.areas import Area, area_text, parse_area
from sandbox.domain.problems import Problem


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("12", Area(Decimal(12))),
        ("1.000,5", Area(Decimal("1000.5"))),
        ("12,25", Area(Decimal("12.25"))),
        ("12.5", Area(Decimal("12.5"))),
        ("1.000", Area(Decimal(1000))),
        ("12 m2", Area(Decimal(12), "m2")),
        ("12 meter persegi", Area(Decimal(12), "m2")),
        ("0,5 ha", Area(Decimal("0.5"), "ha")),
        ("0,125 hektare", Area(Decimal("0.125"), "ha")),
        ("2 are", Area(Decimal(200), "m2")),
        ("3 x 4", Area(Decimal(12), "m2", (Decimal(3), Decimal(4)))),
        ("3,5m × 4m", Area(Decimal(14), "m2", (Decimal("3.5"), Decimal(4)))),
    ],
)
def test_an_area_as_people_write_it(text, area):
    assert parse_area(text) == area


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3 x 4 x 2", "area.times"),
        ("3 x", "area.digits"),
        ("dua", "area.digits"),
        ("1,000", "area.digits"),
        ("12 bata", "area.digits"),
        ("-12", "area.digits"),
        ("1000000000", "area.large"),
        ("99999 x 99999", "area.large"),
    ],
)
def test_an_area_that_is_no_number_or_could_be_two_is_refused(text, code):
    with pytest.raises(Problem) as caught:
        parse_area(text)

    assert caught.value.code == code


@pytest.mark.parametrize(
    ("amount", "text"), [("1000.50", "1.000,5"), ("12", "12"), ("0.0001", "0,0001"), ("1E+3", "1.000")]
)
def test_an_area_in_its_normal_form(amount, text):
    assert area_text(Decimal(amount)) == text
