"""Reading the guide from practice, without losing what was typed."""

import pytest

from sandbox import attempts
from sandbox.catalogue import load_starter_flows
from sandbox.models import Mode
from sandbox.reference import load_reference_data
from tests.factories import sign_in_learner
from tutorials.starter.loading import load_starter_guides

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def practice(client):
    """Begin the starter flow in a mode; the address of its first screen."""
    load_reference_data()
    ((version, _),) = load_starter_flows()
    load_starter_guides()

    def begin(mode=Mode.LATIHAN, **choices):
        attempt = attempts.start(sign_in_learner(client), version, persona="sembako", mode=mode, **choices)
        return attempt.get_absolute_url()

    return begin


def test_the_guide_opens_beside_the_form_and_keeps_what_was_typed(client, practice):
    url = practice(faults="tanpa") + "daftar/"

    page = client.post(url, {"aksi": "panduan", "email": "melati@latihan.example"}).text

    assert 'id="panduan-samping"' in page
    assert 'value="melati@latihan.example"' in page
    assert "data-error" not in page


def test_under_htmx_the_panel_alone_comes_so_the_form_is_not_touched(client, practice):
    url = practice(faults="tanpa") + "daftar/"

    response = client.post(url, {"aksi": "panduan", "email": "melati@latihan.example"}, headers=HTMX)

    assert response["HX-Retarget"] == "#panduan"
    assert 'id="panduan-samping"' in response.text
    assert 'id="layar"' not in response.text


def test_the_link_to_the_whole_step_knows_the_way_back(client, practice):
    url = practice(faults="tanpa")

    page = client.get(url + "daftar/").text

    assert f"?dari={url}daftar/" in page.replace("%2F", "/")


def test_a_fault_has_its_own_explanation(client, practice):
    url = practice(screen="dasbor", faults="logout")

    page = client.post(f"{url}dasbor/gangguan/", {"aksi": "panduan"}).text

    assert 'data-fault="logout"' in page
    assert 'id="panduan-samping"' in page


def test_an_exam_has_no_guide_beside_it(client, practice):
    url = practice(mode=Mode.UJIAN, faults="tanpa") + "daftar/"

    for page in (client.get(url).text, client.post(url, {"aksi": "panduan"}).text):
        assert 'data-action="panduan"' not in page
        assert "panduan-samping" not in page
