"""What a press of a button costs on the phone's quota: the htmx answers of the real flow."""

import pytest

from sandbox import attempts
from sandbox.catalogue import flow_of, load_starter_flows
from sandbox.domain.solving import right_raw
from sandbox.reference import load_reference_data
from tests.factories import sign_in_learner

pytestmark = pytest.mark.django_db

MOST = 4096  # bytes on the wire, headers included
HEADERS = {"HX-Request": "true", "Accept-Encoding": "gzip"}


def _bytes(response):
    return len(response.content) + sum(len(name) + len(value) + 4 for name, value in response.items())


@pytest.mark.parametrize("persona", ["sembako", "penjahit"])
def test_every_answer_to_a_submitted_screen_fits_into_four_kilobytes(client, persona):
    load_reference_data()
    ((version, _),) = load_starter_flows()
    flow = flow_of(version)
    attempt = attempts.start(sign_in_learner(client), version, persona=persona)
    sizes = {}

    for screen in flow.screens:
        url = f"/latihan/coba/{attempt.pk}/{screen.id}/"
        raw = right_raw(flow.persona(persona), screen, seed=attempt.seed)
        last = list(raw)[-1] if raw else None
        posts = {"refused": {}, "nearly": {**raw, last: "zz"} if last else {}, "accepted": raw}
        for what, data in posts.items():
            response = client.post(url, data, headers=HEADERS)
            sizes[f"{screen.id} {what}"] = _bytes(response)

    assert {name: size for name, size in sizes.items() if size > MOST} == {}
    assert len(sizes) == 48
