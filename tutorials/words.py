"""The glossary and the shared list of errors, as pages ask for them: kept in memory, anew after each change.

A change in the admin is seen at once where it was made, and by the other workers some seconds later (`remembered.py`).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from tutorials.domain.glossary import Glossary, Term
from tutorials.models import ErrorSnippet, GlossaryTerm
from tutorials.models.step_content import StepContent
from tutorials.pictures import Picture, picture_of
from tutorials.practice import FaultPractice, fault_practices
from tutorials.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term of the glossary and what it means."""

    key: str
    term: str
    html: str  # what it means
    example: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErrorEntry:
    """What may stand on the screen, and what to do then."""

    code: str
    codes: tuple[str, ...]  # all that it answers to
    wording: str
    cause_html: str
    what_to_do_html: str
    when_to_wait: str
    picture: Picture | None
    image_alt: str
    source: str
    checked_on: date | None
    practices: tuple[FaultPractice, ...]  # where it can be met on purpose


@dataclass(frozen=True, slots=True)
class Meanings:
    """The whole glossary."""

    by_key: dict[str, Meaning]
    glossary: Glossary


def meanings() -> Meanings:
    return _MEANINGS.get()


def terms() -> dict[str, Meaning]:
    """By key, in the order of the alphabet."""
    return meanings().by_key


def errors() -> list[ErrorEntry]:
    """All entries, in the order of their wording."""
    return _ERRORS.get()


def errors_of(step: StepContent) -> list[ErrorEntry]:
    """What to expect at this step: what its author chose, then the faults that it explains; each entry once."""
    return errors_about([*step.errors, *step.faults])


def errors_about(codes: Collection[str]) -> list[ErrorEntry]:
    """In the order of the codes; a code that nobody wrote about is left out."""
    if not codes:
        return []
    by_code = {code: entry for entry in errors() for code in entry.codes}
    return list({by_code[code].code: by_code[code] for code in codes if code in by_code}.values())


def _meaning(term: GlossaryTerm) -> Meaning:
    return Meaning(term.key, term.term, term.meaning_html, term.example, tuple(term.spellings))


def _meanings() -> Meanings:
    by_key = {term.key: _meaning(term) for term in GlossaryTerm.objects.all()}
    return Meanings(by_key, _glossary(tuple(Term(meaning.key, meaning.spellings) for meaning in by_key.values())))


@lru_cache(maxsize=2)
def _glossary(terms: tuple[Term, ...]) -> Glossary:
    """The same object for the same words: what was linked with it stays remembered."""
    return Glossary(terms)


def _entries() -> list[ErrorEntry]:
    snippets = list(ErrorSnippet.objects.select_related("image"))
    practices = {practice.kind: practice for practice in fault_practices(_codes(snippets))}
    return [_entry(snippet, practices) for snippet in snippets]


def _codes(snippets: Iterable[ErrorSnippet]) -> list[str]:
    return [code for snippet in snippets for code in snippet.codes]


def _entry(snippet: ErrorSnippet, practices: Mapping[str, FaultPractice]) -> ErrorEntry:
    return ErrorEntry(
        code=snippet.code,
        codes=tuple(snippet.codes),
        wording=snippet.wording,
        cause_html=snippet.cause_html,
        what_to_do_html=snippet.what_to_do_html,
        when_to_wait=snippet.when_to_wait,
        picture=picture_of(snippet.image, []) if snippet.image else None,
        image_alt=snippet.image_alt,
        source=snippet.source,
        checked_on=snippet.checked_on,
        practices=tuple(practices[code] for code in snippet.codes if code in practices),
    )


_MEANINGS = Remembered("glossary-terms", _meanings)
_ERRORS = Remembered("error-snippets", _entries)


@receiver([post_save, post_delete], sender=GlossaryTerm)
def forget_terms(**_: object) -> None:
    _MEANINGS.forget()


@receiver([post_save, post_delete], sender=ErrorSnippet)
def forget_errors(**_: object) -> None:
    _ERRORS.forget()
