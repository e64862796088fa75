"""Our own translations of Wagtail's words: locale/id/LC_MESSAGES/django.po, compiled without gettext's tools.

After a change in the .po: python -m scripts.translations
"""

import ast
import struct
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "locale" / "id" / "LC_MESSAGES" / "django.po"
MAGIC, HEADER_BYTES = 0x950412DE, 28

Catalog = dict[bytes, bytes]


def read(po: str) -> Catalog:
    """msgid (with context and plural as a .mo has them) -> translation, the header under the empty one."""
    catalog: Catalog = {}
    for block in po.split("\n\n"):
        entry = dict(_entry(block))
        if "msgid" not in entry:
            continue
        key = entry["msgid"] + (f"\0{entry['msgid_plural']}" if "msgid_plural" in entry else "")
        key = f"{entry['msgctxt']}\4{key}" if "msgctxt" in entry else key
        forms = [text for name, text in entry.items() if name.startswith("msgstr")]
        catalog[key.encode()] = "\0".join(forms).encode()
    return catalog


def compiled(catalog: Catalog) -> bytes:
    """The .mo file of a catalogue: a header, two tables of (length, offset), then the texts."""
    pairs = sorted(catalog.items())
    first = HEADER_BYTES + 16 * len(pairs)
    texts, tables = b"", [b"", b""]
    for column, table in enumerate(([key for key, _ in pairs], [value for _, value in pairs])):
        for text in table:
            tables[column] += struct.pack("<II", len(text), first + len(texts))
            texts += text + b"\0"
    header = struct.pack(
        "<7I", MAGIC, 0, len(pairs), HEADER_BYTES, HEADER_BYTES + 8 * len(pairs), 0, HEADER_BYTES + 16 * len(pairs)
    )
    return header + tables[0] + tables[1] + texts


def _entry(block: str) -> Iterator[tuple[str, str]]:
    """The keywords of one entry, each with its text; texts that stand on several lines are joined."""
    name, text = "", ""
    for line in block.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith('"'):
            if name:
                yield name, text
            (name, _, line), text = line.partition(" "), ""
        text += ast.literal_eval(line)
    if name:
        yield name, text


if __name__ == "__main__":
    SOURCE.with_suffix(".mo").write_bytes(compiled(read(SOURCE.read_text(encoding="utf-8"))))
