"""Finding KBLI codes by what an owner says, forgiving affixes, spelling and small talk.

Everything is in memory: about 1,600 codes and 4,000 terms, the same on every database, with no query language that
a description could break. docs/reference-data.md explains the ranking and gives its measured quality.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sandbox.domain import kbli_hints
from sandbox.domain.kbli_index import STEM, KbliText, TermIndex, WordIndex
from sandbox.domain.spelling import Speller
from sandbox.domain.words import forms, importance, spoken_forms, tokens, words

_BEGINNING = 0.7  # a last word that is still being typed
_COMPLETIONS = 8
_CODE_LENGTH = 5
_TERM = 2.0  # an everyday term that is matched whole outweighs words found here and there
_SECOND_TERM = 0.25
_LONGER_TERM = 0.15  # "jus buah" says more than "jus" and "buah"
_LATER_WORD = 0.1  # Indonesian puts the thing before what kind of thing: "abon sapi" is about abon
_RANK = 0.8  # each rank of a term is worth this much of the rank before
_NO_EVERYDAY_TERM = 0.7  # a code that nobody has everyday words for is seldom a micro business

Meanings = list[tuple[str, float]]  # known forms of a word, each with the quality of the match, 0 to 1


@dataclass(frozen=True, slots=True)
class Found:
    code: str
    score: float
    term: str  # the everyday term that led here, or ""


class KbliSearch:
    def __init__(self, texts: Iterable[KbliText]) -> None:
        texts = list(texts)
        self._codes = [(text.code, text.old_codes) for text in sorted(texts, key=lambda text: text.code)]
        self._by_title = {" ".join(words(text.title)): text.code for text in texts}
        self._words = WordIndex(texts)
        self._terms = TermIndex(texts)
        self._everyday = {text.code for text in texts if text.terms}
        self._known = {*self._words.forms(), *self._terms.forms()}
        self._sorted = sorted(self._words.words | self._terms.words)
        self._common = {word: 1.0 + 2.0 * len(self._terms.uses(word)) for word in self._sorted}
        self._speller = Speller(self._common)

    def search(self, text: str, *, limit: int) -> list[Found]:
        """At most `limit` codes, best first; a typed code, its beginning or a whole title comes before all else."""
        said = tokens(text)
        found = {code: Found(code, math.inf, "") for code in self._typed(words(text))}
        for hit in self._by_words([word for word in said if not word.isdigit()]):
            found.setdefault(hit.code, hit)
        return sorted(found.values(), key=lambda hit: -hit.score)[:limit]

    def _typed(self, said: list[str]) -> Iterator[str]:
        """The code with this very title; codes that begin as typed; the successors of a code of KBLI 2020."""
        if code := self._by_title.get(" ".join(said)):
            yield code
        for word in said:
            if word.isdigit() and (len(said) == 1 or len(word) == _CODE_LENGTH):
                yield from (each for each, _ in self._codes if each.startswith(word))
                yield from (each for each, old in self._codes if word in old)

    def _by_words(self, said: list[str]) -> list[Found]:
        places = _places(said)
        meanings = {word: self._meanings(word, place, last=word == said[-1]) for word, place in places.items()}
        meanings |= {word: self._meanings(word, 1.0, last=False) for word in self._joined(said)}
        scores: dict[str, float] = defaultdict(float)
        for word, known in meanings.items():
            for code, score in self._score_of_word(known).items():
                scores[code] += importance(word) * score
        terms = self._score_of_terms(meanings.values())
        for code, (score, _) in terms.items():
            scores[code] += _TERM * score
        hints = kbli_hints.heard(said)
        return [
            Found(code, self._prior(code) * kbli_hints.factor(code, hints) * score, terms.get(code, (0.0, ""))[1])
            for code, score in sorted(scores.items())
        ]

    def _prior(self, code: str) -> float:
        return 1.0 if code in self._everyday else _NO_EVERYDAY_TERM

    def _joined(self, said: list[str]) -> list[str]:
        """Known words that were written apart: "foto kopi"."""
        return [a + b for a, b in pairwise(said) if a + b in self._known]

    def _meanings(self, word: str, place: float, *, last: bool) -> Meanings:
        return [(form, place * quality) for form, quality in self._known_forms(word, last=last)]

    def _known_forms(self, word: str, *, last: bool) -> Meanings:
        found = [(form, 1.0 if form == word else STEM) for form in forms(word) if form in self._known]
        if word in self._known:
            return found
        found += [(form, STEM) for form in spoken_forms(word) if form in self._known]
        if last and len(word) >= 3:
            found += [(form, _BEGINNING) for form in self._completions(word)]
        return found or [
            (form, quality if form == near else STEM * quality)
            for near, quality in self._speller.near(word)
            for form in forms(near)
            if form in self._known
        ]

    def _completions(self, beginning: str) -> list[str]:
        at = bisect_left(self._sorted, beginning)
        words = []
        while at < len(self._sorted) and self._sorted[at].startswith(beginning):
            words.append(self._sorted[at])
            at += 1
        return sorted(words, key=lambda word: (-self._common[word], word))[:_COMPLETIONS]

    def _score_of_word(self, known: Meanings) -> dict[str, float]:
        best: dict[str, float] = {}
        for form, quality in known:
            for code, weight in self._words.codes_of(form).items():
                best[code] = max(best.get(code, 0.0), quality * weight)
        return best

    def _score_of_terms(self, words: Iterable[Meanings]) -> dict[str, tuple[float, str]]:
        """Code -> (score, the term that counts most); a term counts by the square of the share that was said."""
        matched: dict[str, dict[str, float]] = defaultdict(dict)
        for known in words:
            for form, quality in known:
                for part in self._terms.uses(form):
                    parts = matched[part.term]
                    parts[part.word] = max(parts.get(part.word, 0.0), quality * part.weight)
        by_code: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for term, parts in matched.items():
            said = sum(parts.values())
            score = said * (said / self._terms.total[term]) ** 2 * (1 + _LONGER_TERM * (len(parts) - 1))
            for rank, code in enumerate(self._terms.codes_of[term]):
                by_code[code].append((score * _RANK**rank, term))
        return {code: _two_best(found) for code, found in by_code.items()}


def _two_best(found: list[tuple[float, str]]) -> tuple[float, str]:
    best, *rest = sorted(found, key=lambda pair: (-pair[0], pair[1]))[:2]
    return best[0] + _SECOND_TERM * sum(score for score, _ in rest), best[1]


def _places(said: list[str]) -> dict[str, float]:
    """What each word counts by its place among the telling words."""
    places, telling = {}, 0
    for word in said:
        places[word] = 1 / (1 + _LATER_WORD * telling)
        telling += importance(word) == 1
    return places
