"""The start form: personas, modes, faults, the code of a trainer."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.utils import timezone

from sandbox.catalogue import publish
from sandbox.models import Attempt
from tests.factories import a_fault, faulty_flow, make_attempt, sign_in_learner

pytestmark = pytest.mark.django_db

START = "/latihan/alur-uji/"
WISH = {"persona": "sembako", "mode": "latihan"}


def _two_personas():
    """The second takes the short way, which leaves "modal" out."""
    document = faulty_flow()
    short = deepcopy(document["personas"][0]) | {"id": "penjahit", "name": "Pak Darto", "difficulty": 3}
    short["answers"]["daftar"]["punya_usaha"] = "belum"
    document["personas"].append(short)
    return document


def test_practice_is_marked_at_first_and_every_mode_says_what_it_is(client):
    make_attempt(document=faulty_flow())

    page = client.get(START).text

    assert 'value="latihan" checked' in page
    assert "Layar terisi sendiri" in page
    assert "paling banyak 5 isian perlu dibetulkan" in page


def test_personas_stand_under_how_hard_they_are(client):
    make_attempt(document=_two_personas())

    page = client.get(START).text

    assert page.index("Mudah") < page.index("Bu Melati") < page.index("Menantang") < page.index("Pak Darto")


def test_each_fault_can_be_practised_alone(client):
    make_attempt(document=faulty_flow(a_fault("hang"), a_fault("blank", title="")))

    page = client.get(START).text

    assert f'href="{START}?layar=modal&amp;gangguan=hang">Judul hang</a>' in page
    assert f'href="{START}?layar=modal&amp;gangguan=blank">Layar kosong</a>' in page


def test_a_fault_named_in_the_address_is_chosen(client):
    make_attempt(document=faulty_flow())

    assert '<option value="hang" selected>' in client.get(f"{START}?layar=modal&gangguan=hang").text


def test_the_chosen_fault_is_the_one_that_is_met(client):
    make_attempt(document=faulty_flow(a_fault("hang"), a_fault("blank")))

    client.post(START, {**WISH, "layar": "modal", "gangguan": "hang"})

    assert Attempt.objects.latest("started_at").planned_faults == ["hang"]


@pytest.mark.parametrize("named", ["terbang", "hang ", "' OR 1=1", "logout", "%00"])
def test_an_unknown_fault_in_the_address_is_left_out_with_a_sentence(client, named):
    make_attempt(document=faulty_flow())

    response = client.get(START, {"gangguan": named})

    assert response.status_code == 200
    assert "Gangguan yang diminta tidak ada di latihan ini." in response.text
    assert '<option value="" selected>' in response.text


def test_an_unknown_fault_that_is_posted_is_refused_with_a_sentence(client):
    make_attempt(document=faulty_flow())

    response = client.post(START, {**WISH, "gangguan": "terbang"})

    assert response.status_code == 200
    assert "Gangguan itu tidak ada. Pilih dari daftar." in response.text


def test_the_code_of_a_trainer_is_taken_in_small_letters_too(client):
    make_attempt(document=faulty_flow())

    client.post(START, {**WISH, "benih": "k7q2md"})

    assert Attempt.objects.latest("started_at").seed == "K7Q2MD"


@pytest.mark.parametrize("code", ["K7Q2M", "K7Q2MO", "x" * 5000, "K7Q2M\x00"])
def test_another_code_is_refused_with_an_example(client, code):
    make_attempt(document=faulty_flow())

    response = client.post(START, {**WISH, "benih": code})

    assert response.status_code == 200
    assert "Contoh: K7Q2MD" in response.text


def test_who_does_not_pass_a_screen_is_not_offered_there_and_refused(client):
    make_attempt(document=_two_personas())

    page = client.get(f"{START}?layar=modal").text
    response = client.post(START, {**WISH, "persona": "penjahit", "layar": "modal"})

    assert 'value="penjahit"' not in page
    assert "Tokoh ini tidak melewati layar itu." in response.text


def test_a_fault_off_the_way_of_the_persona_is_refused_with_a_sentence(client):
    make_attempt(document=_two_personas())

    response = client.post(START, {**WISH, "persona": "penjahit", "gangguan": "hang"})

    assert "Tokoh ini tidak melewati layar itu." in response.text


def test_the_list_and_the_form_say_how_long_answers_are_kept(client):
    make_attempt()

    for address in ("/latihan/", START):
        assert "kami hapus 30 hari setelah Anda terakhir mengisinya" in client.get(address).text


@pytest.mark.parametrize("part", ["", "daftar/", "modal/"])
def test_an_attempt_whose_answers_were_erased_says_so(client, part):
    erased_at = timezone.now() - timedelta(days=1)
    attempt = make_attempt(learner=sign_in_learner(client), erased_at=erased_at)
    url = attempt.get_absolute_url()

    page = client.get(url + part)

    assert page.status_code == 200
    assert "Isian latihan ini sudah dihapus" in page.text
    assert f'href="{START}"' in page.text
    assert client.post(f"{url}daftar/", {"nik": "1"})["Location"] == url
    assert client.post(f"{url}daftar/", {"nik": "1"}, headers={"HX-Request": "true"})["HX-Redirect"] == url


def test_a_link_to_a_screen_that_is_gone_leads_to_the_beginning_with_a_sentence(client):
    publish(faulty_flow())

    page = client.get("/latihan/alur-uji/?layar=tidak-ada")

    assert page.status_code == 200
    assert b"Layar yang diminta tidak ada di latihan ini" in page.content


def test_a_post_that_names_a_screen_that_is_gone_begins_nothing(client):
    publish(faulty_flow())

    page = client.post("/latihan/alur-uji/", {"persona": "sembako", "mode": "latihan", "layar": "tidak-ada"})

    assert b"Layar yang diminta tidak ada di latihan ini" in page.content
    assert not Attempt.objects.exists()


def test_an_exam_begins_at_the_first_screen(client):
    publish(faulty_flow())

    page = client.post("/latihan/alur-uji/", {"persona": "sembako", "mode": "ujian", "layar": "modal"})

    assert "Ujian selalu dari layar pertama" in page.content.decode()
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("wanted", ["tanpa", "semua", ""])
def test_every_exam_has_the_one_fault_that_its_rule_names(client, wanted):
    publish(faulty_flow(a_fault("hang", "modal"), a_fault("email-taken", "daftar")))

    client.post("/latihan/alur-uji/", {"persona": "sembako", "mode": "ujian", "gangguan": wanted})

    assert len(Attempt.objects.get().planned_faults) == 1


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [("k7q2md", True), ("K7Q2MD", True), ("K7Q2M\u212a", False), ("K7Q2M", False), ("\u017f" * 6, False)],
)
def test_a_practice_code_is_six_signs_whatever_their_case(client, typed, accepted):
    publish(faulty_flow())

    client.post("/latihan/alur-uji/", {"persona": "sembako", "mode": "latihan", "benih": typed})

    assert Attempt.objects.exists() is accepted
    assert not accepted or Attempt.objects.get().seed == "K7Q2MD"
