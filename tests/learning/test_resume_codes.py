import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from learning.domain.resume_code import read_code, spell
from learning.models import CodeTries, Event, Learner, LearnerDevice, ResumeCode, StepDone
from learning.own_data import code_tries, resume_codes
from sandbox.models import Attempt
from tests.factories import make_attempt, sign_in_learner
from tests.learning.factories import make_guide
from tutorials.marks import mark_done

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed",
    [
        "H7KM-3QWX",
        "h7km-3qwx",
        "H7KM3QWX",
        " h7km 3qwx ",
        "H7KM–3QWX",
        "h7-km-3q-wx",
        "Ｈ７ＫＭ-３ＱＷＸ",
        "H7KM_3QWX\n",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert read_code(typed) == "H7KM-3QWX"


@pytest.mark.parametrize(
    "typed", ["", "H7KM", "H7KM-3QWXX", "H7KM-3QW0", "H7KM-3QWO", "17KM-3QWX", "LLLL-IIII", "9901010101010001"]
)
def test_what_is_no_code_is_not_read_as_one(typed):
    assert read_code(typed) is None


@given(st.integers(0, 2**256))
def test_every_code_has_eight_signs_without_look_alikes_and_reads_back(number):
    code = spell(number)

    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", code)
    assert read_code(code.lower().replace("-", " ")) == code


def test_different_numbers_give_different_codes():
    assert len({spell(number) for number in range(31**2)}) == 961


def test_the_button_shows_the_same_code_again_until_it_has_run_out():
    learner = Learner.objects.create()

    first = resume_codes.code_of(learner.uuid, now=NOW)

    assert resume_codes.code_of(learner.uuid, now=NOW + timedelta(days=29)) == first
    assert resume_codes.code_of(learner.uuid, now=NOW + timedelta(days=30)).text != first.text


def test_the_database_knows_a_code_only_by_its_keyed_hash(settings):
    learner = Learner.objects.create()
    code = resume_codes.code_of(learner.uuid, now=NOW).text
    kept = " ".join(map(str, ResumeCode.objects.values_list().get()))

    assert code not in kept
    assert code.replace("-", "") not in kept
    settings.SECRET_KEY = "another key"
    assert resume_codes.find(code, now=NOW) is None


def test_a_code_that_was_replaced_or_has_run_out_opens_nothing():
    learner = Learner.objects.create()
    old = resume_codes.code_of(learner.uuid, now=NOW).text
    new = resume_codes.renew(learner.uuid, now=NOW).text

    assert resume_codes.find(old, now=NOW) is None
    assert resume_codes.find(new, now=NOW) == learner
    assert resume_codes.find(new, now=NOW + timedelta(days=30)) is None


def test_another_phone_goes_on_as_the_same_learner(client):
    learner = sign_in_learner(client)
    make_attempt(learner=learner)
    code = code_on(client)
    other = Client()

    response = other.post("/saya/masuk/", {"kode": code.lower().replace("-", " ")})

    assert response["Location"] == "/saya/?baru=dilanjutkan"
    assert "Latihan yang belum selesai" in other.get("/saya/").content.decode()
    assert "Kemajuan Anda sudah ada di HP ini." in other.get("/saya/?baru=dilanjutkan").content.decode()
    assert LearnerDevice.objects.filter(learner=learner).count() == 2
    assert client.get("/saya/").context["known"]


def test_each_phone_has_a_secret_of_its_own(client):
    sign_in_learner(client)
    other = Client()

    other.post("/saya/masuk/", {"kode": code_on(client)})

    assert other.cookies["belajar"].value != client.cookies["belajar"].value


def test_a_wrong_code_is_answered_in_place_and_makes_no_learner(client):
    response = client.post("/saya/masuk/", {"kode": "H7KM-3QWX"})

    page = response.content.decode()
    assert response.status_code == 200
    assert 'data-error="code.unknown"' in page
    assert "H7KM-3QWX" not in page.replace("Contoh: H7KM-3QWX", "")
    assert not Learner.objects.exists()
    assert "belajar" not in response.cookies


@pytest.mark.parametrize("choice", ["", "yang-lain"])
def test_a_phone_with_progress_of_its_own_is_asked_first(client, choice):
    code, other, others = two_phones(client)

    response = other.post("/saya/masuk/", {"kode": code, "pilihan": choice})

    page = response.content.decode()
    assert "HP ini sudah punya kemajuan sendiri" in page
    assert f'name="kode" value="{code}"' in page
    assert LearnerDevice.objects.filter(learner=others).count() == 1


def test_joining_makes_one_learner_of_two(client):
    code, other, others = two_phones(client)
    learner = Learner.objects.exclude(pk=others).get().uuid

    response = other.post("/saya/masuk/", {"kode": code, "pilihan": "gabung"})

    assert response["Location"] == "/saya/?baru=digabung"
    assert set(StepDone.objects.values_list("learner", "step")) == {(learner, "satu"), (learner, "dua")}
    assert set(Event.objects.values_list("learner", flat=True)) == {str(learner)}
    assert set(Attempt.objects.values_list("learner", flat=True)) == {learner}
    assert list(Learner.objects.values_list("uuid", flat=True)) == [learner]
    assert LearnerDevice.objects.filter(learner=learner).count() == 2
    assert other.get("/saya/").context["guides"][0].done == 2


def test_not_joining_leaves_what_was_on_the_phone_to_its_owner(client):
    code, other, others = two_phones(client)

    response = other.post("/saya/masuk/", {"kode": code, "pilihan": "lepas"})

    assert response["Location"] == "/saya/?baru=dilanjutkan"
    assert other.get("/saya/").context["guides"][0].done == 1
    assert StepDone.objects.filter(learner=others).count() == 2
    assert not LearnerDevice.objects.filter(learner=others).exists()


@pytest.mark.parametrize(("choice", "drops"), [("gabung", False), ("lepas", True)])
def test_what_waits_on_the_phone_is_sent_for_the_new_person_only_where_it_is_theirs(client, choice, drops):
    sign_in_learner(client)
    code, phone = code_on(client), Client()
    make_attempt(learner=sign_in_learner(phone))

    response = phone.post("/saya/masuk/", {"kode": code, "pilihan": choice})

    assert ("antrean" in response.cookies) == drops


def test_the_code_of_this_very_phone_changes_nothing(client):
    learner = sign_in_learner(client)

    response = client.post("/saya/masuk/", {"kode": code_on(client)})

    assert response["Location"] == "/saya/?baru=sama"
    assert LearnerDevice.objects.filter(learner=learner).count() == 1


def test_no_address_and_no_reading_shows_a_code(client):
    sign_in_learner(client)
    code = code_on(client)

    assert client.get("/saya/kode/")["Location"] == "/saya/"
    assert code not in client.get("/saya/").content.decode()
    assert "no-store" in client.post("/saya/kode/")["Cache-Control"]


def test_a_visitor_without_progress_gets_no_code(client):
    response = client.post("/saya/kode/")

    assert response["Location"] == "/saya/"
    assert not Learner.objects.exists()


def test_who_guesses_waits_and_is_told_so(client, monkeypatch):
    for _ in range(60):
        assert client.post("/saya/masuk/", {"kode": "H7KM-3QWX"}).status_code == 200

    response = client.post("/saya/masuk/", {"kode": "H7KM-3QWX"})

    assert response.status_code == 429
    assert "Tunggu 15 menit" in response.content.decode()


def test_a_right_code_is_refused_too_while_its_address_waits(client):
    sign_in_learner(client)
    code, other = code_on(client), Client()
    for _ in range(60):
        other.post("/saya/masuk/", {"kode": "H7KM-3QWX"})

    assert other.post("/saya/masuk/", {"kode": code}).status_code == 429


def test_right_codes_weigh_on_nobody(client):
    sign_in_learner(client)
    code = code_on(client)

    for _ in range(65):
        assert Client().post("/saya/masuk/", {"kode": code}).status_code == 302

    assert set(CodeTries.objects.values_list("tries", flat=True)) == {0}


def test_tries_are_forgotten_after_a_quarter_of_an_hour():
    for _ in range(61):
        allowed = code_tries.count_try("192.0.2.1", now=NOW)

    assert not allowed
    assert code_tries.count_try("192.0.2.2", now=NOW)
    assert code_tries.count_try("192.0.2.1", now=NOW + timedelta(minutes=15))


def test_everybody_together_may_try_six_hundred_times():
    allowed = [code_tries.count_try(f"10.0.{number % 3}.{number // 3}", now=NOW) for number in range(601)]

    assert allowed.count(False) == 1


def test_who_goes_on_guessing_while_refused_makes_nobody_else_wait():
    for _ in range(700):
        code_tries.count_try("192.0.2.1", now=NOW)

    assert code_tries.count_try("192.0.2.2", now=NOW)


def test_one_ipv6_network_is_one_address_and_no_address_is_kept():
    for number in range(61):
        allowed = code_tries.count_try(f"2001:db8::{number:x}", now=NOW)

    assert not allowed
    assert all("2001" not in tries.who for tries in CodeTries.objects.all())


def code_on(client):
    """The code that pressing the button shows."""
    page = client.post("/saya/kode/").content.decode()
    return re.search(r"data-kode-pindah>([^<]+)<", page)[1]


def two_phones(client):
    """The code of the first phone, the client of a second one with progress of its own, and who that is."""
    first, second = make_guide().numbered_steps()[:2]
    mark_done(sign_in_learner(client), first.page, first)
    other = Client()
    others = sign_in_learner(other)
    for step in (first, second):
        mark_done(others, step.page, step)
    make_attempt(learner=others)
    return code_on(client), other, others
