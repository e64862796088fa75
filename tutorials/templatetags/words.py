"""What templates ask about words and errors: links to the glossary, and what to do when something else shows."""

from typing import cast

from django import template
from django.template.context import Context
from django.template.defaultfilters import linebreaksbr
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe

from tutorials import words
from tutorials.domain.glossary import MOST_LINKS, LinkedText, link_terms
from tutorials.models.step_content import StepContent
from tutorials.words import ErrorEntry, Meaning

register = template.Library()


class PageWords:
    """The glossary as one page uses it: read once, each word a link once."""

    def __init__(self) -> None:
        self.meanings = words.meanings()
        self.linked: dict[str, Meaning] = {}

    def link(self, html: str, *, most: int) -> LinkedText:
        text = link_terms(html, self.meanings.glossary, taken=frozenset(self.linked), most=most)
        self.linked.update({key: self.meanings.by_key[key] for key in text.keys})
        return text


class ToldStep:
    """A step's texts with links to the words that a reader may not know."""

    def __init__(self, step: StepContent, page: PageWords) -> None:
        self.step, self.page = step, page
        self.links_left = MOST_LINKS
        self.body = self._linked(step.body_html)
        self.expect = self._linked(linebreaksbr(step.expect))

    @cached_property
    def more(self) -> SafeString:
        """Linked only where a page shows it: an explanation needs its word, to lead back to."""
        return self._linked(self.step.more_html)

    def _linked(self, html: str) -> SafeString:
        text = self.page.link(html, most=self.links_left)
        self.links_left -= len(text.keys)
        return mark_safe(text.html)


@register.simple_tag(takes_context=True)
def with_terms(context: Context, step: StepContent) -> ToldStep:
    """The step's texts as `body`, `expect` and `more`.

    The page includes `tutorials/_terms.html` behind the last step: there the explanations stand.
    """
    return ToldStep(step, _words_of_this_page(context))


@register.simple_tag(takes_context=True)
def linked_terms(context: Context) -> list[Meaning]:
    """The terms that are links on this page so far, in the order of their links."""
    return list(_words_of_this_page(context).linked.values())


@register.simple_tag
def errors_of(step: StepContent) -> list[ErrorEntry]:
    """What else may show at this step."""
    return words.errors_of(step)


@register.simple_tag
def error_about(code: str) -> ErrorEntry | None:
    """The entry on one code, for instance the kind of a fault of practice."""
    return next(iter(words.errors_about([code])), None)


def _words_of_this_page(context: Context) -> PageWords:
    # The bottom of the render context is shared by a page, its parents and its includes.
    shared = cast("dict[str, PageWords]", context.render_context.dicts[0])
    return shared.get("words") or shared.setdefault("words", PageWords())
