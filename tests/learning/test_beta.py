"""Our closed formulas against another library's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from learning.domain.method.beta import beta_above, log_beta, normal_above

parameters = st.floats(0.1, 3000)


@given(st.floats(0.001, 0.999), parameters, parameters)
def test_the_share_above_a_limit_is_what_scipy_says(limit, a, b):
    assert beta_above(limit, a, b) == pytest.approx(stats.beta.sf(limit, a, b), abs=1e-6)


def test_beyond_its_ends_a_share_is_everything_or_nothing():
    assert (beta_above(0, 2, 3), beta_above(1, 2, 3)) == (1.0, 0.0)


@given(parameters, parameters)
def test_the_beta_function_is_what_scipy_says(a, b):
    assert log_beta(a, b) == pytest.approx(special.betaln(a, b), rel=1e-6, abs=1e-6)


def test_one_in_twenty_lies_beyond_1_645():
    assert normal_above(1.6448536269514722) == pytest.approx(0.05)
