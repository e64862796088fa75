"""The pictures of the report's page: edits, weeks, videos."""

from datetime import date, timedelta

from learning.domain.counting.figures import Fates
from learning.domain.counting.trends import Week
from learning.domain.method.rewatch import Rewatch
from learning.report_page.change_chart import change_chart
from learning.report_page.video_chart import video_chart
from learning.report_page.week_chart import MOST_WEEKS, shown_weeks, week_chart

MONDAY = date(2026, 3, 2)


def week(number, *, completed=20, lost=10, in_progress=0, edition=0, begins=False):
    fates = Fates(completed + lost + in_progress, completed, in_progress)
    return Week(MONDAY + timedelta(weeks=number), edition, fates, begins)


def test_before_and_after_are_drawn_from_nobody_to_the_larger_end():
    chart = change_chart(0.4, 0.1, around=((0.3, 0.5), (0.05, 0.2)))

    assert (chart.before.percent, chart.before.y) == (40, "20.8")
    assert (chart.after.percent, chart.after.y) == (10, "53.2")
    assert chart.line == "M48 20.8L102 53.2"
    assert chart.before.whisker == "M48 31.6V10M43 31.6h10M43 10h10"


def test_where_nobody_was_lost_before_or_after_the_picture_stands_on_the_ground():
    chart = change_chart(0.0, 0.0, around=((0.0, 0.0), (0.0, 0.0)))

    assert (chart.before.y, chart.after.y) == ("64", "64")


def test_weeks_stand_as_far_apart_as_they_were():
    weeks = shown_weeks([week(0), week(1, completed=30, lost=10), week(4, completed=10, lost=10)])

    chart = week_chart(weeks)

    assert [point.x for point in chart.points] == ["8", "64", "232"]
    assert [point.y for point in chart.points] == ["27.3", "36", "10"]
    assert chart.lines == "M8 27.3L64 36L232 10"
    assert chart.top == 50


def test_an_edit_breaks_the_line_and_gets_a_mark():
    weeks = shown_weeks([week(0), week(1), week(1, edition=1, begins=True, lost=5), week(2, edition=1, lost=5)])

    chart = week_chart(weeks)

    assert chart.lines.count("M") == 2
    assert chart.marks == ["120"]
    assert chart.label.endswith(" Diubah 1 kali.")


def test_a_week_with_few_lost_takes_another_with_it():
    """All weeks together are told elsewhere: the one alone could be worked out."""
    weeks = shown_weeks([week(0, lost=30), week(1, lost=3), week(2, lost=12)])

    assert [str(one.lost) for one in weeks] == ["30", "kurang dari 5", "tidak ditampilkan"]
    assert [one.percent for one in weeks] == [60, None, None]


def test_few_lost_are_drawn_in_the_middle_of_what_they_may_be():
    chart = week_chart(shown_weeks([week(0, lost=20), week(1, lost=1), week(2, lost=4)]))

    assert [(point.y, point.is_few) for point in chart.points] == [("10", False), ("50.4", True), ("50.4", True)]
    assert chart.label == "Minggu 2 Maret 50 persen berhenti; Minggu 16 Maret kurang dari 5 orang berhenti."


def test_one_week_is_no_curve():
    assert week_chart(shown_weeks([week(0)])) is None
    assert week_chart([]) is None


def test_of_a_long_time_the_last_half_year_is_drawn():
    weeks = shown_weeks([week(number) for number in range(60)])

    assert len(weeks) == MOST_WEEKS
    assert weeks[-1].first_day == MONDAY + timedelta(weeks=59)


def test_seconds_that_few_people_watched_are_left_out():
    chart = video_chart(
        {0: [20, 20], 1: [20, 60], 2: [4, 9]}, [Rewatch(start=5, end=10, people=20, times=60, excess=40)]
    )

    assert [(column.x, column.times_height, column.stands_out) for column in chart.columns] == [
        ("0", "14", False),
        ("150", "42", True),
    ]
    assert chart.end == "0:10"


def test_without_viewers_there_is_no_curve():
    assert video_chart({}, []) is None
    assert video_chart({0: [4, 4]}, []) is None
