import pytest

from tutorials.domain.markers import Marker, format_markers, parse_markers
from tutorials.domain.problems import ContentProblem


def test_a_line_is_read_as_x_y_and_label():
    assert parse_markers("50 32 Kotak NIK, 16 angka") == [Marker(50.0, 32.0, "Kotak NIK, 16 angka")]


def test_decimals_are_read_with_comma_and_with_point():
    assert parse_markers("12,5 8.25 Tombol") == [Marker(12.5, 8.25, "Tombol")]


def test_blank_lines_are_skipped_and_order_is_kept():
    assert [marker.label for marker in parse_markers("\n90 10 Satu\n\n10 90 Dua\n")] == ["Satu", "Dua"]


def test_what_is_written_is_read_back():
    markers = [Marker(12.5, 0.0, "Kotak NIK"), Marker(100.0, 99.75, "Tombol 2 besar")]

    assert parse_markers(format_markers(markers)) == markers


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("50 Kotak NIK", "marker.form", 1),
        ("1 2 ok\n50 32", "marker.form", 2),
        ("-5 10 Kiri", "marker.form", 1),
        ("50 101 Bawah", "marker.range", 1),
        ("50 50 " + "a" * 81, "marker.label", 1),
        ("\n".join(f"{n} {n} tanda" for n in range(10)), "marker.many", 0),
    ],
    ids=["no y", "no label", "negative", "below the picture", "long label", "ten markers"],
)
def test_a_wrong_line_is_named(text, code, line):
    with pytest.raises(ContentProblem) as caught:
        parse_markers(text)

    assert (caught.value.code, caught.value.line) == (code, line)
