"""Practice attempts: begin one, submit a screen, have it filled in. Each is one transaction that ends in signals."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from sandbox import accepting, catalogue, disturbances
from sandbox.domain.faults import NO_FAULTS, planned
from sandbox.domain.practice import Practice
from sandbox.domain.screens import Checked, check_screen
from sandbox.domain.solving import right_raw, solve_until
from sandbox.facts import DatabaseFacts
from sandbox.models import Attempt, FaultVisit, FlowVersion, Mode, Visit
from sandbox.models.attempts import AttemptQuerySet
from sandbox.paths import right_path
from sandbox.signals import attempt_started
from sandbox.work import Work, open_work

# Signs of a seed: read out in a class, none of them may be taken for another.
SEED_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
SEED_LENGTH = 6


@transaction.atomic
def start(
    learner: UUID,
    version: FlowVersion,
    *,
    persona: str,
    mode: str = Mode.LATIHAN,
    screen: str = "",
    faults: str = "",
    seed: str = "",
) -> Attempt:
    """Begin an attempt, at `screen` with everything before it filled in when one is named.

    `faults` is one of domain.faults.FAULT_CHOICES; who begins at a later screen meets none unless they were asked
    for. `seed` replays the faults and codes of another attempt. An attempt of the same kind that was begun and not
    touched yet is taken up again: pressing the button twice begins nothing twice. Raises KeyError for a persona or
    screen the flow does not have.
    """
    flow = catalogue.flow_of(version)
    flow.persona(persona)
    begin_at = "" if screen in ("", flow.screens[0].id) else flow.screen(screen).id
    choice = faults or (NO_FAULTS if begin_at else "")
    untouched = _untouched(learner, version, persona, mode, begin_at).filter(fault_choice=choice)
    if same := (untouched.filter(seed=seed) if seed else untouched).first():
        return same
    attempt = _begin(
        Attempt(
            learner=learner,
            flow_version=version,
            persona=persona,
            mode=mode,
            seed=seed or "".join(secrets.choice(SEED_SIGNS) for _ in range(SEED_LENGTH)),
            fault_choice=choice,
            began_at_screen=begin_at,
        )
    )
    if begin_at:
        _fill_in(attempt, until=begin_at)
    attempt_started.send(Attempt, attempt=attempt, screen=begin_at or flow.screens[0].id)
    disturbances.strike(open_work(attempt))
    return attempt


@transaction.atomic
def restart(attempt: Attempt) -> Attempt:
    """The same practice from the beginning: in the newest version that has the persona, with other faults."""
    version = catalogue.newest_version(attempt.flow_id)
    if version is None or attempt.flow_version.trial:
        version = attempt.flow_version
    modes = {persona.id: persona.modes for persona in catalogue.flow_of(version).personas}
    if attempt.mode not in modes.get(attempt.persona, ()):
        version = attempt.flow_version
    choice = "" if attempt.began_at_screen else attempt.fault_choice
    return start(attempt.learner, version, persona=attempt.persona, mode=attempt.mode, faults=choice)


@dataclass(frozen=True)
class Submitted:
    """What became of a posted screen. `checked` is None for a screen that is not on the learner's path (yet)."""

    after: Work
    checked: Checked | None
    mended: bool = False  # an earlier screen now holds other values than before


@transaction.atomic
def submit(attempt: Attempt, screen: str, raw: Mapping[str, str], *, afresh: bool = False) -> Submitted:
    """Judge a posted screen; store its values when every field is accepted. Nothing refused is stored.

    While a fault stands in the way nothing is judged, nor after the end of an exam. `afresh`: an earlier screen that
    was emptied and done again.
    In `tonton` the right values are taken, whatever was posted.
    """
    work = open_work(accepting.locked(attempt))
    if work.fault is not None or not work.standing.reached(screen) or _is_judged(work.attempt):
        return Submitted(work, None)
    shown = work.flow.screen(screen)
    if work.attempt.mode == Mode.TONTON:
        raw = right_raw(work.persona, shown, seed=work.attempt.seed)
    return _judged(work, accepting.visit_of(work, screen), check_screen(shown, raw, work.practice), afresh=afresh)


@transaction.atomic
def solve(attempt: Attempt, screen: str) -> Submitted:
    """Fill in a screen for the learner, as the card says; it counts as not done alone. Not in an exam."""
    work = open_work(accepting.locked(attempt))
    if work.fault is not None or work.attempt.mode == Mode.UJIAN or not work.standing.reached(screen):
        return Submitted(work, None)
    shown, visit = work.flow.screen(screen), accepting.visit_of(work, screen)
    visit.solved = True
    visit.shown_answers = [field.id for field in shown.typed_fields]
    raw = right_raw(work.persona, shown, seed=work.attempt.seed)
    return _judged(work, visit, check_screen(shown, raw, work.practice), afresh=False)


def _is_judged(attempt: Attempt) -> bool:
    """The verdict of an exam stays as it was at its end."""
    return attempt.mode == Mode.UJIAN and attempt.finished_at is not None


def _judged(work: Work, visit: Visit, checked: Checked, *, afresh: bool) -> Submitted:
    mended = checked.accepted and visit.values not in (None, checked.values)
    accepting.count_time(work.attempt, visit)
    if not checked.accepted:
        return Submitted(accepting.refuse(work, visit, checked), checked)
    return Submitted(accepting.accept(work, visit, checked, afresh=afresh), checked, mended)


def _begin(attempt: Attempt) -> Attempt:
    """Draw the faults from the seed, and store."""
    path = right_path(attempt.flow_version, attempt.persona)
    attempt.planned_faults = planned(
        catalogue.flow_of(attempt.flow_version),
        path=_from(path, attempt.began_at_screen),
        mode=attempt.mode,
        seed=attempt.seed,
        choice=attempt.fault_choice,
    )
    attempt.started_at = attempt.last_activity_at = timezone.now()
    attempt.save()
    return attempt


def _untouched(learner: UUID, version: FlowVersion, persona: str, mode: str, begin_at: str) -> AttemptQuerySet:
    same = (
        Attempt.objects.of_learner(learner)
        .unfinished()
        .filter(flow_version=version, persona=persona, mode=mode, began_at_screen=begin_at)
    )
    in_a_fault = Q(recovered_at__isnull=False) | Q(waits__gt=0) | Q(hints__gt=0) | ~Q(wrong=[])
    tried = FaultVisit.objects.filter(in_a_fault, attempt=OuterRef("pk"))
    return same.exclude(visits__practised=True).exclude(Exists(tried)).with_version()


def _from(path: tuple[str, ...], begin_at: str) -> tuple[str, ...]:
    return path[path.index(begin_at) :] if begin_at in path else path


def _fill_in(attempt: Attempt, *, until: str) -> None:
    flow = catalogue.flow_of(attempt.flow_version)
    practice = Practice(flow, flow.persona(attempt.persona), attempt.seed, timezone.localdate(), DatabaseFacts(), {})
    answers = solve_until(practice, until)
    Visit.objects.bulk_create(
        Visit(attempt=attempt, screen=screen, values=values, practised=False) for screen, values in answers.items()
    )
