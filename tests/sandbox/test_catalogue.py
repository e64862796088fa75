import json
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from sandbox import catalogue
from sandbox.catalogue import (
    InvalidDocument,
    StrandingFlow,
    check,
    flow_of,
    flow_summary,
    newest_version,
    publish,
    published_flows,
    store_trial,
)
from tests.factories import small_flow

pytestmark = pytest.mark.django_db

FIRST = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
SECOND = datetime(2026, 11, 8, 8, 0, tzinfo=UTC)
THIRD = datetime(2026, 11, 15, 8, 0, tzinfo=UTC)


def _with_title(title):
    document = small_flow()
    document["screens"][1]["title"] = title
    return document


def test_a_changed_document_is_the_next_version():
    publish(small_flow())

    assert publish(_with_title("Modal usaha")).number == 2


def test_an_unchanged_document_is_no_new_version():
    first = publish(small_flow())

    assert publish(small_flow()).pk == first.pk


def test_an_invalid_document_is_refused_and_the_published_one_stays():
    first = publish(small_flow())
    broken = small_flow()
    broken["screens"][0]["fields"][1]["type"] = "hologram"

    with pytest.raises(InvalidDocument, match=r"^screens\[0\]\.fields\[1\]\.type: “hologram” tidak dikenal"):
        publish(broken)

    assert newest_version("alur-uji").pk == first.pk


def test_a_published_version_cannot_be_saved_again():
    version = publish(small_flow())
    version.title = "Lain"

    with pytest.raises(ValidationError):
        version.save()


def test_a_screen_remembers_since_which_version_it_is_what_it_is():
    publish(small_flow(), at=FIRST)
    publish(_with_title("Modal usaha"), at=SECOND)
    publish({**_with_title("Modal usaha"), "summary": "Lain."}, at=THIRD)

    changed = {screen.id: (screen.changed_version, screen.changed_at) for screen in flow_summary("alur-uji").screens}

    assert changed == {"daftar": ("1", FIRST), "modal": ("2", SECOND), "terbit": ("1", FIRST)}


def test_a_screen_that_went_back_to_an_older_text_counts_as_changed():
    publish(small_flow(), at=FIRST)
    publish(_with_title("Modal usaha"), at=SECOND)
    publish(small_flow(), at=THIRD)

    modal = next(screen for screen in flow_summary("alur-uji").screens if screen.id == "modal")

    assert modal.changed_at == THIRD


@pytest.fixture
def starter_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "STARTER_FLOWS", tmp_path)

    def write(document):
        (tmp_path / "alur-uji.json").write_text(json.dumps(document))

    return write


def test_a_starter_flow_is_loaded_once_and_again_when_a_release_changes_it(starter_folder):
    starter_folder(small_flow())
    assert [new for _, new in catalogue.load_starter_flows()] == [True]
    assert [new for _, new in catalogue.load_starter_flows()] == [False]

    starter_folder(_with_title("Modal usaha"))
    assert [(version.number, new) for version, new in catalogue.load_starter_flows()] == [(2, True)]


def test_a_flow_that_staff_published_over_is_left_alone(starter_folder):
    starter_folder(small_flow())
    catalogue.load_starter_flows()
    publish(_with_title("Kata petugas"))

    starter_folder(_with_title("Kata rilis"))

    assert [(version.number, new) for version, new in catalogue.load_starter_flows()] == [(2, False)]


def _stranding():
    document = small_flow()
    document["personas"][0]["answers"]["modal"]["modal"] = "abc"
    document["screens"].insert(1, {**document["screens"][2], "id": "buntu", "next": [{"to": "terbit"}]})
    document["screens"][0]["next"] = [{"to": "modal"}]
    return document


def test_a_flow_in_which_somebody_would_not_come_to_the_end_is_refused_with_every_reason():
    first = publish(small_flow())

    with pytest.raises(StrandingFlow) as refused:
        publish(_stranding())

    assert refused.value.problems == [
        "tokoh sembako, layar modal, isian modal: rupiah.digits",
        "layar buntu: tidak dilewati tokoh mana pun",
    ]
    assert newest_version("alur-uji").pk == first.pk


def test_checking_tells_every_part_that_cannot_be_read():
    document = small_flow(summary="")
    document["screens"][0]["title"] = 5
    document["personas"][0]["modes"] = ["terbang"]
    document["texts"]["required"] = {}

    assert [problem.partition(": ")[0] for problem in check(document)] == [
        "screens[0].title",
        "personas[0].modes[0]",
        "texts.required",
        "summary",
    ]


@pytest.mark.parametrize("document", [None, [], "alur", 5, {}, {"screens": {"a": 1}}, {"texts": [], "screens": [5]}])
def test_checking_what_is_no_flow_tells_so(document):
    assert check(document)


def test_a_sound_flow_has_nothing_to_tell():
    assert check(small_flow()) == []


def test_a_trial_is_listed_nowhere_and_counts_for_no_number():
    publish(small_flow())

    trial = store_trial(_with_title("Draf"))
    after = publish(_with_title("Terbit"))

    assert (trial.trial, trial.number, after.number) == (True, None, 2)
    assert [flow.screens[1].title for flow in published_flows()] == ["Terbit"]
    assert flow_of(trial).screens[1].title == "Draf"


def test_a_draft_that_strands_may_be_stored_as_a_trial_and_one_that_cannot_be_read_may_not():
    store_trial(_stranding())

    with pytest.raises(InvalidDocument):
        store_trial(small_flow(title=""))

    assert newest_version("alur-uji") is None
