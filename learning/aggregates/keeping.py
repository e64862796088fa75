"""One person's place in what is kept: who contributes what (PersonSum), and who is at a step still (OpenStay)."""

from collections.abc import Iterable, Mapping, Sequence

from learning.aggregates.counting import Counted
from learning.aggregates.ledger import Ledger
from learning.domain.counting.census import open_stay
from learning.domain.counting.contributions import Contribution
from learning.domain.counting.step_counts import day_of
from learning.domain.counting.sum_documents import contribution_text, read_contribution
from learning.models import OpenStay, PersonSum

_KEPT = [
    "first_at", "last_at", "started", "finished", "mode", "company", "group", "device", "persona", "next_at",
    "unlisted", "payload", "base",
]  # fmt: skip


def rows_of(activity: str, learners: Iterable[str]) -> dict[str, PersonSum]:
    rows = PersonSum.objects.filter(activity=activity, learner__in=list(learners))
    return {row.learner: row for row in rows}


class Replacement:
    """What these people contribute now in place of `before`: worked out when it is made, kept by `write`."""

    def __init__(self, activity: str, people: Sequence[Counted], before: Mapping[str, PersonSum]) -> None:
        self._activity = activity
        fresh = [(person, _row(activity, person)) for person in people]
        moved = [(person, row) for person, row in fresh if _differs(before.get(person.learner), row)]
        self._rows = [row for _, row in moved]
        self._people = {person.learner: person.contribution for person, _ in moved}
        changes = [(_read(before.get(person.learner)), person.contribution) for person, _ in moved]
        self._ledger = Ledger(activity, changes)

    def write(self) -> None:
        """Inside a transaction that holds the lock."""
        if self._rows:
            self._ledger.write()
            _write_rows(self._activity, self._rows)
            _write_open_stays(self._activity, self._people)


def contribution_in(row: PersonSum) -> Contribution | None:
    return read_contribution(row.payload) if row.payload else None


def _read(row: PersonSum | None) -> Contribution | None:
    return None if row is None else contribution_in(row)


def _row(activity: str, person: Counted) -> PersonSum:
    row = PersonSum(
        activity=activity,
        learner=person.learner,
        next_at=person.next_at,
        unlisted=person.unlisted,
        base=person.base,
    )
    found = person.contribution
    if found is not None:
        row.first_at, row.last_at = found.first_at, found.last_at
        row.started, row.finished = found.started, found.finished
        who = found.context
        row.mode, row.company, row.group, row.device, row.persona = who[:5]
        row.payload = contribution_text(found)
    return row


def _differs(before: PersonSum | None, after: PersonSum) -> bool:
    if before is None:
        return _says_something(after)
    return any(getattr(before, name) != getattr(after, name) for name in ("payload", "next_at", "unlisted", "base"))


def _says_something(row: PersonSum) -> bool:
    return bool(row.payload or row.base or row.next_at is not None)


def _write_rows(activity: str, rows: list[PersonSum]) -> None:
    gone = [row.learner for row in rows if not _says_something(row)]
    if gone:
        PersonSum.objects.filter(activity=activity, learner__in=gone).delete()
    PersonSum.objects.bulk_create(
        [row for row in rows if _says_something(row)],
        update_conflicts=True,
        unique_fields=["learner", "activity"],
        update_fields=_KEPT,
    )


def _write_open_stays(activity: str, people: Mapping[str, Contribution | None]) -> None:
    OpenStay.objects.filter(activity=activity, learner__in=list(people)).delete()
    OpenStay.objects.bulk_create(
        row
        for learner, person in people.items()
        if person is not None
        for row in _open_stays(activity, learner, person)
    )


def _open_stays(activity: str, learner: str, person: Contribution) -> Iterable[OpenStay]:
    who = person.context
    for mark, stay in person.stays:
        if stay.completed:
            continue
        found = open_stay(stay, silent_since=person.last_at)
        yield OpenStay(
            activity=activity,
            learner=learner,
            step=found.step,
            edition=mark,
            silent_since=found.silent_since,
            first_day=found.first_day,
            erring=found.erring,
            asking=found.asking,
            trapped=found.trapped,
            group=found.group,
            cell=found.cell,
            bad_net=found.bad_net,
            signs=found.signs,
            mode=who.mode,
            company=who.company,
            device=who.device,
            persona=who.persona,
            came=day_of(person.first_at),
        )
