import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command

from sandbox import attempts, retention
from sandbox.models import Attempt, FaultVisit, FlowVersion, Visit
from tests.factories import make_attempt, sign_in_learner, small_flow

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
RIGHT = {"nik": "9901015210840001", "punya_usaha": "ya"}


def _left_alone(days, **fields):
    """An attempt with one screen done and one refused, last touched that many days before NOW."""
    attempt = make_attempt()
    attempts.submit(attempt, "daftar", RIGHT)
    attempts.submit(attempt, "modal", {"modal": "banyak"})
    Attempt.objects.filter(pk=attempt.pk).update(last_activity_at=NOW - timedelta(days=days), **fields)
    attempt.refresh_from_db()
    return attempt


def _trial(days_old, *, touched_days_ago):
    """A draft that staff tried out, and the attempt on it."""
    attempt = make_attempt(document=small_flow(id="alur-coba"), last_activity_at=NOW - timedelta(days=touched_days_ago))
    FlowVersion.objects.filter(flow_id="alur-coba").update(
        trial=True, number=None, published_at=NOW - timedelta(days=days_old)
    )
    return FlowVersion.objects.get(flow_id="alur-coba"), attempt


def test_what_was_typed_is_gone_after_thirty_days():
    attempt = _left_alone(31)

    erased = retention.erase_old_attempts(now=NOW)

    attempt.refresh_from_db()
    visit = attempt.visits.get()
    assert erased == 1
    assert attempt.erased_at == NOW
    assert (visit.screen, visit.values, visit.practised) == ("daftar", None, True)
    assert RIGHT["nik"] not in json.dumps(list(Visit.objects.values()), default=str)


def test_an_attempt_touched_within_thirty_days_keeps_everything():
    attempt = _left_alone(29)

    erased = retention.erase_old_attempts(now=NOW)

    attempt.refresh_from_db()
    assert (erased, attempt.erased_at) == (0, None)
    assert attempt.visits.get(screen="daftar").values["nik"] == RIGHT["nik"]


def test_that_an_attempt_was_finished_is_still_known_afterwards():
    attempt = _left_alone(40, finished_at=NOW - timedelta(days=40))

    retention.erase_old_attempts(now=NOW)

    attempt.refresh_from_db()
    assert attempt.finished_at == NOW - timedelta(days=40)
    assert attempt.visits.filter(practised=True).count() == 1


def test_the_address_of_an_erased_attempt_says_what_happened_and_where_to_begin(client):
    attempt = _left_alone(31, learner=sign_in_learner(client))
    retention.erase_old_attempts(now=NOW)

    pages = [client.get(f"/latihan/coba/{attempt.pk}/{rest}", follow=True) for rest in ("", "daftar/", "surat/nib/")]

    for page in pages:
        assert "Isian latihan ini sudah dihapus" in page.content.decode()
        assert "/latihan/alur-uji/" in page.content.decode()


def test_an_erased_attempt_takes_no_more_screens(client):
    attempt = _left_alone(31, learner=sign_in_learner(client))
    retention.erase_old_attempts(now=NOW)

    client.post(f"/latihan/coba/{attempt.pk}/daftar/", {**RIGHT, "aksi": "lanjut"})

    assert attempt.visits.get().values is None


def test_help_mistakes_and_faults_go_with_what_was_typed():
    attempt = _left_alone(31)
    attempt.visits.update(help_levels={"nik": 4}, mistakes={"nik": "nik.length"}, refused_fields=["nik"], seconds=80)
    FaultVisit.objects.create(attempt=attempt, kind="hang", screen="daftar", struck_at=NOW)

    retention.erase_old_attempts(now=NOW)

    visit = attempt.visits.get()
    assert (visit.help_levels, visit.mistakes, visit.refused_fields, visit.seconds) == ({}, {}, [], 0)
    assert attempt.fault_visits.count() == 0


def test_erasing_twice_erases_once():
    attempt = _left_alone(31)

    counts = [retention.erase_old_attempts(now=NOW), retention.erase_old_attempts(now=NOW + timedelta(days=1))]

    attempt.refresh_from_db()
    assert counts == [1, 0]
    assert attempt.erased_at == NOW


def test_a_press_at_the_very_moment_of_erasing_is_erased_a_month_later():
    attempt = _left_alone(31)
    retention.erase_old_attempts(now=NOW)
    attempts.submit(attempt, "daftar", RIGHT)
    Attempt.objects.filter(pk=attempt.pk).update(last_activity_at=NOW + timedelta(seconds=1))

    erased = retention.erase_old_attempts(now=NOW + timedelta(days=31))

    assert erased == 1
    assert attempt.visits.get().values is None


def test_more_attempts_than_one_batch_holds_are_all_erased(monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    for _ in range(5):
        _left_alone(31)

    assert retention.erase_old_attempts(now=NOW) == 5


def test_the_command_counts_in_json(capsys):
    _left_alone(0)
    Attempt.objects.update(last_activity_at=NOW - timedelta(days=3650))

    call_command("erase_old_attempts", "--json")

    assert json.loads(capsys.readouterr().out) == {"erased": 1, "trials": 0}


def test_the_command_takes_another_number_of_days(capsys):
    attempt = make_attempt()
    Attempt.objects.update(last_activity_at=attempt.started_at - timedelta(days=3))

    call_command("erase_old_attempts", "--days", "2")

    assert "Isian 1 latihan dihapus" in capsys.readouterr().out


@pytest.mark.parametrize("days", ["-1", "tiga", "٣", "99999999999999999999"])
def test_a_number_of_days_that_is_none_is_named(days):
    with pytest.raises(CommandError, match="bukan jumlah hari"):
        call_command("erase_old_attempts", f"--days={days}")


def test_a_trial_goes_after_a_week_with_its_attempts():
    trial, attempt = _trial(8, touched_days_ago=8)

    forgotten = retention.forget_trials(now=NOW)

    assert forgotten == 1
    assert not Attempt.objects.filter(pk=attempt.pk).exists()
    assert not FlowVersion.objects.filter(pk=trial.pk).exists()


def test_a_trial_that_somebody_still_plays_stays():
    trial, attempt = _trial(8, touched_days_ago=1)

    forgotten = retention.forget_trials(now=NOW)

    assert forgotten == 0
    assert Attempt.objects.filter(pk=attempt.pk, flow_version=trial).exists()


def test_a_published_version_is_never_taken_for_a_trial():
    attempt = _left_alone(300)
    FlowVersion.objects.update(published_at=NOW - timedelta(days=300))

    forgotten = retention.forget_trials(now=NOW)

    assert forgotten == 0
    assert Attempt.objects.filter(pk=attempt.pk).exists()
