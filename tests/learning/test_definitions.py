"""Activities: those in a DEFINITION.json, and our own."""

import pytest

from learning.definitions import known_activities, known_activity, store
from learning.domain.definition_documents import InvalidDefinition, read_definitions
from sandbox.catalogue import publish
from tests.factories import small_flow
from tests.learning.factories import make_activity, make_definition, make_guide
from tests.tutorials.factories import CAPTIONS, MP4, make_document

DOCUMENT = {
    "activities": [
        {
            "id": "flow/kelas-tegal",
            "title": "Kelas Tegal",
            "kind": "flow",
            "version": "2",
            "steps": [
                {"id": "satu", "title": "Satu", "expected_seconds": 40},
                {"id": "dua", "title": "Dua", "expected_seconds": 90.5},
            ],
            "versions": [{"version": "2", "at": "2026-03-01T09:00:00+07:00", "changed": ["dua"]}],
        }
    ]
}


def changed(path, value):
    """The document above with the value at `path` replaced; `...` takes the key out."""

    def copy(node, keys):
        if not keys:
            return value
        if isinstance(node, list):
            return [copy(item, keys[1:]) if number == keys[0] else item for number, item in enumerate(node)]
        made = {**node, keys[0]: copy(node.get(keys[0]), keys[1:])}
        return {key: item for key, item in made.items() if item is not ...}

    return copy(DOCUMENT, path)


def test_a_definition_is_read_as_it_stands():
    (activity,) = read_definitions(DOCUMENT)

    assert (activity.id, activity.title, activity.version) == ("flow/kelas-tegal", "Kelas Tegal", "2")
    assert [(step.id, step.expected_seconds) for step in activity.steps] == [("satu", 40), ("dua", 90.5)]
    assert activity.versions[0].at.isoformat() == "2026-03-01T02:00:00+00:00"
    assert activity.versions[0].changed == {"dua"}


STEP = ["activities", 0, "steps", 1]


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ([], [], "harus berupa objek"),
        (["activities"], ..., "kunci 'activities'"),
        (["activities"], {}, "activities: "),
        (["activities", 0], "flow", "activities[0]: "),
        (["activities", 0, "id"], "Kelas Tegal", "activities[0].id: "),
        (["activities", 0, "title"], "", "activities[0].title: "),
        (["activities", 0, "title"], "NIK 3174015005850001", "activities[0].title: "),
        (["activities", 0, "version"], 2, "activities[0].version: "),
        (["activities", 0, "steps"], [], "activities[0].steps: "),
        (STEP, None, "activities[0].steps[1]: "),
        ([*STEP, "id"], "satu", "activities[0].steps[1].id: "),
        ([*STEP, "id"], ..., "activities[0].steps[1]: kunci 'id'"),
        ([*STEP, "expected_seconds"], "lama", "activities[0].steps[1].expected_seconds: "),
        ([*STEP, "expected_seconds"], -1, "activities[0].steps[1].expected_seconds: "),
        ([*STEP, "expected_seconds"], True, "activities[0].steps[1].expected_seconds: "),
        (["activities", 0, "versions"], 3, "activities[0].versions: "),
        (["activities", 0, "versions", 0, "at"], "kemarin", "activities[0].versions[0].at: "),
        (["activities", 0, "versions", 0, "changed"], ["tiga"], "activities[0].versions[0].changed: "),
    ],
)
def test_nonsense_is_refused_with_its_place(path, value, place):
    with pytest.raises(InvalidDefinition) as refusal:
        read_definitions(changed(path, value))

    assert str(refusal.value).startswith(place)


def test_one_id_cannot_be_two_activities():
    with pytest.raises(InvalidDefinition, match=r"^activities\[1\]\.id: "):
        read_definitions({"activities": DOCUMENT["activities"] * 2})


@pytest.mark.django_db
def test_an_imported_definition_comes_back_as_it_was():
    (activity,) = read_definitions(DOCUMENT)

    assert store([activity]) == (1, 0)
    assert store([activity]) == (0, 1)

    assert known_activity("flow/kelas-tegal") == activity


@pytest.mark.django_db
def test_the_newest_word_on_an_imported_activity_wins():
    store([make_definition("satu")])
    store([make_definition("satu", "dua", version="2")])

    activity = known_activity("flow/contoh")

    assert activity.version == "2"
    assert [step.id for step in activity.steps] == ["satu", "dua"]


@pytest.mark.django_db
def test_our_own_guides_come_first_then_flows_then_what_was_imported():
    make_activity("satu", id="aa")
    make_guide()
    publish(small_flow())

    assert [activity.id for activity in known_activities()] == ["guide/contoh", "flow/alur-uji", "aa"]


@pytest.mark.django_db
def test_a_guide_tells_every_version_that_changed_a_step():
    guide = make_guide("satu", "dua")
    for text in ("Isi yang baru.", "Isi yang lebih baru."):
        guide.steps.get_object_list()[1].body = text
        guide.save_revision().publish()

    activity = known_activity("guide/contoh")

    assert activity.version == "3"
    assert [(version.version, version.changed) for version in activity.versions] == [
        ("1", frozenset({"satu", "dua"})),
        ("2", frozenset({"dua"})),
        ("3", frozenset({"dua"})),
    ]


@pytest.mark.django_db
def test_a_flow_tells_every_version_that_changed_a_screen():
    publish(small_flow())
    for title in ("Modal usaha", "Modal usaha Anda"):
        publish(small_flow(screens=[_titled(screen, title) for screen in small_flow()["screens"]]))

    activity = known_activity("flow/alur-uji")

    assert activity.version == "3"
    assert [(version.version, version.changed) for version in activity.versions] == [
        ("1", frozenset({"daftar", "modal", "terbit"})),
        ("2", frozenset({"modal"})),
        ("3", frozenset({"modal"})),
    ]


@pytest.mark.django_db
def test_ten_versions_cost_as_many_queries_as_one(django_assert_num_queries):
    make_guide("satu", "dua")
    for number in range(10):
        publish(small_flow(screens=[_titled(screen, f"Modal {number}") for screen in small_flow()["screens"]]))
    known_activities()  # reads each version once a process

    with django_assert_num_queries(6):
        known_activities()


def _titled(screen, title):
    return {**screen, "title": title} if screen["id"] == "modal" else screen


@pytest.mark.django_db
def test_an_imported_definition_never_stands_in_for_one_of_our_own():
    make_guide("satu", "dua")
    make_activity("lain", id="guide/contoh")

    assert [step.id for step in known_activity("guide/contoh").steps] == ["satu", "dua"]
    assert len(known_activities()) == 1


@pytest.mark.django_db
def test_the_video_of_a_guide_is_an_activity_of_one_step():
    guide = make_guide()
    guide.video, guide.video_captions = make_document(MP4, "panduan.mp4"), make_document(CAPTIONS, "panduan.vtt")
    guide.video_seconds = 108
    guide.save()

    definition = known_activity("video/contoh")

    assert (definition.kind, definition.title) == ("video", "Video: Panduan contoh")
    assert [(step.id, step.expected_seconds) for step in definition.steps] == [("video", 108.0)]
    assert definition.version == guide.video.get_file_hash()[:8]
    assert known_activity("guide/contoh") is not None


@pytest.mark.django_db
def test_a_guide_without_a_video_has_no_activity_for_one():
    make_guide()

    assert known_activity("video/contoh") is None
