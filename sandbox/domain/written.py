"""What people type into a box, made plain before anything reads it: one kind of digit, of letter, of space.

static/js/isian.js makes texts plain in the same way.
"""

import re
import unicodedata

from sandbox.domain.problems import Problem

# Longer than the longest amount in words, and than any date or phone number.
MAX_WRITTEN = 240

_ARABIC_DIGITS = {first + digit: str(digit) for first in (0x660, 0x6F0) for digit in range(10)}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def plain(text: str, code: str) -> str:
    """Small letters, ASCII digits and dashes, single spaces, nothing invisible. Raises Problem(code) when too long."""
    text = text.strip()
    if len(text) > MAX_WRITTEN:
        raise Problem(code)
    text = unicodedata.normalize("NFKC", text).lower().translate(_ARABIC_DIGITS)
    text = _DASHES.sub("-", _INVISIBLE.sub("", text))
    return " ".join(text.split())
