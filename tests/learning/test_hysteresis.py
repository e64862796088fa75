"""When a stuck step is worth a letter or a to-do."""

from datetime import UTC, datetime, timedelta

from learning.domain.advice.hysteresis import Watch

MONDAY = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)


def watched(*looks):
    """`looks`: (days after Monday, stuck?)."""
    watch = Watch()
    for days, stuck in looks:
        watch = watch.after(stuck=stuck, at=MONDAY + timedelta(days=days))
    return watch


def test_one_look_makes_nothing_certain():
    assert watched((0, True)) == Watch(stuck_since=MONDAY)


def test_two_looks_on_the_same_day_make_nothing_certain():
    assert watched((0, True), (0.5, True)).confirmed_at is None


def test_a_step_stuck_on_two_days_is_certain():
    assert watched((0, True), (1, True)).confirmed_at == MONDAY + timedelta(days=1)


def test_a_look_an_hour_early_counts_as_the_next_day():
    assert watched((0, True), (23 / 24, True)).confirmed_at is not None


def test_a_good_look_in_between_begins_anew():
    assert watched((0, True), (1, False), (2, True)) == Watch(stuck_since=MONDAY + timedelta(days=2))


def test_what_is_certain_stays_so_through_a_good_look():
    watch = watched((0, True), (1, True), (2, False), (3, True))

    assert watch == Watch(stuck_since=MONDAY, confirmed_at=MONDAY + timedelta(days=1))


def test_thirteen_good_days_are_not_enough():
    assert watched((0, True), (1, True), (2, False), (15, False)).confirmed_at is not None


def test_after_fourteen_good_days_in_a_row_it_is_over():
    assert watched((0, True), (1, True), (2, False), (16, False)) == Watch()


def test_a_bad_day_begins_the_fourteen_anew():
    watch = watched((0, True), (1, True), (2, False), (10, True), (11, False), (24, False))

    assert watch.calm_since == MONDAY + timedelta(days=11)


def test_looking_again_at_the_same_moment_changes_nothing():
    assert watched((0, True), (1, True), (1, True)) == watched((0, True), (1, True))
