"""The door for events, /api/peristiwa/: what is kept, what is refused, and that none takes another with it."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from learning import event_api
from learning.domain.event_batches import judge
from learning.models import Event, Learner
from learning.own_data import my_data
from sandbox.catalogue import publish
from tests.factories import sign_in_learner, small_flow
from tests.learning.factories import make_guide, make_raw_event

pytestmark = pytest.mark.django_db

DOOR = "/api/peristiwa/"
FIRST, SECOND = "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "3f2504e0-4f89-41d3-9a0c-0305e82c3302"


def told(**changes):
    """An event as the guide's script sends it: without a learner."""
    return make_raw_event(**{"learner": ..., "activity": "guide/contoh", "verb": "left", "seconds": 4, **changes})


def send(client, batch, *, content_type="text/plain;charset=UTF-8", **more):
    body = batch if isinstance(batch, (str, bytes)) else json.dumps(batch)
    return client.generic("POST", DOOR, body, content_type=content_type, **more)


@pytest.mark.parametrize("content_type", ["text/plain;charset=UTF-8", "application/json"])
def test_sound_events_are_stored_for_the_learner_of_the_cookie(client, content_type):
    learner = sign_in_learner(client)

    response = send(client, [told(id=FIRST), told(id=SECOND, learner=str(uuid4()))], content_type=content_type)

    assert response.status_code == 200
    assert response.json() == {"stored": [FIRST, SECOND], "refused": []}
    assert set(Event.objects.values_list("learner", flat=True)) == {str(learner)}


def test_who_sends_for_the_first_time_becomes_a_learner(client):
    send(client, [told(id=FIRST)])
    send(client, [told(id=SECOND)])

    learner = Learner.objects.get()
    assert set(Event.objects.values_list("learner", flat=True)) == {str(learner.uuid)}


@pytest.mark.parametrize("batch", [[], [{}], [{"id": FIRST, "verb": "menari"}]])
def test_who_sends_nothing_sound_becomes_nobody(client, batch):
    response = send(client, batch)

    assert response.json()["stored"] == []
    assert not Learner.objects.exists()
    assert "belajar" not in response.cookies


def test_a_bad_item_is_refused_alone_and_its_value_is_never_repeated(client):
    response = send(
        client,
        [
            told(id=FIRST),
            told(id="3273015210840001"),
            told(id=SECOND, field="nomor saya 0812-3456-7890"),
            "bukan peristiwa",
            told(id=SECOND, nik="3273015210840001"),
        ],
    )

    assert response.json()["stored"] == [FIRST]
    assert [refusal["id"] for refusal in response.json()["refused"]] == [None, SECOND, None, SECOND]
    assert all(refusal["why"].endswith(".") for refusal in response.json()["refused"])
    assert "3273" not in response.content.decode()
    assert "0812" not in response.content.decode()


def test_the_same_batch_again_is_stored_already(client):
    send(client, [told(id=FIRST, step="satu")])

    response = send(client, [told(id=FIRST, step="dua"), told(id=SECOND), told(id=SECOND)])

    assert response.json() == {"stored": [FIRST, SECOND], "refused": []}
    assert Event.objects.get(pk=FIRST).step == "satu"
    assert Event.objects.count() == 2


@pytest.mark.parametrize(
    "at", ["1970-01-01T00:00:00Z", "2019-05-05T00:00:00+07:00", "2041-01-01T00:00:00Z", "0001-01-01T00:00:00Z"]
)
def test_a_clock_wrong_by_years_costs_nothing_else(client, at):
    response = send(client, [told(id=FIRST, at=at), told(id=SECOND)])

    assert response.json() == {"stored": [FIRST, SECOND], "refused": []}


@pytest.mark.parametrize(
    "changes",
    [{"activity": "guide/belum-ada"}, {"step": "langkah-baru"}, {"version": "999"}, {"activity": "flow/asing"}],
)
def test_what_is_not_known_yet_is_kept(client, changes):
    assert send(client, [told(id=FIRST, **changes)]).json() == {"stored": [FIRST], "refused": []}


def test_our_own_practice_is_told_by_the_server_alone(client):
    publish(small_flow())

    response = send(client, [told(id=FIRST, activity="flow/alur-uji"), told(id=SECOND)])

    assert response.json()["stored"] == [SECOND]
    assert response.json()["refused"] == [{"id": FIRST, "why": "Latihan dicatat oleh server sendiri."}]


@pytest.mark.parametrize(("told_device", "kept"), [(..., "phone"), ("tablet", "tablet"), (None, "")])
def test_the_device_is_known_from_the_browser_where_the_event_names_none(client, told_device, kept):
    send(client, [told(device=told_device)], headers={"User-Agent": "Mozilla/5.0 (Linux; Android 10; K) Mobile"})

    assert Event.objects.get().device == kept


def test_too_many_events_are_refused_as_a_whole(client):
    response = send(client, [told() for _ in range(501)])

    assert response.status_code == 413
    assert not Event.objects.exists()
    assert len(send(client, [told() for _ in range(500)]).json()["stored"]) == 500


def test_a_body_beyond_256_kb_is_refused_unread(client):
    response = send(client, "[" + " " * 262_144 + "]")

    assert response.status_code == 413
    assert response.json()["why"].endswith("256 kB.")


@pytest.mark.parametrize(
    "body",
    ["", "{}", "null", "bukan JSON", '{"id": 1}\n{"id": 2}', "[" * 100_000, '["', b"\xff\xfe"],
    ids=["empty", "object", "null", "text", "lines", "deep", "torn", "bytes"],
)
def test_what_is_no_array_is_answered_with_a_sentence(client, body):
    response = send(client, body)

    assert response.status_code == 400
    assert response.json() == {"why": "Kiriman harus berupa larik JSON berisi peristiwa."}


def test_a_form_with_files_is_no_batch(client):
    assert client.post(DOOR, {"a": "b"}).status_code == 400


@pytest.mark.parametrize(
    "spoilt",
    ['"step": "\\ud800"', '"n": ' + "9" * 5000, '"seconds": NaN', '"step": [1]', '"at": 5', '"step": "\xff"'],
    ids=["half a sign", "a long number", "NaN", "a list", "a number for a time", "not UTF-8"],
)
def test_an_item_with_rubbish_spoils_no_other(client, spoilt):
    body = f'[{{"id": "{FIRST}", {spoilt}}}, {json.dumps(told(id=SECOND))}]'

    response = send(client, body.encode("latin-1"))

    assert response.json()["stored"] == [SECOND]
    assert [refusal["id"] for refusal in response.json()["refused"]] == [FIRST]


def test_a_page_of_another_site_tells_us_nothing(client):
    response = send(client, [told(id=FIRST)], headers={"Origin": "https://jahat.example"})

    assert response.status_code == 403
    assert not Event.objects.exists()


def test_reading_the_door_is_answered_with_a_page(client):
    assert client.get(DOOR).status_code == 405


def test_nothing_is_kept_of_who_wants_no_record(client):
    client.cookies["tanpa-catatan"] = "1"

    response = send(client, [told(id=FIRST)])

    assert response.json() == {"stored": [], "refused": [{"id": FIRST, "why": "Pemakai memilih tidak dicatat."}]}
    assert not Event.objects.exists()
    assert not Learner.objects.exists()


def test_what_an_erased_person_did_does_not_come_back_from_their_other_phone(client):
    learner = sign_in_learner(client)
    my_data.erase(learner)

    first = send(client, [told(id=FIRST)])
    second = send(client, [told(id=FIRST)])
    third = send(client, [told(id=SECOND, at=(timezone.now() + timedelta(minutes=1)).isoformat())])

    assert [refusal["id"] for answer in (first, second) for refusal in answer.json()["refused"]] == [FIRST, FIRST]
    assert third.json()["stored"] == [SECOND]
    assert Event.objects.get().learner == str(Learner.objects.get().uuid) != str(learner)


def test_what_an_erased_person_did_does_not_come_back_after_a_press_either(client):
    make_guide()
    my_data.erase(sign_in_learner(client))

    client.post("/panduan/contoh/langkah/1/tanda/", {"langkah": "satu", "tanda": "sudah"})
    send(client, [told(id=FIRST)])

    assert not Event.objects.filter(pk=FIRST).exists()
    assert Event.objects.filter(verb="completed", step="satu").exists()


def test_who_is_erased_while_their_events_arrive_stays_erased(client, monkeypatch):
    learner = sign_in_learner(client)

    def judge_slowly(*args, **more):
        judged = judge(*args, **more)
        my_data.erase(learner)
        return judged

    monkeypatch.setattr(event_api, "judge", judge_slowly)
    response = send(client, [told(id=FIRST)])

    assert response.status_code == 503
    assert not Event.objects.exists()


def test_a_tab_that_was_open_before_its_phone_was_left_tells_nothing_of_the_former_person(client):
    sign_in_learner(client)
    client.post("/saya/bukan-saya/")

    assert send(client, [told(id=FIRST)]).json()["stored"] == []
    assert not Event.objects.exists()


@pytest.mark.parametrize("told_when", ["hapus", "hapus-", "hapus-12345678901234567890", "hapus-²", "x"])
def test_a_cookie_that_names_no_moment_refuses_nothing(client, told_when):
    client.cookies["antrean"] = told_when

    assert send(client, [told(id=FIRST)]).json()["stored"] == [FIRST]


def test_a_long_batch_takes_few_queries(client, django_assert_max_num_queries):
    sign_in_learner(client)

    with django_assert_max_num_queries(20):
        send(client, [told() for _ in range(400)])


@pytest.mark.django_db(transaction=True)
def test_the_same_batch_twice_at_once_is_stored_once():
    client = Client()
    sign_in_learner(client)
    batch = [told() for _ in range(50)]

    def at_once(_):
        twin = Client()
        twin.cookies = client.cookies
        try:
            return send(twin, batch)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        responses = list(threads.map(at_once, range(4)))

    assert [response.status_code for response in responses] == [200] * 4
    assert {len(response.json()["stored"]) for response in responses} == {50}
    assert Event.objects.count() == 50
    assert connection.in_atomic_block is False
