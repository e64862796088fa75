"""Where the shared errors and the words of the glossary are met: which steps of which guides."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse

from tutorials.domain.glossary import keys_in
from tutorials.models import ErrorSnippet, GlossaryTerm, GuideStep, SharedStep
from tutorials.rows import row_anchor
from tutorials.words import meanings


@dataclass(frozen=True, slots=True)
class WordUse:
    """A step, named for staff, and where to change it."""

    name: str
    edit_url: str


def uses_of_errors() -> dict[str, list[WordUse]]:
    """By code: a step meets an error that its author chose, and one about a fault that it explains."""
    uses: dict[str, list[WordUse]] = defaultdict(list)
    for step in _steps():
        for code in dict.fromkeys([*step.errors, *step.faults]):
            uses[code].append(_use(step))
    return uses


def uses_of_error(snippet: ErrorSnippet) -> list[WordUse]:
    return _each_once(uses_of_errors(), snippet.codes)


def error_counts() -> dict[int, int]:
    """By primary key, in how many steps it shows."""
    uses = uses_of_errors()
    return {snippet.pk: len(_each_once(uses, snippet.codes)) for snippet in ErrorSnippet.objects.all()}


def uses_of_terms() -> dict[str, list[WordUse]]:
    """By key of the term; whether it is a link there depends on how many others come before it."""
    words = meanings().glossary
    uses: dict[str, list[WordUse]] = defaultdict(list)
    for step in _steps():
        for key in dict.fromkeys([*keys_in(step.body_html, words), *keys_in(linebreaksbr(step.expect), words)]):
            uses[key].append(_use(step))
    return uses


def uses_of_term(term: GlossaryTerm) -> list[WordUse]:
    return uses_of_terms().get(term.key, [])


def _steps() -> Iterable[GuideStep | SharedStep]:
    """Those in guides; of the library only what no guide shows, because a row holds what its shared step says."""
    yield from GuideStep.objects.select_related("page").order_by("page__path", "sort_order")
    yield from SharedStep.objects.filter(rows=None)


def _use(step: GuideStep | SharedStep) -> WordUse:
    if isinstance(step, SharedStep):
        return WordUse(f"Pustaka langkah: {step.title}", reverse("shared-steps:edit", args=[step.pk]))
    form = reverse("wagtailadmin_pages:edit", args=[step.page_id])
    return WordUse(f"{step.page.title}: {step.title}", f"{form}#{row_anchor(step.key)}")


def _each_once(uses: dict[str, list[WordUse]], codes: Iterable[str]) -> list[WordUse]:
    return list(dict.fromkeys(use for code in codes for use in uses.get(code, [])))
