"""From practice to report: the step that was made hard is the one the report names."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone

from sandbox import attempts
from sandbox.catalogue import publish
from sandbox.domain.onetimecode import one_time_code
from tests.factories import small_flow

pytestmark = pytest.mark.django_db


def _practise(version, *, gives_up_at_modal):
    attempt = attempts.start(uuid4(), version, persona="sembako")
    attempts.submit(attempt, "daftar", {"nik": "9901015210840001", "punya_usaha": "ya"})
    if gives_up_at_modal:
        attempts.submit(attempt, "modal", {"modal": "25.000"})
        return
    attempts.submit(attempt, "modal", {"modal": "25.000.000"})
    attempts.submit(attempt, "terbit", {"kode": one_time_code(attempt.seed, "terbit")})


def _stuck(capsys, *, days):
    as_of = timezone.now() + timedelta(days=days)
    call_command("stuck", "--json", "--activity", "flow/alur-uji", "--as-of", as_of.isoformat())
    (activity,) = json.loads(capsys.readouterr().out)["activities"]
    return activity


def test_the_report_names_the_screen_and_the_field_where_people_gave_up(capsys):
    version = publish(small_flow())
    for number in range(40):
        _practise(version, gives_up_at_modal=number % 2 == 0)

    report = _stuck(capsys, days=2)

    worst = min(report["steps"], key=lambda step: step["rank"])
    assert (worst["id"], worst["flag"]) == ("modal", "stuck")
    assert (worst["entered"], worst["completed"], worst["lost"]) == (40, 20, 20)
    assert worst["top_errors"] == [{"field": "modal", "code": "rupiah.thousands", "people": 20}]
    assert [step["flag"] for step in report["steps"] if step["id"] != "modal"] == ["ok", "ok"]
    assert (report["starters"], report["finishers"]) == (40, 20)


def test_who_paused_an_hour_ago_is_not_lost(capsys):
    version = publish(small_flow())
    for _ in range(40):
        _practise(version, gives_up_at_modal=True)

    report = _stuck(capsys, days=0.05)

    modal = next(step for step in report["steps"] if step["id"] == "modal")
    assert (modal["lost"], modal["in_progress"]) == (0, 40)


def test_somebody_sent_to_a_later_screen_by_the_guide_is_no_starter(capsys):
    version = publish(small_flow())
    attempts.start(uuid4(), version, persona="sembako", screen="modal")

    report = _stuck(capsys, days=0)

    assert report["starters"] == 0
    assert [step["entered"] for step in report["steps"]] == [0, 1, 0]


def test_opening_the_first_screen_afterwards_does_not_make_a_starter(capsys):
    version = publish(small_flow())
    attempt = attempts.start(uuid4(), version, persona="sembako", screen="modal")
    attempts.submit(attempt, "daftar", {})

    assert _stuck(capsys, days=0)["starters"] == 0


def test_the_screen_after_one_tried_from_the_guide_loses_nobody(capsys):
    version = publish(small_flow())
    for _ in range(30):
        attempt = attempts.start(uuid4(), version, persona="sembako", screen="modal")
        attempts.submit(attempt, "modal", {"modal": "25.000.000"})

    report = _stuck(capsys, days=2)

    assert [(step["entered"], step["completed"], step["lost"]) for step in report["steps"]] == [
        (0, 0, 0),
        (30, 30, 0),
        (0, 0, 0),
    ]


def test_who_goes_on_from_there_and_gives_up_is_counted(capsys):
    version = publish(small_flow())
    attempt = attempts.start(uuid4(), version, persona="sembako", screen="modal")
    attempts.submit(attempt, "modal", {"modal": "25.000.000"})
    attempts.submit(attempt, "terbit", {"kode": "1"})

    report = _stuck(capsys, days=2)

    assert (report["steps"][2]["entered"], report["steps"][2]["lost"]) == (1, 1)
