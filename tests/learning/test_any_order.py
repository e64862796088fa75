"""Order, repetition and the way of batching change neither what is stored nor what the report says."""

import json
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learning import stuck_report
from learning.domain.counting.exposures import Trace
from learning.domain.events import Verb
from learning.domain.method.stuck import activity_report
from learning.models import Event
from tests.factories import sign_in_learner
from tests.learning.factories import LATER, NOON, make_activity, make_definition

STEPS = ("satu", "dua", "tiga")
VERSIONS = ("1", "2", "99")
DEFINITION = make_definition(*STEPS, version="2", versions=[("2", NOON + timedelta(hours=2), ["dua"])])
EXACT = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@st.composite
def happenings(draw, learners=("ani", "budi", "citra")):
    """Events with ids of their own, among them early and late ones, of steps and versions nobody knows."""
    number = draw(st.integers(1, 25))
    return [
        {
            "id": str(UUID(int=0x9000_0000_0000_4000_8000_0000_0000_0000 + place)),
            "learner": draw(st.sampled_from(learners)),
            "at": (NOON + timedelta(minutes=draw(st.integers(-3000, 3000)))).isoformat(),
            "activity": "flow/contoh",
            "version": draw(st.sampled_from(VERSIONS)),
            "verb": draw(st.sampled_from(list(Verb))).value,
            "step": draw(st.sampled_from((*STEPS, "asing"))),
            "field": draw(st.sampled_from(("luas", "nik"))),
            "code": draw(st.sampled_from(("number.digits", "nib-terbit", "macet", "batal"))),
            "level": draw(st.integers(1, 4)),
            "seconds": draw(st.floats(0, 900)),
            "from": draw(st.floats(0, 60)),
            "to": draw(st.floats(0, 60)),
            "attempt": draw(st.sampled_from((None, "3f2504e0-4f89-41d3-9a0c-0305e82c3301"))),
            "mode": draw(st.sampled_from(("tonton", "latihan"))),
            "device": draw(st.sampled_from(("phone", "desktop"))),
            "net": draw(st.sampled_from(("slow", "ok"))),
        }
        for place in range(number)
    ]


@st.composite
def tellings(draw, of):
    """The same events in another order, some of them more than once, cut into batches."""
    events = draw(of)
    again = draw(st.lists(st.sampled_from(events), max_size=10))
    told = draw(st.permutations(events + again))
    cuts = sorted(draw(st.lists(st.integers(0, len(told)), max_size=4)))
    return events, [told[start:end] for start, end in zip([0, *cuts], [*cuts, len(told)], strict=True)]


def report_of(events):
    traces = [
        Trace(
            **{key: event[key] for key in Trace._fields if key in event}
            | {
                "id": UUID(event["id"]),
                "at": NOON.fromisoformat(event["at"]),
                "played_from": event["from"],
                "played_to": event["to"],
            }
        )
        for event in events
    ]
    return activity_report(DEFINITION, traces, as_of=LATER)


@given(tellings(happenings()))
@settings(max_examples=30, **EXACT)
def test_the_report_is_the_same_however_the_events_arrive(telling):
    events, batches = telling

    assert report_of([event for batch in batches for event in batch]) == report_of(events)


def told_through_the_door(client, batches):
    """What is stored and what the report says afterwards; then as if nothing had been told."""
    with transaction.atomic():
        for batch in batches:
            body = json.dumps(batch)
            answer = client.generic("POST", "/api/peristiwa/", body, content_type="text/plain").json()
            assert set(answer["stored"]) == {event["id"] for event in batch}
        rows = sorted(map(repr, Event.objects.values(*Trace._fields)))
        report = stuck_report.report(as_of=LATER, activity="flow/contoh")
        transaction.set_rollback(True)
    return rows, report


@pytest.mark.django_db
@given(tellings(happenings()))
@settings(max_examples=8, **EXACT)
def test_the_door_stores_the_same_however_the_events_are_told(client, telling):
    events, batches = telling
    if "belajar" not in client.cookies:  # the first example: what it makes is there for all
        make_activity(*STEPS, version="2", versions=[{"version": "2", "at": NOON.isoformat(), "changed": ["dua"]}])
        sign_in_learner(client)

    assert told_through_the_door(client, batches) == told_through_the_door(client, [events])
