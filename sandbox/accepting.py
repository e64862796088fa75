"""What an accepted or refused screen changes: its visit, the attempt, what the portal works out, who is told."""

from django.utils import timezone

from sandbox import disturbances, telling
from sandbox.domain.coaching import ANSWER
from sandbox.domain.screens import Checked, derived_values
from sandbox.models import Attempt, Visit
from sandbox.signals import screen_refused
from sandbox.work import Work

# Who sends nothing for longer than this was away; the pause does not count as active time.
AWAY_SECONDS = 300


def locked(attempt: Attempt) -> Attempt:
    """The row as it is now, held until the transaction ends: two tabs take turns."""
    return Attempt.objects.select_for_update(of=("self",)).with_version().get(pk=attempt.pk)


def visit_of(work: Work, screen: str) -> Visit:
    return work.visits.get(screen) or Visit(attempt=work.attempt, screen=screen)


def count_time(attempt: Attempt, visit: Visit) -> None:
    now = timezone.now()
    visit.seconds += min(max((now - attempt.last_activity_at).total_seconds(), 0), AWAY_SECONDS)
    attempt.last_activity_at = now


def accept(work: Work, visit: Visit, checked: Checked, *, afresh: bool) -> Work:
    attempt, first_time = work.attempt, visit.values is None or not visit.practised
    changed = visit.values not in (None, checked.values)
    visit.values, visit.practised = checked.values, True
    _settle_help(visit, afresh=afresh)
    after = work.with_visits(visit)
    visit.untold = first_time and telling.holds_back(after, visit)
    visit.save()
    if changed:
        after = _worked_out_anew(after)
    attempt.save(update_fields=["last_activity_at"])
    if not visit.untold:
        telling.accepted(after, visit, first_time=first_time)
    return disturbances.go_on(after)


def refuse(work: Work, visit: Visit, checked: Checked) -> Work:
    # A box left empty by pressing too early is no mistake to practise again.
    mistaken = {problem.field: problem.code for problem in checked.problems if problem.code != "required"}
    visit.refused_fields = list(dict.fromkeys([*visit.refused_fields, *mistaken]))
    visit.mistakes = {**visit.mistakes, **mistaken}
    visit.refusals += 1
    visit.save()
    work.attempt.save(update_fields=["last_activity_at"])
    problems = [(problem.field, problem.code) for problem in checked.problems]
    screen_refused.send(Attempt, attempt=work.attempt, screen=visit.screen, problems=problems)
    return work.with_visits(visit)


def _settle_help(visit: Visit, *, afresh: bool) -> None:
    """Whose answer was shown was not done alone, until the screen is emptied and done again without it."""
    shown = [field for field, level in visit.open_help.items() if level == ANSWER]
    if afresh:
        visit.shown_answers, visit.solved, visit.mistakes = shown, False, {}
    else:
        visit.shown_answers = list(dict.fromkeys([*visit.shown_answers, *shown]))
    visit.open_help = {}


def _worked_out_anew(work: Work) -> Work:
    """After a change to an earlier screen: what the portal works out on the accepted screens, from the new answers."""
    for screen in work.standing.path:
        visit = work.visits.get(screen)
        if visit is None or visit.values is None:
            continue
        values = {**visit.values, **derived_values(work.flow.screen(screen), work.practice)}
        if values != visit.values:
            visit.values = values
            visit.save(update_fields=["values"])
            work = work.with_visits(visit)
    return work
