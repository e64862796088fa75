"""What is known about each KBLI code, turned round: from word to codes and from word to everyday terms."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sandbox.domain.words import forms, importance, tokens

STEM = 0.75  # what a match of the root is worth beside a match of the word itself
_ONLY_WEAK = 0.5  # in a term like "jual rumah" no word may stand for the whole
_TITLE, _EXPLANATION, _OLD_TITLE, _KEYWORD = 1.0, 0.9, 0.5, 0.5
_USUAL_TITLE = 5  # words; in a longer title each of them says less


@dataclass(frozen=True, slots=True)
class KbliText:
    """All searchable text of one code; `terms` with their rank (1: this code comes first for that term)."""

    code: str
    title: str
    explanation: str = ""
    old_codes: tuple[str, ...] = ()
    old_titles: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    terms: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TermWord:
    """One word of one everyday term and how much of the term it carries."""

    term: str
    word: str
    weight: float


class WordIndex:
    """Words of titles, explanations, KBLI 2020 titles and keywords: form of a word -> code -> weight."""

    def __init__(self, texts: Iterable[KbliText]) -> None:
        self.words: set[str] = set()
        self._codes_of: dict[str, dict[str, float]] = defaultdict(dict)
        self._size = 0
        for text in texts:
            self._size += 1
            self._add(text)

    def forms(self) -> Iterable[str]:
        return self._codes_of

    def codes_of(self, form: str) -> Mapping[str, float]:
        """Code -> weight of the match times the rarity of the word."""
        codes = self._codes_of.get(form, {})
        rarity = math.log(1 + self._size / len(codes)) if codes else 0.0
        return {code: weight * rarity for code, weight in codes.items()}

    def _add(self, text: KbliText) -> None:
        for words, weight in _fields(text):
            self.words.update(words)
            for word in words:
                for form in forms(word):
                    codes = self._codes_of[form]
                    codes[text.code] = max(codes.get(text.code, 0.0), weight * (1.0 if form == word else STEM))


class TermIndex:
    """Everyday terms: form of a word -> the terms it stands in, and term -> its codes, best first."""

    def __init__(self, texts: Iterable[KbliText]) -> None:
        ranked: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for text in texts:
            for term, rank in text.terms:
                ranked[term].append((rank, text.code))
        self.codes_of = {term: [code for _, code in sorted(codes)] for term, codes in ranked.items()}
        self.total: dict[str, float] = {}
        self.words: set[str] = set()
        self._uses: dict[str, list[TermWord]] = defaultdict(list)
        self._index()

    def forms(self) -> Iterable[str]:
        return self._uses

    def uses(self, form: str) -> list[TermWord]:
        """The words of terms that have this form."""
        return self._uses.get(form, [])

    def _index(self) -> None:
        words_of = {term: tokens(term) for term in self.codes_of}
        frequency: dict[str, int] = defaultdict(int)
        for words in words_of.values():
            for word in words:
                frequency[word] += 1
        for term, words in words_of.items():
            least = _ONLY_WEAK if len(words) > 1 and all(importance(w) < 1 for w in words) else 0.0
            weights = {w: max(least, importance(w)) * math.log(1 + len(words_of) / frequency[w]) for w in words}
            self.total[term] = sum(weights.values())
            self.words.update(words)
            for word, weight in weights.items():
                for form in forms(word):
                    self._uses[form].append(TermWord(term, word, weight * (1.0 if form == word else STEM)))


def _fields(text: KbliText) -> Iterable[tuple[list[str], float]]:
    title = tokens(text.title)
    yield title, _TITLE * min(1.0, (_USUAL_TITLE / max(1, len(title))) ** 0.5)
    yield tokens(text.explanation), _EXPLANATION
    yield [word for old in text.old_titles for word in tokens(old)], _OLD_TITLE
    yield list(text.keywords), _KEYWORD
