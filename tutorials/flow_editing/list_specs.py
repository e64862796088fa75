"""Values of a flow document that are chosen from a list, written a line each, or of more than one type."""

from dataclasses import dataclass

from django import forms
from wagtail import blocks

from tutorials.flow_editing import scalars
from tutorials.flow_editing.specs import ABSENT, Names, Spec, clean_text
from tutorials.flow_editing.vocabulary import Json, check_scalar, check_texts, check_word, wrong


@dataclass(frozen=True, kw_only=True)
class Choice(Spec):
    """One of a list: of the words of the format, or of what the document itself holds at the moment."""

    names: str

    def block(self, names: Names) -> blocks.Block:
        return blocks.ChoiceBlock(choices=names[self.names], **self._settings)

    def read(self, raw: Json, old: Json) -> Json:
        return raw or ""

    def check(self, value: Json, place: str) -> None:
        if not isinstance(value, str):
            raise wrong(place, "harus berupa teks")
        check_word(value, self.names, place)


@dataclass(frozen=True, kw_only=True)
class Ticks(Spec):
    """Several of a list."""

    names: str

    default = ()

    def block(self, names: Names) -> blocks.Block:
        return blocks.MultipleChoiceBlock(
            choices=names[self.names], widget=forms.CheckboxSelectMultiple, **self._settings
        )

    def to_form(self, value: Json) -> Json:
        return [] if value is ABSENT else value

    def read(self, raw: Json, old: Json) -> Json:
        return old if isinstance(old, list) and sorted(old) == sorted(raw) else list(raw)

    def check(self, value: Json, place: str) -> None:
        check_texts(value, place)
        for position, each in enumerate(value):
            check_word(each, self.names, f"{place}[{position}]")

    def said(self, value: Json) -> str:
        return ", ".join(value)


@dataclass(frozen=True, kw_only=True)
class Lines(Spec):
    """A list of short texts, one a line."""

    default = ()

    def block(self, names: Names) -> blocks.Block:
        return blocks.TextBlock(rows=2, **self._settings)

    def to_form(self, value: Json) -> Json:
        return "" if value is ABSENT else "\n".join(value)

    def from_form(self, raw: Json, old: Json) -> Json:
        lines = [line.strip() for line in clean_text(raw or "").split("\n") if line.strip()]
        if isinstance(old, list) and [clean_text(line) for line in old] == lines:
            return old
        return lines if lines or self.required else ABSENT

    def check(self, value: Json, place: str) -> None:
        check_texts(value, place)
        for position, line in enumerate(value):
            if not line.strip() or "\n" in line.strip():
                raise wrong(f"{place}[{position}]", "harus satu baris")

    def said(self, value: Json) -> str:
        return "; ".join(value)


@dataclass(frozen=True, kw_only=True)
class Value(Spec):
    """A text, a number, or true or false."""

    def block(self, names: Names) -> blocks.Block:
        return blocks.CharBlock(max_length=2000, **self._settings)

    def to_form(self, value: Json) -> Json:
        return "" if value is ABSENT else scalars.written(value)

    def from_form(self, raw: Json, old: Json) -> Json:
        text = clean_text(raw or "")
        return scalars.read(text) if text else ABSENT

    def check(self, value: Json, place: str) -> None:
        check_scalar(value, place)
