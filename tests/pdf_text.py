"""The words of a PDF made by Typst, page by page: just enough of the format to read our own files."""

import re
import zlib
from collections.abc import Iterator

ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# A bracket right after a name (a language, say) begins no drawn text.
TOKEN = re.compile(rb"/f\d+(?= [\d.]+ Tf)|TJ|(?<![A-Za-z])\(")


def pages_of(content: bytes) -> list[str]:
    """The text of each page, in the order drawn; a line of its own for each piece."""
    objects = dict(re.findall(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", content, re.DOTALL))
    kids = re.search(rb"/Type/Pages/Count \d+/Kids\[([^\]]*)\]", content)[1]
    return [_text_of(objects, objects[number]) for number in re.findall(rb"(\d+) 0 R", kids)]


def _text_of(objects: dict[bytes, bytes], page: bytes) -> str:
    resources = re.search(rb"/Resources (\d+) 0 R", page)
    named = objects[resources[1]] if resources else page
    fonts = {
        name: _characters(objects, objects[number])
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", re.search(rb"/Font<<(.*?)>>", named, re.DOTALL)[1])
    }
    drawn = _stream(objects[re.search(rb"/Contents (\d+) 0 R", page)[1]])
    font: dict[int, str] = {}
    pieces = [""]
    for token in _tokens(drawn):
        if token.startswith(b"("):
            pieces[-1] += _decoded(_unescaped(token[1:-1]), font)
        elif token == b"TJ":
            pieces.append("")
        else:
            font = fonts[token[1:]]
    return "\n".join(pieces)


def _tokens(drawn: bytes) -> Iterator[bytes]:
    """Fonts chosen, strings, and the ends of arrays of strings; brackets inside a string may be balanced."""
    at = 0
    while match := TOKEN.search(drawn, at):
        at = match.end()
        if match[0] == b"(":
            at = _end_of_string(drawn, match.start())
        yield drawn[match.start() : at]


def _end_of_string(drawn: bytes, at: int) -> int:
    depth = 0
    while True:
        sign = drawn[at : at + 1]
        depth += (sign == b"(") - (sign == b")")
        at += 2 if sign == b"\\" else 1
        if depth == 0:
            return at


def _characters(objects: dict[bytes, bytes], font: bytes) -> dict[int, str]:
    table = _stream(objects[re.search(rb"/ToUnicode (\d+) 0 R", font)[1]])
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", table)
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def _stream(stored: bytes) -> bytes:
    raw = re.search(rb"stream\r?\n(.*)\r?\nendstream", stored, re.DOTALL)[1]
    return zlib.decompress(raw) if b"/FlateDecode" in stored else raw


def _unescaped(string: bytes) -> bytes:
    return re.sub(
        rb"\\([0-7]{1,3}|.)",
        lambda match: bytes([int(match[1], 8)]) if match[1].isdigit() else ESCAPES.get(match[1], match[1]),
        string,
        flags=re.DOTALL,
    )


def _decoded(glyphs: bytes, font: dict[int, str]) -> str:
    pairs = zip(glyphs[::2], glyphs[1::2], strict=True)
    return "".join(font.get(high * 256 + low, "") for high, low in pairs)
