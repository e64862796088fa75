import re

import pytest

from tutorials.domain.prose import plain_text, to_html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<p onclick=alert(1)>a</p>",
        "[a](javascript:alert(1))",
        "[a](data:text/html,x)",
        "<img src=x onerror=alert(1)>",
        '<div style="position:fixed">a</div>',
        "<iframe src=//x></iframe>",
        "<form><input name=nik></form>",
    ],
)
def test_nothing_that_acts_or_restyles_survives(text):
    assert not re.search(r"script|onclick|onerror|javascript:|data:|style=|<img|<iframe|<form|<input", to_html(text))


def test_only_the_classes_of_the_style_sheet_survive():
    assert to_html('<div class="tip utama kepala">a</div>') == '<div class="tip">a</div>'


def test_a_link_keeps_its_address_and_tells_nothing_to_where_it_leads():
    assert to_html("[pajak](https://pajak.go.id)") == (
        '<p><a href="https://pajak.go.id" rel="noopener noreferrer">pajak</a></p>'
    )


def test_a_numbered_list_and_a_warning_are_kept():
    html = to_html('1. Buka **Daftar**.\n2. Isi NIK.\n\n!!! warning "NIK sudah terdaftar"\n    Jangan mendaftar lagi.')

    assert "<li>Buka <strong>Daftar</strong>.</li>" in html
    assert '<div class="admonition warning">' in html
    assert '<p class="admonition-title">NIK sudah terdaftar</p>' in html


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("# A\n\n#### B\n\n## C", ["h2", "h3", "h3"]),
        ("### A\n\n### B", ["h2", "h2"]),
        ("#### A\n\n## B\n\n### C", ["h2", "h2", "h3"]),
        ("# A\n\n## B\n\n### C\n\n# D", ["h2", "h3", "h4", "h2"]),
    ],
)
def test_headings_begin_below_the_page_and_skip_no_level(written, levels):
    assert re.findall(r"<(h\d)", to_html(written)) == levels


def test_headings_inside_a_section_begin_one_level_deeper():
    assert to_html("# A", top_heading=3) == "<h3>A</h3>"


def test_a_raw_h1_does_not_survive():
    assert "<h1" not in to_html("<h1>Judul kedua</h1>")


def test_plain_text_joins_what_stands_in_a_line_and_parts_blocks():
    assert plain_text("**12**34&#53; `6`\n\n7").split() == ["|", "12345", "6", "|", "|", "7", "|"]
