import pytest

from sandbox.domain.document import Field, Option
from sandbox.domain.fields import kept, parse, shown
from sandbox.domain.problems import Problem
from tests.factories import make_practice

PRACTICE = make_practice()


def _parse(kind, **raw):
    field = Field(id="x", type=kind, label="X", options=(Option("ya", "Ya"),))
    return parse(field, raw, PRACTICE, screen="terbit")


def test_the_unit_that_is_written_wins_over_the_one_chosen_beside_it():
    assert _parse("area", x="0,5 ha", x_satuan="m2") == {"amount": "0.5", "unit": "ha"}
    assert _parse("area", x="3 x 4", x_satuan="ha") == {"amount": "12", "unit": "m2"}


@pytest.mark.parametrize(
    "text", ["99010 15210 840001", "9901-0152-1084-0001", "9901/0152/1084/0001", "９９０１015210840001"]
)
def test_a_nik_may_be_written_in_groups(text):
    assert _parse("nik", x=text) == "9901015210840001"


def test_a_code_of_digits_may_be_written_in_groups():
    field = Field(id="x", type="digits", label="X", digits=5)

    assert parse(field, {"x": " 75 131 "}, PRACTICE, screen="terbit") == "75131"


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
        ("rupiah", {"x": "25 juta"}),
        ("number", {"x": "12 ribu"}),
        ("area", {"x": "1000,5", "x_satuan": "m2"}),
        ("area", {"x": "0,5 ha", "x_satuan": "m2"}),
        ("area", {"x": "10 x 100", "x_satuan": "m2"}),
        ("date", {"x": "12 Oktober 1984"}),
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


@pytest.mark.parametrize(
    ("kind", "raw", "control"),
    [
        ("rupiah", {"x": "lima juta"}, {"x": "5.000.000"}),
        ("number", {"x": "1200"}, {"x": "1.200"}),
        ("area", {"x": "10 x 100,5 m", "x_satuan": "ha"}, {"x": "1.005", "x_satuan": "m2"}),
        ("date", {"x": "7 agt 90"}, {"x": "07/08/1990"}),
        ("phone", {"x": "+62 812-0000-0001"}, {"x": "81200000001"}),
    ],
)
def test_a_reopened_screen_shows_the_normal_form(kind, raw, control):
    field = Field(id="x", type=kind, label="X")

    assert shown(field, kept(field, parse(field, raw, PRACTICE, screen="terbit"))) == control
