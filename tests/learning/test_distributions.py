from hypothesis import given
from hypothesis import strategies as st

from learning.domain.method.distributions import Distribution, above

many = st.dictionaries(st.integers(1, 50).map(float), st.integers(1, 5), min_size=1)


def listed(values):
    return sorted(value for value, times in values.items() for _ in range(times))


def test_the_middle_of_an_even_number_lies_between_the_two():
    assert Distribution({1.0: 1, 4.0: 1, 5.0: 1, 10.0: 1}).middle == 4.5
    assert Distribution({}).middle is None
    assert Distribution({}).quantile(0.25) is None


@given(many)
def test_every_place_holds_what_a_list_would(values):
    spread = Distribution(values)

    assert [spread.nth(place) for place in range(spread.total)] == listed(values)


def test_a_quarter_of_eight_is_the_second():
    spread = Distribution({float(value): 1 for value in range(1, 9)})

    assert (spread.quantile(0.25), spread.quantile(0.75)) == (2.0, 6.0)


def test_how_many_took_longer():
    assert above({10.0: 3, 20.0: 2, 30.0: 1}, 15) == 3
