"""Papers as PDF, made by Typst from the templates in `typst/`.

Data goes in as JSON and is only ever text there: nothing that a person typed can become markup. The fonts are those
inside Typst, so that every machine prints the same, also one that has none.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal

import typst

from sandbox.datasheet import DataSheet
from sandbox.datasheet_texts import words
from sandbox.letter_texts import ATTACHMENT_HEADS, WORDS
from sandbox.letters import Letter, verify_address
from sandbox.qr import qr_svg

TEMPLATES = Path(__file__).resolve().parent / "typst"


def letter_pdf(letter: Letter) -> bytes:
    address = verify_address()
    qr = qr_svg(address, title=WORDS["qr_title"])
    said = {**WORDS, "attachment_heads": ATTACHMENT_HEADS}
    return _render("letter.typ", {**asdict(letter), "words": said, "qr": qr, "address": address})


def sheet_pdf(sheet: DataSheet) -> bytes:
    return _render("datasheet.typ", {**asdict(sheet), "words": words(own=sheet.own)})


def _render(template: str, data: Mapping[str, object]) -> bytes:
    """With PDF/UA, unless the text holds a sign that the fonts inside Typst lack (emoji, other scripts)."""
    text = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace").decode()  # half a pair of UTF-16 is no text
    try:
        return _compiled(template, text, standards=["ua-1"])
    except typst.TypstError:
        return _compiled(template, text, standards=[])


def _compiled(template: str, data: str, *, standards: Sequence[Literal["ua-1"]]) -> bytes:
    """Without a standard to keep, the machine's fonts may help out; a sign that none has becomes a box."""
    return typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        ignore_system_fonts=bool(standards),
        format="pdf",
        pdf_standards=[*standards],
        sys_inputs={"data": data},
    )
