"""Which step is called stuck, why, and which comes first."""

from datetime import timedelta

from learning.domain.method.stuck import activity_report
from tests.learning.factories import NOON, make_definition, walk

STEPS = ("satu", "dua", "tiga", "empat", "lima")
AS_OF = NOON + timedelta(days=10)


def crowd(
    people, *, lost_at="", lost=0, erring_at="", erring=0, asking_at="", asking=0, seconds=60.0, name="p", at=NOON
):
    """People who walk through all five steps; the first `lost` of them stop at `lost_at`, and so on."""
    traces = []
    for number in range(people):
        until = STEPS.index(lost_at) if number < lost else len(STEPS)
        traces += walk(
            f"{name}{number}",
            *STEPS[:until],
            stops_at=lost_at if number < lost else "",
            errors=[erring_at] if number < erring else [],
            asks_at=asking_at if number < asking else "",
            seconds=seconds,
            at=at,
        )
    return traces


def verdicts(traces, *, steps=STEPS, as_of=AS_OF):
    report = activity_report(make_definition(*steps), traces, as_of=as_of)
    return {step["id"]: (step["flag"], step["why"]) for step in report["steps"]}


def order(traces):
    report = activity_report(make_definition(*STEPS), traces, as_of=AS_OF)
    return [step["id"] for step in sorted(report["steps"], key=lambda step: step["rank"])]


def test_a_sound_path_has_no_flag():
    found = verdicts(crowd(100, lost_at="tiga", lost=3, erring_at="dua", erring=20))

    assert found == dict.fromkeys(STEPS, ("ok", []))


def test_a_step_that_loses_12_points_more_than_its_neighbours_is_stuck():
    traces = crowd(300, lost_at="tiga", lost=36)

    assert verdicts(traces)["tiga"] == ("stuck", ["loss"])


def test_12_points_more_is_stuck_too_where_every_step_loses_many():
    traces = []
    for step, lost in {"satu": 10, "dua": 10, "tiga": 18, "empat": 10}.items():
        traces += crowd(lost * 10, lost_at=step, lost=lost * 10, name=step)
    traces += crowd(520, name="past")  # of 1,000, 900, 800 and 620 people who enter, 10, 11, 22 and 16 % stop

    found = verdicts(traces)

    assert found["tiga"] == ("stuck", ["loss"])
    assert found["dua"] == ("ok", [])


def test_8_people_make_no_headline():
    assert verdicts(crowd(8, lost_at="tiga", lost=3))["tiga"] == ("too-few", [])


def test_8_people_are_enough_where_hardly_anybody_gets_past():
    assert verdicts(crowd(12, lost_at="tiga", lost=9))["tiga"] == ("stuck", ["loss"])


def test_a_step_that_nobody_gets_past_is_stuck_though_there_is_nothing_to_compare_it_with():
    assert verdicts(crowd(40, lost_at="satu", lost=40))["satu"] == ("stuck", ["loss"])


def test_a_difference_that_may_be_chance_is_watched():
    assert verdicts(crowd(40, lost_at="tiga", lost=5))["tiga"] == ("watch", ["loss"])


def test_40_points_more_people_with_an_error_are_stuck_without_any_loss():
    assert verdicts(crowd(100, erring_at="dua", erring=40))["dua"] == ("stuck", ["errors"])


def test_20_points_more_people_with_an_error_are_not():
    assert verdicts(crowd(100, erring_at="dua", erring=20))["dua"] == ("ok", [])


def test_three_times_the_time_that_the_other_steps_suggest_is_stuck():
    assert verdicts(crowd(30, seconds={"dua": 180.0}))["dua"] == ("stuck", ["slow"])


def test_a_path_that_is_slow_all_over_has_no_slow_step():
    found = verdicts(crowd(30, seconds=240.0))

    assert found["dua"] == ("ok", [])


def test_a_few_slow_people_are_too_few_to_call_a_step_slow():
    assert verdicts(crowd(9, seconds={"dua": 600.0}))["dua"] == ("too-few", [])


def test_help_that_most_people_ask_for_is_stuck():
    assert verdicts(crowd(50, asking_at="empat", asking=30))["empat"] == ("stuck", ["help"])


def test_reasons_are_told_together_in_a_fixed_order():
    traces = crowd(100, lost_at="tiga", lost=30, erring_at="tiga", erring=60, asking_at="tiga", asking=60)

    assert verdicts(traces)["tiga"] == ("stuck", ["loss", "errors", "help"])


def test_a_single_step_is_judged_only_when_it_loses_more_than_half():
    few = [
        trace
        for n in range(40)
        for trace in walk(f"p{n}", *([] if n < 10 else ["satu"]), stops_at="satu" if n < 10 else "")
    ]
    many = [
        trace
        for n in range(40)
        for trace in walk(f"p{n}", *([] if n < 30 else ["satu"]), stops_at="satu" if n < 30 else "")
    ]

    assert verdicts(few, steps=("satu",))["satu"] == ("ok", [])
    assert verdicts(many, steps=("satu",))["satu"] == ("stuck", ["loss"])


def test_stuck_steps_come_first_then_those_that_trouble_more_people():
    traces = [
        *crowd(100, lost_at="empat", lost=30),
        *crowd(100, erring_at="dua", erring=30, name="q"),
        *crowd(100, asking_at="lima", asking=10, name="r"),
    ]

    assert order(traces)[:3] == ["empat", "dua", "lima"]
    assert order(traces)[3:] == ["satu", "tiga"]


def test_more_people_a_month_weigh_more_than_a_higher_share_of_few():
    traces = [*crowd(1000, lost_at="satu", lost=200), *crowd(100, lost_at="lima", lost=60, name="q")]

    assert order(traces)[0] == "satu"


def test_old_trouble_is_ranked_too_when_nobody_came_this_month():
    traces = crowd(100, lost_at="tiga", lost=30, at=NOON - timedelta(days=400))

    assert order(traces)[0] == "tiga"
