"""Drafts of the flows that come with the program: made once, renewed by a release while staff have changed nothing."""

import pytest
from django.contrib.auth.models import Group

from sandbox.catalogue import newest_version, publish
from tests.factories import small_flow
from tests.tutorials.flow_posts import document_of
from tutorials.flow_editing import drafts
from tutorials.models import FlowDraft
from tutorials.starter.flow_drafts import load_flow_drafts

pytestmark = pytest.mark.django_db


def release(**changes):
    publish(small_flow(**changes), starter=True)
    return load_flow_drafts()


def the_draft():
    return FlowDraft.objects.get()


def test_a_published_flow_gets_a_draft_that_is_the_same_and_a_second_run_changes_nothing():
    first, second = release(), load_flow_drafts()

    assert (first, second) == (["Alur uji"], [])
    assert the_draft().live
    assert not the_draft().has_unpublished_changes
    assert document_of(the_draft()) == small_flow()
    assert newest_version("alur-uji").starter


def test_a_new_release_renews_a_draft_that_nobody_touched():
    release()

    assert release(summary="Kata rilis.") == ["Alur uji"]
    assert document_of(the_draft())["summary"] == "Kata rilis."
    assert newest_version("alur-uji").number == 2
    assert newest_version("alur-uji").starter


def test_a_new_release_leaves_what_staff_are_writing():
    release()
    draft = the_draft().get_latest_revision_as_object()
    drafts.save(draft, small_flow(summary="Kata petugas."), None)

    assert release(summary="Kata rilis.") == []
    assert document_of(the_draft())["summary"] == "Kata petugas."


def test_a_draft_that_staff_published_is_theirs():
    release()
    draft = the_draft().get_latest_revision_as_object()
    drafts.save(draft, small_flow(summary="Kata petugas."), None).publish()

    assert load_flow_drafts() == []
    assert newest_version("alur-uji").document["summary"] == "Kata petugas."
    assert not newest_version("alur-uji").starter


def test_moderators_may_publish_flows_and_editors_may_write_them_once_and_for_staff_to_change():
    release()
    codes = {
        name: set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))
        for name in ("Editors", "Moderators")
    }
    Group.objects.get(name="Editors").permissions.clear()
    load_flow_drafts()

    assert {"add_flowdraft", "change_flowdraft"} <= codes["Editors"]
    assert "publish_flowdraft" not in codes["Editors"]
    assert "publish_flowdraft" in codes["Moderators"]
    assert not Group.objects.get(name="Editors").permissions.exists()


def test_a_draft_keeps_the_id_of_its_flow():
    release()
    draft = the_draft().get_latest_revision_as_object()

    with pytest.raises(drafts.Refused, match="nama pendek alur ini “alur-uji”"):
        drafts.save(draft, small_flow(id="lain"), None)


def test_a_change_made_from_an_older_state_is_not_kept():
    release()
    old = the_draft().get_latest_revision_as_object()
    drafts.save(the_draft().get_latest_revision_as_object(), small_flow(summary="Dua."), None)

    with pytest.raises(drafts.Refused, match="Orang lain baru saja mengubah draf ini"):
        drafts.save(old, small_flow(summary="Tiga."), None)
