"""Which steps stand out from the others of their activity."""

import math
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.domain.method.findings import LOSS_NORM, PACE_NORM, SHARE_NORM
from learning.domain.method.pooling import levels_standing_out, shares_standing_out


def lost(*counts, norm=LOSS_NORM):
    """How sure it is of each step that it is a problem, from (affected, people)."""
    return [round(standing.sure, 2) for standing in shares_standing_out(counts, norm)]


def test_the_more_people_the_surer_the_same_share():
    sure = [lost((5 * n, 100 * n), (5 * n, 100 * n), (16 * n, 100 * n), (5 * n, 100 * n))[2] for n in (1, 3, 10)]

    assert sure == sorted(sure)
    assert sure[0] < 0.75 < 0.95 < sure[2]


def test_few_people_lean_on_the_other_steps():
    assert lost((3, 8), (0, 8), (0, 8), (0, 8), (0, 8))[0] < 0.85
    assert lost((9, 12), (0, 3), (0, 3))[0] > 0.95


def test_several_bad_steps_among_few_do_not_hide_each_other():
    sure = lost((9, 300), (70, 291), (53, 221), (5, 168), (39, 163))

    assert min(sure[1], sure[2], sure[4]) > 0.9
    assert max(sure[0], sure[3]) < 0.05


def test_where_every_step_loses_many_none_stands_out():
    assert max(lost((60, 300), (48, 240), (38, 192), (31, 154))) < 0.1


def test_a_step_that_nobody_leaves_does_not_make_the_others_look_bad():
    assert max(lost((100, 1000), (99, 900), (80, 801), (0, 721))) < 0.2


def test_what_is_usual_for_a_step_is_told_by_the_others():
    standings = shares_standing_out([(3, 100), (60, 97), (1, 37)], LOSS_NORM)

    assert standings[1].usual == pytest.approx(0.035, abs=0.015)


def test_40_points_more_people_who_err_stand_out_and_15_do_not():
    assert lost((5, 100), (45, 100), (6, 100), (4, 100), norm=SHARE_NORM)[1] > 0.95
    assert lost((5, 100), (20, 100), (6, 100), (4, 100), norm=SHARE_NORM)[1] < 0.5


def test_three_times_the_pace_stands_out_and_half_as_much_again_does_not():
    usual = (0.0, 0.1)
    sure = [levels_standing_out([usual, (math.log(times), 0.1), usual, usual], PACE_NORM)[1].sure for times in (3, 1.5)]

    assert sure[0] > 0.95
    assert sure[1] < 0.1


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(60, 3000)), min_size=1, max_size=8))
def test_nobody_is_surer_than_sure(counts):
    for standing in shares_standing_out(counts, LOSS_NORM):
        assert 0 <= standing.sure <= 1
        assert 0 <= standing.usual <= 1


def test_steps_that_nobody_came_to_are_possible():
    assert lost((0, 0), (0, 0)) == [0.08, 0.08]  # nothing but what was believed before


def test_twenty_four_steps_take_no_time():
    counts = [(30 + step, 3000 - 90 * step) for step in range(24)]
    shares_standing_out(counts, LOSS_NORM)

    began = process_time()
    shares_standing_out(counts, LOSS_NORM)

    assert process_time() - began < 0.1


def test_a_single_step_that_thousands_passed_without_loss_is_sound():
    assert lost((0, 2498)) == [0.0]
