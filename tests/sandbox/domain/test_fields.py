import pytest

from sandbox.domain.document import Field, Option
from sandbox.domain.fields import kept, parse, shown
from sandbox.domain.problems import Problem
from tests.factories import make_practice

PRACTICE = make_practice()


def _parse(kind, **raw):
    field = Field(id="x", type=kind, label="X", options=(Option("ya", "Ya"),))
    return parse(field, raw, PRACTICE, screen="terbit")


@pytest.mark.parametrize("text", ["081200000001", "81200000001", "+62 812-0000-0001", "62 812 0000 0001"])
def test_a_phone_number_in_any_common_form(text):
    assert _parse("phone", x=text) == "81200000001"


@pytest.mark.parametrize(
    ("text", "code"), [("0541 123456", "phone.digits"), ("0812", "phone.length"), ("abc", "phone.digits")]
)
def test_what_is_no_mobile_number_is_refused(text, code):
    with pytest.raises(Problem) as caught:
        _parse("phone", x=text)

    assert caught.value.code == code


@pytest.mark.parametrize("text", ["12/10/1984", "12-10-1984", "12.10.1984", "1984-10-12"])
def test_a_date_in_any_common_form(text):
    assert _parse("date", x=text) == "1984-10-12"


@pytest.mark.parametrize(
    ("text", "code"), [("12 Oktober 1984", "date.format"), ("31/02/1984", "date.unreal"), ("1/1/0001", "date.unreal")]
)
def test_what_is_no_date_is_refused(text, code):
    with pytest.raises(Problem) as caught:
        _parse("date", x=text)

    assert caught.value.code == code


def test_an_area_needs_a_unit_of_the_list():
    assert _parse("area", x="1.000,5", x_satuan="m2") == {"amount": "1000.5", "unit": "m2"}
    with pytest.raises(Problem) as caught:
        _parse("area", x="12", x_satuan="bata")
    assert caught.value.code == "area.unit"


def test_an_email_is_kept_in_small_letters():
    assert _parse("email", x=" Melati@Latihan.example ") == "melati@latihan.example"


@pytest.mark.parametrize("text", ["melati", "melati@", "melati@latihan", "a b@latihan.example"])
def test_what_is_no_email_is_refused(text):
    with pytest.raises(Problem) as caught:
        _parse("email", x=text)

    assert caught.value.code == "email.format"


@pytest.mark.parametrize(("text", "code"), [("gorengan", "kbli.choose"), ("00000", "kbli.unknown")])
def test_a_kbli_field_wants_a_known_code(text, code):
    with pytest.raises(Problem) as caught:
        _parse("kbli", x=text)

    assert caught.value.code == code


REGION = {"provinsi": "64", "kabupaten": "64.72", "kecamatan": "64.72.02", "kelurahan": "64.72.02.1001"}


def test_a_region_is_four_codes_each_below_the_one_before():
    assert _parse("region", **REGION) == REGION


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kelurahan": ""}, "region.incomplete"),
        ({"kelurahan": "64.72.02.9999"}, "region.unknown"),
        ({"provinsi": "32"}, "region.unknown"),
    ],
)
def test_a_region_with_a_gap_or_a_foreign_part_is_refused(change, code):
    with pytest.raises(Problem) as caught:
        _parse("region", **{**REGION, **change})

    assert caught.value.code == code


def test_a_map_point_lies_in_indonesia():
    assert _parse("map_point", x="-0.512, 117.133") == {"lat": -0.512, "lng": 117.133}
    for text, code in (("48.85, 2.35", "map_point.outside"), ("di pasar", "map_point.format")):
        with pytest.raises(Problem) as caught:
            _parse("map_point", x=text)
        assert caught.value.code == code


def test_a_document_must_lie_in_the_personas_folder():
    with pytest.raises(Problem) as caught:
        _parse("document", x="ktp-asli")

    assert caught.value.code == "choice.unknown"


@pytest.mark.parametrize("kind", ["password", "sign_in", "one_time_code"])
def test_a_secret_is_kept_as_true_and_never_shown_again(kind):
    field = Field(id="x", type=kind, label="X")

    assert kept(field, "Rahasia#1") is True
    assert shown(field, True) == {}


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("rupiah", {"x": "25.000.000"}),
        ("area", {"x": "1000,5", "x_satuan": "m2"}),
        ("date", {"x": "12/10/1984"}),
        ("phone", {"x": "081200000001"}),
        ("region", REGION),
        ("map_point", {"x": "-0.512, 117.133"}),
        ("checkbox", {"x": "true"}),
        ("radio", {"x": "ya"}),
    ],
)
def test_a_reopened_screen_holds_what_was_accepted(kind, raw):
    field = Field(id="x", type=kind, label="X", options=(Option("ya", "Ya"),))
    stored = kept(field, parse(field, raw, PRACTICE, screen="terbit"))

    assert parse(field, shown(field, stored), PRACTICE, screen="terbit") == parse(field, raw, PRACTICE, screen="terbit")
