"""What those who stopped at a step did there, in words: never of fewer than five people."""

from collections import Counter

from learning.domain.advice.journeys import journeys_of
from learning.domain.counting.census import OpenStay
from learning.domain.counting.figures import StepFigures
from learning.domain.counting.step_counts import StepCount
from learning.domain.definitions import StepDefinition
from learning.report_words import Words
from tests.learning.factories import NOON

WORDS = Words(
    labels={("dua", "luas"): "Luas lahan", ("dua", "nik"): "NIK"},
    sentences={("dua", "luas", "number.digits"): "Tulis angkanya saja.", ("dua", "nik", "nik.length"): "NIK 16 angka"},
)


def told(**people):
    """Sentences about people lost at the step; `people` by `Stay.signs`: field|code|errors|level|backs|trapped|net."""
    count = StepCount()
    for signs, number in people.items():
        count.open_signs[signs] = number
    return journeys_of(StepFigures(StepDefinition("dua", "Dua", 60), 0, None, count), WORDS)


def test_what_twelve_did_alike_is_told_in_one_sentence():
    assert told(**{"luas|number.digits|2|1|0|0|0": 12}) == [
        "12 orang: ditolak dua kali di “Luas lahan” (Tulis angkanya saja), minta bantuan, lalu berhenti."
    ]


def test_four_alike_are_not_told_of():
    assert told(**{"luas|number.digits|2|1|0|0|0": 4}) == []


def test_five_alike_are():
    assert told(**{"||0|0|0|0|0": 5}) == [
        "5 orang: membuka langkah ini, lalu berhenti tanpa ditolak dan tanpa minta bantuan."
    ]


def test_too_few_of_each_are_told_of_by_what_they_share():
    """Three were refused once at one field, three of them twice: six were refused there, however often."""
    assert told(**{"luas|number.digits|1|0|0|0|0": 3, "luas|number.range|2|0|0|0|0": 3}) == [
        "6 orang: ditolak di “Luas lahan”, lalu berhenti."
    ]


def test_different_fields_are_told_of_together_as_the_last_resort():
    assert told(
        **{"luas|number.digits|1|0|0|0|0": 3, "nik|nik.length|2|2|0|0|0": 3, "nik|nik.length|2|1|0|0|1": 2}
    ) == ["Sekitar 5 orang: ditolak di “NIK”, minta bantuan, lalu berhenti."]


def test_who_is_told_of_finely_is_not_told_of_again():
    found = told(**{"luas|number.digits|1|0|0|0|0": 7, "luas|number.digits|1|0|0|0|1": 2})

    assert found == ["Sekitar 5 orang: ditolak sekali di “Luas lahan” (Tulis angkanya saja), lalu berhenti."]


def test_a_fault_and_a_bad_signal_are_named():
    assert told(**{"||0|4|2|1|1": 1234}) == [
        "1.234 orang: terhenti gangguan dan tidak menemukan jalan keluar, minta bantuan sampai jawabannya ditunjukkan, "
        "bolak-balik ke langkah ini, sinyalnya buruk, lalu berhenti."
    ]


def test_at_most_five_are_told_the_most_frequent_first():
    patterns = {f"luas|number.digits|1|{level}|0|0|0": 10 + level for level in range(5)}
    found = told(**patterns, **{"||0|0|0|0|0": 40, "nik|nik.length|3|0|0|0|0": 9})

    assert [sentence.split()[0] for sentence in found] == ["40", "14", "13", "12", "11"]


def test_those_still_at_it_are_no_journey():
    signs = "||0|0|0|0|0"
    count = StepCount(open_signs=Counter({signs: 6}))
    waiting = OpenStay("dua", 0, NOON, NOON.toordinal(), False, False, False, "", "||", False, signs)

    assert (
        journeys_of(StepFigures(StepDefinition("dua", "Dua", 60), 0, None, count, pending=(waiting,) * 2), WORDS) == []
    )
