import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from learning.domain.method.intervals import wilson


@pytest.mark.parametrize(
    ("part", "total", "low", "high"),
    [
        (0, 10, 0.0, 0.212942),
        (5, 10, 0.269272, 0.730728),
        (71, 268, 0.223095, 0.311454),
        (10, 10, 0.787058, 1.0),
    ],
)
def test_the_wilson_interval_holds_90_percent(part, total, low, high):
    assert wilson(part, total) == pytest.approx((low, high), abs=1e-6)


def test_nobody_gives_no_interval():
    assert wilson(0, 0) is None


@given(st.integers(1, 3000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_share_and_stays_between_0_and_1(counts):
    part, total = counts

    low, high = wilson(part, total)

    assert 0 <= low <= part / total <= high <= 1


@given(st.integers(2, 3000).flatmap(lambda total: st.tuples(st.integers(1, total - 1), st.just(total))))
def test_at_each_end_the_share_lies_1_645_standard_errors_away(counts):
    part, total = counts

    for end in wilson(part, total):
        assert (part / total - end) ** 2 == pytest.approx(2.705543454 * end * (1 - end) / total, rel=1e-6, abs=1e-12)


def test_clustered_people_are_worth_fewer_and_need_not_be_whole():
    assert wilson(7.1, 26.8) == pytest.approx((0.151124, 0.421838), abs=1e-6)


def test_statisticians_get_the_same_interval():
    for part, total in ((0, 10), (5, 10), (71, 268)):
        theirs = binomtest(part, total).proportion_ci(confidence_level=0.90, method="wilson")

        assert wilson(part, total) == pytest.approx((theirs.low, theirs.high), abs=1e-9)
