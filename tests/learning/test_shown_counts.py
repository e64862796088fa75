"""Which counts of people pages may tell."""

import pytest

from learning.domain.counting.figures import Fates
from learning.domain.shown_counts import Count, ShownFates, ShownPeople, is_delicate, part_told


def fates(completed, lost, in_progress=0):
    return Fates(completed + lost + in_progress, completed, in_progress)


def told(shown):
    return [str(count) for count in (shown.entered, shown.completed, shown.lost, shown.in_progress)]


def test_larger_numbers_are_told_as_they_are():
    assert told(ShownFates(fates(1240, 20, 7))) == ["1.267", "1.240", "20", "7"]


def test_beside_small_numbers_the_larger_ones_are_told_to_the_nearest_five():
    shown = ShownFates(fates(57, 3), about=True)

    assert told(shown) == ["sekitar 60", "sekitar 55", "kurang dari 5", "0"]


def test_of_chosen_people_those_lost_are_told_to_the_nearest_five_too():
    shown = ShownFates(fates(57, 17), about=True, lost_about=True)

    assert told(shown) == ["sekitar 75", "sekitar 55", "sekitar 15", "0"]


@pytest.mark.parametrize("lost", [1, 2, 3, 4])
@pytest.mark.parametrize("entered", range(50, 60))
def test_rounded_numbers_leave_open_which_of_one_to_four_were_lost(entered, lost):
    """Who completes a step is who comes to the next: two rounded numbers must fit each of the four."""
    came = Count.of(entered, about=True).people
    went_on = Count.of(entered - lost, about=True).people

    fitting = {
        first - second
        for first in range(came - 5, came + 6)
        for second in range(went_on - 5, went_on + 6)
        if Count.of(first, about=True).people == came and Count.of(second, about=True).people == went_on
    }

    assert fitting >= {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("parts", "delicate"),
    [
        ([fates(40, 20), fates(20, 0)], False),
        ([fates(40, 20), fates(17, 3)], True),
        ([fates(3, 20)], True),
        ([fates(40, 20, 2)], True),
        ([], False),
    ],
)
def test_one_small_number_makes_a_whole_table_delicate(parts, delicate):
    assert is_delicate(parts) == delicate


def test_a_rate_is_told_only_where_neither_side_of_it_is_small():
    assert ShownFates(fates(40, 20)).rate == pytest.approx(1 / 3)
    assert ShownFates(fates(58, 2)).rate is None
    assert ShownFates(fates(2, 58)).rate is None
    assert ShownFates(fates(58, 2)).most_rate == pytest.approx(4 / 60)
    assert ShownFates(fates(40, 20)).most_rate is None


def test_who_began_is_rounded_where_few_finished_or_left():
    assert str(ShownPeople(63, 40, 20).began) == "sekitar 65"
    assert str(ShownPeople(63, 40, 0).began) == "63"
    assert str(ShownPeople(63, 2, 30).finished) == "kurang dari 5"


def test_a_number_that_stands_alone_is_hidden_only_while_small():
    assert [str(Count.of(people)) for people in (0, 1, 4, 5)] == ["0", "kurang dari 5", "kurang dari 5", "5"]


@pytest.mark.parametrize(("part", "shown"), [(0, True), (3, False), (30, True), (57, False), (60, True)])
def test_a_part_is_told_only_where_neither_it_nor_the_rest_is_small(part, shown):
    assert part_told(part, 60) == shown
