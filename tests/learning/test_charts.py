import pytest

from learning.charts import part_of_width, scale_for


@pytest.mark.parametrize(
    ("shares", "percents"),
    [
        ([], [0, 5, 10]),
        ([0.04], [0, 5, 10]),
        ([0.1], [0, 5, 10]),
        ([0.32, 0.2], [0, 10, 20, 30, 40]),
        ([0.55], [0, 20, 40, 60]),
        ([1.0], [0, 20, 40, 60, 80, 100]),
    ],
)
def test_the_axis_ends_at_a_round_share_that_holds_all(shares, percents):
    assert [tick.percent for tick in scale_for(shares).ticks] == percents


def test_bar_and_whisker_are_drawn_to_the_same_scale():
    scale = scale_for([0.5])

    assert scale.bar(0.25) == "150"
    assert scale.whisker(0.2, 0.3555) == "M120 13H213.3M120 7v12M213.3 7v12"


def test_numbers_are_written_as_svg_wants_them_whatever_the_language():
    assert part_of_width(1, 3) == "100"
    assert part_of_width(1, 7) == "42.9"
    assert part_of_width(0, 0) == "0"
