"""Numbers written in words, read back: "dua puluh lima juta", "sejuta", "satu setengah juta"."""

import re

from sandbox.domain.numbers import in_words

_UNITS = {in_words(number): number for number in range(10)}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_HALF = re.compile(r"(?:(.+) )?setengah (ribu|juta|miliar|triliun)")
_ONE = re.compile(r"\bse(?=(?:belas|puluh|ratus|ribu|juta|miliar|triliun)\b)")


def from_words(text: str) -> int | None:
    """The number that `text` (plain) says, None where it says none. As strict as in_words is regular."""
    text = _spread(text.replace("milyar", "miliar").replace("trilyun", "triliun"))
    half = _HALF.fullmatch(text)
    if half is None:
        return _sum(text)
    before = _sum(half[1]) if half[1] else 0
    if before is None or before >= 1000:
        return None
    return before * _SCALES[half[2]] + _SCALES[half[2]] // 2


def _sum(text: str) -> int | None:
    """Add the words up; what does not say its sum in the ordinary way says no number."""
    total = group = unit = 0
    for word in text.split(" "):
        if word in _UNITS:
            unit = _UNITS[word]
        elif word in _SCALES:
            total, group, unit = total + (group + unit) * _SCALES[word], 0, 0
        elif word == "belas":
            group, unit = group + 10 + unit, 0
        elif word in ("puluh", "ratus"):
            group, unit = group + unit * (10 if word == "puluh" else 100), 0
        else:
            return None
    total += group + unit
    return total if _spread(in_words(total)) == text else None


def _spread(text: str) -> str:
    """ "seribu" and "satu ribu" are one number."""
    return _ONE.sub("satu ", text)
