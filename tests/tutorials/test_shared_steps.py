"""The step library: one step for several guides, mended once."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.snippets.models import create_extra_permissions

from tests.tutorials.factories import make_guide, make_image, make_step, publish_steps, steps_of
from tests.tutorials.test_guide_admin import publish_form, save
from tutorials.models import GuidePage, SharedStep
from tutorials.models.shared_steps import NotReady
from tutorials.shared_steps import guides_with
from tutorials.starter.library_access import settle_library_access

pytestmark = pytest.mark.django_db

REAL_NIK = "6472010101900001"


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def make_shared(title="Masuk ke OSS", *, live=True, **fields):
    shared = SharedStep(title=title, live=False, **{"body": "1. Tekan **Masuk**.", "expect": "Beranda.", **fields})
    shared.save()
    revision = shared.save_revision()
    if live:
        revision.publish()
    return SharedStep.objects.get(pk=shared.pk)


def change_shared(shared, *, publish=True, **fields):
    draft = shared.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    revision = draft.save_revision()
    if publish:
        revision.publish()


def shared_row(shared, **fields):
    return make_step(**{"title": "Isi lama", "shared": shared, **fields})


def test_publishing_a_shared_step_changes_each_live_guide_that_points_at_it(client):
    shared = make_shared()
    make_guide(shared_row(shared), slug="satu")
    make_guide("Pertama", shared_row(shared), slug="dua")

    change_shared(shared, body="1. Tekan **Login baru**.")

    assert "Login baru" in client.get("/panduan/satu/langkah/1/").content.decode()
    assert "Login baru" in client.get("/panduan/dua/langkah/2/").content.decode()


def test_the_version_and_the_stamp_of_that_step_alone_follow():
    shared = make_shared()
    guide = make_guide("Pertama", shared_row(shared, key="masuk"))

    change_shared(shared, body="1. Tekan **Masuk** di kanan atas.")

    assert GuidePage.objects.get(pk=guide.pk).version == 2
    assert [(step.key, step.content_changed_version) for step in steps_of(guide)] == [("pertama", "1"), ("masuk", "2")]
    assert list(guide.step_changes.filter(step="masuk").values_list("version", flat=True)) == ["1", "2"]


def test_a_draft_of_a_shared_step_changes_no_guide():
    shared = make_shared()
    guide = make_guide(shared_row(shared))

    change_shared(shared, publish=False, body="1. Belum selesai.")

    assert steps_of(guide)[0].body == "1. Tekan **Masuk**."


def test_a_shared_step_that_was_never_published_blanks_no_row():
    guide = make_guide(shared_row(make_shared(live=False), body="1. Isi sendiri."))

    assert (steps_of(guide)[0].title, steps_of(guide)[0].body) == ("Isi lama", "1. Isi sendiri.")


def test_a_guide_with_a_waiting_draft_keeps_it_a_draft(client):
    shared = make_shared()
    guide = make_guide("Pertama", shared_row(shared))
    draft = GuidePage.objects.get(pk=guide.pk)
    first, second = draft.steps.all()
    first.title = "Judul konsep"
    draft.steps = [first, second]
    draft.save_revision()

    change_shared(shared, body="1. Tekan **Masuk lagi**.")

    guide = GuidePage.objects.get(pk=guide.pk)
    assert [step.title for step in guide.steps.all()] == ["Pertama", "Masuk ke OSS"]
    assert guide.has_unpublished_changes
    draft = guide.get_latest_revision_as_object()
    assert [step.title for step in draft.steps.all()] == ["Judul konsep", "Masuk ke OSS"]


def test_a_waiting_draft_takes_the_content_when_it_is_saved():
    shared = make_shared()
    guide = make_guide(shared_row(shared), live=False)
    guide.save_revision()
    change_shared(shared, body="1. Tekan **Masuk lagi**.")

    GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object().save_revision()

    (step,) = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object().steps.all()
    assert step.body == "1. Tekan **Masuk lagi**."


def test_the_editor_of_a_guide_goes_on_from_the_new_content():
    shared = make_shared()
    guide = make_guide(shared_row(shared))
    guide.save_revision().publish()

    change_shared(shared, body="1. Tekan **Masuk lagi**.")

    guide = GuidePage.objects.get(pk=guide.pk)
    assert not guide.has_unpublished_changes
    assert guide.live_revision_id == guide.latest_revision_id
    assert guide.get_latest_revision_as_object().steps.get().body == "1. Tekan **Masuk lagi**."


def test_the_history_of_a_guide_tells_that_content_was_taken(editor):
    shared = make_shared()
    guide = make_guide(shared_row(shared))
    change_shared(shared, body="1. Lain.")

    history = editor.get(reverse("wagtailadmin_pages:history", args=[guide.pk])).content.decode()

    assert "Isi langkah “Masuk ke OSS” diambil dari pustaka langkah" in history


def test_a_row_that_takes_its_content_needs_none_of_its_own(editor):
    shared = make_shared(image=make_image(), image_alt="Layar masuk")
    guide = make_guide("Pertama")

    response = publish_form(
        editor, guide, steps=[*guide.steps.all(), make_step("", body="", expect="")],
        step_changes={2: {"shared": str(shared.pk), "title": "", "body": "", "expected_seconds": ""}},
    )  # fmt: skip

    assert response.status_code == 302
    taken = steps_of(guide)[1]
    assert (taken.title, taken.key, taken.image_alt) == ("Masuk ke OSS", "masuk-ke-oss", "Layar masuk")


def test_what_stands_in_the_hidden_fields_of_such_a_row_is_no_mistake(editor):
    guide = make_guide("Pertama")

    response = publish_form(
        editor, guide, step_changes={1: {"shared": str(make_shared().pk), "markers": "bukan tanda", "body": ""}}
    )

    assert response.status_code == 302
    assert [(step.key, step.title) for step in steps_of(guide)] == [("pertama", "Masuk ke OSS")]


def test_a_row_without_content_may_not_point_at_an_unpublished_step(editor):
    shared = make_shared(live=False)
    guide = make_guide(shared_row(shared))

    response = publish_form(editor, guide, step_changes={1: {"shared": str(shared.pk), "title": "", "body": ""}})

    assert response.status_code == 200
    assert steps_of(guide)[0].title == "Isi lama"


def test_unlinking_keeps_the_content_as_the_rows_own(editor):
    shared = make_shared()
    guide = make_guide(shared_row(shared, key="masuk"))
    publish_form(editor, guide, step_changes={1: {"shared": ""}})

    change_shared(shared, body="1. Lain.")

    (step,) = steps_of(guide)
    assert (step.key, step.shared, step.title, step.body) == ("masuk", None, "Masuk ke OSS", "1. Tekan **Masuk**.")


def test_the_form_tells_where_the_content_of_a_row_comes_from(editor):
    shared = make_shared()
    guide = make_guide(shared_row(shared))

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert "Isi langkah ini dari pustaka langkah" in html
    assert f'href="{reverse("shared-steps:edit", args=[shared.pk])}"' in html


def test_the_row_of_a_guide_offers_only_published_shared_steps(editor):
    make_shared("Sudah terbit")
    make_shared("Masih draf", live=False)
    guide = make_guide("Pertama")

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert "Sudah terbit" in html
    assert "Masih draf" not in html


def test_a_step_saved_to_the_library_is_shared_and_keeps_its_key(editor):
    guide = make_guide(make_step("Isi NIK", key="isi-nik", body="1. Ketik."))

    response = editor.post(reverse("step-to-library", args=[guide.pk, "isi-nik"]))

    shared = SharedStep.objects.get()
    (step,) = steps_of(guide)
    assert response["Location"].endswith("#baris-isi-nik")
    assert (shared.live, shared.title, shared.body) == (True, "Isi NIK", "1. Ketik.")
    assert (step.key, step.shared, step.content_changed_version) == ("isi-nik", shared, "1")


def test_saving_to_the_library_leaves_a_waiting_draft_a_draft(editor):
    guide = make_guide("Isi NIK")
    save(editor, guide, step_changes={1: {"body": "1. Draf."}})

    editor.post(reverse("step-to-library", args=[guide.pk, "isi-nik"]))

    assert steps_of(guide)[0].body == "1. Kerjakan Isi NIK."
    draft = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    assert (draft.steps.get().body, draft.steps.get().shared) == ("1. Draf.", SharedStep.objects.get())


def test_asking_to_save_to_the_library_saves_nothing_yet(editor):
    guide = make_guide("Isi NIK")

    page = editor.get(reverse("step-to-library", args=[guide.pk, "isi-nik"])).content.decode()

    assert "Simpan ke pustaka langkah?" in page
    assert not SharedStep.objects.exists()


def test_who_may_not_add_to_the_library_is_refused(client):
    guide = make_guide("Isi NIK")
    user = get_user_model().objects.create_user("penulis", "", "rahasia")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)

    response = client.post(reverse("step-to-library", args=[guide.pk, "isi-nik"]))

    assert response.status_code in (302, 403)
    assert not SharedStep.objects.exists()


def test_who_may_not_publish_in_the_library_leaves_a_draft_there(client):
    guide = make_guide("Isi NIK")
    user = get_user_model().objects.create_user("penulis", "", "rahasia")
    user.groups.add(Group.objects.get(name="Editors"))
    user.user_permissions.add(Permission.objects.get(codename="add_sharedstep"))
    client.force_login(user)

    client.post(reverse("step-to-library", args=[guide.pk, "isi-nik"]))

    assert not SharedStep.objects.get().live
    assert steps_of(guide)[0].body == "1. Kerjakan Isi NIK."


@pytest.mark.parametrize("published", [True, False], ids=["published", "only in a draft"])
def test_a_shared_step_in_use_is_not_deleted_and_its_guides_are_named(editor, published):
    shared = make_shared()
    guide = make_guide("Pertama", title="Membuat NIB")
    if published:
        publish_steps(guide, [shared_row(shared)])
    else:
        save(editor, guide, step_changes={1: {"shared": str(shared.pk)}})

    response = editor.post(reverse("shared-steps:delete", args=[shared.pk]), follow=True)

    assert "masih dipakai di “Membuat NIB”" in response.content.decode()
    assert SharedStep.objects.filter(pk=shared.pk).exists()


def test_an_old_version_of_a_guide_survives_the_shared_step_it_pointed_at(editor):
    shared = make_shared()
    guide = make_guide(shared_row(shared))
    old = guide.save_revision()
    publish_form(editor, guide, step_changes={1: {"shared": ""}})

    editor.post(reverse("shared-steps:delete", args=[shared.pk]))

    assert not SharedStep.objects.exists()
    (step,) = old.as_object().steps.all()
    assert (step.shared, step.title) == (None, "Masuk ke OSS")


def test_the_list_tells_in_how_many_guides_a_step_stands(editor):
    shared = make_shared()
    make_guide(shared_row(shared), slug="satu")
    make_guide(shared_row(shared), slug="dua")

    html = editor.get(reverse("shared-steps:list")).content.decode()

    assert "Masuk ke OSS" in html
    assert "2 panduan" in html
    assert [guide.slug for guide in guides_with(shared)] == ["satu", "dua"]


def test_the_form_of_a_shared_step_names_the_guides_that_change_with_it(editor):
    shared = make_shared()
    make_guide(shared_row(shared), title="Membuat NIB")

    html = editor.get(reverse("shared-steps:edit", args=[shared.pk])).content.decode()

    assert "Dipakai di 1 panduan" in html
    assert "Membuat NIB" in html


def test_a_shared_step_is_previewed_as_the_page_of_a_step(rf):
    shared = make_shared()

    response = shared.make_preview_request(rf.get("/admin/"))

    assert response.status_code == 200
    assert "<h1" in response.content.decode()
    assert "Tekan <strong>Masuk</strong>." in response.content.decode()


def test_a_shared_step_refuses_what_looks_like_a_real_nik(editor):
    form = {"title": "Isi", "body": f"NIK {REAL_NIK}", "expected_seconds": "60", "markers": ""}

    response = editor.post(reverse("shared-steps:add"), form)

    assert response.status_code in (200, 400)
    assert "16 angka" in response.content.decode()
    assert not SharedStep.objects.exists()


def test_a_picture_without_words_waits_as_a_draft_in_the_library(editor):
    form = {"title": "Isi", "body": "1. Ketik.", "expect": "Terisi.", "expected_seconds": "60", "markers": ""}
    picture = {"image": str(make_image().pk), "image_alt": ""}

    editor.post(reverse("shared-steps:add"), form | picture | {"action-publish": "1"})
    refused = SharedStep.objects.count()
    editor.post(reverse("shared-steps:add"), form | picture)

    assert refused == 0
    assert [shared.live for shared in SharedStep.objects.all()] == [False]


def test_on_a_fresh_site_editors_write_in_the_library_and_moderators_publish():
    create_extra_permissions(apps.get_app_config("tutorials"))  # as migrating does; the kept database may be older

    settle_library_access()

    rights = {
        name: sorted(
            Group.objects.get(name=name)
            .permissions.filter(content_type__model="sharedstep")
            .values_list("codename", flat=True)
        )
        for name in ("Editors", "Moderators")
    }
    assert rights == {
        "Editors": ["add_sharedstep", "change_sharedstep"],
        "Moderators": ["add_sharedstep", "change_sharedstep", "delete_sharedstep", "publish_sharedstep"],
    }


def test_rights_that_were_taken_away_stay_away():
    settle_library_access()
    editors = Group.objects.get(name="Editors")
    editors.permissions.clear()

    settle_library_access()

    assert not editors.permissions.exists()


def test_what_would_block_a_guide_is_not_published_in_the_library(editor):
    shared = make_shared()
    guide = make_guide(shared_row(shared))
    form = {"title": "Masuk ke OSS", "body": "1. Tekan.", "expect": "", "expected_seconds": "60", "markers": ""}

    response = editor.post(reverse("shared-steps:edit", args=[shared.pk]), form | {"action-publish": "1"})

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["expect"]
    assert steps_of(guide)[0].expect == "Beranda."


def test_neither_is_it_published_past_the_form():
    shared = make_shared()
    guide = make_guide(shared_row(shared))

    with pytest.raises(NotReady):
        change_shared(shared, expect="")

    assert SharedStep.objects.get(pk=shared.pk).expect == "Beranda."
    assert steps_of(guide)[0].expect == "Beranda."


def test_a_step_that_may_not_be_published_is_not_saved_to_the_library(editor):
    guide = make_guide("Isi NIK", live=False)
    save(editor, guide, step_changes={1: {"expect": ""}})

    response = editor.post(reverse("step-to-library", args=[guide.pk, "isi-nik"]), follow=True)

    assert "Langkah ini belum bisa disimpan ke pustaka" in response.content.decode()
    assert not SharedStep.objects.exists()


def test_what_blocks_a_shared_row_is_told_where_the_step_was_chosen(editor):
    shared = make_shared()
    SharedStep.objects.update(expect="")  # published before this was asked for
    guide = make_guide("Pertama")

    response = publish_form(editor, guide, step_changes={1: {"shared": str(shared.pk)}})

    (row,) = response.context["form"].formsets["steps"].forms
    assert list(row.errors) == ["shared"]


@pytest.mark.parametrize("choice", ["²", "٣", "9" * 5000, "1 OR 1"])
def test_a_made_up_choice_is_refused_at_its_field(editor, choice):
    response = save(editor, make_guide("Satu"), step_changes={1: {"shared": choice}})

    assert list(response.context["form"].formsets["steps"].forms[0].errors) == ["shared"]
