"""The sums of one activity while some people's contributions move: read when needed, written back together."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from django.db import connection
from django.db.models import F

from learning.domain.counting.contributions import ActivityCount, Contribution
from learning.domain.counting.stays import Stay
from learning.domain.counting.step_counts import StepCount, day_of
from learning.domain.counting.sum_documents import read_sum, sum_text
from learning.models import ActivitySum, StepSum, SummedActivity

ALL = ""
_LOCK = 7_105_322  # any number, the same everywhere: PostgreSQL's advisory locks are numbers
VIEWS_AT_ONCE = 8  # whose sums are in memory together
StepKey = tuple[str, str, str]  # view, step, mark of the edition
Change = tuple[Contribution | None, Contribution | None]  # what somebody added before, and adds now
Move = tuple[Contribution, list[tuple[str, Stay]], int]  # a person, their stays that count, +1 or -1
Key = TypeVar("Key")


def lock(*activities: str) -> None:
    """Have the sums for oneself until the end of the transaction, and let whoever worked something out from those of
    these activities know that they change. SQLite has one writer at any time."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    SummedActivity.objects.filter(pk__in=activities).update(revision=F("revision") + 1)


def cell_view(*, mode: str, company: str, device: str, persona: str) -> str:
    """The view of those alike in all of this: any choice among people without a class is a sum of such views."""
    return f"who {mode}|{company}|{device}|{persona}"


def day_view(day: int) -> str:
    """The view of those whose first sign in the activity came on this UTC day (`step_counts.day_of`)."""
    return f"day {day}"


def views_of(person: Contribution) -> tuple[str, str, str]:
    """The views in which a person is counted: everybody, those alike, those of the same day."""
    who = person.context
    cell = cell_view(mode=who.mode, company=who.company, device=who.device, persona=who.persona)
    return ALL, cell, day_view(day_of(person.first_at))


class Ledger:
    """What becomes of the sums of an activity when contributions change: worked out first, written later.

    `sealed`: the sums over people whose events are gone.
    """

    def __init__(self, activity: str, changes: Iterable[Change], *, sealed: bool = False) -> None:
        self._own: dict[str, object] = {"activity": activity, "sealed": sealed}
        self._people: dict[str, str] = {}
        self._steps: dict[StepKey, str] = {}
        moves = _moves_by_view(changes)
        views = sorted(moves)
        for start in range(0, len(views), VIEWS_AT_ONCE):
            self._work_out({view: moves[view] for view in views[start : start + VIEWS_AT_ONCE]})

    def write(self) -> None:
        """Write what changed; sums over nobody go."""
        _replace_activity_sums(self._own, self._people)
        _replace_step_sums(self._own, self._steps)

    def _work_out(self, moves: Mapping[str, Sequence[Move]]) -> None:
        rows = {**self._own, "view__in": list(moves)}
        people_before = dict(ActivitySum.objects.filter(**rows).values_list("view", "payload"))
        found = StepSum.objects.filter(**rows).values_list("view", "step", "edition", "payload")
        steps_before = {(view, step, mark): text for view, step, mark, text in found}
        people = {view: read_sum(ActivityCount, text) for view, text in people_before.items()}
        steps: dict[StepKey, StepCount] = {}
        for view, those in moves.items():
            total = people.setdefault(view, ActivityCount())
            for person, stays, times in those:
                total.add(person, times=times)
                for mark, stay in stays:
                    key = (view, stay.step, mark)
                    if key not in steps:
                        steps[key] = read_sum(StepCount, steps_before.get(key, "{}"))
                    steps[key].add(stay, times=times)
        _note_changed(self._people, people_before, {view: (one.people, one) for view, one in people.items()})
        _note_changed(self._steps, steps_before, {key: (one.entered, one) for key, one in steps.items()})


def _note_changed(
    changed: dict[Key, str], before: Mapping[Key, str], after: Mapping[Key, tuple[int, StepCount | ActivityCount]]
) -> None:
    """The new texts, "" for a sum over nobody, of those that are not as they were."""
    texts = {key: sum_text(total) if people else "" for key, (people, total) in after.items()}
    changed.update({key: text for key, text in texts.items() if text != before.get(key, "")})


def _moves_by_view(changes: Iterable[Change]) -> dict[str, list[Move]]:
    """What is taken away from and added to each view; a stay that is as it was is neither."""
    moves: dict[str, list[Move]] = {}
    for before, after in changes:
        old, new = _stays(before), _stays(after)
        same = before is not None and after is not None and views_of(before) == views_of(after)
        as_it_was = {place for place, stay in new.items() if same and old.get(place) == stay}
        for person, stays, times in ((before, old, -1), (after, new, 1)):
            if person is not None:
                moved = [(mark, stay) for (mark, step), stay in stays.items() if (mark, step) not in as_it_was]
                for view in views_of(person):
                    moves.setdefault(view, []).append((person, moved, times))
    return moves


def _stays(person: Contribution | None) -> dict[tuple[str, str], Stay]:
    return {} if person is None else {(mark, stay.step): stay for mark, stay in person.stays}


def _replace_activity_sums(own: dict[str, object], texts: dict[str, str]) -> None:
    gone = [view for view, text in texts.items() if not text]
    if gone:
        ActivitySum.objects.filter(**own, view__in=gone).delete()
    ActivitySum.objects.bulk_create(
        [ActivitySum(**own, view=view, payload=text) for view, text in texts.items() if text],
        update_conflicts=True,
        unique_fields=["activity", "sealed", "view"],
        update_fields=["payload"],
    )


def _replace_step_sums(own: dict[str, object], texts: dict[StepKey, str]) -> None:
    for (view, step, mark), text in texts.items():
        if not text:
            StepSum.objects.filter(**own, view=view, step=step, edition=mark).delete()
    StepSum.objects.bulk_create(
        [
            StepSum(**own, view=view, step=step, edition=mark, payload=text)
            for (view, step, mark), text in texts.items()
            if text
        ],
        update_conflicts=True,
        unique_fields=["activity", "sealed", "view", "step", "edition"],
        update_fields=["payload"],
    )
