"""What a box shows again after sending: what was typed, what was understood, the list it hangs on."""

import re

import pytest

from sandbox.domain.vocabulary import TYPE_CODES
from sandbox.reference import load_reference_data
from tests.factories import make_attempt, sign_in_learner, small_flow

pytestmark = pytest.mark.django_db


def _document(fields, answers):
    """The small flow with these fields at "modal"."""
    document = small_flow()
    document["screens"][1]["fields"] = fields
    document["personas"][0]["answers"]["modal"] = answers
    document["outcome"]["lines"] = [{"label": "NIK", "source": "daftar.nik"}]
    codes = [code for field in fields for code in TYPE_CODES[field["type"]]]
    document["texts"] = {**document["texts"], **{code: {"says": f"Kalimat {code}"} for code in codes}}
    return document


FIELDS = [
    {"id": "luas", "type": "area", "label": "Luas", "rules": [{"rule": "equals_persona"}]},
    {"id": "mulai", "type": "date", "label": "Mulai", "rules": [{"rule": "equals_persona"}]},
    {"id": "pekerja", "type": "number", "label": "Pekerja", "rules": [{"rule": "equals_persona"}]},
    {"id": "modal", "type": "rupiah", "label": "Modal", "rules": [{"rule": "equals_persona"}]},
]
RIGHT = {"luas": "12", "luas_satuan": "m2", "mulai": "07/08/1990", "pekerja": "2", "modal": "5.000.000"}


@pytest.fixture
def url(client):
    attempt = make_attempt(learner=sign_in_learner(client), document=_document(FIELDS, RIGHT), screen="modal")
    return f"/latihan/coba/{attempt.pk}/modal/"


def _echoes(response):
    return dict(re.findall(r'data-gema="(\w+)"[^>]*>([^<]*)</p>', response.text))


def test_what_was_understood_is_said_back_without_scripts_also_when_it_is_refused(client, url):
    typed = {"luas": "3 x 5 m", "luas_satuan": "m2", "mulai": "8 agt 90", "pekerja": "3 orang", "modal": "6jt"}

    response = client.post(url, typed)

    assert _echoes(response) == {
        "luas": "3 × 5 = 15 m². Di OSS, tulis 15.",
        "mulai": "Rabu, 8 Agustus 1990",
        "pekerja": "tiga",
        "modal": "enam juta rupiah",
    }
    assert 'value="8 agt 90"' in response.text


def test_the_unit_in_the_text_is_the_one_marked_in_the_list(client, url):
    response = client.post(url, {"luas": "0,5 ha", "luas_satuan": "m2"})

    assert '<option value="ha" selected>' in response.text
    assert response.text.count(" selected") == 1


def test_what_cannot_be_read_has_an_error_and_no_echo(client, url):
    response = client.post(url, {**RIGHT, "modal": "5,000"})

    assert re.findall(r'data-error="([^"]+)"', response.text) == ["rupiah.digits"]
    assert _echoes(response)["modal"] == ""
    assert 'value="5,000"' in response.text


def test_answers_in_the_words_of_people_are_accepted_and_reopened_in_their_normal_form(client, url):
    typed = {"luas": "3 x 4 m", "luas_satuan": "ha", "mulai": "7 agt 90", "pekerja": "dua orang", "modal": "lima juta"}

    assert client.post(url, typed).status_code == 302

    response = client.get(url)
    for value in ("12", "07/08/1990", "2", "5.000.000"):
        assert f'value="{value}"' in response.text
    assert '<option value="m2" selected>' in response.text
    assert _echoes(response)["modal"] == "lima juta rupiah"


SUCCESSORS = [
    {"id": "kode_lama", "type": "digits", "label": "Kode lama", "digits": 5},
    {"id": "kode_baru", "type": "kbli_successor", "label": "Kode baru", "sources": ["modal.kode_lama"]},
]


@pytest.fixture
def successor_url(client):
    load_reference_data()
    document = _document(SUCCESSORS, {"kode_lama": "56101", "kode_baru": "56101"})
    attempt = make_attempt(learner=sign_in_learner(client), document=document, screen="modal")
    return f"/latihan/coba/{attempt.pk}/modal/"


def test_the_new_codes_appear_once_the_old_one_is_written(client, successor_url):
    before = client.get(successor_url)
    after = client.post(
        successor_url, {"kode_lama": "56 101", "aksi": "muat:kode_baru"}, headers={"HX-Request": "true"}
    )

    assert "Isi kode lama dulu." in before.text
    assert re.findall(r'name="kode_baru" value="(\d{5})"', after.text) == ["56101", "56400"]
    assert after["HX-Retarget"] == '[data-field="kode_baru"]'


def test_an_old_code_without_a_new_one_says_so(client, successor_url):
    response = client.post(successor_url, {"kode_lama": "00000"})

    assert "Belum ada kode baru untuk kode lama itu." in response.text
