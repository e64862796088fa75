"""KBLI 2025: looking codes up, and finding them by what an owner says about the business."""

import threading
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from sandbox.domain.kbli_index import KbliText
from sandbox.domain.kbli_search import KbliSearch
from sandbox.models import KbliCode, KbliKeyword, KbliRisk, KbliSuccession, KbliTerm, ReferenceTable, Risk

MAX_RESULTS = 10


@dataclass(frozen=True, slots=True)
class KbliHit:
    """A code that may fit. `explanation` says in market words what it means, `matched_term` which words led to it."""

    code: str
    title: str
    category: str
    explanation: str
    matched_term: str


def search(query: str, *, limit: int = MAX_RESULTS) -> list[KbliHit]:
    """Codes for an everyday description, a word of a title, or a code (or its beginning), best first.

    Any text is allowed; what is beyond 200 characters is not read. Nothing fits: an empty list.
    """
    found = _current_index().search(query, limit=limit)
    codes = KbliCode.objects.in_bulk([hit.code for hit in found])
    hits = [(codes[hit.code], hit.term) for hit in found if hit.code in codes]
    return [KbliHit(code.code, code.title, code.category_id, code.explanation, term) for code, term in hits]


def title(code: str) -> str | None:
    return _at(code).values_list("title", flat=True).first()


def explanation(code: str) -> str:
    """One sentence in market words, or "" for the codes that have none."""
    return _at(code).values_list("explanation", flat=True).first() or ""


def risks(code: str, scale: str) -> list[str]:
    """The risk levels OSS shows for a code and scale ("mikro", "kecil", "menengah", "besar"), lowest first."""
    known = set(KbliRisk.objects.filter(code__in=_at(code), scale=scale).values_list("risk", flat=True))
    return [level.value for level in Risk if level.value in known]


def title_and_risks(code: str) -> tuple[str | None, dict[str, list[str]]]:
    """The title, None for an unknown code, and by scale the levels OSS shows, lowest first: in one query."""
    rows = list(_at(code).values_list("title", "risks__scale", "risks__risk"))
    order = [level.value for level in Risk]
    levels: dict[str, list[str]] = defaultdict(list)
    for _title, scale, risk in sorted((row for row in rows if row[2]), key=lambda row: order.index(row[2])):
        if risk not in levels[scale]:
            levels[scale].append(risk)
    return (rows[0][0] if rows else None), dict(levels)


def successors(code_2020: str) -> list[tuple[str, str]]:
    """(code, title) of the KBLI 2025 codes that continue a KBLI 2020 code, by code; none for an unknown one."""
    if not code_2020.isprintable():
        return []
    found = KbliCode.objects.filter(predecessors__code_2020=code_2020).order_by("code")
    return list(found.values_list("code", "title").distinct())


def _at(code: str) -> QuerySet[KbliCode]:
    """The code that a browser sent, if it is one; PostgreSQL refuses a null character."""
    return KbliCode.objects.filter(code=code) if code.isprintable() else KbliCode.objects.none()


_lock = threading.Lock()
_index: tuple[frozenset[tuple[str, str]], KbliSearch] | None = None


def _current_index() -> KbliSearch:
    """The index of what the tables hold now: made again when another state of a file has been loaded."""
    global _index
    state = frozenset(ReferenceTable.objects.filter(key__startswith="kbli-").values_list("key", "sha256"))
    if not state:  # nothing loaded from files, so nothing tells when the few rows there may be have changed
        return KbliSearch(_texts())
    if _index is None or _index[0] != state:
        with _lock:
            if _index is None or _index[0] != state:
                _index = (state, KbliSearch(_texts()))
    return _index[1]


def _texts() -> list[KbliText]:
    terms: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for term, code, rank in KbliTerm.objects.values_list("term", "code_id", "rank"):
        terms[code].append((term, rank))
    keywords: dict[str, list[str]] = defaultdict(list)
    for word, code in KbliKeyword.objects.values_list("word", "code_id"):
        keywords[code].append(word)
    old: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for code_2020, title_2020, code in KbliSuccession.objects.values_list("code_2020", "title_2020", "code_id"):
        old[code].append((code_2020, title_2020))
    return [
        KbliText(
            code=each.code,
            title=each.title,
            explanation=each.explanation,
            old_codes=tuple(code for code, _ in old[each.code]),
            old_titles=tuple(title_2020 for _, title_2020 in old[each.code]),
            keywords=tuple(keywords[each.code]),
            terms=tuple(terms[each.code]),
        )
        for each in KbliCode.objects.all()
    ]
