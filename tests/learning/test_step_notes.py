"""Since when a step is counted anew, and why people were confused."""

from datetime import timedelta

import pytest

from learning.domain.step_notes import Confused, Confusion, Presence, confusions, restarts
from learning.step_notes import notes_on
from tests.learning.factories import LATER, NOON, make_definition, make_trace, store_traces

EDIT = NOON + timedelta(days=1)
EDITED = make_definition(version="2", versions=[("2", EDIT, ["dua"])])


def test_a_step_seen_with_its_old_content_counts_from_its_edit():
    seen = [Presence("satu", "1", NOON), Presence("dua", "1", NOON), Presence("dua", "2", EDIT)]

    assert restarts(EDITED, seen, as_of=LATER) == {"dua": EDIT}


@pytest.mark.parametrize(
    ("seen", "as_of"),
    [
        (Presence("dua", "2", EDIT), LATER),
        (Presence("dua", "1", NOON), EDIT - timedelta(seconds=1)),
        (Presence("sudah-hilang", "1", NOON), LATER),
        (Presence("", "1", NOON), LATER),
    ],
    ids=["only the new content", "before the edit", "no step of this activity", "no step at all"],
)
def test_a_step_nobody_saw_with_older_content_does_not_restart(seen, as_of):
    assert restarts(EDITED, [seen], as_of=as_of) == {}


def test_the_old_content_on_a_phone_without_signal_is_old_after_the_edit_too():
    assert restarts(EDITED, [Presence("dua", "1", LATER)], as_of=LATER) == {"dua": EDIT}


def test_each_person_counts_once_for_each_reason():
    asked = [("ani", "a"), ("ani", "a"), ("ani", "b"), ("budi", "b"), ("budi", ""), ("cici", "")]
    found = confusions(EDITED, [Confusion("satu", "1", NOON, *one) for one in asked], as_of=LATER)

    assert found == {"satu": Confused(3, ((2, "b"), (1, ""), (1, "a")))}


def test_confusion_about_the_old_content_is_over():
    asked = [Confusion("dua", "1", NOON, "ani", "a"), Confusion("dua", "2", EDIT, "budi", "b")]

    assert confusions(EDITED, asked, as_of=LATER) == {"dua": Confused(1, ((1, "b"),))}


@pytest.mark.django_db
def test_notes_leave_out_what_the_report_leaves_out(django_assert_num_queries):
    old = [make_trace("ani", "entered", "dua"), make_trace("ani", "help", "satu", code="a")]
    watched = [make_trace("budi", "help", "satu", code="b", mode="tonton"), make_trace("budi", "left", "tiga")]
    store_traces([*old, *watched, make_trace("cici", "help", "satu", code="c", at=LATER + timedelta(days=1))])
    store_traces([make_trace("dedi", "help", "satu", code="d")], activity="flow/lain")

    with django_assert_num_queries(2):
        notes = notes_on(EDITED, as_of=LATER)

    assert notes.restarted == {"dua": EDIT}
    assert notes.confused == {"satu": Confused(1, ((1, "a"),))}
