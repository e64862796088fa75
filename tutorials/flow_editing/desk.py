"""What the desk of a flow shows: its problems, its screens with their branches, personas, faults and texts."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sandbox import catalogue
from sandbox.catalogue.trials import persona_modes
from tutorials.flow_editing import parts, places
from tutorials.flow_editing.conditions import condition_words
from tutorials.flow_editing.drafts import known_problems
from tutorials.flow_editing.parts import Kind, Part
from tutorials.flow_editing.released import standing_of
from tutorials.flow_editing.words import FAULTS, TYPES
from tutorials.models import FlowDraft

URLS = "flow-drafts"


@dataclass(frozen=True)
class PartRow:
    kind: Kind
    key: str
    id: str
    title: str
    note: str
    url: str
    problems: int
    inside: list["PartRow"]


@dataclass(frozen=True)
class ProblemRow:
    words: str
    why: str
    url: str


def part_url(draft: FlowDraft, form: str, key: str) -> str:
    """The form of a part, or of what a persona answers on a screen."""
    return (
        reverse(f"{URLS}:part", args=[draft.pk, form, key]) if key else reverse(f"{URLS}:whole", args=[draft.pk, form])
    )


def desk_of(draft: FlowDraft) -> dict[str, Any]:
    """`draft` as its newest revision (or the one looked at) has it."""
    document, rows = draft.document, _Rows(draft)
    published = catalogue.newest_version(draft.flow_id)
    return {
        "draft": draft,
        "document": document,
        "problems": problem_rows(draft),
        "screens": rows.screens(),
        "personas": rows.of(parts.PERSONA, lambda part: part.get("trade", "")),
        "faults": rows.of(
            parts.FAULT, lambda part: f"{FAULTS.get(part['kind'], '')}, di layar {rows.called(part.get('screen', ''))}"
        ),
        "papers": rows.of(parts.PAPER, lambda part: rows.when(part) or "selalu"),
        "stages": rows.of(parts.STAGE, lambda part: part["id"]),
        "texts": rows.of(parts.TEXT, lambda part: part.get("do", "")),
        "players": persona_modes(document),
        "general_url": part_url(draft, "umum", ""),
        "outcome_url": part_url(draft, "hasil", ""),
        "published": published,
        "is_published": published is not None and published.sha256 == catalogue.document_hash(document),
        "standing": standing_of(draft, document),
    }


def problem_rows(draft: FlowDraft, url: str = "") -> list[ProblemRow]:
    """All problems of the draft, or those that the form at `url` mends."""
    rows = [
        ProblemRow(problem.place.words, problem.why, _url(draft, problem.place))
        for problem in known_problems(draft.document)
    ]
    return [row for row in rows if not url or row.url == url]


def quick_players(draft: FlowDraft) -> list[tuple[str, str]]:
    """(persona, "persona:mode") for trying out one thing: in the way of learning that leaves most to oneself."""
    return [
        (persona, f"{persona}:{'latihan' if 'latihan' in dict(modes) else modes[0][0]}")
        for persona, _, modes in persona_modes(draft.document)
        if modes
    ]


def desk_rows(draft: FlowDraft) -> list[PartRow]:
    """The screens, each with its fields."""
    return _Rows(draft).screens()


def screen_links(flow_id: str) -> dict[str, tuple[str, str]]:
    """Where staff change each screen of a flow: its title and the address of its form, by screen id."""
    row = FlowDraft.objects.filter(flow_id=flow_id).first()
    if row is None:
        return {}
    screens = parts.all_of(row.newest_document(), parts.SCREEN)
    return {each["id"]: (each.get("title", ""), part_url(row, parts.SCREEN.slug, each["id"])) for each in screens}


def answer_rows(draft: FlowDraft, persona: Part) -> list[PartRow]:
    """For each screen: how many answers the persona has there."""
    return _Rows(draft).answers(persona)


def _url(draft: FlowDraft, place: places.Place) -> str:
    kind = parts.KINDS.get(place.form)
    if kind is not None and kind.one_of_many and not place.key:
        return reverse(f"{URLS}:add-part", args=[draft.pk, place.form])
    return part_url(draft, place.form, place.key) if place.form else ""


class _Rows:
    def __init__(self, draft: FlowDraft) -> None:
        self.draft, self.document = draft, draft.document
        self.problems = Counter(row.url for row in problem_rows(draft))
        self.labels = _labels(self.document)

    def of(self, kind: Kind, note: Any, key: str = "") -> list[PartRow]:  # noqa: ANN401
        return [self._row(kind, part, note(part), key) for part in parts.all_of(self.document, kind, key)]

    def screens(self) -> list[PartRow]:
        return [
            self._row(
                parts.SCREEN,
                screen,
                self._branches(screen),
                inside=self.of(parts.FIELD, self._type, f"{screen['id']}."),
            )
            for screen in parts.all_of(self.document, parts.SCREEN)
        ]

    def answers(self, persona: Part) -> list[PartRow]:
        rows = []
        for screen in parts.all_of(self.document, parts.SCREEN):
            key, count = f"{persona['id']}.{screen['id']}", len(persona.get("answers", {}).get(screen["id"], {}))
            url = part_url(self.draft, places.ANSWERS, key)
            note = f"{count} jawaban" if count else "tanpa jawaban"
            title = parts.title_of(parts.SCREEN, screen)
            rows.append(PartRow(parts.PERSONA, key, screen["id"], title, note, url, self.problems[url], []))
        return rows

    def _row(self, kind: Kind, part: Part, note: str, beside: str = "", inside: list[PartRow] | None = None) -> PartRow:
        key = parts.key_of(kind, part, beside)
        url = part_url(self.draft, kind.slug, key)
        title = parts.title_of(kind, part)
        return PartRow(kind, key, part[kind.id_key], title, note, url, self.problems[url], inside or [])

    def when(self, part: Part) -> str:
        return condition_words(part["when"], self.labels) if part.get("when") else ""

    def called(self, name: str) -> str:
        return self.labels.get(name, name)

    def _branches(self, screen: Part) -> str:
        told = []
        for branch in screen.get("next", []):
            to, when = branch.get("to", ""), self.when(branch)
            told.append(f"ke {self.called(to)}" + (f" kalau {when}" if when else ""))
        return "; ".join(told)

    def _type(self, field: Part) -> str:
        name, when = TYPES.get(field.get("type", ""), ""), self.when(field)
        return f"{name}; kalau {when}" if when else name


def _labels(document: dict[str, Any]) -> dict[str, str]:
    """What people call the screens and fields that conditions and branches name."""
    labels = {}
    for screen in parts.all_of(document, parts.SCREEN):
        labels[screen["id"]] = f"“{parts.title_of(parts.SCREEN, screen)}”"
        for field in screen.get("fields", []):
            labels[f"{screen['id']}.{field['id']}"] = f"“{parts.title_of(parts.FIELD, field)[:60]}”"
    return labels
