"""From the pattern of signals at a step to its likely cause, each threshold on both of its sides."""

from collections import Counter
from dataclasses import replace

import pytest

from learning.domain.advice.cause_kinds import Kind
from learning.domain.advice.causes import causes_of
from learning.domain.counting.figures import StepFigures
from learning.domain.counting.step_counts import StepCount
from learning.domain.definitions import StepDefinition
from learning.domain.method.analysis import StepAnalysis
from learning.domain.method.findings import Certainty, Finding, Reason
from learning.domain.method.judging import Flag
from learning.domain.method.rewatch import Rewatch
from learning.domain.method.tallies import Tally
from learning.report_words import Words

WORDS = Words(
    labels={("dua", "luas"): "Luas lahan"},
    sentences={("dua", "luas", "number.digits"): "Tulis angkanya saja."},
    reasons={("dua", "tombol-tidak-ketemu"): "Tombolnya tidak ketemu"},
)
ONE_RULE = Counter({"luas|number.digits": 40})


def step(*, flag=Flag.STUCK, found=(), technical=False, video=(), entered=100, completed=60, **counts):
    """40 of 100 people were lost there; `found`: the reasons that stand out; `counts`: of StepCount."""
    figures = StepFigures(
        StepDefinition("dua", "Dua", 60), 0, None, StepCount(entered=entered, completed=completed, **counts)
    )
    findings = {
        reason: Finding(reason, Certainty.SURE if reason in found else Certainty.NO, 0, entered) for reason in Reason
    }
    return StepAnalysis(
        Tally(figures), flag, tuple(found), 1, None, None, None, findings, technical=technical, video=tuple(video)
    )


def kinds(*args, **more):
    return [cause.kind for cause in causes_of(*args, WORDS, **more)]


def test_a_step_without_any_pattern_has_no_cause():
    assert kinds(step()) == []


def test_a_sound_step_is_told_no_cause_of_trouble():
    assert kinds(step(flag=Flag.OK, erring=50, rules=ONE_RULE)) == []


def test_one_rule_broken_by_many_names_its_field_its_rule_and_the_people():
    (cause,) = causes_of(step(erring=50, rules=ONE_RULE), WORDS)

    assert cause.kind == Kind.RULE
    assert cause.title == "Isian “Luas lahan” sering salah diisi"
    assert cause.evidence == "40 dari 50 orang yang ditolak di sini melanggar aturan yang sama: “Tulis angkanya saja”."
    assert cause.advice.startswith("Tulis aturannya sebelum orang mengisi")


@pytest.mark.parametrize(
    ("erring", "people", "named"), [(25, 10, True), (24, 24, False), (50, 20, True), (50, 19, False), (5, 5, False)]
)
def test_a_rule_is_named_when_a_quarter_err_and_two_fifths_of_them_by_it(erring, people, named):
    found = kinds(step(erring=erring, rules=Counter({"luas|number.digits": people})))

    assert (Kind.RULE in found) == named


def test_errors_at_many_fields_are_too_much_at_once():
    rules = Counter({"a|x": 10, "b|x": 9, "c|x": 8, "d|x": 4})
    (cause,) = causes_of(step(erring=30, rules=rules), WORDS)

    assert cause.kind == Kind.TOO_MUCH
    assert "30 orang ditolak, dan salahnya tersebar di 3 isian." in cause.evidence


def test_errors_at_two_fields_are_not():
    assert kinds(step(erring=30, rules=Counter({"a|x": 10, "b|x": 10}))) == []


SLOW = Counter({400.0: 40, 100.0: 20})


def test_slow_without_errors_is_something_people_lack():
    (cause,) = causes_of(step(found=[Reason.SLOW], seconds=SLOW), WORDS)

    assert cause.kind == Kind.UNPREPARED
    assert "Separuh orang butuh lebih dari 6 setengah menit, padahal perkiraannya 60 detik" in cause.evidence
    assert "Siapkan ini dulu" in cause.advice


def test_slow_with_many_errors_is_the_errors():
    assert kinds(step(found=[Reason.SLOW], seconds=SLOW, erring=50, rules=ONE_RULE)) == [Kind.RULE]


@pytest.mark.parametrize(("looping", "found", "named"), [(5, True, True), (4, True, False), (50, False, False)])
def test_people_who_come_back_look_for_what_stands_here(looping, found, named):
    shown = kinds(step(found=[Reason.LOOP] if found else [], looping=looping))

    assert (Kind.RETURNS in shown) == named


def test_the_reason_that_people_choose_is_told_as_they_read_it():
    reasons = Counter({"": 20, "tombol-tidak-ketemu": 8, "oss-error": 2})
    (cause,) = causes_of(step(asking=20, reasons=reasons), WORDS)

    assert cause.kind == Kind.CONFUSED
    assert cause.title == "Sebab yang disebut orang: tombolnya tidak ketemu"
    assert cause.evidence == "8 dari 20 orang yang bingung di sini memilih sebab itu."
    assert cause.advice.startswith("Tunjukkan letak tombolnya")


@pytest.mark.parametrize(("asking", "people", "named"), [(20, 8, True), (20, 7, False), (4, 4, False)])
def test_a_reason_needs_two_fifths_of_those_who_asked(asking, people, named):
    shown = kinds(step(asking=asking, reasons=Counter({"oss-error": people})))

    assert (Kind.CONFUSED in shown) == named


@pytest.mark.parametrize(("people", "named"), [(15, True), (14, False)])
def test_answers_shown_to_many_mean_that_hints_do_not_help(people, named):
    assert (Kind.ANSWER_SHOWN in kinds(step(levels=Counter({4: people, 1: 50})))) == named


@pytest.mark.parametrize(("people", "named"), [(10, True), (9, False)])
def test_faults_that_a_tenth_do_not_get_out_of_are_to_be_taught(people, named):
    assert (Kind.TRAPPED in kinds(step(trapped=people))) == named


def test_all_who_came_are_told_to_the_nearest_five():
    """The page tells how many came to the next step: less exact numbers here, those lost could be worked out."""
    (cause,) = causes_of(step(entered=103, completed=101, tapping=30), WORDS)

    assert cause.evidence == "30 dari sekitar 105 orang mengetuk atau memperbesar gambar di langkah ini."


@pytest.mark.parametrize(("people", "named"), [(20, True), (19, False)])
def test_a_picture_that_a_fifth_tap_looks_like_a_button(people, named):
    assert (Kind.PICTURE in kinds(step(tapping=people))) == named


@pytest.mark.parametrize(
    ("alone", "classes", "named"),
    [
        ([100, 50, 0], [100, 95, 0], True),  # 50 and 5 of 100
        ([100, 88, 0], [100, 95, 0], False),  # 12 and 5: may be chance
        ([19, 2, 0], [100, 95, 0], False),  # too few alone
        ([100, 95, 0], [100, 50, 0], False),  # those in class fare worse
    ],
)
def test_those_alone_who_fare_much_worse_lack_what_trainers_say(alone, classes, named):
    shown = kinds(step(cells={"latihan|alone|phone": alone, "latihan|class|phone": classes}))

    assert (Kind.ALONE in shown) == named


@pytest.mark.parametrize(
    ("together", "told"),
    [
        ([100, 95, 0], "Yang belajar sendiri berhenti 50 dari 100 orang. Yang ditemani atau di kelas: 5 dari 100."),
        ([40, 38, 0], "Yang belajar sendiri jauh lebih sering berhenti daripada yang ditemani atau di kelas."),
    ],
)
def test_two_who_stopped_in_company_cannot_be_worked_out_from_a_share(together, told):
    found = causes_of(step(cells={"latihan|alone|phone": [100, 50, 0], "latihan|class|phone": together}), WORDS)

    assert next(cause.evidence for cause in found if cause.kind == Kind.ALONE) == told


def test_trouble_of_the_network_is_told_first_and_asks_for_no_rewriting():
    nets = {"bad": [40, 10, 0], "ok": [60, 54, 0]}
    first, second = causes_of(step(technical=True, nets=nets, erring=50, rules=ONE_RULE), WORDS)

    assert (first.kind, second.kind) == (Kind.NETWORK, Kind.RULE)
    assert first.evidence == "30 dari sekitar 40 orang yang sinyalnya buruk berhenti. Yang sinyalnya baik: 10 dari 100."
    assert first.advice.startswith("Jangan tulis ulang.")


def test_few_on_a_good_net_are_not_told_of():
    """Three of four would be worked out from the rate."""
    (cause,) = causes_of(step(technical=True, nets={"bad": [40, 10, 0], "ok": [4, 1, 0]}), WORDS)

    assert cause.evidence == "30 dari sekitar 40 orang yang sinyalnya buruk berhenti."


@pytest.mark.parametrize(
    ("people", "flag", "named"), [(5, Flag.OK, True), (4, Flag.OK, False), (50, Flag.STUCK, False)]
)
def test_a_step_easy_here_and_hard_in_life_is_to_be_compared_with_oss(people, flag, named):
    assert (kinds(step(flag=flag), really_stuck=people) == [Kind.REAL_IS_HARDER]) == named


def test_a_part_of_the_video_that_is_played_again_is_named_by_its_seconds():
    (cause,) = causes_of(step(flag=Flag.OK, video=[Rewatch(70, 85, 12, 40, 25.0), Rewatch(0, 5, 4, 40, 25.0)]), WORDS)

    assert cause.kind == Kind.VIDEO
    assert cause.title == "Bagian video 1:10 sampai 1:25 terlalu cepat atau terlalu kecil"
    assert cause.evidence.startswith("12 orang menontonnya, 40 kali semuanya")


@pytest.mark.parametrize(("people", "named"), [(24, True), (23, False)])
def test_who_leaves_without_trying_anything_is_told_of(people, named):
    """Of 40 lost, three fifths did nothing at all."""
    signs = Counter({"||0|0|0|0|0": people, "luas|x|1|0|0|0|0": 40 - people})

    assert (Kind.UNTRIED in kinds(step(found=[Reason.LOSS], open_signs=signs))) == named


def test_nearly_all_are_not_told_by_number():
    """38 of 40 would tell of the two who did otherwise."""
    signs = Counter({"||0|0|0|0|0": 38, "luas|x|1|0|0|0|0": 2})
    (cause,) = causes_of(step(found=[Reason.LOSS], open_signs=signs), WORDS)

    assert cause.evidence.startswith("Hampir semua dari 40 orang yang berhenti di sini tidak pernah ditolak")


def test_at_most_three_are_told_those_of_most_people_first():
    many = step(
        found=[Reason.LOSS],
        erring=50,
        rules=ONE_RULE,
        trapped=45,
        tapping=30,
        levels=Counter({4: 20}),
        open_signs=Counter({"||0|0|0|0|0": 40}),
    )

    assert kinds(many) == [Kind.TRAPPED, Kind.RULE, Kind.PICTURE]


def test_an_unknown_reason_gets_general_advice():
    (cause,) = causes_of(step(asking=10, reasons=Counter({"baru": 9})), WORDS)

    assert cause.advice.startswith("Baca langkah ini bersama satu orang yang baru")


def test_a_rule_without_a_field_is_told_without_one():
    (cause,) = causes_of(replace(step(erring=50, rules=Counter({"|": 40}))), WORDS)

    assert cause.title == "Satu aturan sering dilanggar"
    assert "“tanpa kode”" in cause.evidence
