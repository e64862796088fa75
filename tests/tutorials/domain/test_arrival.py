from tutorials.domain.arrival import Arrival, Network, Weight, arrival

SLOW = Network("lambat", bytes_per_second=1000, delay=0.5)


def test_text_waits_for_connection_page_and_styles():
    weight = Weight(page=1000, styles=2000, scripts=3000, pictures=0)

    assert arrival(weight, SLOW) == Arrival(text=5.0, picture=None)


def test_the_picture_comes_after_the_scripts_that_share_the_line():
    weight = Weight(page=1000, styles=2000, scripts=3000, pictures=4000)

    assert arrival(weight, SLOW) == Arrival(text=5.0, picture=12.0)


def test_everything_is_counted_in_the_sum():
    assert Weight(page=1, styles=20, scripts=300, pictures=4000).total == 4321
