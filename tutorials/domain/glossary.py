"""Words that a reader may not know, found in the HTML of a text: the first place of each becomes a link."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

MOST_LINKS = 6  # on one step: with more, a text of 40 words is nothing but links
CACHED_TEXTS = 1_000
TAG = re.compile(r'<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:[^<>"]|"[^"]*")*>')
# Inside these nothing becomes a link: a link holds no link, and what is bold stands so on a button of the portal.
CLOSED = frozenset({"a", "abbr", "b", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "strong"})
TITLE = 'class="admonition-title"'
# An address is no sentence: neither "oss.go.id" nor "nib@contoh.id" says a word. "NIB-nya" does.
BEFORE, AFTER = r"(?<![\w@-])(?<!\w\.)", r"(?![\w@])(?!\.\w)(?!-(?!nya\b)\w)"
NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary: where its explanation stands on the page, and how it may be written."""

    key: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedText:
    html: str
    keys: tuple[str, ...]  # of the terms that are links in it, in order


class Glossary:
    """Terms, ready to be found. Kept by whoever asks often: what was linked is remembered for this very object."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._exact: dict[str, str] = {}  # spelling in capitals -> key
        self._loose: dict[str, str] = {}  # spelling in small letters -> key
        for term in terms:
            for spelling in term.spellings:
                self._add(escape(" ".join(spelling.split()), quote=False), term.key)
        choices = sorted([*self._exact, *self._loose], key=len, reverse=True)
        words = "|".join(map(self._choice, choices))
        self.pattern = re.compile(f"{BEFORE}(?:{words}){AFTER}" if choices else NOTHING)

    def __len__(self) -> int:
        return len({*self._exact.values(), *self._loose.values()})

    def key_of(self, found: str) -> str | None:
        """None for letters that `re` takes for others, as "ſ" for "s", and str.lower does not."""
        spelling = " ".join(found.split())
        return self._exact.get(spelling) or self._loose.get(spelling.lower())

    def _add(self, spelling: str, key: str) -> None:
        if spelling.isupper():  # "KK" is a word, "kk" is a slip or a part of something else
            self._exact.setdefault(spelling, key)
        elif spelling:
            self._loose.setdefault(spelling.lower(), key)

    def _choice(self, spelling: str) -> str:
        words = r"\s+".join(map(re.escape, spelling.split()))
        return words if spelling in self._exact else f"(?i:{words})"


@lru_cache(maxsize=CACHED_TEXTS)
def link_terms(
    html: str, glossary: Glossary, *, taken: frozenset[str] = frozenset(), most: int = MOST_LINKS
) -> LinkedText:
    """Link the first place of each term to `#istilah-<key>`; those in `taken` have their link elsewhere on the page.

    `html` is sanitised, and stays so: only links to places of this page come into it. Each link has the id
    `asal-<key>`, for the way back.
    """
    found: list[str] = []

    def link(match: re.Match[str]) -> str:
        key = glossary.key_of(match[0])
        if key is None or key in taken or key in found or len(found) >= most:
            return match[0]
        found.append(key)
        return f'<a id="asal-{key}" href="#istilah-{key}">{match[0]}</a>'

    pieces = [glossary.pattern.sub(link, piece) if is_open else piece for piece, is_open in _pieces(html)]
    return LinkedText("".join(pieces), tuple(found))


def keys_in(html: str, glossary: Glossary) -> tuple[str, ...]:
    """All the terms that a text uses where they could become links."""
    return link_terms(html, glossary, most=len(glossary)).keys


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """The texts and tags in order, each with whether a term in it may become a link."""
    place, inside = 0, []  # the elements that close off what stands in them, outermost first
    for tag in TAG.finditer(html):
        yield html[place : tag.start()], not inside
        yield tag[0], False
        place = tag.end()
        name = tag["name"].lower()
        if tag["close"]:
            if inside and inside[-1] == name:
                inside.pop()
        elif name in CLOSED or TITLE in tag[0] or name in inside:
            inside.append(name)
    yield html[place:], not inside
