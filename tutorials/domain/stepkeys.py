"""The key of a step: made from its title, unique within its guide."""

import re
import unicodedata
from collections.abc import Collection

MAX_LENGTH = 60
FALLBACK = "langkah"  # for a title without a single letter or digit


def make_step_key(title: str, *, taken: Collection[str]) -> str:
    """A slug of at most MAX_LENGTH ASCII characters that is not in `taken`."""
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "-", ascii_title).strip("-")[:MAX_LENGTH].strip("-") or FALLBACK
    number, candidate = 1, key
    while candidate in taken:
        number += 1
        candidate = f"{key[: MAX_LENGTH - len(str(number)) - 1]}-{number}"
    return candidate
