"""What can be chosen in an activity, and how many people each choice would leave."""

from collections import Counter
from collections.abc import Iterable

from django.core.cache import cache
from django.db.models import Count

from learning.aggregates.filters import Filters
from learning.domain.counting.contributions import ActivityCount
from learning.domain.counting.sum_documents import read_sum
from learning.models import ActivitySum, PersonSum

NAMES = ("mode", "company", "device", "persona", "group")
KEPT_SECONDS = 60
Crowd = Counter[tuple[str, ...]]  # people by their values, in the order of NAMES


def filter_values(activity: str, *, filters: Filters | None = None) -> dict[str, dict[str, int]]:
    """By the name of a filter, how many people have which of its values while the other filters stay as they are.

    The value "" is unknown; people without a class are not among the classes. Under "" stands {"": people chosen}.
    """
    chosen = filters or Filters()
    found: dict[str, dict[str, int]] = {}
    for place, name in enumerate(NAMES):
        others = chosen.without(name)
        counts: Counter[str] = Counter()
        for values, people in _crowd(activity, others, with_groups=name == "group" or bool(others.group)).items():
            if _fits(values, others):
                counts[values[place]] += people
        found[name] = dict(sorted(counts.items()))
    found["group"].pop("", None)
    everybody = _crowd(activity, chosen, with_groups=bool(chosen.group))
    return {**found, "": {"": sum(people for values, people in everybody.items() if _fits(values, chosen))}}


def _fits(values: tuple[str, ...], chosen: Filters) -> bool:
    return all(
        not getattr(chosen, name) or getattr(chosen, name) == value for name, value in zip(NAMES, values, strict=True)
    )


def _crowd(activity: str, chosen: Filters, *, with_groups: bool) -> Crowd:
    """The people who came on the chosen days. Without days, who is in no class need not be looked at one by one."""
    key = f"crowd-{activity}-{chosen.first}-{chosen.last}-{with_groups and not chosen.has_days}"
    found = cache.get(key)
    if found is None:
        found = _one_by_one(activity, chosen) if chosen.has_days or with_groups else _by_sums(activity)
        cache.set(key, found, KEPT_SECONDS)
    return found


def _one_by_one(activity: str, chosen: Filters) -> Crowd:
    days = Filters(first=chosen.first, last=chosen.last)
    rows = PersonSum.objects.filter(days.people(), activity=activity).exclude(payload="")
    if not days.has_days:
        rows = rows.exclude(group="")
    return _counter(rows.values_list(*NAMES).annotate(people=Count("id")))


def _by_sums(activity: str) -> Crowd:
    found: Crowd = Counter()
    rows = ActivitySum.objects.filter(activity=activity, sealed=False, view__startswith="who ")
    for view, text in rows.values_list("view", "payload"):
        found[(*view.removeprefix("who ").split("|"), "")] += read_sum(ActivityCount, text).people
    return found


def _counter(rows: Iterable[tuple[object, ...]]) -> Crowd:
    return Counter({tuple(map(str, values)): int(str(people)) for *values, people in rows})
