"""A published step that is deleted: refused while others lead to it, else kept in the archive."""

from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from learning.models import Event
from sandbox.catalogue import publish
from tests.factories import small_flow
from tests.tutorials.factories import make_guide, make_image, make_index, make_step, publish_steps, steps_of
from tests.tutorials.test_guide_admin import publish_form, save
from tutorials.models import ArchivedStep, GuidePage, HomePage, HomeSituation, JourneyStop

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def archived_keys(guide):
    return list(ArchivedStep.objects.filter(page=guide.pk).values_list("key", flat=True))


def draft_of(guide):
    return GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()


def archive_address(guide):
    return reverse("guide-archive", args=[guide.pk])


def delete_second(editor, guide, **changes):
    return publish_form(editor, guide, step_changes={2: {"DELETE": "1"}}, **changes)


def point_at(guide, key, *, where):
    if where == "home":
        home = HomePage.objects.get()
        HomeSituation.objects.create(page=home, sentence="Saya belum punya akun", guide=guide, step_key=key)
    else:
        JourneyStop.objects.create(
            page=make_index(), phase="nib", title="Membuat NIB", agency="OSS", guide=guide, step_key=key
        )


SENTENCES = {
    "home": "Langkah “Dua” masih dipakai di beranda, keadaan “Saya belum punya akun”. Ubah dulu di sana",
    "journey": "Langkah “Dua” masih dipakai di daftar panduan, perhentian “Membuat NIB”. Ubah dulu di sana",
}


@pytest.mark.parametrize("where", ["home", "journey"])
def test_a_step_that_others_lead_to_is_not_deleted(editor, where):
    guide = make_guide()
    point_at(guide, "dua", where=where)

    response = delete_second(editor, guide)

    assert SENTENCES[where] in response.content.decode()
    assert [step.key for step in steps_of(guide)] == ["satu", "dua", "tiga"]


def test_a_draft_may_leave_it_out_and_is_not_published_by_another_way(editor):
    guide = make_guide()
    point_at(guide, "dua", where="home")

    response = save(editor, guide, step_changes={2: {"DELETE": "1"}})

    assert response.status_code == 302
    with pytest.raises(Exception, match="masih dipakai di beranda"):
        draft_of(guide).get_latest_revision().publish()
    assert [step.key for step in steps_of(guide)] == ["satu", "dua", "tiga"]


def test_a_step_that_nobody_leads_to_goes_to_the_archive_and_staff_are_told(editor):
    guide = make_guide()

    html = editor.get(delete_second(editor, guide).url).content.decode()

    assert [step.key for step in steps_of(guide)] == ["satu", "tiga"]
    assert archived_keys(guide) == ["dua"]
    assert "Langkah “Dua” dipindah ke arsip. Catatan dan angkanya tetap tersimpan." in html


def met_by(guide, step, people):
    Event.objects.bulk_create(
        Event(
            id=uuid4(), learner=str(uuid4()), at=timezone.now(), activity=guide.activity_id, version="1",
            verb="entered", step=step,
        )
        for _ in range(people)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        (1, "Beberapa orang pernah sampai di sini."),
        (4, "Beberapa orang pernah sampai di sini."),
        (13, "Kira-kira 15 orang pernah sampai di sini."),
    ],
)
def test_staff_are_told_about_how_many_met_it(editor, people, sentence):
    guide = make_guide()
    met_by(guide, "dua", people)

    html = editor.get(delete_second(editor, guide).url).content.decode()

    assert f"Langkah “Dua” dipindah ke arsip. {sentence}" in html
    assert sentence in editor.get(archive_address(guide)).content.decode()


def test_staff_are_told_which_practice_nobody_explains_any_more(editor):
    publish(small_flow())
    guide = make_guide("Satu", make_step("Dua", practice="alur-uji:modal"), "Tiga")

    html = editor.get(delete_second(editor, guide).url).content.decode()

    assert "Tidak ada langkah lain yang menjelaskan alur-uji:modal di latihan." in html


def test_practice_that_another_step_explains_is_not_spoken_of(editor):
    publish(small_flow())
    guide = make_guide(make_step("Satu", also_screens=["alur-uji:modal"]), make_step("Dua", practice="alur-uji:modal"))

    html = editor.get(delete_second(editor, guide).url).content.decode()

    assert "Tidak ada langkah lain" not in html


def test_publishing_without_deleting_anything_tells_nothing(editor):
    guide = make_guide()
    editor.get(delete_second(editor, guide).url)

    html = editor.get(publish_form(editor, GuidePage.objects.get(pk=guide.pk), title="Judul baru").url).content.decode()

    assert "dipindah ke arsip" not in html
    assert archived_keys(guide) == ["dua"]


def test_a_step_that_was_never_published_leaves_nothing_behind(editor):
    guide = make_guide("Satu", "Dua", live=False)

    delete_second(editor, guide)

    assert archived_keys(guide) == []


def test_its_key_is_never_given_to_another_step(editor):
    guide = make_guide()
    delete_second(editor, guide)

    guide = publish_steps(guide, [*steps_of(guide), make_step("Dua")])

    assert [step.key for step in steps_of(guide)] == ["satu", "tiga", "dua-2"]


def test_nor_is_the_key_of_a_step_that_went_before_there_was_an_archive():
    guide = make_guide()
    guide = publish_steps(guide, [step for step in steps_of(guide) if step.key != "dua"])
    ArchivedStep.objects.all().delete()

    guide = publish_steps(guide, [*steps_of(guide), make_step("Dua")])

    assert [step.key for step in steps_of(guide)] == ["satu", "tiga", "dua-2"]


def test_a_step_comes_back_into_the_draft_with_its_key_and_all_it_said(editor):
    markers = [{"x": 50.0, "y": 32.5, "label": "Kotak"}]
    two = make_step("Dua", key="kunci-lama", image=make_image(), image_alt="Kotak", markers=markers, faults=["hang"])
    guide = make_guide("Satu", two, "Tiga")
    delete_second(editor, guide)

    response = editor.post(archive_address(guide), {"kunci": "kunci-lama"})

    assert response.url == f"{reverse('wagtailadmin_pages:edit', args=[guide.pk])}#baris-kunci-lama"
    back = list(draft_of(guide).steps.all())[-1]
    assert (back.key, back.title, back.image_alt, back.markers, back.faults) == (
        "kunci-lama",
        "Dua",
        "Kotak",
        markers,
        ["hang"],
    )
    assert back.image == two.image
    assert back.content_changed_version == "1"
    assert [step.key for step in steps_of(guide)] == ["satu", "tiga"]


def test_once_published_again_it_has_left_the_archive(editor):
    guide = make_guide("Satu", make_step("Dua", key="kunci-lama"), "Tiga")
    delete_second(editor, guide)
    editor.post(archive_address(guide), {"kunci": "kunci-lama"})

    publish_form(editor, draft_of(guide))

    assert [step.key for step in steps_of(guide)] == ["satu", "tiga", "kunci-lama"]
    assert archived_keys(guide) == []


def test_a_step_is_put_back_once_however_often_it_is_pressed(editor):
    guide = make_guide()
    delete_second(editor, guide)

    editor.post(archive_address(guide), {"kunci": "dua"})
    html = editor.post(archive_address(guide), {"kunci": "dua"}, follow=True).content.decode()

    assert "Langkah “Dua” sudah ada di draf." in html
    assert [step.key for step in draft_of(guide).steps.all()] == ["satu", "tiga", "dua"]
    assert "Sudah kembali di draf." in editor.get(archive_address(guide)).content.decode()


def test_a_step_comes_back_without_a_picture_that_was_deleted_meanwhile(editor):
    image = make_image()
    guide = make_guide("Satu", make_step("Dua", image=image, image_alt="Kotak"))
    delete_second(editor, guide)
    image.delete()

    editor.post(archive_address(guide), {"kunci": "dua"})

    assert list(draft_of(guide).steps.all())[-1].image is None


def test_the_editor_leads_to_the_archive(editor):
    guide = make_guide()
    delete_second(editor, guide)

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert f'<a href="{archive_address(guide)}">Arsip langkah: 1 langkah</a>' in html


def test_the_editor_names_the_archive_while_it_is_empty(editor):
    guide = make_guide()

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert "<p>Arsip langkah: kosong</p>" in html
    assert archive_address(guide) not in html


def test_the_archive_has_the_way_back_above_it(editor):
    guide = make_guide(title="Uji arsip")

    html = editor.get(archive_address(guide)).content.decode()

    assert "<title>Arsip langkah: Uji arsip" in " ".join(html.split()).replace("<title> ", "<title>")
    assert f'href="{reverse("wagtailadmin_explore", args=[guide.pk])}"' in html
    assert html.count("<h1") == 1


def test_an_unknown_key_is_not_there(editor):
    guide = make_guide()

    assert editor.post(archive_address(guide), {"kunci": "apa-saja"}).status_code == 404


def test_who_may_not_edit_the_guide_does_not_see_its_archive(client):
    guide = make_guide()
    client.force_login(get_user_model().objects.create_user("tamu", "", "rahasia"))

    response = client.get(archive_address(guide))

    assert response.status_code == 302
    assert response.url.startswith("/admin/")


def test_a_guide_that_somebody_else_locked_gets_no_step_back(editor):
    guide = make_guide("Satu", "Dua")
    delete_second(editor, guide)
    other = get_user_model().objects.create_superuser("lain", "", "rahasia")
    GuidePage.objects.filter(pk=guide.pk).update(locked=True, locked_by=other, locked_at=timezone.now())

    response = editor.post(archive_address(guide), {"kunci": "dua"}, follow=True)

    assert "sedang dikunci" in response.content.decode()
    assert [step.key for step in draft_of(guide).steps.all()] == ["satu"]
