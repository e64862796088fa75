"""The sums of one activity while some people's contributions move: read when needed, written back together."""

from collections.abc import Iterable

from django.db import connection

from learning.domain.contributions import ActivityCount, Contribution
from learning.domain.stays import Stay
from learning.domain.step_counts import StepCount, day_of
from learning.domain.sum_documents import read_sum, sum_text
from learning.models import ActivitySum, StepSum

ALL = ""
_LOCK = 7_105_322  # any number, the same everywhere: PostgreSQL's advisory locks are numbers
StepKey = tuple[str, str, str]  # view, step, mark of the edition


def lock() -> None:
    """Wait for whoever is changing sums, until the end of the transaction. SQLite has one writer at any time."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


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
    """`sealed`: the sums over people whose events are gone."""

    def __init__(self, activity: str, *, sealed: bool = False) -> None:
        self._activity = activity
        self._sealed = sealed
        self._people: dict[str, ActivityCount] = {}
        self._steps: dict[StepKey, StepCount] = {}
        self._kept: dict[str, dict[object, str]] = {"people": {}, "steps": {}}

    def read(self, people: Iterable[Contribution | None]) -> None:
        """Read every sum in which one of these people is or will be counted."""
        views = {view for person in people if person is not None for view in views_of(person)}
        rows = {"activity": self._activity, "sealed": self._sealed, "view__in": views}
        for view, text in ActivitySum.objects.filter(**rows).values_list("view", "payload"):
            self._people[view] = read_sum(ActivityCount, text)
            self._kept["people"][view] = text
        found = StepSum.objects.filter(**rows).values_list("view", "step", "edition", "payload")
        for view, step, mark, text in found:
            self._steps[view, step, mark] = read_sum(StepCount, text)
            self._kept["steps"][view, step, mark] = text

    def move(self, before: Contribution | None, after: Contribution | None) -> None:
        """Take away what a person added before, and add what they add now."""
        old = _stays(before)
        new = _stays(after)
        same = before is not None and after is not None and views_of(before) == views_of(after)
        unchanged = {place for place, stay in new.items() if same and old.get(place) == stay}
        for person, stays, times in ((before, old, -1), (after, new, 1)):
            if person is None:
                continue
            for view in views_of(person):
                self._people.setdefault(view, ActivityCount()).add(person, times=times)
                for (mark, step), stay in stays.items():
                    if (mark, step) not in unchanged:
                        self._steps.setdefault((view, step, mark), StepCount()).add(stay, times=times)

    def write(self) -> None:
        """Write what changed; sums over nobody go."""
        people = {view: sum_text(total) if total.people else "" for view, total in self._people.items()}
        steps = {place: sum_text(total) if total.entered else "" for place, total in self._steps.items()}
        changed = [view for view, text in people.items() if text != self._kept["people"].get(view, "")]
        own = {"activity": self._activity, "sealed": self._sealed}
        _replace_activity_sums(own, {view: people[view] for view in changed})
        moved = [place for place, text in steps.items() if text != self._kept["steps"].get(place, "")]
        _replace_step_sums(own, {place: steps[place] for place in moved})


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
