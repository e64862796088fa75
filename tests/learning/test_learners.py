"""One browser is one learner, however its first press and its page's first events arrive."""

import pytest
from django.test import Client

from learning.learners import COOKIE, READING_COOKIE
from learning.models import Event, Learner, LearnerDevice, StepDone
from tests.learning.factories import make_guide, make_raw_event

pytestmark = pytest.mark.django_db
PRESS = ("/panduan/contoh/langkah/1/tanda/", {"langkah": "satu", "tanda": "sudah"})


def press(client):
    return client.post(*PRESS)


def send_events(client, *events):
    found = events or (make_raw_event(activity="guide/contoh"),)
    return client.post("/api/peristiwa/", list(found), content_type="application/json")


def pseudonyms():
    return {
        *Event.objects.values_list("learner", flat=True),
        *map(str, StepDone.objects.values_list("learner", flat=True)),
    }


def test_a_press_takes_over_whom_the_page_already_told_about(client):
    make_guide()
    first = send_events(client)
    second = press(client)

    assert set(first.cookies) == {READING_COOKIE}
    assert second.cookies[COOKIE].value
    assert second.cookies[READING_COOKIE].value == ""
    assert len(pseudonyms()) == Learner.objects.count() == LearnerDevice.objects.count() == 1


def test_events_after_a_press_are_of_who_pressed_and_set_no_cookie(client):
    make_guide()
    press(client)
    answer = send_events(client)

    assert not answer.cookies
    assert len(pseudonyms()) == 1


@pytest.mark.parametrize("press_is_last", [True, False])
def test_a_press_and_events_at_the_same_moment_are_of_one_person(client, press_is_last):
    """Both were sent before either answer, so neither knew of the other; the browser keeps both cookies."""
    make_guide()
    pressing, sending = Client(), Client()
    press(pressing)
    send_events(sending)
    for one in (sending, pressing) if press_is_last else (pressing, sending):
        client.cookies.update(one.cookies)
    assert len(pseudonyms()) == 2

    seen = client.get("/saya/").context["guides"][0].done
    answer = send_events(client)

    assert seen == 1
    assert answer.cookies[READING_COOKIE].value == ""
    assert len(pseudonyms()) == Learner.objects.count() == LearnerDevice.objects.count() == 1
    assert StepDone.objects.count() == 1


@pytest.mark.parametrize("path", ["/saya/bukan-saya/", "/saya/hapus/"])
def test_leaving_and_erasing_end_both_cookies(client, path):
    make_guide()
    pressing, sending = Client(), Client()
    press(pressing)
    send_events(sending)
    client.cookies.update({**pressing.cookies, **sending.cookies})

    answer = client.post(path)

    assert (answer.cookies[COOKIE].value, answer.cookies[READING_COOKIE].value) == ("", "")
    assert not LearnerDevice.objects.exists()


def test_who_only_reads_can_take_their_data_and_erase_it(client):
    make_guide()
    send_events(client)

    assert client.get("/saya/data-saya.json").json()["peristiwa"]
    client.post("/saya/hapus/")
    assert not Event.objects.exists()


def test_reading_alone_sets_no_cookie(client):
    make_guide()

    assert not client.get("/panduan/contoh/langkah/1/").cookies
    assert not Learner.objects.exists()
