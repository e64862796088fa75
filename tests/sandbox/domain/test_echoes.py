import pytest

from sandbox.domain.echoes import echo
from tests.sandbox.domain.echo_cases import ECHO_CASES


@pytest.mark.parametrize(("kind", "text", "unit", "sentence"), ECHO_CASES)
def test_a_box_says_back_what_was_understood(kind, text, unit, sentence):
    assert echo(kind, text, unit) == sentence
