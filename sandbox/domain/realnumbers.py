"""Tell a number that could be somebody's real NIK from one of our own.

Every NIK of a practice persona begins with 99, a province code that does not exist. Any other run of
16 digits could belong to a person, so no door of the site accepts one. Source of the structure:
docs/nik.md.
"""

import re
import unicodedata

PRACTICE_PREFIX = "99"
NIK_LENGTH = 16

# People write a NIK in groups; what stands between the digits does not make it another number. The invisible ones
# (joiners, marks of direction) come along when a number is copied from a chat.
_INVISIBLE = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_SEPARATOR = rf"[\s.\-\u2010-\u2015\u2212{_INVISIBLE}]*"
_RUN = re.compile(rf"\d(?:{_SEPARATOR}\d){{{NIK_LENGTH - 1},}}")


def holds_real_number(text: str) -> bool:
    """True when `text` holds a run of 16 or more digits that is not a practice NIK."""
    return any(_is_real(run.group()) for run in _RUN.finditer(_ascii_digits(text)))


def redact(text: str) -> str:
    """Return `text` with every number that could be real replaced by a note of its length."""
    plain = _ascii_digits(text)
    return _RUN.sub(lambda run: "[nomor dihapus]" if _is_real(run.group()) else run.group(), plain)


def _is_real(run: str) -> bool:
    """A run passes only as practice NIKs one after another; a digit too many at the end is a slip, not a person."""
    digits = "".join(character for character in run if character.isdigit())
    blocks = [digits[at : at + NIK_LENGTH] for at in range(0, len(digits), NIK_LENGTH)]
    if len(blocks[-1]) == 1:
        blocks.pop()
    return any(len(block) < NIK_LENGTH or not block.startswith(PRACTICE_PREFIX) for block in blocks)


def _ascii_digits(text: str) -> str:
    """Full-width, Arabic and other digits count as digits too."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
