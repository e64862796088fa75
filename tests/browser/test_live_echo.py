"""What a box says back while somebody types is what the server says after sending."""

import gzip
import random
from pathlib import Path

from sandbox.domain.echoes import echo
from tests.sandbox.domain.echo_cases import ECHO_CASES

SCRIPT = Path(__file__).resolve().parents[2] / "static" / "js" / "isian.js"
MOST_BYTES = 3584

# What the readers look for, to be thrown together at random.
PIECES = {
    "rupiah": "5|1|000|500|.|,|rp|Rp |juta|jt| |rb|miliar|-|,-|,00|.00|rupiah|setengah |satu |dua |puluh |se|k|m|0|12",
    "number": "5|1|000|.|,| |orang|org|ribu|dua |puluh |0|12|unit",
    "area": "3|4|12|0|5|,|.|000|125| |x|×|*|kali|m|m2|m²|ha|hektar|are|meter|persegi|²",
    "date": "7|8|07|31|2|1990|90|49|0|/|-|.|, | |agt|agustus|Mei|feb|selasa |tgl |13|2024|12",
}

BOXES = """<form id="layar">{}</form>""".format(
    "".join(
        f'<div class="rp"><input id="{kind}" name="{kind}"></div><p data-gema="{kind}" data-jenis="{kind}"></p>'
        for kind in ("rupiah", "number", "area", "date")
    )
    + '<select name="area_satuan"><option value="m2">m²</option><option value="ha">Ha</option></select>'
)

TYPE_ALL = """cases => cases.map(([kind, text, unit]) => {
    document.querySelector("[name=area_satuan]").value = unit || "m2";
    const box = document.getElementById(kind);
    box.value = text;
    box.dispatchEvent(new Event("input", {bubbles: true}));
    return document.querySelector(`[data-gema=${kind}]`).textContent;
})"""


def test_the_browser_says_what_the_server_says(page):
    page.set_content(BOXES)
    page.add_script_tag(path=SCRIPT)

    said = page.evaluate(TYPE_ALL, [list(case[:3]) for case in ECHO_CASES])

    assert [(case[:3], words) for case, words in zip(ECHO_CASES, said, strict=True) if words != case[3]] == []


def test_the_browser_agrees_with_the_server_on_texts_thrown_together(page):
    page.set_content(BOXES)
    page.add_script_tag(path=SCRIPT)
    chance = random.Random(2026)
    cases = [
        [kind, "".join(chance.choices(pieces.split("|"), k=chance.randint(1, 6))), chance.choice(["m2", "ha"])]
        for kind, pieces in PIECES.items()
        for _ in range(1000)
    ]

    said = page.evaluate(TYPE_ALL, cases)

    assert [(case, words) for case, words in zip(cases, said, strict=True) if words != echo(*case)] == []
    assert sum(map(bool, said)) > 100


def test_the_unit_that_is_written_becomes_the_unit_that_is_chosen(page):
    page.set_content(BOXES)
    page.add_script_tag(path=SCRIPT)

    page.fill("#area", "0,5 ha")

    assert page.input_value("[name=area_satuan]") == "ha"


def test_a_day_chosen_in_the_calendar_is_written_into_the_box(page):
    page.set_content(BOXES)
    page.add_script_tag(path=SCRIPT)

    page.get_by_label("Pilih tanggal di kalender").fill("1990-08-07")

    assert page.input_value("#date") == "07/08/1990"
    assert page.text_content("[data-gema=date]") == "Selasa, 7 Agustus 1990"


def test_the_script_costs_a_phone_little():
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= MOST_BYTES
