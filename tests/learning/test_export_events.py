import json
import shutil
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from learning import events
from learning.domain.event_documents import as_document
from learning.domain.events import EventRefused, parse_event
from learning.models import Event
from scripts.running_site import environment_for
from tests.conftest import ON_SQLITE
from tests.kept_state import migrated_database
from tests.learning.factories import make_raw_event

FULL = {
    "id": "0b8f0d3e-6f0a-4c1e-9a55-1f2f3a4b5c6d",
    "learner": "5c1f0f6e-2f0a-4c1e-9a55-1f2f3a4b5c6d",
    "at": "2026-03-01T12:00:00.250000+00:00",
    "activity": "flow/contoh",
    "version": "3",
    "verb": "error",
    "step": "satu",
    "field": "luas",
    "code": "number.digits",
    "level": 2,
    "seconds": 61.5,
    "from": 3.0,
    "to": 9.25,
    "attempt": "7d1f0f6e-2f0a-4c1e-9a55-1f2f3a4b5c6d",
    "n": 4,
    "mode": "latihan",
    "company": "class",
    "group": "482915",
    "persona": "sembako",
    "device": "phone",
    "net": "slow",
}


def exported(*options):
    out = StringIO()
    call_command("export_events", *options, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def keep(*raw):
    events.store([parse_event(each) for each in raw])


@pytest.mark.django_db
def test_an_event_comes_back_key_by_key_as_it_was_taken_in():
    keep(FULL)

    assert exported() == [FULL]


@pytest.mark.django_db
def test_a_key_that_was_absent_stays_absent():
    keep(make_raw_event(step=...))

    assert set(exported()[0]) == {"id", "learner", "at", "activity", "version", "verb"}


@pytest.mark.django_db
def test_events_stand_in_the_order_they_happened():
    late = make_raw_event(at="2026-03-02T00:00:00+07:00")
    keep(late, make_raw_event(at="2026-03-01T16:59:59+00:00"), make_raw_event(at="2026-01-01T00:00:00Z"))

    assert [event["at"] for event in exported()] == [
        "2026-01-01T00:00:00+00:00",
        "2026-03-01T16:59:59+00:00",
        "2026-03-01T17:00:00+00:00",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("since", ["2026-03-02T00:00:00+07:00", "2026-03-02", "2026-03-01T17:00Z"])
def test_since_leaves_out_what_happened_before(since):
    keep(make_raw_event(at="2026-03-01T16:59:59+00:00"), make_raw_event(at="2026-03-01T17:00:00+00:00"))

    assert [event["at"] for event in exported("--since", since)] == ["2026-03-01T17:00:00+00:00"]


@pytest.mark.django_db
@pytest.mark.parametrize("since", ["kemarin", "2026-13-01", "", "0001-01-01", "9999-12-31T23:59:59-14:00"])
def test_a_moment_that_is_none_is_answered_with_a_sentence(since):
    with pytest.raises(CommandError, match="--since harus berupa waktu ISO 8601"):
        exported("--since", since)


@pytest.mark.django_db
def test_importing_an_export_yields_the_same_events(tmp_path):
    keep(FULL, make_raw_event(learner="murid-7"), make_raw_event(verb="played", **{"from": 0, "to": 12.5}))
    rows = sorted(Event.objects.values_list(*COLUMNS))
    file, definition = tmp_path / "events.jsonl", tmp_path / "definition.json"
    file.write_text("".join(json.dumps(event) + "\n" for event in exported()))
    definition.write_text('{"activities": []}')
    Event.objects.all().delete()

    call_command("import_events", str(definition), str(file), stdout=StringIO())

    assert sorted(Event.objects.values_list(*COLUMNS)) == rows
    assert len(rows) == 3


COLUMNS = [field.attname for field in Event._meta.get_fields() if field.name not in ("received_at", "level", "n")]


@pytest.mark.django_db
def test_no_event_is_no_line():
    assert exported() == []


OPTIONAL = {
    key: st.just(value)
    for key, value in FULL.items()
    if key not in ("id", "learner", "at", "activity", "version", "verb")
}


@given(st.fixed_dictionaries({}, optional=OPTIONAL), st.datetimes(timezones=st.timezones()))
def test_whatever_was_taken_in_reads_back_to_the_same_event(optional, at):
    try:
        event = parse_event(make_raw_event(**{"step": ...} | optional | {"at": at.isoformat()[:40]}))
    except EventRefused:  # a moment that has no UTC
        return

    assert parse_event(json.loads(json.dumps(as_document(event)))) == event


@pytest.mark.skipif(not ON_SQLITE, reason="a database that another process may open is kept for SQLite only")
def test_a_reader_who_has_seen_enough_is_no_error(tmp_path):
    """With a real pipe: `manage.py export_events | head -1`."""
    shutil.copy(migrated_database(), tmp_path / "db.sqlite3")
    file, definition = tmp_path / "events.jsonl", tmp_path / "definition.json"
    file.write_text("".join(json.dumps(make_raw_event()) + "\n" for _ in range(3000)))
    definition.write_text('{"activities": []}')
    run = [sys.executable, "manage.py"]
    environment = environment_for(tmp_path)
    importing = [*run, "import_events", str(definition), str(file)]
    subprocess.run(importing, env=environment, check=True, capture_output=True)

    with subprocess.Popen(
        [*run, "export_events"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as export:
        first = export.stdout.readline()
        export.stdout.close()
        complaint = export.stderr.read()

    assert json.loads(first)["activity"] == "flow/contoh"
    assert complaint == b""
    assert export.returncode == 0
