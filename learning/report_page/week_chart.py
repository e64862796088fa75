"""The picture of a step's loss rate week by week, with a mark where the step was edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

from learning.charts import number
from learning.domain.counting.trends import Week
from learning.domain.shown_counts import Count
from learning.domain.suppression import SMALLEST_GROUP, suppress

MOST_WEEKS = 26
WIDTH, HEIGHT = 240, 72
_FEW = SMALLEST_GROUP / 2
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 232, 10, 62


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """A week of one edition as it may be told; `rate` is None where nothing is known, or where it may not be told."""

    first_day: date
    edition: int
    begins: bool
    completed: Count
    lost: Count
    in_progress: Count
    rate: float | None

    @property
    def percent(self) -> int | None:
        return None if self.rate is None else round(self.rate * 100)

    @property
    def height(self) -> float | None:
        """Where it is drawn: few who were lost stand in the middle of what they may be."""
        if self.rate is not None or not self.lost.is_few or self.completed.people is None:
            return self.rate
        return _FEW / (self.completed.people + _FEW)


@dataclass(frozen=True, slots=True)
class Point:
    x: str
    y: str
    title: str
    is_few: bool


@dataclass(frozen=True, slots=True)
class WeekChart:
    """`lines`: a path for each run of weeks of one edition; `marks`: x of the weeks in which an edit came out."""

    points: list[Point]
    lines: str
    marks: list[str]
    top: int  # percent
    first: date
    last: date
    label: str


def shown_weeks(weeks: Sequence[Week]) -> list[ShownWeek]:
    """The weeks of each edition add up to what is told of it elsewhere: what is hidden cannot be worked out from it."""
    found = []
    for edition in sorted({week.edition for week in weeks}):
        found += _shown_edition([week for week in weeks if week.edition == edition])
    return sorted(found, key=lambda week: (week.first_day, week.edition))[-MOST_WEEKS:]


def week_chart(weeks: Sequence[ShownWeek]) -> WeekChart | None:
    """None where there are fewer than two weeks to be told of."""
    told = [week for week in weeks if week.height is not None]
    if len(told) < 2:
        return None
    first, last = min(week.first_day for week in weeks), max(week.first_day for week in weeks)
    top = max(0.1, *(week.height or 0.0 for week in told))

    def x(day: date) -> str:
        return number(_LEFT + (day - first) / max(last - first, timedelta(weeks=1)) * (_RIGHT - _LEFT))

    def y(rate: float) -> str:
        return number(_BOTTOM - rate / top * (_BOTTOM - _TOP))

    points = [Point(x(week.first_day), y(week.height or 0.0), _title(week), week.lost.is_few) for week in told]
    drawn = zip(told, points, strict=True)
    lines, before = "", None
    for week, point in drawn:
        lines += f"{'L' if before == week.edition else 'M'}{point.x} {point.y}"
        before = week.edition
    marks = [x(week.first_day) for week in weeks if week.begins]
    return WeekChart(points, lines, marks, round(top * 100), first, last, _label(told, marks))


def _shown_edition(weeks: Sequence[Week]) -> list[ShownWeek]:
    """Those lost are told in all elsewhere: a week with few of them takes another with it."""
    lost = suppress([[week.fates.lost] for week in weeks], across=False, down=True)
    return [_shown_week(week, told) for week, (told,) in zip(weeks, lost.cells, strict=True)]


def _shown_week(week: Week, lost: int | None) -> ShownWeek:
    fates = week.fates
    completed = Count.of(fates.completed, about=True)
    return ShownWeek(
        first_day=week.first_day,
        edition=week.edition,
        begins=week.begins,
        completed=completed,
        lost=Count(lost, is_few=lost is None and fates.lost < SMALLEST_GROUP),
        in_progress=Count.of(fates.in_progress, about=True),
        rate=fates.loss_rate if lost is not None and completed.is_told else None,
    )


def _title(week: ShownWeek) -> str:
    return f"Minggu {date_format(week.first_day, 'j M')}: {week.lost} berhenti, {week.completed} lewat"


def _label(weeks: Sequence[ShownWeek], marks: Sequence[str]) -> str:
    edits = f" Diubah {len(marks)} kali." if marks else ""
    return f"{_in_words(weeks[0])}; {_in_words(weeks[-1])}.{edits}"


def _in_words(week: ShownWeek) -> str:
    lost = "kurang dari 5 orang berhenti" if week.percent is None else f"{week.percent} persen berhenti"
    return f"Minggu {date_format(week.first_day, 'j F')} {lost}"
