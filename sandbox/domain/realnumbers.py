"""Tell a number that could be somebody's real NIK from one of our own.

Every NIK of a practice persona begins with 99, a province code that does not exist. Any other run of
16 digits could belong to a person, so no door of the site accepts one. Source of the structure:
docs/nik.md.
"""

import re
import unicodedata
from collections.abc import Iterator

PRACTICE_PREFIX = "99"
NIK_LENGTH = 16

# People write a NIK in groups; what stands between the digits does not make it another number. The invisible ones
# (joiners, marks of direction) come along when a number is copied from a chat.
_INVISIBLE = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_CLOSE = rf"\s.\-\u2010-\u2015\u2212{_INVISIBLE}"
_RUN = re.compile(rf"\d(?:[{_CLOSE}]*\d){{{NIK_LENGTH - 1},}}")

# These also part things that belong to nobody: lists, dates, hours, coordinates. Between them only what is built
# like a NIK is taken for one.
_WIDE_RUN = re.compile(rf"\d(?:[{_CLOSE}/_,:]*\d){{{NIK_LENGTH - 1},}}")
# Province codes of Kepmendagri 300.2.2-2138/2025; then kabupaten, kecamatan, and the day (+ 40 for women) and month.
_PROVINCE = r"1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7]"
_BUILT_LIKE_A_NIK = re.compile(
    rf"(?:{_PROVINCE})(?!00)\d\d(?!00)\d\d(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{{6}}"
)

_DATE = r"(?<!\d)(?<!\d[/.\-])(?:0?[1-9]|[12]\d|3[01])([/.\-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d|[/.\-]\d)"
_ISO_DATE = r"(?<![\d\-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d\-])"
_POINT_ON_MAP = r"(?<![\d.,])-?\d{1,2}[.,]\d{3,8}\s{0,9}[,;\s]\s{0,9}(?:9\d|1[0-4]\d)[.,]\d{3,8}(?![\d.,])"
_NOBODYS = re.compile(rf"{_DATE}|{_ISO_DATE}|{_POINT_ON_MAP}")


def holds_real_number(text: str) -> bool:
    """True when `text` holds what could be a person's NIK."""
    return len(text) >= NIK_LENGTH and next(_real_spans(_ascii_digits(text)), None) is not None


def redact(text: str) -> str:
    """Return `text` with every number that could be real replaced by a note."""
    plain = _ascii_digits(text)
    parts, at = [], 0
    for start, end in sorted(_real_spans(plain), key=lambda span: (span[0], -span[1])):
        if start >= at:
            parts += [plain[at:start], "[nomor dihapus]"]
            at = end
    return "".join(parts) + plain[at:]


def _real_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where in `text` the numbers stand that could be real."""
    text = _NOBODYS.sub(lambda found: "|" * len(found.group()), text)
    for run in _WIDE_RUN.finditer(text):
        rest = _without_practice_numbers(run.group())
        for close in _RUN.finditer(rest):
            if not _is_slip(close.group()):
                yield run.start() + close.start(), run.start() + close.end()
        for start, end in _built_like_one(rest):
            yield run.start() + start, run.start() + end


def _without_practice_numbers(run: str) -> str:
    """`run` with each practice NIK that stands on its own blotted out: what follows it is another number."""
    signs = list(run)
    for start, end in _sixteens(run):
        if run.startswith(PRACTICE_PREFIX, start):
            signs[start:end] = "|" * (end - start)
    return "".join(signs)


def _built_like_one(run: str) -> Iterator[tuple[int, int]]:
    for start, end in _sixteens(run):
        if _BUILT_LIKE_A_NIK.fullmatch(_digits(run[start:end])):
            yield start, end


def _sixteens(run: str) -> Iterator[tuple[int, int]]:
    """From left to right, where groups of digits that stand one after another hold sixteen together."""
    groups = [(found.start(), found.end()) for found in re.finditer(r"\d+", run)]
    first = 0
    while first < len(groups):
        last, count = first, 0
        while last < len(groups) and count < NIK_LENGTH:
            count += groups[last][1] - groups[last][0]
            last += 1
        if count == NIK_LENGTH:
            yield groups[first][0], groups[last - 1][1]
        first = last if count == NIK_LENGTH else first + 1


def _is_slip(run: str) -> bool:
    """A practice NIK with a digit too many at its end is a slip of the finger, not a person."""
    digits = _digits(run)
    return len(digits) == NIK_LENGTH + 1 and digits.startswith(PRACTICE_PREFIX)


def _digits(run: str) -> str:
    return "".join(character for character in run if character.isdigit())


def _ascii_digits(text: str) -> str:
    """Full-width, Arabic and other digits count as digits too."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
