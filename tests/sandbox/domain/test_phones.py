import pytest

from sandbox.domain.phones import parse_phone
from sandbox.domain.problems import Problem


@pytest.mark.parametrize(
    "text",
    [
        "081200000001", "81200000001", "+62 812-0000-0001", "62 812 0000 0001", "(0812) 0000 0001",
        "+62 (0)81200000001", "0812.0000.0001", "0812/0000/0001", "0062 81200000001", "+62 0812 0000 0001",
        "0812–0000–0001", "０８1200000001", "\u202a+62 812-0000-0001\u202c",
    ],
)  # fmt: skip
def test_a_mobile_number_as_people_write_it(text):
    assert parse_phone(text) == "81200000001"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0541 123456", "phone.digits"),
        ("0812", "phone.length"),
        ("08120000000012", "phone.length"),
        ("abc", "phone.digits"),
        ("", "phone.digits"),
        ("0812 0000 0001 (WA)", "phone.digits"),
    ],
)
def test_what_is_no_mobile_number_is_refused(text, code):
    with pytest.raises(Problem) as caught:
        parse_phone(text)

    assert caught.value.code == code
