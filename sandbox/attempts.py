"""Practice attempts: begin one, submit a screen, ask for help. Each changes rows in one transaction, then signals."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sandbox import catalogue
from sandbox.domain.practice import Practice
from sandbox.domain.screens import Checked, check_screen
from sandbox.domain.solving import solve_until
from sandbox.domain.standing import following, standing
from sandbox.facts import DatabaseFacts
from sandbox.models import Attempt, FlowVersion, Mode, Visit
from sandbox.signals import attempt_finished, attempt_started, help_asked, screen_accepted, screen_refused
from sandbox.work import Work, open_work, work_of

# Who sends nothing for longer than this was away; the pause does not count as active time.
AWAY_SECONDS = 300


@transaction.atomic
def start(learner: UUID, version: FlowVersion, *, persona: str, mode: str = Mode.LATIHAN, screen: str = "") -> Attempt:
    """Begin an attempt, at `screen` with everything before it filled in when one is named.

    An attempt of the same kind that was begun and not touched yet is taken up again: pressing the button twice
    begins nothing twice. Raises KeyError for a persona or screen the flow does not have.
    """
    flow = catalogue.flow_of(version)
    person = flow.persona(persona)
    begin_at = "" if screen in ("", flow.screens[0].id) else flow.screen(screen).id
    untouched = _untouched(learner, version, persona, mode, begin_at)
    if untouched is not None:
        return untouched
    now = timezone.now()
    attempt = Attempt.objects.create(
        learner=learner,
        flow_version=version,
        persona=persona,
        mode=mode,
        seed=secrets.token_hex(16),
        began_at_screen=begin_at,
        started_at=now,
        last_activity_at=now,
    )
    if begin_at:
        _fill_in(attempt, Practice(flow, person, attempt.seed, _today(), DatabaseFacts(), {}), until=begin_at)
    attempt_started.send(Attempt, attempt=attempt, screen=begin_at or flow.screens[0].id)
    return attempt


@dataclass(frozen=True)
class Submitted:
    """What became of a posted screen. `checked` is None for a screen that is not on the learner's path (yet)."""

    after: Work
    checked: Checked | None
    mended: bool = False  # an earlier screen now holds other values than before


@transaction.atomic
def submit(attempt: Attempt, screen: str, raw: Mapping[str, str]) -> Submitted:
    """Judge a posted screen; store its values when every field is accepted. Nothing refused is stored."""
    work = open_work(_locked(attempt))
    if not work.standing.reached(screen):
        return Submitted(work, None)
    checked = check_screen(work.flow.screen(screen), raw, work.practice)
    visit = _visit(work, screen)
    mended = checked.accepted and visit.values not in (None, checked.values)
    _count_time(work.attempt, visit)
    if checked.accepted:
        _accept(work, visit, checked)
    else:
        _refuse(work, visit, checked)
    return Submitted(work_of(work.attempt, {**work.visits, screen: visit}), checked, mended)


@transaction.atomic
def ask_help(attempt: Attempt, screen: str) -> None:
    """Remember that the learner asked for the hints of a screen."""
    work = open_work(_locked(attempt))
    visit = _visit(work, screen)
    _count_time(work.attempt, visit)
    visit.helps += 1
    visit.save()
    work.attempt.save(update_fields=["last_activity_at"])
    help_asked.send(Attempt, attempt=work.attempt, screen=screen, field="", level=1)


def _locked(attempt: Attempt) -> Attempt:
    """The row as it is now, held until the transaction ends: two tabs take turns."""
    return Attempt.objects.select_for_update(of=("self",)).select_related("flow_version").get(pk=attempt.pk)


def _untouched(learner: UUID, version: FlowVersion, persona: str, mode: str, begin_at: str) -> Attempt | None:
    same = (
        Attempt.objects.of_learner(learner)
        .unfinished()
        .filter(flow_version=version, persona=persona, mode=mode, began_at_screen=begin_at)
    )
    return same.exclude(visits__practised=True).select_related("flow_version").first()


def _fill_in(attempt: Attempt, practice: Practice, *, until: str) -> None:
    answers = solve_until(practice, until)
    Visit.objects.bulk_create(
        Visit(attempt=attempt, screen=screen, values=values, practised=False) for screen, values in answers.items()
    )


def _visit(work: Work, screen: str) -> Visit:
    return work.visits.get(screen) or Visit(attempt=work.attempt, screen=screen)


def _count_time(attempt: Attempt, visit: Visit) -> None:
    now = timezone.now()
    visit.seconds += min(max((now - attempt.last_activity_at).total_seconds(), 0), AWAY_SECONDS)
    attempt.last_activity_at = now


def _accept(work: Work, visit: Visit, checked: Checked) -> None:
    attempt = work.attempt
    first_time = visit.values is None or not visit.practised
    if first_time or visit.values != checked.values:
        visit.values, visit.practised = checked.values, True
        visit.save()
    answers = {**work.answers, visit.screen: checked.values}
    finished = attempt.finished_at is None and standing(work.flow, answers).finished
    if finished:
        attempt.finished_at = attempt.last_activity_at
    attempt.save(update_fields=["last_activity_at", "finished_at"])
    next_screen = following(work.flow, work.flow.screen(visit.screen), answers)
    screen_accepted.send(
        Attempt,
        attempt=attempt,
        screen=visit.screen,
        next_screen=None if next_screen in answers else next_screen,
        seconds=round(visit.seconds, 1),
        first_time=first_time,
    )
    if finished:
        attempt_finished.send(Attempt, attempt=attempt)


def _refuse(work: Work, visit: Visit, checked: Checked) -> None:
    # A box left empty by pressing too early is no mistake to practise again.
    mistaken = [problem.field for problem in checked.problems if problem.code != "required"]
    visit.refused_fields = list(dict.fromkeys([*visit.refused_fields, *mistaken]))
    visit.save()
    work.attempt.save(update_fields=["last_activity_at"])
    problems = [(problem.field, problem.code) for problem in checked.problems]
    screen_refused.send(Attempt, attempt=work.attempt, screen=visit.screen, problems=problems)


def _today() -> date:
    return timezone.localdate()


@dataclass(frozen=True)
class AttemptSummary:
    """What a list of one's own attempts shows."""

    id: UUID
    flow_id: str
    flow_title: str
    persona_name: str
    mode: str
    done: int  # screens practised; those filled in for the learner do not count
    total: int
    current_title: str
    started_at: datetime
    finished_at: datetime | None
    url: str
    position: int | None  # of the current screen in the flow, from 1
    seconds_left: int


def of_learner(learner: UUID | None) -> list[AttemptSummary]:
    """The learner's attempts, the last touched first."""
    attempts = Attempt.objects.of_learner(learner).select_related("flow_version").prefetch_related("visits")
    return [_summary(open_work(attempt)) for attempt in attempts]


def last_unfinished(learner: UUID | None, *, flow_id: str = "") -> AttemptSummary | None:
    """The unfinished attempt touched last (of one flow, where named); None for who has none."""
    attempt = Attempt.objects.of_learner(learner).unfinished().of_flow(flow_id).with_version().first()
    return None if attempt is None else _summary(open_work(attempt))


def _summary(work: Work) -> AttemptSummary:
    attempt, flow, current = work.attempt, work.flow, work.standing.current
    return AttemptSummary(
        id=attempt.id,
        flow_id=flow.id,
        flow_title=flow.title,
        persona_name=work.persona.name,
        mode=attempt.mode,
        done=sum(not screen.filled_in for screen in work.reached_screens),
        total=len(flow.screens),
        current_title="" if current is None else flow.screen(current).title,
        started_at=attempt.started_at,
        finished_at=attempt.finished_at,
        url=attempt.get_absolute_url(),
        position=None if current is None else [screen.id for screen in flow.screens].index(current) + 1,
        seconds_left=sum(screen.expected_seconds for screen in flow.screens if screen.id not in work.answers),
    )
