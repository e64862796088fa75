import html
import re
import time

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


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x01;javascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
        "blob:https://contoh.id/1",
    ],
)
@pytest.mark.parametrize("written", ["[a]({})", "[a](<{}>)", '<a href="{}">a</a>', "[a][b]\n\n[b]: {}", "<{}>"])
def test_no_link_runs_anything(address, written):
    hrefs = re.findall(r'href="([^"]*)"', to_html(written.format(address)))

    reached = [html.unescape(href).strip().lower() for href in hrefs]
    assert not [href for href in reached if re.match(r"[\x00-\x20]*(?:java\s*script|vbscript|data|file|blob):", href)]


@pytest.mark.parametrize(
    "text",
    ["<b>tebal", "</p></main><script>", "<scr<script>ipt>alert(1)</script>", "<svg/onload=alert(1)>", "`<script>`",
     "<!--><script>alert(1)</script>-->", '<p title="</p><script>">a', "![a](x.png)", "[a](b){: onclick=alert(1) }"],
)  # fmt: skip
def test_what_remains_of_tricks_is_harmless_text(text):
    assert not re.search(r"<(?:script|svg|img|main)|<[^>]*\son\w+=|<!--", to_html(text))


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\xad", "\x00", "\x07"])
def test_signs_that_nobody_sees_turn_nothing_round(sign):
    assert to_html(f"Isi{sign} **NIK**{sign}") == "<p>Isi <strong>NIK</strong></p>"
    assert to_html(f"[oss.go.id](https://oss.go.id/{sign}moc)").count(sign) == 0


def test_an_emoji_that_is_joined_of_several_stays_whole():
    assert "👩\u200d🌾" in to_html("👩\u200d🌾")


@pytest.mark.parametrize(
    "text",
    ["[" * 3000, "![" * 1500, "[a](b " * 500, ">" * 3000, "kata " * 20_000, "[" * 100_000, "<script>" * 12_500,
     "*" * 100_000, "&" * 100_000, "<p " * 6_600, '<p "' * 4_900, "<th " * 4_900],
    ids=lambda text: f"{text[:8]}… {len(text)}",
)  # fmt: skip
def test_no_text_keeps_a_reader_waiting_or_breaks_the_page(text):
    began = time.process_time()

    assert "<script" not in to_html(text)
    assert time.process_time() - began < 2


def test_a_text_that_no_field_takes_is_shown_as_it_was_typed():
    text = "**Isi** <b>NIK</b> " + "a" * 20_000

    assert to_html(text) == "<p>" + text.replace("<", "&lt;").replace(">", "&gt;") + "</p>"
