from datetime import date, timedelta

from learning.domain.counting.figures import Fates
from learning.domain.counting.trends import Week, trend_of
from learning.domain.method.stuck import scanned_figures
from tests.learning.factories import NOON, make_definition, walk

WEDNESDAY = NOON + timedelta(days=3)  # NOON is a Sunday
AS_OF = NOON + timedelta(days=30)


def weeks_of(traces, step="dua"):
    definition = make_definition(version="2", versions=[("2", WEDNESDAY, ["dua"])])
    return trend_of(scanned_figures(definition, traces, as_of=AS_OF), step)


def test_weeks_begin_on_monday_and_an_edited_week_comes_twice():
    traces = [
        *walk("ani", "satu", "dua", at=NOON),
        *walk("budi", "satu", stops_at="dua", at=NOON + timedelta(days=1)),
        *walk("citra", "satu", "dua", at=NOON + timedelta(days=4), version="2"),
        *walk("dedi", "satu", "dua", at=NOON + timedelta(days=9), version="2", errors=("dua",)),
    ]

    assert weeks_of(traces) == [
        Week(date(2026, 2, 23), 0, Fates(1, 1, 0, 0), begins=False),
        Week(date(2026, 3, 2), 0, Fates(1, 0, 0, 0), begins=False),
        Week(date(2026, 3, 2), 1, Fates(1, 1, 0, 0), begins=True),
        Week(date(2026, 3, 9), 1, Fates(1, 1, 0, 1), begins=False),
    ]


def test_the_mark_of_an_edit_stands_where_it_came_out_not_where_a_clock_was_wrong():
    traces = [
        *walk("ani", "satu", "dua", at=NOON - timedelta(days=4000), version="2"),
        *walk("budi", "satu", "dua", at=NOON + timedelta(days=9), version="2"),
    ]

    assert [week.begins for week in weeks_of(traces)] == [False, True]


def test_a_step_that_was_never_edited_has_no_mark():
    assert [week.begins for week in weeks_of(walk("ani", "satu", "dua"), step="satu")] == [False]


def test_an_unknown_step_has_no_weeks():
    assert weeks_of(walk("ani", "satu", "dua"), step="lain") == []
