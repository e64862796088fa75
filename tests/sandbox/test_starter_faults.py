"""The faults of the starter flow, as people read them: the portal's words, the coach's words, the ways."""

import json
import re
from pathlib import Path

import pytest

from sandbox.catalogue import STARTER_FLOWS
from sandbox.domain.reading import read_flow
from sandbox.domain.vocabulary import FAULT_KINDS, WAYS
from sandbox.fault_scene import fault_name

DOCUMENT = json.loads((STARTER_FLOWS / "nib-umk-perseorangan.json").read_text(encoding="utf-8"))
FLOW = read_flow(DOCUMENT)
FAULTS = {fault.kind: fault for fault in FLOW.faults}
EXPLAINED = (Path(__file__).resolve().parents[2] / "docs" / "flow-faults.md").read_text(encoding="utf-8")
UNFRIENDLY = re.compile(r"\b(gagal|salah(?! satu)|klik|input|upload|login|loading|submit|user|kamu)\b", re.IGNORECASE)


def coach_texts(fault):
    """What the neighbour says, as against the portal: hint, actions and lesson."""
    actions = [text for action in fault.actions for text in (action.label, action.says)]
    return [fault.text.do, *actions, fault.lesson.calm, fault.lesson.safe, fault.lesson.do]


def each_fault(test):
    return pytest.mark.parametrize("fault", FLOW.faults, ids=list(FAULTS))(test)


@each_fault
def test_the_coach_uses_everyday_words_and_blames_nobody(fault):
    assert [text for text in coach_texts(fault) if UNFRIENDLY.search(text)] == []


@each_fault
def test_the_coach_speaks_in_short_sentences(fault):
    sentences = [part for text in coach_texts(fault) for part in re.split(r"(?<=[.?:])\s", text)]

    assert [sentence for sentence in sentences if len(sentence.split()) > 15] == []


@each_fault
def test_the_coach_begins_with_calm_and_the_right_way_is_praised(fault):
    right = [action.says for action in fault.actions if action.right]

    assert fault.lesson.calm.startswith("Tenang. ")
    assert [says for says in right if not says.startswith("Tepat. ")] == []


@each_fault
def test_nobody_is_led_to_type_a_telephone_number(fault):
    told = " ".join([fault.title, fault.text.says, *coach_texts(fault)])

    assert re.findall(r"\d[\d .-]{5,}\d", told) == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("nik-taken", "NIK sudah terdaftar"),
        ("email-taken", "Email sudah terdaftar"),
        ("dukcapil-down", "Gagal tersambung ke sistem dukcapil"),
        ("data-mismatch", "Data tidak sesuai KTP"),
        ("no-pin", "Wajib diisi"),
    ],
)
def test_what_the_portal_is_known_to_say_is_said_word_for_word(kind, words):
    assert (FAULTS[kind].text.says, FAULTS[kind].text.known) == (words, True)


def test_the_right_way_cannot_be_guessed_from_its_place():
    places = [[action.right for action in fault.actions].index(True) for fault in FLOW.faults]

    assert max(places.count(place) for place in set(places)) <= len(places) / 2


@pytest.mark.parametrize("way", ["registers-again", "changes-data", "sends-again", "pays"])
def test_each_costly_way_is_offered_often_enough_to_be_met(way):
    offering = [fault.kind for fault in FLOW.faults if way in [action.way for action in fault.actions]]

    assert len(offering) >= 5


def test_the_faults_are_spread_over_the_way():
    screens = [fault.screen for fault in FLOW.faults]

    assert len(set(screens)) >= 14
    assert max(screens.count(screen) for screen in screens) <= 3


def test_the_document_on_faults_explains_every_kind_where_it_strikes_and_every_way():
    rows = dict(re.findall(r"^\| `([a-z0-9-]+)` \| `([a-z-]+)`, `(?:send|arrive)` \|", EXPLAINED, re.MULTILINE))

    assert rows == {kind: FAULTS[kind].screen for kind in FAULT_KINDS}
    assert [way for way in WAYS if f"`{way}`" not in EXPLAINED and way != "right"] == []


@each_fault
def test_the_document_on_faults_names_the_ways_as_the_practice_does(fault):
    assert [action.label for action in fault.actions if action.label not in EXPLAINED] == []


def test_every_fault_can_be_told_from_the_others_in_a_list():
    names = [fault_name(fault) for fault in FLOW.faults]

    assert sorted(set(names)) == sorted(names)
