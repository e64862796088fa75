import pytest

from tutorials.domain.pace import place_to_go_on, whole_minutes


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [([], 0), ([1], 1), ([60], 1), ([61], 2), ([90, 240], 6), ([150], 3), ([30, 30], 1)],
)
def test_time_is_told_in_whole_minutes_rounded_up(seconds, minutes):
    assert whole_minutes(seconds) == minutes


@pytest.mark.parametrize(
    ("done", "place"),
    [
        ([], None),
        ([False, False], 0),
        ([True, False, False], 1),
        ([False, True, False], 2),
        ([True, False, True], 1),
        ([False, False, True], 0),
        ([True, True], None),
    ],
)
def test_going_on_means_after_the_last_step_done_or_else_the_first_one_left(done, place):
    assert place_to_go_on(done) == place
