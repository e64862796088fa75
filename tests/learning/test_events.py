from uuid import UUID

import pytest

from learning import events
from learning.domain.events import parse_event
from learning.models import Event
from tests.learning.factories import make_raw_event

pytestmark = pytest.mark.django_db

ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"


def test_every_key_is_kept():
    event = parse_event(
        make_raw_event(
            id=ID, verb="played", field="luas", code="nik.length", level=2, seconds=3.25, n=7, mode="tuntun",
            attempt="6ba7b810-9dad-11d1-80b4-00c04fd430c8", company="class", group="AB12CD", persona="penjahit",
            device="phone", net="offline", **{"from": 5, "to": 12},
        )
    )  # fmt: skip

    events.store([event])

    row = Event.objects.get(pk=UUID(ID))
    assert (row.activity, row.version, row.verb, row.step) == ("flow/contoh", "1", "played", "satu")
    assert (row.field, row.code, row.level, row.seconds, row.n) == ("luas", "nik.length", 2, 3.25, 7)
    assert (row.played_from, row.played_to) == (5.0, 12.0)
    assert (row.mode, row.company, row.group, row.persona) == ("tuntun", "class", "AB12CD", "penjahit")
    assert (row.device, row.net) == ("phone", "offline")
    assert row.attempt == UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
    assert row.at.isoformat() == "2026-03-01T12:00:00+00:00"


def test_the_first_content_of_an_id_stays():
    events.store([parse_event(make_raw_event(id=ID, step="satu"))])

    stored = events.store([parse_event(make_raw_event(id=ID, step="dua"))])

    assert stored == 0
    assert Event.objects.get().step == "satu"


def test_the_first_content_of_an_id_stays_within_one_batch_too():
    stored = events.store([parse_event(make_raw_event(id=ID, step=step)) for step in ("satu", "dua", "tiga")])

    assert stored == 1
    assert Event.objects.get().step == "satu"


def test_nothing_to_store_is_fine():
    assert events.store([]) == 0
