"""Which counts of people pages may tell."""

import pytest

from learning.domain.figures import Fates
from learning.domain.shown_counts import Count, ShownFates, part_told


def shown(completed, lost, in_progress=0):
    fates = ShownFates(Fates(completed + lost + in_progress, completed, in_progress))
    return [str(count) for count in (fates.completed, fates.lost, fates.known, fates.in_progress, fates.entered)]


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ((40, 20), ["40", "20", "60", "0", "60"]),
        ((1240, 0), ["1.240", "0", "1.240", "0", "1.240"]),
        ((58, 2), ["tidak ditampilkan", "kurang dari 5", "60", "0", "60"]),
        ((2, 50), ["kurang dari 5", "tidak ditampilkan", "52", "0", "52"]),
        ((40, 20, 3), ["40", "20", "60", "kurang dari 5", "tidak ditampilkan"]),
        ((40, 20, 7), ["40", "20", "60", "7", "67"]),
        ((0, 0), ["0", "0", "0", "0", "0"]),
    ],
)
def test_nobody_can_work_out_what_one_to_four_people_did(people, told):
    assert shown(*people) == told


def test_of_three_people_nothing_but_that_they_are_few_is_told():
    assert shown(2, 1) == ["kurang dari 5", "kurang dari 5", "kurang dari 5", "0", "kurang dari 5"]


def test_a_rate_is_told_only_with_the_people_behind_it():
    assert ShownFates(Fates(60, 40)).rate == pytest.approx(1 / 3)
    assert ShownFates(Fates(60, 58)).rate is None
    assert ShownFates(Fates(60, 58)).most_rate == pytest.approx(4 / 60)
    assert ShownFates(Fates(60, 40)).most_rate is None
    assert ShownFates(Fates(52, 2)).rate is None


def test_who_all_but_a_few_were_lost_is_called_nearly_all():
    assert ShownFates(Fates(52, 2)).is_nearly_all
    assert not ShownFates(Fates(52, 50)).is_nearly_all
    assert not ShownFates(Fates(52, 0)).is_nearly_all


def test_a_number_that_stands_alone_is_hidden_only_while_small():
    assert [str(Count.of(people)) for people in (0, 1, 4, 5)] == ["0", "kurang dari 5", "kurang dari 5", "5"]


@pytest.mark.parametrize(("part", "told"), [(0, True), (3, False), (30, True), (57, False), (60, True)])
def test_a_part_is_told_only_where_neither_it_nor_the_rest_is_small(part, told):
    assert part_told(part, 60) == told
