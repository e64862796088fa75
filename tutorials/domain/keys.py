"""The key of a step or a guide: made once from its title or address, and unique among its kind."""

import re
import unicodedata
from collections.abc import Collection

MAX_LENGTH = 60


def make_key(text: str, *, taken: Collection[str], fallback: str) -> str:
    """A slug of at most MAX_LENGTH ASCII characters that is not in `taken`.

    `fallback` stands in for a text without a single letter or digit.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:MAX_LENGTH].strip("-") or fallback
    number, candidate = 1, key
    while candidate in taken:
        number += 1
        candidate = f"{key[: MAX_LENGTH - len(str(number)) - 1]}-{number}"
    return candidate
