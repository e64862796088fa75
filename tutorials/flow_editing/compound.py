"""Values of a flow document that hold others: objects, lists of them, sentences by code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError

from tutorials.flow_editing.specs import ABSENT, Id, Names, Spec
from tutorials.flow_editing.vocabulary import Json, wrong


@dataclass(frozen=True, kw_only=True)
class Group(Spec):
    """An object with these keys. `kept` names keys that have forms of their own: they stay as they are."""

    of: tuple[Spec, ...]
    kept: tuple[str, ...] = ()

    default = None

    @cached_property
    def by_key(self) -> dict[str, Spec]:
        return {spec.key: spec for spec in self.of}

    def block(self, names: Names) -> blocks.Block:
        children = [(spec.key, spec.block(names)) for spec in self.of]
        return blocks.StructBlock(children, label=self.label, help_text=self.help, required=False)

    def to_form(self, value: Json) -> Json:
        held = {} if value is ABSENT else value
        return {spec.key: spec.to_form(held.get(spec.key, ABSENT)) for spec in self.of}

    def from_form(self, raw: Json, old: Json) -> Json:
        before = old if isinstance(old, dict) else {}
        new = {spec.key: spec.from_form(raw[spec.key], before.get(spec.key, ABSENT)) for spec in self.of}
        new |= {key: before.get(key, ABSENT) for key in self.kept}
        new = {key: value for key, value in new.items() if value is not ABSENT}
        return new if new or self.required or old == {} else ABSENT

    def check(self, value: Json, place: str) -> None:
        if not isinstance(value, dict):
            raise wrong(place, "harus berupa objek {…}")
        for key, held in value.items():
            if key not in self.by_key and key not in self.kept:
                raise wrong(f"{place}.{key}" if place else key, "kunci ini tidak dikenal")
            if key in self.by_key:
                self.by_key[key].check(held, f"{place}.{key}" if place else key)
        for spec in self.of:
            if isinstance(spec, Id) and spec.key not in value:
                raise wrong(place, f"kunci “{spec.key}” belum ada")


@dataclass(frozen=True, kw_only=True)
class Rows(Spec):
    """A list of objects. `unique` is the key that tells them apart."""

    of: tuple[Spec, ...]
    row: str = "baris"
    unique: str = ""

    default = None

    @cached_property
    def group(self) -> Group:
        return Group(key=self.key, label=self.row, of=self.of, required=True)

    def block(self, names: Names) -> blocks.Block:
        return RowsBlock(self.group.block(names), unique=self.unique, default=[], **self._settings)

    def to_form(self, value: Json) -> Json:
        return [] if value is ABSENT else [self.group.to_form(row) for row in value]

    def from_form(self, raw: Json, old: Json) -> Json:
        before = old if isinstance(old, list) else []
        rows = [
            self.group.from_form(item["value"], before[position] if position < len(before) else ABSENT)
            for position, item in enumerate(raw)
        ]
        return rows if rows or self.required or old == [] else ABSENT

    def check(self, value: Json, place: str) -> None:
        if not isinstance(value, list):
            raise wrong(place, "harus berupa daftar […]")
        for position, row in enumerate(value):
            self.group.check(row, f"{place}[{position}]")


@dataclass(frozen=True, kw_only=True)
class ByCode(Rows):
    """An object whose keys are codes: a list of rows in its form."""

    unique: str = "code"

    def to_form(self, value: Json) -> Json:
        return super().to_form(ABSENT if value is ABSENT else [{"code": code, **held} for code, held in value.items()])

    def from_form(self, raw: Json, old: Json) -> Json:
        before = old if isinstance(old, dict) else {}
        rows = {}
        for item in raw:
            code = item["value"]["code"]
            row = self.group.from_form(item["value"], {"code": code, **before.get(code, {})})
            rows[row.pop("code")] = row
        return rows if rows or self.required or old == {} else ABSENT

    def check(self, value: Json, place: str) -> None:
        if not isinstance(value, dict):
            raise wrong(place, "harus berupa objek {…}")
        for code, held in value.items():
            if not isinstance(held, dict) or "code" in held:
                raise wrong(f"{place}.{code}", "harus berupa objek {…}")
            self.group.check({"code": code, **held}, f"{place}.{code}")


class RowsBlock(blocks.ListBlock):
    """A list whose rows are told apart by one of their boxes."""

    def __init__(self, child_block: blocks.Block, *, unique: str = "", **kwargs: object) -> None:
        super().__init__(child_block, **kwargs)
        self.unique = unique

    def clean(self, value: Json) -> Json:
        cleaned, seen = super().clean(value), set()
        if self.unique:
            for position, row in enumerate(cleaned):
                if row[self.unique] in seen:
                    twice = ValidationError(f"“{row[self.unique]}” sudah dipakai di daftar ini.")
                    raise ListBlockValidationError(
                        block_errors={position: blocks.StructBlockValidationError({self.unique: twice})}
                    )
                seen.add(row[self.unique])
        return cleaned


def walk(specs: Sequence[Spec]) -> Iterable[Spec]:
    """These specs and all inside them."""
    for spec in specs:
        yield spec
        if isinstance(spec, Group | Rows):
            yield from walk(spec.of)
