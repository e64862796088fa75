"""What is known of one step in one edition of its content, summed over people.

Adding a stay and taking it away are exact inverses, so that sums can be kept up to date while people move on. Nothing
here depends on the moment of the report: whoever did not complete is "open", lost or still at it, which only their
silence tells (`census`).
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from learning.domain.counting.stays import Context, Stay

Key = TypeVar("Key")

# Of each part of the people: entered, completed, met an error.
Part = list[int]
ENTERED, COMPLETED, ERRING = range(3)


def day_of(moment: datetime) -> int:
    """The UTC day as a number (`date.fromordinal` turns it back)."""
    return moment.toordinal()


def cell_of(context: Context) -> str:
    """Those alike in mode, company and device: who came, as far as it changes how hard a step is."""
    return f"{context.mode}|{context.company}|{context.device}"


@dataclass(slots=True)
class StepCount:
    """Numbers of people unless said otherwise.

    `refused`: completed although they met an error; `held`: completed without error but asked for help; `looping`: came
    back more than once; `trapped`: in a fault not got out of. `errors`, `helps`, `faults`: events. `rules` by
    "field|code", `reasons` by code, `levels` by the highest level of help. `seconds`: of all who completed and told;
    `smooth`: of those among them who neither met an error nor asked. Parts of the people: `days` by the day on which
    they came, `groups` by class, `cells` by `cell_of`, `nets` by "bad" and "ok". `seen` by the day of the last sign at
    the step. `open_signs`: `Stay.signs` of who did not complete. `views`: by bin of the video, [viewers, times].
    """

    entered: int = 0
    completed: int = 0
    errors: int = 0
    helps: int = 0
    faults: int = 0
    erring: int = 0
    asking: int = 0
    looping: int = 0
    trapped: int = 0
    tapping: int = 0
    refused: int = 0
    held: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    levels: Counter[int] = field(default_factory=Counter)
    seconds: Counter[float] = field(default_factory=Counter)
    smooth: Counter[float] = field(default_factory=Counter)
    seen: Counter[int] = field(default_factory=Counter)
    open_signs: Counter[str] = field(default_factory=Counter)
    days: dict[int, Part] = field(default_factory=dict)
    groups: dict[str, Part] = field(default_factory=dict)
    cells: dict[str, Part] = field(default_factory=dict)
    nets: dict[str, Part] = field(default_factory=dict)
    views: dict[int, list[int]] = field(default_factory=dict)

    def add(self, stay: Stay, *, times: int = 1) -> None:
        """Count a stay; `times=-1` takes one away that was counted."""
        erring, asking = stay.errors > 0, stay.helps > 0
        self.entered += times
        self.completed += times * stay.completed
        self.errors += times * stay.errors
        self.helps += times * stay.helps
        self.faults += times * stay.faults
        self.erring += times * erring
        self.asking += times * asking
        self.looping += times * (stay.backs > 1)
        self.trapped += times * (stay.unrecovered > 0)
        self.tapping += times * (stay.taps > 0)
        self.refused += times * (stay.completed and erring)
        self.held += times * (stay.completed and asking and not erring)
        self._add_kinds(stay, times)
        self._add_parts(stay, times)

    def _add_kinds(self, stay: Stay, times: int) -> None:
        for field_name, code in stay.rules:
            count_up(self.rules, f"{field_name}|{code}", times)
        for reason in stay.reasons:
            count_up(self.reasons, reason, times)
        if stay.level:
            count_up(self.levels, stay.level, times)
        if stay.seconds is not None:
            count_up(self.seconds, stay.seconds, times)
            if not stay.errors and not stay.helps:
                count_up(self.smooth, stay.seconds, times)
        count_up(self.seen, day_of(stay.last_at), times)
        if not stay.completed:
            count_up(self.open_signs, stay.signs, times)

    def _add_parts(self, stay: Stay, times: int) -> None:
        change = (times, times * stay.completed, times * (stay.errors > 0))
        _add_to(self.days, day_of(stay.first_at), change)
        _add_to(self.cells, cell_of(stay.context), change)
        _add_to(self.nets, "bad" if stay.context.bad_net else "ok", change)
        if stay.context.group:
            _add_to(self.groups, stay.context.group, change)
        for place, played in stay.watched.items():
            _add_to(self.views, place, (times, times * played))


def count_up(counter: Counter[Key], key: Key, times: int) -> None:
    """Count a key so many times more; a key that nobody is left of goes."""
    counter[key] += times
    if not counter[key]:
        del counter[key]


def _add_to(parts: dict[Key, list[int]], key: Key, change: tuple[int, ...]) -> None:
    part = parts.setdefault(key, [0] * len(change))
    for place, number in enumerate(change):
        part[place] += number
    if not part[0]:
        del parts[key]
