"""The journey of a business across offices as a page shows it, with the stop at which its reader is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from wagtail.models import Page

from tutorials.models.journey import JourneyStop, Phase
from tutorials.models.steps import GuideStep


@dataclass(frozen=True, slots=True)
class Stop:
    """`url`: root-relative, "" where there is no guide to open. `step_number`: from 1, 0 for a whole guide."""

    row: JourneyStop
    number: int  # from 1
    url: str = ""
    step_number: int = 0
    is_here: bool = False


def rows_beside(path: str) -> "QuerySet[JourneyStop]":
    """The stops of the list of guides in which the guide of this tree path lies."""
    return JourneyStop.objects.filter(page__path=path[: -Page.steplen]).select_related("guide")


def stops(rows: Iterable[JourneyStop]) -> list[Stop]:
    """In the order of the phases, and within each in the order of the editor."""
    ordered = sorted(rows, key=lambda row: Phase.values.index(row.phase) if row.phase in Phase.values else 0)
    places = _places_of_steps(ordered)
    return [_stop(row, number, places) for number, row in enumerate(ordered, 1)]


def with_here(found: Sequence[Stop], guide: int, *, step_number: int) -> list[Stop]:
    """With the reader of this guide, who is about to do this step, at one stop: where several are of the guide, at
    the last whose step is not still ahead."""
    own = [stop for stop in found if stop.row.guide_id == guide and stop.url]
    reached = [stop for stop in own if stop.step_number <= step_number]
    here = reached[-1] if reached else next(iter(own), None)
    return [replace(stop, is_here=stop is here) for stop in found]


def _stop(row: JourneyStop, number: int, places: dict[int, dict[str, int]]) -> Stop:
    if row.guide is None or not row.guide.live:
        return Stop(row, number)
    address = row.guide.path_on_site
    step = places.get(row.guide.pk, {}).get(row.step_key, 0)
    return Stop(row, number, f"{address}langkah/{step}/" if step else address, step)


def _places_of_steps(rows: Iterable[JourneyStop]) -> dict[int, dict[str, int]]:
    """For each guide of which a stop names a step: the number of each of its steps, by key."""
    guides = {row.guide_id for row in rows if row.guide_id and row.step_key}
    numbers: defaultdict[int, dict[str, int]] = defaultdict(dict)
    if guides:
        keys = GuideStep.objects.filter(page__in=guides).order_by("page", "sort_order").values_list("page_id", "key")
        for guide, key in keys:
            numbers[guide][key] = len(numbers[guide]) + 1
    return numbers
