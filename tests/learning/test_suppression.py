from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from learning.domain.suppression import groups_shown, suppress

HIDDEN = None


def test_numbers_of_five_and_more_and_zeros_are_shown():
    shown = suppress([[96, 5, 0], [72, 22, 0]])

    assert shown.cells == ((96, 5, 0), (72, 22, 0))
    assert (shown.across, shown.down, shown.total) == ((101, 94), (168, 27, 0), 195)


def test_a_small_number_takes_the_smallest_other_of_its_row_along():
    shown = suppress([[96, 4, 30], [72, 22, 9]], down=False)

    assert shown.cells == ((96, HIDDEN, HIDDEN), (72, 22, 9))
    assert shown.across == (130, 103)


def test_two_small_numbers_that_are_together_fewer_than_five_take_a_third_along():
    shown = suppress([[96, 3, 1]], down=False)

    assert shown.cells == ((HIDDEN, HIDDEN, HIDDEN),)
    assert shown.across == (100,)


def test_with_sums_both_ways_a_rectangle_is_hidden():
    shown = suppress([[20, 1, 30], [40, 50, 60]])

    assert shown.cells == ((HIDDEN, HIDDEN, 30), (HIDDEN, HIDDEN, 60))
    assert (shown.across, shown.down, shown.total) == ((51, 150), (60, 51, 90), 201)


def test_without_sums_only_the_small_number_itself_is_hidden():
    shown = suppress([[20, 1], [40, 50]], across=False, down=False)

    assert shown.cells == ((20, HIDDEN), (40, 50))
    assert (shown.across, shown.down, shown.total) == ((HIDDEN, HIDDEN), (HIDDEN, HIDDEN), None)


def test_a_small_sum_is_hidden_as_well():
    shown = suppress([[1, 0], [30, 40]], down=False)

    assert shown.cells == ((HIDDEN, 0), (30, 40))
    assert shown.across == (HIDDEN, 70)


def test_a_table_without_rows_or_columns_stays_empty():
    assert suppress([]).cells == ()
    assert suppress([[], []]).cells == ((), ())


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ({"phone": 90, "tablet": 3, "desktop": 20}, {"phone"}),
        ({"phone": 90, "tablet": 0, "desktop": 20}, {"phone", "tablet", "desktop"}),
        ({"phone": 4}, set()),
        ({"phone": 6}, {"phone"}),
        ({"phone": 3, "tablet": 3, "desktop": 20}, {"desktop"}),
        ({}, set()),
    ],
)
def test_a_small_group_is_not_left_over_by_the_others(people, shown):
    assert groups_shown(people) == shown


TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=1, max_size=5)
)


@settings(max_examples=150, deadline=None)
@given(cells=TABLES, across=st.booleans(), down=st.booleans())
def test_every_value_below_five_stays_possible_for_every_small_number(cells, across, down):
    reader = Reader(suppress(cells, across=across, down=down))

    for i, row in enumerate(cells):
        for j, people in enumerate(row):
            if 0 < people < 5:
                lowest, highest = reader.range_of(i, j)
                assert lowest <= 1
                assert highest >= 4


@settings(max_examples=150, deadline=None)
@given(cells=TABLES, across=st.booleans(), down=st.booleans())
def test_no_hidden_number_follows_from_the_shown_ones(cells, across, down):
    """Neither those that were hidden only to protect others, nor a hidden sum."""
    shown = suppress(cells, across=across, down=down)
    reader = Reader(shown)
    everywhere = [(i, j) for i, row in enumerate(shown.cells) for j, told in enumerate(row) if told is None]
    everywhere += [(i, None) for i, told in enumerate(shown.across) if told is None and across]
    everywhere += [(None, j) for j, told in enumerate(shown.down) if told is None and down]

    for place in everywhere:
        lowest, highest = reader.range_of(*place)
        assert highest - lowest >= 1


@given(cells=TABLES)
def test_what_is_shown_is_true_and_no_small_number_is_among_it(cells):
    shown = suppress(cells)
    told = [*chain(*shown.cells), *shown.across, *shown.down, shown.total]
    true = [*chain(*cells), *map(sum, cells), *map(sum, zip(*cells, strict=True)), sum(map(sum, cells))]

    assert all(number in (None, people) for number, people in zip(told, true, strict=True))
    assert not any(number in (1, 2, 3, 4) for number in told)


class Reader:
    """Somebody who knows what is shown, that lines add up and that zeros are never hidden, and asks what may be so.

    The constraints of such a table are totally unimodular: the ends of each range are whole numbers by themselves.
    """

    def __init__(self, shown):
        self.width = len(shown.cells[0])
        told = [number for row in shown.cells for number in row]
        self.bounds = [(1, 100) if number is None else (number, number) for number in told]
        sums = [(self.line(i, None), told) for i, told in enumerate(shown.across)]
        sums += [(self.line(None, j), told) for j, told in enumerate(shown.down)]
        sums.append((np.ones(len(told)), shown.total))
        self.known = [(line, told) for line, told in sums if told is not None]

    def line(self, i, j):
        """1 for each cell of a row, of a column, or for one cell."""
        places = divmod(np.arange(len(self.bounds)), self.width)
        return np.logical_and(i is None or places[0] == i, j is None or places[1] == j).astype(float)

    def range_of(self, i, j):
        aim = self.line(i, j)
        equal = (
            {"A_eq": [line for line, _ in self.known], "b_eq": [told for _, told in self.known]} if self.known else {}
        )
        lowest, highest = (linprog(sign * aim, bounds=self.bounds, **equal) for sign in (1, -1))
        return round(lowest.fun), round(-highest.fun)
