"""The sentences of a Markdown text as a reader counts them.

"Rp1.000" ends none, "PT. Maju" neither; a list item ends one, with or without a full stop.
"""

import html
import re

from tutorials.domain.prose import to_html


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A heading, a table's cell and code are read, but nobody reads them as sentences.
UNSPOKEN = re.compile(r"<(h[2-6]|pre|th|td|dt)\b[^>]*>.*?</\1>", re.DOTALL)
CODE = re.compile(r"<code\b[^>]*>.*?</code>", re.DOTALL)
INLINE = re.compile(r"</?(?:strong|em|b|i|sup|sub|abbr|a)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")
ONE_WORD = "kode"  # what stands in code is one thing to look at, however long it is
# Begins where no other mark stands before it, and takes nothing back: thousands of full stops in a row cost a moment.
END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+(?=\s)")
LAST_WORD = re.compile(r"[\w./-]+\Z")
# Before a name or a number: the full stop shortens the word and never ends the sentence.
BEFORE_A_NAME = _words(
    "pt cv ud no nomor jl jln gg tn ny sdr bpk ir drs dr h hj kab kec kel prov tgl hlm hal telp tlp psl kpd yth a.n"
    " d.a u.p s.d ttd rp"
)
# These may end one: what follows tells.
MAY_END = _words("dst dll dsb dkk tsb")


def sentences(markdown: str) -> list[str]:
    """In order, without mark-up. What stands in its own block or list item ends there, with or without a full stop."""
    text = UNSPOKEN.sub("<br>", to_html(markdown))
    text = TAG.sub("\n", INLINE.sub("", CODE.sub(ONE_WORD, _joined(text))))
    blocks = (SPACE.sub(" ", html.unescape(block)).strip() for block in text.split("\n"))
    return [sentence for block in blocks for sentence in _cut(block) if count_words(sentence)]


def count_words(text: str) -> int:
    """What stands between spaces and has a letter or a digit: "dan/atau" and "Rp1.000" are one word each."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def words_in(markdown: str) -> int:
    """All words of a text, those of headings and tables too."""
    text = TAG.sub(" ", INLINE.sub("", CODE.sub(ONE_WORD, to_html(markdown))))
    return count_words(html.unescape(text))


def _joined(text: str) -> str:
    """A line that the author broke goes on: only blocks part sentences."""
    return text.replace("\n", " ")


def _cut(block: str) -> list[str]:
    found, start = [], 0
    for end in END.finditer(block):
        if _ends(block[start : end.start()], end.group(), block[end.end() :].lstrip()):
            found.append(block[start : end.end()].strip())
            start = end.end()
    return [*found, block[start:].strip()]


def _ends(before: str, marks: str, after: str) -> bool:
    """Whether these full stops end a sentence, or shorten the word before them."""
    if marks[0] in "!?":
        return True
    following = after.lstrip("\"“‘'([")[:1]
    if following.islower():
        return False
    last = LAST_WORD.search(before)
    word = last.group().lower() if last else ""
    if word in MAY_END:
        return True
    return word not in BEFORE_A_NAME and not (len(word) == 1 and word.isalpha())
