"""How many people have which value of each filter, while the other filters stay as they were chosen."""

from dataclasses import dataclass, replace

from learning.report_page.choices import Choices, People
from learning.stuck_report import Filters, filter_values


@dataclass(frozen=True, slots=True)
class Counted:
    """`people`: by filter and value; `chosen`: those whom the choices leave; `everyone`: the same on all days."""

    people: People
    chosen: int
    everyone: int


def counted_people(activity: str, choices: Choices) -> Counted:
    chosen = choices.filters
    found = filter_values(activity, filters=chosen)
    groups = _with_nobody(found["group"], _all(activity, replace(chosen, group="")))
    everyone = _all(activity, replace(chosen, first=None, last=None))
    return Counted({**found, "group": groups}, found[""][""], everyone)


def _all(activity: str, filters: Filters) -> int:
    return filter_values(activity, filters=filters)[""][""]


def _with_nobody(groups: dict[str, int], people: int) -> dict[str, int]:
    """Who was in no class is a group too, if not one to choose: it keeps small classes from being worked out."""
    rest = people - sum(groups.values())
    return {**groups, "": rest} if rest > 0 else groups
