"""Markdown of an author to HTML that is safe to show, with headings that fit under the page's own h1."""

import html
import re
import xml.etree.ElementTree as ElementTree
from functools import lru_cache

import markdown
import nh3
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from tutorials.domain.unseen import without_unseen

EXTENSIONS = ("extra", "sane_lists", "admonition")
TAGS = {
    *("p", "br", "hr", "strong", "em", "b", "i", "sup", "sub", "code", "pre", "blockquote", "abbr", "a"),
    *("ul", "ol", "li", "dl", "dt", "dd", "div", "h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "ol": {"start"},
    "div": {"class"},
    "p": {"class"},
    "th": {"scope"},
}
CLASSES = {"admonition", "admonition-title", "tip", "warning", "note", "danger"}
# These stand inside a line: what they mark is read as one with its neighbours.
INLINE = re.compile(r"</?(?:strong|em|b|i|sup|sub|code|abbr|a)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
SCHEMES = {"http", "https", "mailto", "tel"}
# What has more is shown as it was typed. The fields take fewer characters; and Python-Markdown looks behind each
# bracket for its partner: 3,000 in a row took five seconds, 6,000 of "<p " twelve.
LONGEST = 20_000
MOST_BRACKETS = {"[": 200, "<": 1_000}
CACHED_TEXTS = 2_000  # about 60 guides of 30 steps; a step takes some 2 kB


@lru_cache(maxsize=CACHED_TEXTS)
def to_html(text: str, *, top_heading: int = 2) -> str:
    """Markdown to sanitised HTML; kept in memory by content, so an edited text is rendered anew.

    The first heading becomes h`top_heading`, a deeper one at most one level deeper, whatever the author
    wrote: the page keeps its single h1 and skips no level. Never raises, and takes no more than a moment.
    """
    text = without_unseen(text)
    if len(text) > LONGEST or any(text.count(sign) > most for sign, most in MOST_BRACKETS.items()):
        return f"<p>{html.escape(text, quote=False)}</p>"
    renderer = markdown.Markdown(extensions=[*EXTENSIONS, _HeadingLevels(top_heading)], output_format="html")
    return nh3.clean(
        renderer.convert(text),
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_known_class,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )


def plain_text(text: str) -> str:
    """What a reader sees of Markdown, without any mark-up; a bar parts what stands in separate blocks or cells."""
    return html.unescape(TAG.sub(" | ", INLINE.sub("", to_html(text))))


def _known_class(tag: str, name: str, value: str) -> str | None:
    if name != "class":
        return value
    return " ".join(word for word in value.split() if word in CLASSES) or None


class _HeadingLevels(Extension):
    def __init__(self, top: int) -> None:
        super().__init__()
        self.top = top

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.treeprocessors.register(_HeadingLevelsProcessor(md, self.top), "heading-levels", 0)


class _HeadingLevelsProcessor(Treeprocessor):
    def __init__(self, md: markdown.Markdown, top: int) -> None:
        super().__init__(md)
        self.top = top

    def run(self, root: ElementTree.Element) -> None:
        written: list[int] = []  # the levels as written that enclose the current heading
        for element in root.iter():
            if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit():
                level = int(element.tag[1])
                while written and written[-1] >= level:
                    written.pop()
                written.append(level)
                element.tag = f"h{min(self.top + len(written) - 1, 6)}"
