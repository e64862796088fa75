"""What a press of a button costs on the phone's quota: the htmx answers of the real flow."""

import pytest
from django.middleware.gzip import GZipMiddleware

from sandbox import attempts
from sandbox.catalogue import flow_of, load_starter_flows
from sandbox.domain.faults import ALL_FAULTS
from sandbox.domain.solving import right_raw
from sandbox.domain.vocabulary import RIGHT_WAY
from sandbox.models import Mode
from sandbox.paths import right_path
from sandbox.reference import load_reference_data
from sandbox.work import open_work
from tests.factories import sign_in_learner

pytestmark = pytest.mark.django_db

PADDING = 100  # at most; the gzip middleware adds it at random, which a test cannot wait for
MOST = 4096 - PADDING  # bytes on the wire, headers included
HEADERS = {"HX-Request": "true", "Accept-Encoding": "gzip"}
LARGEST_DISTRICTS = ("95.06.03", "12.20.02")  # 108 and 86 villages in one list


@pytest.fixture(autouse=True)
def no_padding(monkeypatch):
    monkeypatch.setattr(GZipMiddleware, "max_random_bytes", 0)


def _bytes(response):
    return len(response.content) + sum(len(name) + len(value) + 4 for name, value in response.items())


def _presses(raw):
    """What somebody sends at a screen: nothing, nearly everything, a question, the right answers."""
    last = list(raw)[-1] if raw else None
    return {
        "refused": {},
        "nearly": {**raw, last: "zz"} if last else {},
        "bantuan": {**raw, "aksi": "bantuan"},
        "accepted": raw,
    }


def _screen_presses(client, attempt, screen):
    """(what, bytes) of each press at a screen and at the faults that then stand in the way."""
    flow = flow_of(attempt.flow_version)
    yield from _fault_presses(client, attempt)  # those that strike on arrival
    for what, data in _presses(
        right_raw(flow.persona(attempt.persona), flow.screen(screen), seed=attempt.seed)
    ).items():
        response = client.post(f"/latihan/coba/{attempt.pk}/{screen}/", data, headers=HEADERS)
        yield what, _bytes(response)
    yield from _fault_presses(client, attempt)


def _fault_presses(client, attempt):
    """The hint, each way in vain, then the way out, for as long as a fault stands in the way."""
    while (fault := open_work(attempt).fault) is not None:
        ways = [action.id for action in fault.actions if action.way != RIGHT_WAY]
        for action in ["petunjuk", *ways, fault.recovery]:
            url = f"/latihan/coba/{attempt.pk}/{fault.screen}/gangguan/"
            yield f"{fault.kind} {action}", _bytes(client.post(url, {"aksi": action}, headers=HEADERS))


def test_every_answer_to_a_press_fits_into_four_kilobytes(client):
    """In `tuntun`, which says most, with every fault on the way."""
    load_reference_data()
    ((version, _),) = load_starter_flows()
    flow, learner, sizes = flow_of(version), sign_in_learner(client), {}

    for persona in flow.personas:
        attempt = attempts.start(learner, version, persona=persona.id, mode=Mode.TUNTUN, faults=ALL_FAULTS)
        for screen in right_path(version, persona.id):
            for what, size in _screen_presses(client, attempt, screen):
                sizes[f"{persona.id}, {screen}, {what}"] = size
        attempt.refresh_from_db()
        assert attempt.finished_at is not None

    assert {name: size for name, size in sizes.items() if size > MOST} == {}


@pytest.mark.parametrize("district", LARGEST_DISTRICTS)
def test_the_longest_list_of_villages_fits_into_four_kilobytes(client, district):
    load_reference_data()
    ((version, _),) = load_starter_flows()
    attempt = attempts.start(sign_in_learner(client), version, persona="sembako", screen="lokasi", faults="tanpa")
    above = {"provinsi": district[:2], "kabupaten": district[:5], "kecamatan": district}

    response = client.post(f"/latihan/coba/{attempt.pk}/lokasi/", {**above, "aksi": "muat:wilayah"}, headers=HEADERS)

    assert _bytes(response) <= MOST
