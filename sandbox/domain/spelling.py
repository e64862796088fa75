"""Which known word a mistyped one was meant to be: bigrams find candidates, edit distance decides."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from sandbox.domain.words import fold

_CANDIDATES = 60  # words that share most bigrams; enough for every case measured, and keeps a query under 10 ms
_ANSWERS = 3
_LONG = 7  # letters from which two slips are forgiven
_SHORTEST = 4  # shorter words have too many neighbours one letter away


class Speller:
    """Near misses among known words; `weights` tells how common each is, to break ties."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._by_fold: dict[str, list[str]] = defaultdict(list)
        self._by_bigram: dict[tuple[str, int], list[str]] = defaultdict(list)  # two letters, length of the word
        for word in weights:
            self._by_fold[fold(word)].append(word)
            for pair in _bigrams(word):
                self._by_bigram[pair, len(word)].append(word)

    def near(self, word: str) -> list[tuple[str, float]]:
        """Known words that `word` may stand for, best first, each with a quality below 1."""
        alike = self._by_fold.get(fold(word))
        if alike:
            return [(w, 0.9) for w in self._commonest(alike)]
        if len(word) < _SHORTEST:
            return []
        limit = 1 if len(word) < _LONG else 2
        distances = {w: edit_distance(word, w, limit=limit) for w in self._candidates(word, limit)}
        nearest = min(distances.values(), default=limit + 1)
        if nearest > limit:
            return []
        return [(w, 0.9 - 0.2 * nearest) for w in self._commonest(w for w, d in distances.items() if d == nearest)]

    def _candidates(self, word: str, limit: int) -> list[str]:
        shared: Counter[str] = Counter()
        for pair in _bigrams(word):
            for length in range(len(word) - limit, len(word) + limit + 1):
                shared.update(self._by_bigram.get((pair, length), ()))
        return [w for w, _ in shared.most_common(_CANDIDATES)]

    def _commonest(self, words: Iterable[str]) -> list[str]:
        return sorted(words, key=lambda w: (-self._weights[w], w))[:_ANSWERS]


def edit_distance(a: str, b: str, *, limit: int) -> int:
    """Letters added, dropped, changed or swapped with a neighbour; a changed first letter counts double.

    Stops at limit + 1. People mistype the inside of a word far more often than its first letter.
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            change = 0 if x == y else 2 if i == j == 1 else 1
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def _bigrams(word: str) -> list[str]:
    """The distinct pairs of letters, in order, so that the same words give the same answers in every process."""
    return list(dict.fromkeys(a + b for a, b in pairwise(f"^{word}$")))
