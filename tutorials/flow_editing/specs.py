"""One value of a flow document: its box in a form, the way there and back, and what an imported file may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from wagtail import blocks

from tutorials.flow_editing.vocabulary import SLUG, SLUG_SENTENCE, Json, wrong

ABSENT: Final = object()  # the key is not in the document
CODE = re.compile(r"[A-Za-z0-9_.-]{1,60}")

Choices = list[tuple[str, str]]
Names = Mapping[str, Choices]  # what a list offers, by the name of the list


def clean_text(text: str) -> str:
    """As it comes back from a form: browsers send CR and LF, and forms drop the spaces around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True, kw_only=True)
class Spec:
    """`required`: the key always stands in the document, if need be empty; publishing asks for more."""

    key: str
    label: str
    help: str = ""
    required: bool = False

    default: ClassVar[Json] = ""  # what an absent key means

    def block(self, names: Names) -> blocks.Block:
        raise NotImplementedError

    def to_form(self, value: Json) -> Json:
        return self.default if value is ABSENT else value

    def from_form(self, raw: Json, old: Json) -> Json:
        """The value for the document; ABSENT for a key to leave out. Untouched, a value stays as `old` was written."""
        value = self.read(raw, old)
        if value == self.default and not self.required and old != self.default:
            return ABSENT
        return value

    def read(self, raw: Json, old: Json) -> Json:
        return raw

    def check(self, value: Json, place: str) -> None:
        """Raises ShapeProblem."""

    def said(self, value: Json) -> str:
        """The value in words, for a comparison."""
        return str(value)

    @property
    def _settings(self) -> dict[str, Any]:
        return {"required": False, "label": self.label, "help_text": self.help}


@dataclass(frozen=True, kw_only=True)
class Text(Spec):
    most: int = 2000
    rows: int = 1

    def block(self, names: Names) -> blocks.Block:
        if self.rows == 1:
            return blocks.CharBlock(max_length=self.most, **self._settings)
        return blocks.TextBlock(rows=self.rows, max_length=self.most, **self._settings)

    def read(self, raw: Json, old: Json) -> Json:
        text = clean_text(raw or "")
        return old if isinstance(old, str) and clean_text(old) == text else text

    def check(self, value: Json, place: str) -> None:
        if not isinstance(value, str):
            raise wrong(place, "harus berupa teks")
        if self.rows == 1 and "\n" in value.strip():
            raise wrong(place, "harus satu baris")


@dataclass(frozen=True, kw_only=True)
class Id(Spec):
    """The name of a part or of a row, by which others mean it."""

    required: bool = True
    pattern: re.Pattern[str] = SLUG
    sentence: str = SLUG_SENTENCE

    def block(self, names: Names) -> blocks.Block:
        return blocks.RegexBlock(
            regex=rf"^{self.pattern.pattern}\Z",
            error_messages={"invalid": self.sentence, "required": "Isi dulu."},
            **self._settings | {"required": True},
        )

    def check(self, value: Json, place: str) -> None:
        if not isinstance(value, str) or not self.pattern.fullmatch(value):
            raise wrong(place, self.sentence)


@dataclass(frozen=True, kw_only=True)
class Code(Id):
    """A problem code, by which a sentence is found."""

    pattern: re.Pattern[str] = CODE
    sentence: str = "Hanya huruf, angka, titik, “-” dan “_”, paling panjang 60."


@dataclass(frozen=True, kw_only=True)
class Number(Spec):
    least: int = 0
    most: int = 100_000

    default = None

    def block(self, names: Names) -> blocks.Block:
        return blocks.IntegerBlock(min_value=self.least, max_value=self.most, **self._settings)

    def from_form(self, raw: Json, old: Json) -> Json:
        return ABSENT if raw is None else raw

    def check(self, value: Json, place: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 10**9:
            raise wrong(place, "harus berupa bilangan bulat")


@dataclass(frozen=True, kw_only=True)
class Flag(Spec):
    default: bool = False  # type: ignore[misc]

    def block(self, names: Names) -> blocks.Block:
        return blocks.BooleanBlock(default=self.default, **self._settings)

    def read(self, raw: Json, old: Json) -> Json:
        return bool(raw)

    def check(self, value: Json, place: str) -> None:
        if not isinstance(value, bool):
            raise wrong(place, "harus true atau false")

    def said(self, value: Json) -> str:
        return "ya" if value else "tidak"
