"""How an attempt went: the stepper, the practice document, the learner's own report."""

from dataclasses import dataclass

from django.urls import reverse

from sandbox.domain.conditions import holds
from sandbox.domain.deriving import line_text
from sandbox.domain.document import Field, Screen
from sandbox.work import Work


@dataclass(frozen=True)
class StageMark:
    title: str
    state: str  # "done", "now", "later"


@dataclass(frozen=True)
class Again:
    """A field that was refused at least once, with the way back to it."""

    label: str
    screen_title: str
    hint: str
    url: str


@dataclass(frozen=True)
class Result:
    kind: str
    number: str
    lines: list[tuple[str, str]]
    practised_screens: int
    total_screens: int
    right_at_once: int
    practised_fields: int
    minutes: int
    helps: int
    again: list[Again]


def stages(work: Work, screen: Screen) -> list[StageMark]:
    """The portal's stepper, seen from `screen`."""
    ids = [stage.id for stage in work.flow.stages]
    here = ids.index(screen.stage)
    states = ["done" if position < here else "now" if position == here else "later" for position in range(len(ids))]
    return [StageMark(stage.title, state) for stage, state in zip(work.flow.stages, states, strict=True)]


def result_of(work: Work) -> Result:
    practised = [screen for screen in work.standing.path if work.visits[screen].practised]
    fields = [each for screen in practised for each in _asked_fields(work, screen)]
    again = [_again(work, screen, each) for screen, each in fields if each.id in work.visits[screen].refused_fields]
    outcome = work.flow.outcome
    return Result(
        kind=outcome.kind,
        number=f"{outcome.number[:4]} {outcome.number[4:8]} {outcome.number[8:]}",
        lines=[(line.label, line_text(line, work.practice)) for line in outcome.lines],
        practised_screens=len(practised),
        total_screens=len(work.standing.path),
        right_at_once=len(fields) - len(again),
        practised_fields=len(fields),
        minutes=minutes(sum(work.visits[screen].seconds for screen in practised)),
        helps=sum(visit.helps for visit in work.visits.values()),
        again=again,
    )


def _asked_fields(work: Work, screen_id: str) -> list[tuple[str, Field]]:
    """The fields of a screen that counted on this way through, each with its screen."""
    fields = work.flow.screen(screen_id).typed_fields
    return [(screen_id, each) for each in fields if holds(each.when, work.answers)]


def minutes(seconds: float) -> int:
    """Whole minutes, at least one."""
    return max(1, round(seconds / 60))


def _again(work: Work, screen_id: str, each: Field) -> Again:
    url = reverse("sandbox:screen", args=[work.attempt.id, screen_id])
    return Again(each.label, work.flow.screen(screen_id).title, each.hint, f"{url}#{each.id}")
