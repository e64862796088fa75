"""The learner's own report: what was filled in alone, what is to be practised again, how faults were got out of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from sandbox.domain import exam
from sandbox.domain.conditions import holds
from sandbox.domain.document import Field
from sandbox.fault_report import FaultMet, faults_met
from sandbox.models import Mode, Visit
from sandbox.work import Work

# Minutes for one registration with an officer's help at the desk of a sub-district: docs/practice-documents.md.
DESK_MINUTES = (15, 20)


@dataclass(frozen=True)
class Again:
    """A field to practise again: `says` and `do` are the sentences of its mistake, "" where its answer was shown."""

    field: str
    label: str
    screen: str
    screen_title: str
    says: str
    do: str
    hint: str
    shown: bool
    url: str


@dataclass(frozen=True)
class Skill:
    """A stage of the portal, with what of it is to be done again. `state`: "able", "again", "untried"."""

    title: str
    state: str
    screens: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    alone_screens: int  # practised, and not filled in by us on request
    total_screens: int
    right_at_once: int
    asked_fields: int
    again: tuple[Again, ...]
    mended: int  # fields that were refused, and later done right from an empty screen
    helps: int
    deepest_help: int  # the highest level asked for, of domain.coaching.LEVELS; 0 for none
    shown_answers: int
    skills: tuple[Skill, ...]
    faults: tuple[FaultMet, ...]
    minutes: int

    @property
    def whole(self) -> bool:
        """Every screen of the way was done: only then may the minutes be compared with those at a desk."""
        return self.alone_screens == self.total_screens

    @property
    def pace(self) -> str:
        """The minutes beside those at a desk: "faster", "same", "longer"; "" where only a part was practised."""
        least, most = DESK_MINUTES
        return (
            "" if not self.whole else "faster" if self.minutes < least else "same" if self.minutes <= most else "longer"
        )

    @property
    def desk(self) -> str:
        return "–".join(str(minutes) for minutes in DESK_MINUTES)

    @property
    def able(self) -> list[Skill]:
        return [skill for skill in self.skills if skill.state == "able"]

    @property
    def to_repeat(self) -> list[Skill]:
        return [skill for skill in self.skills if skill.state == "again"]

    @property
    def untried(self) -> list[Skill]:
        return [skill for skill in self.skills if skill.state == "untried"]

    @property
    def calm_faults(self) -> int:
        """Faults got out of by the first thing done."""
        return sum(fault.recovered and fault.tries == 1 for fault in self.faults)


def report_of(work: Work) -> Report:
    practised = _practised(work)
    asked = [each for screen in practised for each in _asked(work, screen)]
    again = tuple(_again(work, screen, each) for screen, each in asked if _open(work, screen, each))
    refused = [(screen, each) for screen, each in asked if each.id in work.visits[screen].refused_fields]
    not_at_once = {*((again.screen, again.field) for again in again), *((screen, each.id) for screen, each in refused)}
    return Report(
        alone_screens=sum(_is_alone(work.visits[screen]) for screen in practised),
        total_screens=len(work.standing.path),
        right_at_once=len(asked) - len(not_at_once),
        asked_fields=len(asked),
        again=again,
        mended=sum(not _open(work, screen, each) for screen, each in refused),
        helps=sum(visit.helps for visit in work.visits.values()),
        deepest_help=max((level for visit in work.visits.values() for level in visit.help_levels.values()), default=0),
        shown_answers=sum(each.shown for each in again),
        skills=tuple(_skills(work, practised, again)),
        faults=faults_met(work),
        minutes=minutes(sum(work.visits[screen].seconds for screen in practised)),
    )


def verdict_of(work: Work) -> exam.Verdict | None:
    """Whether an exam was passed, by the rule stated before it; None in every other mode."""
    if work.attempt.mode != Mode.UJIAN:
        return None
    practised = _practised(work)
    asked = [each for screen in practised for each in _asked(work, screen)]
    return exam.verdict(
        work.flow.exam,
        mistakes=sum(each.id in work.visits[screen].refused_fields for screen, each in asked),
        faults_open=len(work.attempt.planned_faults) - sum(bool(v.recovered_at) for v in work.fault_visits.values()),
        wrong_ways=sum(len(visit.wrong) for visit in work.fault_visits.values()),
        alone=len(practised) == len(work.standing.path)
        and not any(each.id in work.visits[screen].shown_answers for screen, each in asked),
    )


def minutes(seconds: float) -> int:
    """Whole minutes, at least one."""
    return max(1, round(seconds / 60))


def _is_alone(visit: Visit) -> bool:
    return not visit.solved and not visit.shown_answers


def _practised(work: Work) -> list[str]:
    return [screen for screen in work.standing.path if screen in work.visits and work.visits[screen].practised]


def _asked(work: Work, screen_id: str) -> list[tuple[str, Field]]:
    """The fields of a screen that counted on this way through, each with its screen."""
    fields = work.flow.screen(screen_id).typed_fields
    return [(screen_id, each) for each in fields if holds(each.when, work.answers)]


def _open(work: Work, screen: str, each: Field) -> bool:
    """Whether the field was refused or shown, and not done alone since."""
    visit = work.visits[screen]
    return each.id in visit.mistakes or each.id in visit.shown_answers


def _again(work: Work, screen_id: str, each: Field) -> Again:
    visit, screen = work.visits[screen_id], work.flow.screen(screen_id)
    says, do = _sentences(work, each, visit.mistakes.get(each.id, ""))
    return Again(
        field=each.id,
        label=each.label,
        screen=screen_id,
        screen_title=screen.title,
        says=says,
        do=do,
        hint=each.hint,
        shown=each.id in visit.shown_answers,
        url=f"{reverse('sandbox:screen', args=[work.attempt.id, screen_id])}?ulang#{each.id}",
    )


def _sentences(work: Work, each: Field, code: str) -> tuple[str, str]:
    """The two sentences of a problem code, in general words: nothing that was typed is kept to show again."""
    if not code:
        return "", ""
    text = work.flow.text(code, each)
    fill = {"{label}": each.label, "{example}": each.example}
    says, do = text.says, text.do
    for name, value in fill.items():
        says, do = says.replace(name, value), do.replace(name, value)
    return says, do


def _skills(work: Work, practised: Iterable[str], again: Iterable[Again]) -> Iterator[Skill]:
    tried = set(practised)
    to_repeat = dict.fromkeys(each.screen for each in again)
    for stage in work.flow.stages:
        screens = [each for each in work.standing.path if work.flow.screen(each).stage == stage.id]
        if not screens:
            continue
        repeat = tuple(work.flow.screen(each).title for each in screens if each in to_repeat)
        state = "again" if repeat else "able" if tried.intersection(screens) else "untried"
        yield Skill(stage.title, state, repeat)
