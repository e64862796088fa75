"""What an owner says about the real registration on /saya/: kept, taken back, told as events without a number."""

import pytest

from learning import real_steps
from learning.models import Event, StepDone
from sandbox.catalogue import publish
from tests.factories import sign_in_learner, small_flow
from tests.learning.factories import make_guide
from tutorials.catalogue import guide_definitions

pytestmark = pytest.mark.django_db

ADDRESS = "/saya/langkah-nyata/"


@pytest.fixture
def guide():
    publish(small_flow())
    return make_guide("satu", "dua", "tiga", practice=("alur-uji:daftar", "", "alur-uji:terbit"))


def say(client, word, **more):
    return client.post(ADDRESS, {"panduan": "guide/contoh", "kata": word, **more})


def told():
    return list(Event.objects.filter(verb="real").order_by("received_at").values_list("code", "step"))


def section(learner):
    return real_steps.sections_of(learner, guide_definitions())[0]


def test_a_nib_that_is_there_is_told_once(client, guide):
    learner = sign_in_learner(client)

    response = say(client, "terbit")
    say(client, "terbit")

    assert (response.status_code, response["Location"]) == (302, "/saya/#nyata")
    assert told() == [("nib-terbit", "")]
    event = Event.objects.get()
    assert (event.activity, event.version, event.learner) == ("guide/contoh", "1", str(learner))
    assert section(learner).issued_at is not None


def test_what_was_said_can_be_taken_back(client, guide):
    learner = sign_in_learner(client)
    say(client, "terbit")

    say(client, "batal")
    say(client, "batal")

    assert told() == [("nib-terbit", ""), ("batal", "")]
    assert section(learner).issued_at is None


def test_who_is_stuck_is_stuck_at_one_step(client, guide):
    learner = sign_in_learner(client)

    say(client, "macet", langkah="dua")
    say(client, "macet", langkah="dua")
    say(client, "macet", langkah="tiga")

    assert told() == [("macet", "dua"), ("batal", "dua"), ("macet", "tiga")]
    assert section(learner).stuck_at.id == "tiga"


def test_who_has_the_nib_is_stuck_no_more(client, guide):
    learner = sign_in_learner(client)
    say(client, "macet", langkah="dua")

    say(client, "terbit")

    assert told() == [("macet", "dua"), ("batal", "dua"), ("nib-terbit", "")]
    assert section(learner).stuck_at is None


@pytest.mark.parametrize(
    "words",
    [
        {"kata": "menang"},
        {"kata": "macet"},
        {"kata": "macet", "langkah": "1234567890123456"},
        {"kata": "terbit", "panduan": "guide/lain"},
        {},
    ],
)
def test_words_that_no_button_says_are_refused(client, guide, words):
    response = client.post(ADDRESS, {"panduan": "guide/contoh", **words})

    assert response.status_code == 400
    assert not Event.objects.exists()


def test_opening_the_address_of_the_buttons_leads_to_the_page(client):
    assert client.get(ADDRESS)["Location"] == "/saya/#nyata"


def test_who_wants_no_record_still_sees_what_was_said(client, guide):
    learner = sign_in_learner(client)
    client.cookies["tanpa-catatan"] = "1"

    say(client, "terbit")

    assert not Event.objects.exists()
    assert section(learner).issued_at is not None


def test_a_guide_to_a_part_of_the_way_asks_nothing():
    publish(small_flow())
    make_guide("satu", "dua", practice=("alur-uji:daftar", "alur-uji:modal"))

    assert real_steps.sections_of(None, guide_definitions()) == []


def test_a_guide_without_practice_of_its_own_asks_nothing():
    make_guide("satu")

    assert real_steps.sections_of(None, guide_definitions()) == []


def test_somebody_elses_words_are_not_shown(client, guide):
    say(client, "terbit")
    client.cookies.clear()

    assert section(sign_in_learner(client)).issued_at is None
    assert StepDone.objects.count() == 1
