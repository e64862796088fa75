"""Help that a learner asks for: level by level for one field, or the hints of a whole screen."""

from django.db import transaction

from sandbox import accepting
from sandbox.domain.coaching import ANSWER, HINT
from sandbox.domain.document import Field
from sandbox.models import Attempt, Mode
from sandbox.signals import help_asked
from sandbox.work import Work, open_work


@transaction.atomic
def ask(attempt: Attempt, screen: str, field: str = "") -> Work:
    """One level more for `field`, or at least the hint of every field of the screen; never in an exam."""
    work = open_work(accepting.locked(attempt))
    shown = work.flow.screen(screen)
    asked = [each for each in shown.typed_fields if field in ("", each.id)]
    stopped = work.attempt.mode == Mode.UJIAN or work.fault is not None
    if stopped or not work.standing.reached(screen) or not asked:
        return work
    visit = accepting.visit_of(work, screen)
    accepting.count_time(work.attempt, visit)
    for each in asked:
        visit.open_help[each.id] = (
            _next_level(work, visit.open_help, each) if field else visit.open_help.get(each.id, HINT)
        )
        visit.help_levels[each.id] = max(visit.help_levels.get(each.id, 0), visit.open_help[each.id])
    visit.helps += 1
    visit.save()
    work.attempt.save(update_fields=["last_activity_at"])
    level = visit.open_help[field] if field else HINT
    help_asked.send(Attempt, attempt=work.attempt, screen=screen, field=field, level=level)
    return work.with_visits(visit)


def _next_level(work: Work, open_help: dict[str, int], field: Field) -> int:
    """In `tuntun` the hint stands at each field already, so asking begins with the next level."""
    least = HINT if work.attempt.mode == Mode.TUNTUN else 0
    return min(max(open_help.get(field.id, 0), least) + 1, ANSWER)
