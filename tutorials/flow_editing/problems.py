"""What keeps a draft from being published, in people's words, each with the form that mends it."""

import re
from dataclasses import dataclass

from sandbox import catalogue
from tutorials.flow_editing import parts, places
from tutorials.flow_editing.parts import Document
from tutorials.flow_editing.places import Place
from tutorials.flow_editing.words import MODES

INDEXED = {"screens": parts.SCREEN, "personas": parts.PERSONA, "faults": parts.FAULT, "stages": parts.STAGE}
INDEX = re.compile(r"(\w+)\[(\d+)\]\.?(.*)")
FIELD = re.compile(r"fields\[(\d+)\]\.?(.*)")
PAPER = re.compile(r"outcome\.documents\[(\d+)\]\.?(.*)")
ANSWERS = re.compile(r"(?:answers\.([a-z0-9_-]+)|accepts\.([a-z0-9_-]+)\.[a-z0-9_-]+).*")
OWN_SENTENCES = parts.FIELD.group.by_key["texts"].label
MISSING = re.compile(r"kunci “(\w+)” belum ada")
TOO_FEW = re.compile(r"kunci “\w+” belum ada|paling sedikit \d+ isi")
NO_SENTENCE = re.compile(r"kode “(.+)” belum punya kalimat di texts")
FORMAT_WORD = re.compile(r" \((?:right|hint)\)")
# What the proof says of somebody who cannot go on: "tokoh x, layar y, isian z: code".
WALK = re.compile(
    r"(?:tokoh (?P<persona>[\w-]+))?,? ?(?:mode (?P<mode>\w+))?,? ?(?:gangguan (?P<fault>[\w-]+))?,? ?"
    r"(?:layar (?P<screen>[\w-]+))?(?:, isian (?P<field>[\w-]+))?: (?P<why>.+)",
    re.S,
)


@dataclass(frozen=True)
class Problem:
    place: Place
    why: str


def problems_of(document: Document) -> list[Problem]:
    return [_read(document, told) for told in catalogue.check(document)]


def _read(document: Document, told: str) -> Problem:
    walk = WALK.fullmatch(told)
    if walk and any(walk[name] for name in ("persona", "mode", "fault", "screen")):
        return _of_walk(document, walk)
    path, _, why = told.partition(": ")
    if not why:
        return Problem(Place(""), told)
    missing = MISSING.fullmatch(why)
    if missing:
        path = missing[1] if path == "dokumen" else f"{path}.{missing[1]}"
    if path in INDEXED and TOO_FEW.fullmatch(why):
        kind = INDEXED[path]
        return Problem(Place(kind.name.capitalize(), kind.slug), f"belum ada {kind.name}; tambah paling sedikit satu")
    return Problem(_of_path(document, path), "belum diisi" if missing else _plain(why))


def _plain(why: str) -> str:
    """Without the words of the format: people see the boxes of a form."""
    code = NO_SENTENCE.fullmatch(why)
    if code:
        return (
            f"aturan di sini memakai kode “{code[1]}”, tetapi kalimatnya belum ada. "
            f"Tulis di kotak “{OWN_SENTENCES}” dengan kode itu."
        )
    return FORMAT_WORD.sub("", why)


def _of_path(document: Document, path: str) -> Place:
    paper, index = PAPER.fullmatch(path), INDEX.fullmatch(path)
    if paper:
        found = parts.all_of(document, parts.PAPER)
        return _part(document, parts.PAPER, found, int(paper[1]), paper[2])
    if index and index[1] in INDEXED:
        kind = INDEXED[index[1]]
        found, position, rest = parts.all_of(document, kind), int(index[2]), index[3]
        if position >= len(found):
            return Place(path)
        key = found[position][kind.id_key]
        field, answers = FIELD.fullmatch(rest), ANSWERS.fullmatch(rest)
        if kind is parts.SCREEN and field:
            return _part(document, parts.FIELD, parts.all_of(document, parts.FIELD, key), int(field[1]), field[2], key)
        if kind is parts.PERSONA and answers:
            return places.of_answers(document, key, answers[1] or answers[2])
        return places.of_part(document, kind, key, rest)
    if path.startswith("texts."):
        return places.of_part(document, parts.TEXT, path.removeprefix("texts.").partition(".")[0])
    if path.startswith("outcome"):
        return places.of_part(document, parts.OUTCOME, "", path.partition(".")[2])
    return places.of_part(document, parts.GENERAL, "", path if path != "dokumen" else "")


def _part(
    document: Document, kind: parts.Kind, found: list[parts.Part], position: int, rest: str, beside: str = ""
) -> Place:
    if position >= len(found):
        return Place(f"{kind.name} {position + 1}")
    return places.of_part(document, kind, parts.key_of(kind, found[position], f"{beside}."), rest)


def _of_walk(document: Document, walk: re.Match[str]) -> Problem:
    persona, screen, field, fault = (walk[name] for name in ("persona", "screen", "field", "fault"))
    why = _plain(walk["why"])
    if persona and screen and field:
        answers = places.of_answers(document, persona, screen)
        label = _label(document, screen, field)
        return Problem(answers, f"Jawaban tokoh untuk “{label}” ditolak: {_sentence(document, screen, field, why)}")
    if persona:
        mode = f" dengan cara {MODES.get(walk['mode'], walk['mode'])}" if walk["mode"] else ""
        return Problem(places.of_part(document, parts.PERSONA, persona), f"Tokoh ini{mode} {why}")
    if fault:
        return Problem(places.of_part(document, parts.FAULT, fault), why)
    if screen and field:
        return Problem(places.of_part(document, parts.FIELD, f"{screen}.{field}"), why)
    if screen:
        return Problem(places.of_part(document, parts.SCREEN, screen), why)
    return Problem(places.of_part(document, parts.GENERAL, "", "modes"), f"{walk['mode']}: {why}")


def _label(document: Document, screen: str, field: str) -> str:
    try:
        return parts.get(document, parts.FIELD, f"{screen}.{field}").get("label", field)
    except parts.NoSuchPart:
        return field


def _sentence(document: Document, screen: str, field: str, code: str) -> str:
    """What learners would read there; the code while it has no sentence."""
    own = parts.get(document, parts.FIELD, f"{screen}.{field}").get("texts", {})
    text = own.get(code) or document.get("texts", {}).get(code) or {}
    return f"“{text['says']}”" if text.get("says") else code
