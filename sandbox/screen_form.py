"""The form `#layar` of a practice screen: its fields, and the way between posts, stored answers and controls."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import cached_property

from sandbox.domain.coaching import ANSWER, help_with
from sandbox.domain.document import Answers, Field, Screen
from sandbox.domain.fields import shown
from sandbox.domain.realnumbers import holds_real_number
from sandbox.domain.screens import FieldProblem, derived_values
from sandbox.domain.visibility import decided, hangs_on
from sandbox.domain.vocabulary import SHOWN_ONLY
from sandbox.field_help import answer_shown, field_help
from sandbox.form_field import FormField
from sandbox.models import Mode
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
    helped: str = ""  # the field that help was just asked for
    afresh: bool = False  # an accepted screen, emptied to be done again
    codes: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.codes = {problem.field: problem.code for problem in self.problems}

    @cached_property
    def fields(self) -> list[FormField]:
        """Those that count, as far as the answers before this screen tell."""
        return [self._field(each) for each in self.screen.fields if self._counts(each)]

    def _field(self, each: Field) -> FormField:
        code, raw = self.codes.get(each.id, ""), self._with_answer(each)
        kind = {"region": RegionField, "kbli": SearchField, "map_point": SearchField}.get(each.type, FormField)
        made = kind(each, self.work, raw, code)
        made.help = field_help(self.work, self.screen, each, refused=bool(code))
        made.hangs_on = hangs_on(each.when, self._answers, self._open)
        made.filled = raw is not self.raw
        made.own = f"{self.screen.id}.{each.id}" in self.work.persona.own
        if isinstance(made, SearchField):
            made.searched = bool(code) or each.id == self.searched
        return made

    def _with_answer(self, each: Field) -> Mapping[str, str]:
        """What the controls hold, with the answer where it was just asked for, or shown and not typed over."""
        if not each.controls or not answer_shown(self.work, self.screen, each):
            return self.raw
        if each.id != self.helped and any(self.raw.get(control) for control in each.controls):
            return self.raw
        fill = help_with(each, self.screen, self.work.practice, level=ANSWER).fill
        return {**self.raw, **fill} if fill else self.raw

    def _counts(self, each: Field) -> bool:
        found = decided(each.when, self._answers, self._open)
        if found is None and each.type in SHOWN_ONLY:
            found = decided(each.when, self._typed_answers, ())
        return found is not False

    @cached_property
    def _open(self) -> frozenset[str]:
        """What is still to be chosen on this screen."""
        return frozenset(f"{self.screen.id}.{each.id}" for each in self.screen.typed_fields)

    @cached_property
    def _answers(self) -> Answers:
        """What was accepted, with what the portal works out on this screen."""
        return {**self.work.answers, self.screen.id: derived_values(self.screen, self.work.practice)}

    @property
    def _typed_answers(self) -> Answers:
        return {**self._answers, self.screen.id: {**self._answers[self.screen.id], **self.raw}}

    @property
    def refused(self) -> list[FormField]:
        return [each for each in self.fields if each.code]

    @property
    def offers_hints(self) -> bool:
        """Hints stay closed until they are asked for, and some field has one that is not open yet."""
        if self.work.attempt.mode != Mode.LATIHAN:
            return False
        return any(each.field.hint and not each.help.asked for each in self.fields if each.field.controls)

    @property
    def watched(self) -> bool:
        """Filled in and read only."""
        return self.work.attempt.mode == Mode.TONTON

    @property
    def coach_first(self) -> bool:
        """The coach speaks before anything is filled in."""
        return self.work.attempt.mode in (Mode.TONTON, Mode.TUNTUN)

    @property
    def exam(self) -> bool:
        """Nothing is said but what the portal says."""
        return self.work.attempt.mode == Mode.UJIAN


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
