from collections import Counter

from bench.stuck_tables import by_edit, by_kind, by_rule, by_size
from bench.stuck_worlds import OURS, Proof
from tests.simulator.scores import Certainty, EditVerdicts, Flags


def small_proof():
    flags = Flags(
        hits=9, misses=1, early_hits=1, early_misses=3, alarms=2, sound_paths=4, sound_paths_flagged=1,
        alarms_at=Counter({"": 1, "weak-room": 1, "rewatch": 0}),
        found=Counter({"broken": 5, "slow": 4}), owed=Counter({"broken": 5, "slow": 5}),
    )  # fmt: skip
    certainty = Certainty(intervals=40, below=3, above=1, rankings=8, worst_first=6, still_here=50, called_lost=2)
    return Proof(worlds=10, seconds=0.42, flags={OURS: flags}, certainty=certainty)


def test_a_rule_is_shown_with_what_it_found_and_what_it_raised_for_nothing():
    *_, row = by_rule(small_proof())

    # precision 10 of 12, recall 9 of 10, of all planted 10 of 14
    assert row == "| this report | 0.833 | 0.900 | 0.865 | 0.769 | 1.000 | 0.800 | 25.0% |"


def test_a_size_is_shown_with_how_sure_the_report_is():
    head, _, row = by_size({"100 people": small_proof()})

    assert row.split(" | ") == [
        "| 100 people", "10", "0.833", "0.900", "0.865", "0.769", "25.0% of 4", "90.0%", "3 / 1 of 40", "75.0% of 8",
        "2 of 50", "42 |",
    ]  # fmt: skip
    assert head.count("|") == row.count("|")


def test_kinds_of_problems_and_decoys_are_named_where_they_occurred():
    assert by_kind(small_proof()) == [
        "Owed and found: broken 5 of 5, slow 4 of 5.",
        "Planted, not owed, found: 1 of 4.",
        "Sound steps flagged: plain 1, weak-room 1.",
    ]


def test_an_edit_is_shown_with_the_shares_of_its_verdicts():
    verdicts = EditVerdicts(Counter({"better": 3, "unclear": 1}), intervals=4, holding=3)

    *_, row = by_edit({(-0.15, "worst", 200): verdicts})

    assert row == "| -15 points, worst step | 200 | 75.0% | 0.0% | 25.0% | 0.0% | 75.0% |"
