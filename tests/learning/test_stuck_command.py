import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.learning.factories import LATER, NOON, make_activity, make_guide, store_traces, walk

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command("stuck", *arguments, stdout=out)
    return out.getvalue()


def run_json(*arguments):
    return json.loads(run("--json", *arguments))


@pytest.fixture
def lossy_activity():
    make_activity("satu", "dua", "tiga")
    for number in range(60):
        store_traces(
            walk(f"p{number}", "satu", *([] if number < 20 else ["dua", "tiga"]), stops_at="dua" if number < 20 else "")
        )


def test_the_report_names_the_step_that_is_hard(lossy_activity):
    report = run_json("--as-of", LATER.isoformat())

    (activity,) = report["activities"]
    worst = next(step for step in activity["steps"] if step["rank"] == 1)
    assert report["as_of"] == "2026-03-04T12:00:00+00:00"
    assert (activity["id"], activity["starters"], activity["finishers"]) == ("flow/contoh", 60, 40)
    assert (worst["id"], worst["lost"], worst["flag"], worst["why"]) == ("dua", 20, "stuck", ["loss"])


def test_the_past_is_told_as_it_was(lossy_activity):
    report = run_json("--as-of", (NOON + timedelta(hours=1)).isoformat())

    assert report["activities"][0]["steps"][1]["in_progress"] == 20


def test_a_moment_without_an_offset_is_the_sites_own_time(lossy_activity):
    assert run_json("--as-of", "2026-03-04T19:00:00")["as_of"] == "2026-03-04T19:00:00+07:00"


def test_without_a_moment_it_is_now(lossy_activity):
    assert run_json()["activities"][0]["steps"][1]["lost"] == 20


def test_one_activity_can_be_chosen(lossy_activity):
    make_guide()

    assert [activity["id"] for activity in run_json()["activities"]] == ["guide/contoh", "flow/contoh"]
    assert [activity["id"] for activity in run_json("--activity", "flow/contoh")["activities"]] == ["flow/contoh"]


def test_an_activity_nobody_used_is_reported_empty():
    make_guide("satu")

    (activity,) = run_json()["activities"]

    assert (activity["starters"], activity["steps"][0]["entered"], activity["steps"][0]["loss_rate"]) == (0, 0, None)


def test_nothing_defined_is_an_empty_report():
    assert run_json("--as-of", "2026-03-04T12:00:00Z") == {"as_of": "2026-03-04T12:00:00+00:00", "activities": []}


def test_events_of_an_activity_defined_later_count_from_then_on():
    store_traces(walk("ani", "satu"))
    before = run_json("--as-of", LATER.isoformat())
    make_activity("satu")

    after = run_json("--as-of", LATER.isoformat())

    assert before["activities"] == []
    assert after["activities"][0]["finishers"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--activity", "flow/tidak-ada"], "Kegiatan itu tidak dikenal"),
        (["--as-of", "kemarin"], "harus berupa waktu ISO 8601"),
        (["--as-of", "0001-01-01T00:00:00Z"], "harus di antara tahun 1971 dan 9998"),
    ],
)
def test_what_cannot_be_told_is_refused_in_a_sentence(arguments, message, capsys):
    with pytest.raises(CommandError, match=message):
        call_command("stuck", "--json", *arguments)

    assert capsys.readouterr().out == ""


def test_the_table_has_the_worst_step_on_top(lossy_activity):
    lines = run("--as-of", LATER.isoformat()).splitlines()

    assert lines[2:4] == ["Contoh (flow/contoh)", "60 orang mulai, 40 selesai, 0 masih berjalan."]
    assert lines[4].split() == ["No", "Langkah", "Masuk", "Lewat", "Berhenti", "Persen", "Rentang", "90%", "Tanda"]
    assert lines[4].index("Berhenti") + len("Berhenti") == lines[5].index(" 20 ") + len(" 20")
    assert lines[5].split() == ["1", "Dua", "60", "40", "20", "33%", "24%–44%", "Macet,", "banyak", "yang", "berhenti"]
