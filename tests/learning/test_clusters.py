"""Of how many independent people those who came together are worth."""

import pytest

from learning.domain.method.clusters import Clustered, design_effects
from learning.domain.method.judging import Flag
from tests.learning.test_analysis import crowd_of, step_of


def test_who_comes_alone_counts_fully():
    assert design_effects([Clustered.of(12, 100, [])]) == [1.0]


def test_a_class_that_fails_as_a_whole_says_little_more_than_one_person():
    (effect,) = design_effects([Clustered.of(25, 225, [(20, 20)])])

    assert effect == pytest.approx(14.58, abs=0.01)


def test_classes_whose_people_fail_one_by_one_count_nearly_fully():
    (effect,) = design_effects([Clustered.of(20, 200, [(2, 20)] * 10)])

    assert 1.0 <= effect < 1.8  # 1 where nothing is seen; some likeness is believed in with so few classes


def test_one_class_alone_shows_nothing_and_is_not_trusted():
    (effect,) = design_effects([Clustered.of(12, 25, [(12, 25)])])

    assert effect == pytest.approx(3.0)  # 1 + 24 · 0.1 · 5 / 6


def test_how_alike_classes_are_at_the_other_steps_counts_too():
    torn = Clustered.of(50, 100, [(10, 10)] * 5 + [(0, 10)] * 5)
    even = Clustered.of(10, 100, [(1, 10)] * 10)

    assert design_effects([torn, torn, even])[2] > 9


def test_a_class_whose_network_broke_makes_no_headline_and_as_many_single_people_do():
    alone = crowd_of(80, lost_at="tiga", lost=2)

    together = crowd_of(14, lost_at="tiga", lost=14, name="k", company="class", group="KELAS-1")
    apart = crowd_of(14, lost_at="tiga", lost=14, name="s")

    assert step_of([*alone, *together], "tiga").flag != Flag.STUCK
    assert step_of([*alone, *apart], "tiga").flag == Flag.STUCK
    assert step_of([*alone, *together], "tiga").effective < 20
