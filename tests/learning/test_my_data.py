"""One's own data under /saya/: taken along, erased, left behind on a shared phone."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from learning.aggregates.catching_up import catch_up
from learning.models import Event, Learner, LearnerDevice, PersonSum, ResumeCode, StepDone
from learning.own_data import my_data, unreachable
from learning.progress import last_place
from learning.stuck_report import report
from sandbox import attempts, retention
from sandbox.models import Attempt, FaultVisit, Visit
from tests.factories import make_attempt, right_answers, sign_in_learner
from tests.learning.factories import make_guide
from tutorials.marks import mark_confusing, mark_done
from tutorials.models import GuidePage

pytestmark = pytest.mark.django_db


def learn(client):
    """A learner who has done something everywhere: a step, a confusion, a screen of practice, a code."""
    learner = sign_in_learner(client)
    guide = GuidePage.objects.first() or make_guide()
    first = guide.numbered_steps()[0]
    mark_done(learner, guide, first)
    mark_confusing(learner, guide, first, reason="istilah")
    practise(learner)
    client.post("/saya/kode/")
    return learner


def practise(learner):
    """An attempt whose first screen was filled in as its card says."""
    attempt = make_attempt(learner=learner)
    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"))
    return attempt


def test_the_file_holds_everything_that_is_kept_of_its_owner_and_of_nobody_else(client):
    learner = learn(client)
    learn(Client())

    response = client.get("/saya/data-saya.json")

    data = json.loads(response.content)
    assert data["nama_samaran"] == str(learner)
    assert [mark["langkah"] for mark in data["langkah_sudah"]] == ["satu"]
    assert [attempt["alur"] for attempt in data["latihan"]] == ["Alur uji"]
    assert {event["learner"] for event in data["peristiwa"]} == {str(learner)}
    assert len(data["peristiwa"]) == Event.objects.filter(learner=str(learner)).count() > 3
    assert len(data["hp_dan_peramban"]) == 1
    assert data["kode_pindah_berlaku_sampai"]


def test_the_file_is_handed_over_and_kept_by_nobody(client):
    learn(client)

    response = client.get("/saya/data-saya.json")

    assert response["Content-Disposition"] == 'attachment; filename="data-saya-tuntun.json"'
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Type"] == "application/json; charset=utf-8"


def test_what_was_typed_in_practice_is_in_the_owners_file(client):
    learner = sign_in_learner(client)
    attempt = practise(learner)

    visit = kept(learner)["latihan"][0]["layar"][0]

    assert visit["layar"] == "Daftar"
    assert visit["isian"] == Visit.objects.get(attempt=attempt, screen="daftar").values
    assert visit["isian"]


def test_a_visitor_has_no_file(client):
    assert client.get("/saya/data-saya.json").status_code == 404


def test_erasing_asks_first_and_says_that_nothing_brings_it_back(client):
    learner = learn(client)

    page = client.get("/saya/hapus/").content.decode()

    assert "Ini tidak bisa dibatalkan." in page
    assert Learner.objects.filter(pk=learner).exists()


def test_erasing_takes_everything_of_the_learner_and_nothing_of_others(client):
    learner, other = learn(client), learn(Client())

    response = client.post("/saya/hapus/")

    assert response["Location"] == "/saya/?baru=dihapus"
    assert response.cookies["belajar"].value == ""
    assert response["Clear-Site-Data"] == '"storage"'
    for rows in (Learner.objects.filter(pk=learner), LearnerDevice.objects.filter(learner=learner)):
        assert not rows.exists()
    assert not StepDone.objects.filter(learner=learner).exists()
    assert not Event.objects.filter(learner=str(learner)).exists()
    assert not Attempt.objects.filter(learner=learner).exists()
    assert not Visit.objects.filter(attempt__learner=learner).exists()
    assert not FaultVisit.objects.filter(attempt__learner=learner).exists()
    assert not ResumeCode.objects.filter(learner=learner).exists()
    assert Learner.objects.filter(pk=other).exists()
    assert Event.objects.filter(learner=str(other)).exists()
    assert Attempt.objects.filter(learner=other).exists()


def test_after_erasing_the_page_says_what_is_gone_and_the_phone_is_empty(client):
    learn(client)

    client.post("/saya/hapus/")

    page = client.get("/saya/?baru=dihapus").content.decode()
    assert "Data Anda sudah dihapus." in page
    assert "Anda belum mulai" in page
    assert "Di HP ini belum ada data tentang Anda." in page


def test_another_phone_of_somebody_erased_starts_anew(client):
    learner = learn(client)
    other = Client()
    other.cookies["belajar"] = client.cookies["belajar"].value
    client.post("/saya/hapus/")

    other.post(f"{make_guide(slug='lain').url}langkah/1/", {"aksi": "sudah"})

    assert not StepDone.objects.filter(learner=learner).exists()
    assert other.get("/saya/").status_code == 200


@pytest.mark.parametrize("path", ["/saya/hapus/", "/saya/bukan-saya/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_visitor_has_nothing_to_erase_or_to_leave(client, path, method):
    response = getattr(client, method)(path)

    assert response["Location"] == "/saya/"
    assert not Learner.objects.exists()


def test_leaving_a_shared_phone_takes_two_presses_and_keeps_what_was_done(client):
    learner = learn(client)

    asked = client.get("/saya/bukan-saya/").content.decode()
    response = client.post("/saya/bukan-saya/")

    assert "Lepas kemajuan ini dari HP ini?" in asked
    assert response["Location"] == "/saya/?baru=dilepas"
    assert response.cookies["belajar"].value == ""
    assert StepDone.objects.filter(learner=learner).exists()
    assert not LearnerDevice.objects.filter(learner=learner).exists()
    assert not client.get("/saya/").context["known"]


def test_leaving_warns_whoever_has_no_code(client):
    learner = sign_in_learner(client)
    make_attempt(learner=learner)

    assert "belum punya kode pindah" in client.get("/saya/bukan-saya/").content.decode()

    client.post("/saya/kode/")
    assert "belum punya kode pindah" not in client.get("/saya/bukan-saya/").content.decode()


def test_a_stolen_cookie_is_worthless_once_its_phone_was_left(client):
    learn(client)
    stolen = client.cookies["belajar"].value
    client.post("/saya/bukan-saya/")

    thief = Client()
    thief.cookies["belajar"] = stolen

    assert not thief.get("/saya/").context["known"]


@pytest.mark.parametrize(
    "path", ["/saya/hapus/", "/saya/bukan-saya/", "/saya/masuk/", "/saya/data-saya.json", "/saya/"]
)
def test_no_page_of_ones_own_is_kept_by_anybody(client, path):
    learn(client)

    response = client.get(path)

    assert "no-store" in response["Cache-Control"]
    assert "Cookie" in response["Vary"]


@pytest.mark.parametrize("news", ["dihapus-semua", "<b>", "1"])
def test_the_page_tells_no_news_that_it_does_not_know(client, news):
    page = client.get("/saya/", {"baru": news}).content.decode()

    assert 'role="status"' not in page


def test_an_erased_screen_is_in_the_file_without_what_was_typed(client):
    learner = sign_in_learner(client)
    practise(learner)
    retention.erase_old_attempts(now=timezone.now(), days=0)

    data = kept(learner)

    assert data["latihan"][0]["isian_dihapus"]
    assert data["latihan"][0]["layar"][0]["isian"] is None


def kept(learner):
    return json.loads(json.dumps(my_data.document(learner, now=timezone.now())))


def test_a_learner_whom_no_phone_and_no_code_leads_to_is_forgotten_the_next_day(client):
    learner = learn(client)
    ResumeCode.objects.all().delete()
    client.post("/saya/bukan-saya/")
    reachable = learn(Client())

    assert unreachable.forget(now=timezone.now()) == 0
    assert unreachable.forget(now=timezone.now() + timedelta(days=2)) == 1

    assert list(Learner.objects.values_list("uuid", flat=True)) == [reachable]
    assert not StepDone.objects.filter(learner=learner).exists()
    assert not Attempt.objects.filter(learner=learner).exists()
    assert Attempt.objects.filter(learner=reachable).exists()


def test_a_learner_who_has_a_code_is_kept_until_it_runs_out(client):
    learn(client)
    client.post("/saya/bukan-saya/")

    assert unreachable.forget(now=timezone.now() + timedelta(days=29)) == 0
    assert unreachable.forget(now=timezone.now() + timedelta(days=31)) == 1


def test_a_device_is_forgotten_with_its_cookie(client):
    learn(client)

    assert unreachable.forget(now=timezone.now() + timedelta(days=399)) == 0
    assert unreachable.forget(now=timezone.now() + timedelta(days=401)) == 1
    assert not LearnerDevice.objects.exists()


def test_the_learner_of_a_last_place_is_found_without_events(client):
    """Of whoever wants nothing recorded, and after events have been deleted."""
    learner = learn(client)
    Event.objects.all().delete()

    assert last_place(learner).title == "Modal"


def test_what_the_report_counts_of_its_owner_is_in_the_file_and_goes_with_them(client):
    learner = learn(client)
    catch_up()

    assert {row["kegiatan"] for row in kept(learner)["hitungan_untuk_laporan"]} == {"guide/contoh", "flow/alur-uji"}

    client.post("/saya/hapus/")
    catch_up()
    assert not PersonSum.objects.exists()
    assert all(activity["starters"] == 0 for activity in report(as_of=timezone.now(), activity=None)["activities"])
