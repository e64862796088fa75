"""What a fault costs on the phone's quota: its htmx answers in the real flow, and the guide opened beside a screen."""

import pytest

from sandbox import attempts
from sandbox.catalogue import flow_of, load_starter_flows
from sandbox.domain.solving import right_raw
from sandbox.paths import right_path
from sandbox.reference import load_reference_data
from sandbox.work import open_work
from tests.factories import sign_in_learner
from tutorials.starter.loading import load_starter_guides

pytestmark = pytest.mark.django_db

MOST = 4096  # bytes on the wire, headers included
HEADERS = {"HX-Request": "true", "Accept-Encoding": "gzip"}


def _bytes(response):
    return len(response.content) + sum(len(name) + len(value) + 4 for name, value in response.items())


def _walk(client, attempt, persona):
    """(what was pressed, its answer) through every screen and every fault, with each action taken once."""
    for screen in right_path(attempt.flow_version, persona.id):
        url = f"/latihan/coba/{attempt.pk}/{screen}/"
        yield from _faults(client, attempt)
        yield f"{screen} panduan", client.post(url, {"aksi": "panduan"}, headers=HEADERS)
        raw = right_raw(persona, flow_of(attempt.flow_version).screen(screen), seed=attempt.seed)
        yield f"{screen} lanjut", client.post(url, raw, headers=HEADERS)
    yield from _faults(client, attempt)


def _faults(client, attempt):
    while (fault := open_work(attempt).fault) is not None:
        door = f"/latihan/coba/{attempt.pk}/{fault.screen}/gangguan/"
        others = [action.id for action in fault.actions if not action.right]
        for action in ["petunjuk", "panduan", *others, fault.recovery]:
            yield f"{fault.kind} {action}", client.post(door, {"aksi": action}, headers=HEADERS)


def test_every_answer_of_a_fault_and_of_the_guide_beside_fits_into_four_kilobytes(client):
    load_reference_data()
    ((version, _),) = load_starter_flows()
    load_starter_guides()
    persona = flow_of(version).persona("depot-air")
    attempt = attempts.start(sign_in_learner(client), version, persona=persona.id, faults="semua")

    sizes = {what: _bytes(response) for what, response in _walk(client, attempt, persona)}

    assert {what: size for what, size in sizes.items() if size > MOST} == {}
    assert max(sizes.values()) > 2000
    attempt.refresh_from_db()
    assert attempt.finished_at is not None
