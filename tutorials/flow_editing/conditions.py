"""Conditions on earlier answers: tests, and groups of them in groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from tutorials.flow_editing import scalars
from tutorials.flow_editing.list_specs import Choice
from tutorials.flow_editing.specs import ABSENT, Names, Spec, Text
from tutorials.flow_editing.vocabulary import Json, check_scalar, wrong

TEST, GROUPS, NOT = "syarat", {"semua": "all", "salah_satu": "any"}, "bukan"
DEEPEST = 4
KINDS = {"equals": "sama dengan", "one_of": "salah satu dari", "at_least": "paling sedikit", "filled": "terisi"}


@dataclass(frozen=True, kw_only=True)
class When(Spec):
    """A condition on earlier answers, with groups in groups."""

    default = None

    def block(self, names: Names) -> blocks.Block:
        return _stream(_test_block(names), DEEPEST, label=self.label, help_text=self.help, max_num=1)

    def to_form(self, value: Json) -> Json:
        return [] if value is ABSENT or value == {} else [_shown(value)]

    def from_form(self, raw: Json, old: Json) -> Json:
        if not raw:
            return {} if self.required or old == {} else ABSENT
        return _condition(raw[0])

    def check(self, value: Json, place: str) -> None:
        _check_condition(value, place, DEEPEST)

    def said(self, value: Json) -> str:
        return condition_words(value)


def _test_block(names: Names) -> blocks.Block:
    return blocks.StructBlock(
        [
            ("field", Choice(key="field", label="Isian", names="fields").block(names)),
            ("kind", Choice(key="kind", label="Harus", names="conditions").block(names)),
            ("value", blocks.TextBlock(rows=1, required=False, label="Nilai", help_text=VALUE_HELP)),
        ],
        label="Syarat",
    )


def _stream(test: blocks.Block, depth: int, **settings: object) -> blocks.StreamBlock:
    """Blocks that mean the same are the same: a form describes each of them to the browser once."""
    children = [(TEST, test)]
    if depth > 1:
        inner = _stream(test, depth - 1, label="Isi")
        children += [(kind, blocks.StructBlock([("isi", inner)], label=label)) for kind, label in GROUP_LABELS.items()]
    return blocks.StreamBlock(children, required=False, **settings)


GROUP_LABELS = {"semua": "Semua syarat ini", "salah_satu": "Salah satu syarat ini", NOT: "Bukan syarat ini"}
VALUE_HELP = "Nilai pilihan, angka, atau true/false. “Salah satu dari”: satu nilai di tiap baris."


def _shown(condition: dict[str, Any]) -> dict[str, Any]:
    for kind, key in GROUPS.items():
        if key in condition:
            return {"type": kind, "value": {"isi": [_shown(part) for part in condition[key]]}}
    if "not" in condition:
        inner = condition["not"]
        return {"type": NOT, "value": {"isi": [_shown(inner)] if inner else []}}
    kind = next((kind for kind in KINDS if kind in condition), "")
    value = condition.get(kind, ABSENT)
    text = "" if value is ABSENT else _written(value)
    return {"type": TEST, "value": {"field": condition.get("field", ""), "kind": kind, "value": text}}


def _written(value: Json) -> str:
    return "\n".join(map(scalars.written, value)) if isinstance(value, list) else scalars.written(value)


def _condition(item: dict[str, Any]) -> dict[str, Any]:
    value = item["value"]
    if item["type"] == NOT:
        parts = [_condition(part) for part in value["isi"]]
        return {"not": {"all": parts} if len(parts) > 1 else parts[0] if parts else {}}
    if item["type"] in GROUPS:
        return {GROUPS[item["type"]]: [_condition(part) for part in value["isi"]]}
    text, kind = (value["value"] or "").strip(), value["kind"] or ""
    test: dict[str, Any] = {"field": value["field"] or ""}
    if kind == "one_of":
        test[kind] = [scalars.read(line) for line in text.splitlines() if line.strip()]
    elif kind:
        test[kind] = scalars.read(text) if text or kind != "filled" else True
    return test


def _check_condition(value: Json, place: str, depth: int) -> None:
    if not isinstance(value, dict):
        raise wrong(place, "harus berupa objek {…}")
    group = next((key for key in ("all", "any", "not") if key in value), "")
    if group and depth == 1:
        raise wrong(place, f"syarat bertingkat paling dalam {DEEPEST}")
    if group and len(value) > 1:
        raise wrong(place, f"“{group}” tidak punya kunci lain")
    if group == "not" and value["not"] != {}:
        _check_condition(value["not"], f"{place}.not", depth - 1)
    elif group in ("all", "any"):
        if not isinstance(value[group], list):
            raise wrong(f"{place}.{group}", "harus berupa daftar […]")
        for position, part in enumerate(value[group]):
            _check_condition(part, f"{place}.{group}[{position}]", depth - 1)
    elif not group:
        _check_test(value, place)


def _check_test(value: dict[str, Any], place: str) -> None:
    kinds = [key for key in value if key != "field"]
    if len(kinds) > 1 or any(kind not in KINDS for kind in kinds):
        raise wrong(place, f"syarat butuh satu dari: {', '.join(KINDS)}")
    Text(key="field", label="").check(value.get("field", ""), f"{place}.field")
    for kind in kinds:
        if kind == "one_of" and not isinstance(value[kind], list):
            raise wrong(f"{place}.one_of", "harus berupa daftar […]")
        for each in value[kind] if kind == "one_of" else [value[kind]]:
            check_scalar(each, f"{place}.{kind}")


def condition_words(value: dict[str, Any], labels: Mapping[str, str] | None = None) -> str:
    """The condition as one sentence; a field is called by its label, where `labels` has one."""
    labels = labels or {}
    for key, word in (("all", " dan "), ("any", " atau ")):
        if key in value:
            return word.join(f"({condition_words(part, labels)})" for part in value[key])
    if "not" in value:
        return f"bukan ({condition_words(value['not'], labels)})" if value["not"] else "bukan …"
    kind = next((kind for kind in KINDS if kind in value), "")
    field, held = value.get("field", ""), value.get(kind, "")
    said = labels.get(field, field)
    if kind == "filled":
        return f"{said} {'terisi' if held is True else 'kosong'}"
    shown = ", ".join(map(str, held)) if isinstance(held, list) else str(held)
    return f"{said} {KINDS.get(kind, '')} {shown}".strip()
