"""Whether a document has the shape that the forms can hold: known keys, right types, ids that tell parts apart.

More is not asked of a draft: it may be incomplete, and what it lacks for publishing is told by `problems`.
"""

from typing import Any

from tutorials.flow_editing import layout
from tutorials.flow_editing.compound import Group
from tutorials.flow_editing.list_specs import Lines
from tutorials.flow_editing.vocabulary import SLUG, wrong

FORMAT = 1
MOST_PARTS = 300  # of one kind: many times what a flow needs, and still a page that opens
LINES = Lines(key="", label="")


def check_shape(document: object) -> None:
    """Raises ShapeProblem, whose message begins with the place."""
    if not isinstance(document, dict):
        raise wrong("", "harus berupa objek {…}")
    if document.get("format") != FORMAT or document.get("format") is True:
        raise wrong("format", f"harus {FORMAT}")
    if not isinstance(document.get("id"), str) or not SLUG.fullmatch(document["id"]):
        raise wrong("id", "nama pendek alur: huruf kecil, angka, “-” dan “_”")
    layout.GENERAL.check(document, "")
    texts = document.get("texts", {})
    if not isinstance(texts, dict):
        raise wrong("texts", "harus berupa objek {…}")
    if len(texts) > MOST_PARTS:
        raise wrong("texts", f"paling banyak {MOST_PARTS}")
    for code, text in texts.items():
        if not isinstance(text, dict):
            raise wrong(f"texts.{code}", "harus berupa objek {…}")
        layout.TEXT.check({"code": code, **text}, f"texts.{code}")
    _check_list(document, "stages", layout.STAGE)
    _check_list(document, "screens", layout.SCREEN)
    _check_list(document, "personas", layout.PERSONA)
    _check_list(document, "faults", layout.FAULT, id_key="kind")
    for position, screen in enumerate(document.get("screens", [])):
        _check_list(screen, "fields", layout.FIELD, f"screens[{position}].")
    for position, persona in enumerate(document.get("personas", [])):
        _check_answers(persona, f"personas[{position}]")
    outcome = document.get("outcome", {})
    layout.OUTCOME.check(outcome, "outcome")
    _check_list(outcome, "documents", layout.DOCUMENT, "outcome.")


def _check_list(holder: dict[str, Any], key: str, group: Group, before: str = "", *, id_key: str = "id") -> None:
    held = holder.get(key, [])
    if not isinstance(held, list):
        raise wrong(f"{before}{key}", "harus berupa daftar […]")
    if len(held) > MOST_PARTS:
        raise wrong(f"{before}{key}", f"paling banyak {MOST_PARTS}")
    seen: set[str] = set()
    for position, part in enumerate(held):
        place = f"{before}{key}[{position}]"
        group.check(part, place)
        if not isinstance(part.get(id_key), str) or not SLUG.fullmatch(part[id_key]):
            raise wrong(f"{place}.{id_key}", "nama pendek belum ada")
        if part[id_key] in seen:
            raise wrong(f"{place}.{id_key}", f"“{part[id_key]}” sudah dipakai")
        seen.add(part[id_key])


def _check_answers(persona: dict[str, Any], place: str) -> None:
    for key in ("answers", "accepts"):
        if not isinstance(persona.get(key, {}), dict):
            raise wrong(f"{place}.{key}", "harus berupa objek {…}")
    for screen, values in persona.get("answers", {}).items():
        if not isinstance(values, dict):
            raise wrong(f"{place}.answers.{screen}", "harus berupa objek {…}")
        for control, value in values.items():
            if value is not True and not isinstance(value, str):
                raise wrong(f"{place}.answers.{screen}.{control}", "harus teks, atau true untuk kotak centang")
    for reference, values in persona.get("accepts", {}).items():
        LINES.check(values, f"{place}.accepts.{reference}")
    LINES.check(persona.get("own", []), f"{place}.own")
