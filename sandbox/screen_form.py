"""The form `#layar` of a practice screen: its fields, and the way between posts, stored answers and controls."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import cached_property

from sandbox.domain.document import Field, Screen
from sandbox.domain.fields import shown
from sandbox.domain.realnumbers import holds_real_number
from sandbox.domain.screens import FieldProblem
from sandbox.form_field import FormField
from sandbox.region_field import RegionField
from sandbox.search_field import SEARCHED_TYPES, SearchField, is_kbli_code, words_control
from sandbox.work import Work


@dataclass
class ScreenForm:
    """The form `#layar` of one screen."""

    work: Work
    screen: Screen
    raw: Mapping[str, str]
    problems: Iterable[FieldProblem] = ()
    searched: str = ""  # the field whose search was asked for
    help_open: bool = False
    codes: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.codes = {problem.field: problem.code for problem in self.problems}

    @cached_property
    def fields(self) -> list[FormField]:
        return [self._field(each) for each in self.screen.fields]

    def _field(self, each: Field) -> FormField:
        code = self.codes.get(each.id, "")
        if each.type in SEARCHED_TYPES:
            return SearchField(each, self.work, self.raw, code, searched=bool(code) or each.id == self.searched)
        kind = RegionField if each.type == "region" else FormField
        return kind(each, self.work, self.raw, code)

    @property
    def refused(self) -> list[FormField]:
        return [each for each in self.fields if each.code]

    @property
    def has_hints(self) -> bool:
        return any(each.hint for each in self.screen.fields)

    @property
    def has_own_wording(self) -> bool:
        """Part of this screen is worded by us, because the portal's own words are not known."""
        return not self.screen.known or any(not each.known for each in self.screen.fields)


def raw_of_stored(work: Work, screen: Screen) -> dict[str, str]:
    """What the controls of a reopened screen hold."""
    values = work.answers.get(screen.id, {})
    raw: dict[str, str] = {}
    for each in screen.typed_fields:
        raw |= shown(each, values.get(each.id))
    return raw


def raw_of_post(screen: Screen, post: Mapping[str, str], *, searching: str = "") -> dict[str, str]:
    """The controls of `screen` as posted. A result marked in a search stands for the words in its box.

    Whoever searches again (`searching` names the field) means the new words, not the result marked before.
    """
    raw = {control: post.get(control, "") for each in screen.typed_fields for control in each.controls}
    for each in screen.typed_fields:
        if each.type not in SEARCHED_TYPES:
            continue
        raw[words_control(each)] = post.get(words_control(each), "")
        picked = post.get(f"{each.id}-pilih", "")
        if picked and each.id != searching and not is_kbli_code(raw[each.id]):
            raw[words_control(each)] = raw[each.id]
            raw[each.id] = picked
    return raw


def real_number_problems(screen: Screen, raw: Mapping[str, str]) -> list[FieldProblem]:
    """For the buttons that judge nothing: what could be somebody's NIK is refused all the same."""
    return [
        FieldProblem(each.id, "nik.real")
        for each in screen.typed_fields
        if any(holds_real_number(raw.get(control, "")) for control in each.controls)
    ]
