"""Two texts side by side, word by word: what stayed, what went, what came."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORDS = re.compile(r"\S+\s*|\s+")
LINES = re.compile(r"[^\n]*\n|[^\n]+")
# Pairs of equal words. Beyond, finding the best way through takes seconds: then lines are compared, or nothing at all.
MOST_PAIRS = 20_000


class Fate(StrEnum):
    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    fate: Fate
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in reading order. Blanks belong to the word before them, and another blank is no change."""
    for cut in (WORDS, LINES):
        before, after = cut.findall(old), cut.findall(new)
        if _pairs(before, after) <= MOST_PAIRS:
            return tuple(_pieces(before, after))
    return tuple(_whole(old, new))


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, _bare(before), _bare(after), autojunk=False)
    for what, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if what == "equal":
            yield Piece(Fate.SAME, "".join(after[from_new:to_new]))
        else:
            yield from _whole("".join(before[from_old:to_old]), "".join(after[from_new:to_new]))


def _whole(old: str, new: str) -> Iterator[Piece]:
    return (Piece(fate, text) for fate, text in ((Fate.OLD, old), (Fate.NEW, new)) if text)


def _pairs(before: Sequence[str], after: Sequence[str]) -> int:
    counts = Counter(_bare(after))
    return sum(times * counts[word] for word, times in Counter(_bare(before)).items())


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip() for word in words]
