"""How an attempt went: the stepper, the practice document, the learner's own report."""

from dataclasses import dataclass

from django.urls import reverse

from sandbox.attempts import Work
from sandbox.domain.deriving import line_text
from sandbox.domain.document import Screen


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
    practised = [visit for visit in work.visits.values() if visit.practised and visit.values is not None]
    again = _again(work)
    fields = sum(len(work.flow.screen(visit.screen).typed_fields) for visit in practised)
    outcome = work.flow.outcome
    return Result(
        kind=outcome.kind,
        number=f"{outcome.number[:4]} {outcome.number[4:8]} {outcome.number[8:]}",
        lines=[(line.label, line_text(line, work.practice)) for line in outcome.lines],
        practised_screens=len(practised),
        total_screens=len(work.standing.path),
        right_at_once=fields - len(again),
        practised_fields=fields,
        minutes=minutes(sum(visit.seconds for visit in practised)),
        helps=sum(visit.helps for visit in work.visits.values()),
        again=again,
    )


def minutes(seconds: float) -> int:
    """Whole minutes, at least one."""
    return max(1, round(seconds / 60))


def _again(work: Work) -> list[Again]:
    found = []
    for screen_id in work.standing.path:
        visit = work.visits[screen_id]
        screen = work.flow.screen(screen_id)
        url = reverse("sandbox:screen", args=[work.attempt.id, screen_id])
        found += [
            Again(each.label, screen.title, each.hint, f"{url}#{each.id}")
            for each in screen.typed_fields
            if each.id in visit.refused_fields
        ]
    return found
