"""A press on a practice screen asks the database little, whichever screen, persona, mode and fault."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sandbox import attempts
from sandbox.catalogue import flow_of, load_starter_flows
from sandbox.reference import load_reference_data
from sandbox.work import open_work
from tests.factories import right_answers, sign_in_learner

pytestmark = pytest.mark.django_db
# One of them notes who is to be counted. Savepoints, which stand for the transaction around a test, are left out.
MOST = 13


def _costs(client, learner, version, persona, mode, faults):
    """(queries, where) of each press from the start to the result."""
    attempt = attempts.start(learner, version, persona=persona, mode=mode, faults=faults)
    while not (work := open_work(attempt)).done:
        screen = work.fault.screen if work.fault else work.standing.current
        place = f"/latihan/coba/{attempt.pk}/{screen}/" + ("gangguan/" if work.fault else "")
        data = {"aksi": work.fault.recovery} if work.fault else {**right_answers(attempt, screen), "aksi": "lanjut"}
        with CaptureQueriesContext(connection) as asked:
            client.post(place, data, headers={"HX-Request": "true"})
        yield sum("SAVEPOINT" not in query["sql"] for query in asked), place.removeprefix(f"/latihan/coba/{attempt.pk}")


@pytest.mark.parametrize(("mode", "faults"), [("tuntun", "semua"), ("latihan", "tanpa"), ("tonton", "tanpa")])
def test_no_submitted_screen_of_the_starter_flow_asks_more_than_thirteen_times(client, mode, faults):
    load_reference_data()
    [(version, _new)] = load_starter_flows()
    learner = sign_in_learner(client)

    costs = [
        (persona.id, *cost)
        for persona in flow_of(version).personas
        for cost in _costs(client, learner, version, persona.id, mode, faults)
    ]

    assert len(costs) >= 105  # screens of all personas
    assert [cost for cost in costs if cost[1] > MOST and not cost[2].endswith("gangguan/")] == []
    assert max(queries for _persona, queries, _place in costs) <= MOST + 2
