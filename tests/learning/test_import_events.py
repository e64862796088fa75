import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from learning.models import Activity, Event
from tests.learning.factories import make_guide, make_raw_event

pytestmark = pytest.mark.django_db

DEFINITION = {
    "activities": [
        {
            "id": "flow/contoh",
            "title": "Contoh",
            "kind": "flow",
            "version": "1",
            "steps": [{"id": "satu", "title": "Satu", "expected_seconds": 40}],
        }
    ]
}


@pytest.fixture
def run(tmp_path):
    def run(events, definition=DEFINITION):
        """Import; `events` are objects or ready lines. Return what was said on the two outputs."""
        lines = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in events]
        (tmp_path / "definition.json").write_text(json.dumps(definition))
        (tmp_path / "events.jsonl").write_bytes(b"\n".join(lines))
        out, err = StringIO(), StringIO()
        call_command("import_events", tmp_path / "definition.json", tmp_path / "events.jsonl", stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    return run


def test_activities_and_events_are_kept_and_counted(run):
    out, err = run([make_raw_event(), make_raw_event(verb="completed", seconds=30)])

    assert out == "Kegiatan: 1 baru, 0 diperbarui.\nPeristiwa: 2 disimpan, 0 sudah ada, 0 ditolak.\n"
    assert err == ""
    assert Activity.objects.get().title == "Contoh"
    assert Event.objects.count() == 2


def test_repeated_lines_change_nothing(run):
    events = [make_raw_event(), make_raw_event()]
    run(events)

    out, _ = run([*events, *events, {**events[0], "step": "dua"}])

    assert out == "Kegiatan: 0 baru, 1 diperbarui.\nPeristiwa: 0 disimpan, 5 sudah ada, 0 ditolak.\n"
    assert set(Event.objects.values_list("step", flat=True)) == {"satu"}


def test_a_refused_line_is_named_and_the_others_are_kept(run):
    out, err = run(
        [
            make_raw_event(),
            make_raw_event(nama="Ani"),
            b"",
            b'{"id": ',
            b'{"id": "\xff"}',
            make_raw_event(seconds=float("nan")),
            make_raw_event(code="3174015005850001"),
            make_raw_event(),
        ]
    )

    assert out.endswith("Peristiwa: 2 disimpan, 0 sudah ada, 5 ditolak.\n")
    assert err.splitlines() == [
        "Baris 2: Kunci 'nama' tidak dikenal.",
        "Baris 4: Bukan JSON yang sah.",
        "Baris 5: Bukan JSON yang sah.",
        "Baris 6: Kunci 'seconds' harus antara 0 dan 10000000 detik.",
        "Baris 7: Kunci 'code' memuat deret angka yang bisa jadi nomor milik seseorang.",
    ]


def test_an_event_of_an_unknown_activity_or_step_is_kept(run):
    run([make_raw_event(activity="flow/nanti"), make_raw_event(step="nanti")])

    assert Event.objects.count() == 2


def test_more_lines_than_fit_one_batch_are_all_kept(run):
    run([make_raw_event() for _ in range(2001)])

    assert Event.objects.count() == 2001


def test_a_definition_of_one_of_our_own_guides_is_passed_over_but_its_events_are_taken(run):
    make_guide("satu", "dua", slug="milik-kami")
    definition = {"activities": [{**DEFINITION["activities"][0], "id": "guide/milik-kami"}]}

    out, err = run([make_raw_event(activity="guide/milik-kami")], definition)

    assert err == "guide/milik-kami milik situs ini: definisinya dilewati, peristiwanya diterima.\n"
    assert out.startswith("Kegiatan: 0 baru, 0 diperbarui.")
    assert Event.objects.get().activity == "guide/milik-kami"


def test_a_nonsense_definition_is_refused_with_its_place_and_nothing_is_stored(run):
    with pytest.raises(CommandError, match=r"activities\[0\]: kunci 'id' wajib ada"):
        run([make_raw_event()], {"activities": [{"title": "Contoh"}]})

    assert Event.objects.count() == 0


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[" * 100_000], ids=["cut off", "not UTF-8", "far too deep"])
def test_a_definition_that_is_no_json_is_refused(tmp_path, content):
    (tmp_path / "definition.json").write_bytes(content)
    (tmp_path / "events.jsonl").write_text("")

    with pytest.raises(CommandError, match="bukan JSON yang sah"):
        call_command("import_events", tmp_path / "definition.json", tmp_path / "events.jsonl")


def test_a_missing_file_is_named(tmp_path):
    (tmp_path / "definition.json").write_text(json.dumps(DEFINITION))

    with pytest.raises(CommandError, match=r"events\.jsonl tidak bisa dibaca"):
        call_command("import_events", tmp_path / "definition.json", tmp_path / "events.jsonl")

    assert Activity.objects.count() == 0
