"""One step mended on one small page."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image as PillowImage
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission

from tests.tutorials.factories import make_guide, make_image, make_step, steps_of
from tests.tutorials.test_guide_admin import save
from tests.tutorials.test_shared_steps import make_shared, shared_row
from tutorials.models import GuidePage

pytestmark = pytest.mark.django_db

REAL_NIK = "6472010101900001"


@pytest.fixture
def staff(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def log_in(client, group):
    user = get_user_model().objects.create_user("orang", "", "rahasia")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return user


def mend_url(guide, key="satu"):
    return reverse("step-mend", args=[guide.pk, key])


def opened(client, guide, key="satu"):
    """What the form sends back untouched."""
    form = client.get(mend_url(guide, key)).context["form"]
    names = ("title", "body", "more", "expect", "image_alt", "markers", "keadaan")
    return {name: form[name].value() or "" for name in names}


def mend(client, guide, changes, *, key="satu", then="draf"):
    form = opened(client, guide, key)
    return client.post(mend_url(guide, key), form | changes | {"lalu": then})


def picture(name="layar.png", kind="PNG", size=(360, 640)):
    data = BytesIO()
    PillowImage.new("RGB", size, "white").save(data, kind)
    return SimpleUploadedFile(name, data.getvalue())


def draft_of(guide):
    return list(GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object().steps.all())


def test_a_mended_sentence_is_published_at_once(staff):
    guide = make_guide("Satu", "Dua")

    response = mend(staff, guide, {"body": "1. Tekan **Lanjut**."}, then="terbit")

    assert (response.status_code, response["Location"]) == (302, mend_url(guide))
    assert "Tekan <strong>Lanjut</strong>." in staff.get("/panduan/contoh/langkah/1/").content.decode()
    assert [(step.key, step.content_changed_version) for step in steps_of(guide)] == [("satu", "2"), ("dua", "1")]
    assert "Sudah terbit." in staff.get(mend_url(guide)).content.decode()


def test_a_draft_is_kept_and_shown_to_nobody(staff):
    guide = make_guide("Satu")

    mend(staff, guide, {"body": "1. Draf."})

    assert steps_of(guide)[0].body == "1. Kerjakan Satu."
    assert draft_of(guide)[0].body == "1. Draf."


def test_publishing_one_step_leaves_the_rest_of_the_draft_waiting(staff):
    guide = make_guide("Satu", "Dua")
    save(staff, guide, step_changes={2: {"body": "1. Belum selesai."}})

    mend(staff, guide, {"body": "1. Segera."}, then="terbit")

    assert [step.body for step in steps_of(guide)] == ["1. Segera.", "1. Kerjakan Dua."]
    assert [step.body for step in draft_of(guide)] == ["1. Segera.", "1. Belum selesai."]
    assert GuidePage.objects.get(pk=guide.pk).has_unpublished_changes


def test_publishing_the_only_change_leaves_no_draft_behind(staff):
    guide = make_guide("Satu")

    mend(staff, guide, {"body": "1. Segera."}, then="terbit")

    assert not GuidePage.objects.get(pk=guide.pk).has_unpublished_changes


def test_what_the_form_does_not_show_stays_as_it_is(staff):
    guide = make_guide(make_step("Satu", key="satu", part="Bagian", practice="alur:layar", faults=["hang"]))

    mend(staff, guide, {"body": "1. Segera."}, then="terbit")

    (step,) = steps_of(guide)
    assert (step.part, step.practice, step.faults) == ("Bagian", "alur:layar", ["hang"])


def test_a_picture_from_the_phone_replaces_the_old_one(staff):
    old = make_image()
    guide = make_guide(make_step("Satu", image=old, image_alt="Layar lama"))

    mend(staff, guide, {"new_picture": picture(), "image_alt": "Layar baru"}, then="terbit")

    (step,) = steps_of(guide)
    assert (step.image == old, step.image.width, step.image_alt) == (False, 360, "Layar baru")
    assert step.image.uploaded_by_user.username == "staf"


def test_a_picture_without_words_is_not_published(staff):
    guide = make_guide("Satu")

    response = mend(staff, guide, {"new_picture": picture()}, then="terbit")

    assert "Gambar ini belum punya kata-kata." in response.content.decode()
    assert steps_of(guide)[0].image is None


def test_a_sound_picture_need_not_be_sent_twice(staff):
    guide = make_guide("Satu")
    refused = mend(staff, guide, {"new_picture": picture()}, then="terbit")
    kept = refused.context["form"]["kept_picture"].value()

    mend(staff, guide, {"kept_picture": kept, "image_alt": "Layar"}, then="terbit")

    assert "Gambar baru sudah diterima." in refused.content.decode()
    assert steps_of(guide)[0].image_id == int(kept)
    assert get_image_model().objects.count() == 1


def test_the_picture_of_somebody_else_is_not_taken_by_its_number(staff):
    guide = make_guide("Satu")

    mend(staff, guide, {"kept_picture": str(make_image().pk), "image_alt": "Layar"}, then="terbit")

    assert steps_of(guide)[0].image is None


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("layar.png", b"bukan gambar"),
        SimpleUploadedFile("layar.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        SimpleUploadedFile("layar.png", b""),
    ],
    ids=["not a picture", "svg", "empty"],
)
def test_what_is_no_picture_is_refused_and_the_text_stays_in_the_form(staff, file):
    file.seek(0)
    guide = make_guide("Satu")

    response = mend(staff, guide, {"new_picture": file, "body": "1. Tulisan saya."}, then="terbit")

    assert response.status_code == 200
    assert response.context["form"].errors["new_picture"]
    assert "1. Tulisan saya." in response.content.decode()
    assert not get_image_model().objects.exists()
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."


def test_a_picture_can_be_taken_off(staff):
    guide = make_guide(make_step("Satu", image=make_image(), image_alt="Layar"))

    mend(staff, guide, {"without_picture": "on"}, then="terbit")

    assert steps_of(guide)[0].image is None


def test_when_somebody_else_changed_the_step_both_texts_are_shown_and_nothing_is_lost(staff):
    guide = make_guide("Satu")
    mine = opened(staff, guide)
    mend(staff, guide, {"body": "1. Dari rekan."}, then="terbit")

    response = staff.post(mend_url(guide), mine | {"body": "1. Dari saya.", "lalu": "terbit"})

    html = response.content.decode()
    assert response.status_code == 409
    assert "orang lain mengubah langkah ini" in html
    assert "1. Dari rekan." in html
    assert "1. Dari saya." in html
    assert steps_of(guide)[0].body == "1. Dari rekan."


def test_after_a_conflict_sending_again_keeps_what_stands_in_the_form(staff):
    guide = make_guide("Satu")
    mine = opened(staff, guide)
    mend(staff, guide, {"body": "1. Dari rekan."})
    conflict = staff.post(mend_url(guide), mine | {"body": "1. Gabungan."})
    state = conflict.context["form"]["keadaan"].value()

    staff.post(mend_url(guide), mine | {"body": "1. Gabungan.", "keadaan": state})

    assert draft_of(guide)[0].body == "1. Gabungan."


def test_a_change_of_another_step_is_no_conflict(staff):
    guide = make_guide("Satu", "Dua")
    mine = opened(staff, guide)
    mend(staff, guide, {"body": "1. Dari rekan."}, key="dua")

    response = staff.post(mend_url(guide), mine | {"body": "1. Dari saya."})

    assert response.status_code == 302
    assert [step.body for step in draft_of(guide)] == ["1. Dari saya.", "1. Dari rekan."]


@pytest.mark.parametrize("field", ["title", "body", "more", "expect", "image_alt", "markers"])
def test_a_real_looking_nik_is_refused_and_kept_nowhere(staff, field):
    guide = make_guide("Satu")
    text = f"50 50 {REAL_NIK}" if field == "markers" else f"Nomor {REAL_NIK}"

    response = mend(staff, guide, {field: text}, then="terbit")

    assert "16 angka" in response.content.decode()
    assert guide.revisions.count() == 0


@pytest.mark.parametrize("field", ["title", "body"])
def test_an_empty_box_is_named(staff, field):
    guide = make_guide("Satu")

    response = mend(staff, guide, {field: " "})

    assert response.context["form"].errors[field] == ["Isi dulu kotak ini."]


def test_what_may_not_be_published_says_why_and_keeps_the_text(staff):
    guide = make_guide("Satu")

    response = mend(staff, guide, {"expect": "", "body": "1. Tulisan saya."}, then="terbit")

    html = response.content.decode()
    assert response.status_code == 200
    assert "Belum tersimpan." in html
    assert "1. Tulisan saya." in html
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."
    assert guide.revisions.count() == 0


def test_a_step_from_the_library_is_mended_there(staff):
    shared = make_shared()
    guide = make_guide(shared_row(shared, key="satu"))

    page = staff.get(mend_url(guide))
    refused = staff.post(mend_url(guide), {"title": "Lain", "body": "1. Lain."})

    assert f'href="{reverse("shared-steps:edit", args=[shared.pk])}"' in page.content.decode()
    assert 'name="body"' not in page.content.decode()
    assert refused.status_code == 409
    assert guide.revisions.count() == 0


def test_a_locked_guide_is_only_looked_at(staff):
    guide = make_guide("Satu")
    form = opened(staff, guide)
    somebody = get_user_model().objects.create_superuser("lain", "", "rahasia")
    GuidePage.objects.filter(pk=guide.pk).update(locked=True, locked_by=somebody, locked_at=timezone.now())

    response = staff.post(mend_url(guide), form | {"body": "1. Tulisan saya."})

    assert response.status_code == 409
    assert "1. Tulisan saya." in response.content.decode()
    assert guide.revisions.count() == 0


def test_a_guide_with_a_schedule_is_not_published_from_here(staff):
    guide = make_guide("Satu")
    guide.save_revision().publish()
    draft = GuidePage.objects.get(pk=guide.pk)
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision().publish()

    page = staff.get(mend_url(guide)).content.decode()
    mend(staff, guide, {"body": "1. Segera."}, then="terbit")

    assert "punya jadwal terbit" in page
    assert 'value="terbit"' not in page
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."


def test_a_guide_that_is_not_published_yet_is_only_saved(staff):
    guide = make_guide("Satu", live=False)

    mend(staff, guide, {"body": "1. Lain."}, then="terbit")

    assert not GuidePage.objects.get(pk=guide.pk).live
    assert draft_of(guide)[0].body == "1. Lain."


def test_an_editor_without_the_right_to_publish_sends_it_for_approval(client):
    guide = make_guide("Satu")
    log_in(client, "Editors")

    page = client.get(mend_url(guide)).content.decode()
    mend(client, guide, {"body": "1. Mohon diperiksa."}, then="periksa")

    guide = GuidePage.objects.get(pk=guide.pk)
    assert 'value="terbit"' not in page
    assert "Kirim untuk diperiksa" in page
    assert guide.workflow_in_progress
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."
    assert draft_of(guide)[0].body == "1. Mohon diperiksa."


def test_a_forged_button_publishes_nothing_for_who_may_not(client):
    guide = make_guide("Satu")
    log_in(client, "Editors")

    mend(client, guide, {"body": "1. Segera."}, then="terbit")

    assert steps_of(guide)[0].body == "1. Kerjakan Satu."
    assert draft_of(guide)[0].body == "1. Segera."


def test_who_may_not_change_the_guide_is_refused(client):
    guide = make_guide("Satu")
    log_in(client, "Editors")
    GroupPagePermission.objects.all().delete()

    assert client.get(mend_url(guide)).status_code in (302, 403)
    assert client.post(mend_url(guide), {"body": "1. Lain."}).status_code in (302, 403)
    assert guide.revisions.count() == 0


def test_visitors_are_asked_to_sign_in(client):
    response = client.get(mend_url(make_guide("Satu")))

    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


@pytest.mark.parametrize("key", ["tidak-ada", "dua"])
def test_a_step_that_is_not_there_is_not_found(staff, key):
    assert staff.get(mend_url(make_guide("Satu"), key)).status_code == 404


def test_staff_find_the_way_from_the_public_step_and_readers_do_not(client):
    guide = make_guide("Satu")
    for_readers = client.get("/panduan/contoh/langkah/1/").content.decode()
    log_in(client, "Editors")

    for_staff = client.get("/panduan/contoh/langkah/1/").content.decode()

    assert "Perbaiki langkah ini" not in for_readers
    assert f'href="{mend_url(guide)}"' in for_staff


def test_the_row_of_the_form_leads_here(staff):
    guide = make_guide("Satu")

    html = staff.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert f'href="{mend_url(guide)}"' in html


@pytest.mark.parametrize("name", [f"{REAL_NIK}.png", f"KTP {REAL_NIK[:6]} {REAL_NIK[6:]}.PNG"])
def test_a_real_looking_nik_in_the_name_of_a_file_is_kept_nowhere(staff, name):
    guide = make_guide("Satu")

    response = mend(staff, guide, {"new_picture": picture(name), "image_alt": "Layar depan"})

    image = get_image_model().objects.get()
    assert response.status_code == 302
    assert (image.file.name.lower(), image.title) == ("original_images/gambar.png", "Gambar langkah: Satu")
