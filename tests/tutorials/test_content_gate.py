"""What a guide still needs is said where it is written, and keeps it from readers however it is published."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from tests.tutorials.factories import make_guide, make_image, make_step
from tests.tutorials.test_guide_admin import form_of, publish_form, save
from tutorials.guide_editing.publishing import Blocked
from tutorials.models import GlossaryTerm, GuidePage

pytestmark = pytest.mark.django_db

LONG = "Isi nama Anda persis seperti di kartu keluarga lalu tekan tombol yang berwarna hijau di bawah sekali."


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "staf@contoh.id", "rahasia"))
    return client


def edit_address(guide):
    return reverse("wagtailadmin_pages:edit", args=[guide.pk])


def incomplete_draft(guide, **step):
    """A newer version of a live guide that lacks what readers need."""
    draft = GuidePage.objects.get(pk=guide.pk)
    draft.steps = [make_step("Isi nomor", **{"expect": "", **step})]
    return draft.save_revision()


def is_as_before(guide):
    page = GuidePage.objects.get(pk=guide.pk)
    return page.live and [step.title for step in page.steps.all()] == ["Satu", "Dua", "Tiga"]


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"expect": ""}, "expect", "Tulis apa yang seharusnya terlihat sesudah langkah ini."),
        ({"body": LONG, "expect": LONG}, "body", "Kalimat di langkah ini rata-rata 17 kata, paling banyak 15."),
    ],
)
def test_publishing_by_the_form_is_refused_at_the_field_of_the_row(editor, change, field, sentence):
    guide = make_guide("Satu", "Dua")

    response = publish_form(editor, guide, step_changes={2: change})

    (first, second) = response.context["form"].formsets["steps"].forms
    assert first.errors == {}
    assert list(second.errors) == [field]
    assert sentence in second.errors[field][0]
    assert sentence in response.content.decode()
    assert GuidePage.objects.get(pk=guide.pk).version == 1


@pytest.mark.parametrize("name", ["image", "desktop_image", "app_image"])
def test_no_picture_is_published_without_words(name):
    guide = make_guide("Satu", "Dua", "Tiga")
    revision = incomplete_draft(guide, expect="Terisi.", **{name: make_image()})

    with pytest.raises(Blocked) as refusal:
        revision.publish()

    assert "ini belum punya kata-kata" in refusal.value.sentences[0]
    assert is_as_before(guide)


def test_a_draft_that_lacks_something_is_kept(editor):
    guide = make_guide("Satu")

    response = save(editor, guide, step_changes={1: {"expect": "", "body": LONG}})

    assert response.status_code == 302
    assert GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object().steps.all()[0].expect == ""


def test_warnings_keep_nothing_from_being_published(editor):
    guide = make_guide("Satu")

    response = publish_form(editor, guide, step_changes={1: {"title": "Klik KBLI", "body": LONG, "expect": "Terisi."}})

    assert response.status_code == 302
    assert GuidePage.objects.get(pk=guide.pk).steps.all()[0].title == "Klik KBLI"


def test_a_revision_published_by_code_is_refused_and_tells_which_step():
    guide = make_guide("Satu", "Dua", "Tiga")
    revision = incomplete_draft(guide)

    with pytest.raises(Blocked) as refusal:
        revision.publish()

    assert refusal.value.sentences == [
        "Langkah “Isi nomor”: Tulis apa yang seharusnya terlihat sesudah langkah ini. "
        "Tanpa itu pembaca tidak tahu apakah ia berhasil."
    ]
    assert is_as_before(guide)


def test_a_guide_without_steps_is_not_published():
    guide = make_guide("Satu", live=False)
    draft = GuidePage.objects.get(pk=guide.pk)
    draft.steps = []

    with pytest.raises(Blocked, match="belum punya langkah"):
        draft.save_revision().publish()


def test_many_at_once_are_published_all_or_not_at_all(editor):
    guide, other = make_guide(), make_guide("Satu", slug="lain", live=False)
    incomplete_draft(guide)
    other.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = editor.post(f"{address}?id={other.pk}&id={guide.pk}", {"include_descendants": ""}, follow=True)

    html = response.content.decode()
    assert "Belum ada yang diterbitkan. “Panduan contoh” belum diterbitkan. Langkah “Isi nomor”: Tulis apa" in html
    assert is_as_before(guide)
    assert not GuidePage.objects.get(pk=other.pk).live


def test_publishing_what_lies_below_a_page_is_refused_with_a_message(editor):
    guide = make_guide(make_step("Isi nomor", expect=""), live=False)
    guide.save_revision()
    index = guide.get_parent()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = editor.post(f"{address}?id={index.pk}", {"include_descendants": "on"}, follow=True)

    assert "“Panduan contoh” belum diterbitkan." in response.content.decode()
    assert not GuidePage.objects.get(pk=guide.pk).live


def approving(editor, guide, **headers):
    state = guide.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[guide.pk, "approve", state.pk])
    return editor.post(address, {"comment": "", "tried_on_phone": "on"}, headers=headers, follow=not headers)


@pytest.fixture
def waiting(editor):
    """A guide that waits for approval and got incomplete meanwhile."""
    guide = make_guide()
    incomplete_draft(guide)
    guide = GuidePage.objects.get(pk=guide.pk)
    guide.get_workflow().start(guide, get_user_model().objects.get())
    return guide


def test_an_approval_that_would_publish_it_is_refused_and_waits(editor, waiting):
    response = approving(editor, waiting)

    assert "“Panduan contoh” belum diterbitkan. Langkah “Isi nomor”" in response.content.decode()
    assert is_as_before(waiting)
    assert GuidePage.objects.get(pk=waiting.pk).current_workflow_task_state.status == "in_progress"


def test_an_approval_by_a_dialog_is_led_to_where_the_message_stands(editor, waiting):
    response = approving(editor, waiting, **{"X-Requested-With": "XMLHttpRequest"})

    assert response.json() == {"step": "success", "redirect": edit_address(waiting)}
    assert is_as_before(waiting)


def due(revision):
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
    return revision


def test_the_schedule_keeps_what_is_refused_and_goes_on_with_the_others(editor, capsys):
    guide, other = make_guide(), make_guide("Satu", slug="lain", live=False, title="Lain")
    revision = due(incomplete_draft(guide))
    due(other.save_revision())

    call_command("publish_scheduled")

    assert capsys.readouterr().out.splitlines() == ["Ditolak: Panduan contoh", "Terbit: Lain"]
    assert is_as_before(guide)
    assert GuidePage.objects.get(pk=other.pk).live
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    assert revision.as_object().steps.all()[0].title == "Isi nomor"


def test_a_refused_schedule_stands_in_the_history_and_on_the_home_page_until_the_guide_is_published(editor):
    guide = make_guide()
    due(incomplete_draft(guide))
    call_command("publish_scheduled", verbosity=0)

    home = editor.get("/admin/").content.decode()
    history = editor.get(reverse("wagtailadmin_pages:history", args=[guide.pk])).content.decode()
    incomplete_draft(guide, expect="Terisi.").publish()

    assert "Belum terbit menurut jadwal" in home
    assert "Tidak terbit menurut jadwal. Langkah “Isi nomor”: Tulis apa yang seharusnya terlihat" in home
    assert "Tidak terbit menurut jadwal." in history
    assert PageLogEntry.objects.filter(action="tuntun.publish.refused").count() == 1
    assert "Belum terbit menurut jadwal" not in editor.get("/admin/").content.decode()


def test_what_is_found_stands_above_the_form_and_at_its_step(editor):
    guide = make_guide("Isi nomor", make_step("Klik tombol", key="tombol", body="1. Urus SPPL.", expect=""))

    html = editor.get(edit_address(guide)).content.decode()

    assert "1 hal harus diperbaiki sebelum terbit. 3 saran, tidak menghalangi terbit." in html
    assert '<a href="#baris-tombol">2. Klik tombol</a>' in html
    first, second = html.split('data-temuan="isi-nomor"')[1].split('data-temuan="tombol"')
    assert "<li>" not in first.partition("</div>")[0]
    note = second.partition("</div>")[0]
    assert "<b>Harus diperbaiki:</b> Tulis apa yang seharusnya terlihat" in note
    assert "Singkatan “SPPL” belum ada di daftar istilah." in note


def test_a_term_of_the_glossary_is_known(editor):
    guide = make_guide(make_step("Urus SPPL"))
    GlossaryTerm.objects.create(term="Surat lingkungan", also_written="SPPL", meaning="Janji menjaga lingkungan.")

    assert "Singkatan" not in editor.get(edit_address(guide)).content.decode()


def test_after_a_saved_draft_its_findings_are_told_anew(editor):
    guide = make_guide(make_step("Isi nomor", key="isi-nomor"))
    save(editor, guide, step_changes={1: {"expect": ""}})

    answer = editor.get(reverse("guide-findings", args=[guide.pk])).json()

    assert "1 hal harus diperbaiki sebelum terbit." in answer["daftar"]
    assert "Tulis apa yang seharusnya terlihat" in answer["langkah"]["isi-nomor"]


def test_findings_are_told_to_nobody_who_may_not_edit(client):
    guide = make_guide()

    assert client.get(reverse("guide-findings", args=[guide.pk])).status_code == 302


def test_a_title_in_the_list_of_findings_is_only_text(editor):
    guide = make_guide(make_step("<b>Klik</b>", key="isi"))

    assert "<b>Klik" not in editor.get(edit_address(guide)).content.decode()


def test_a_new_guide_says_where_the_findings_will_be(editor):
    index = make_guide().get_parent()

    html = editor.get(reverse("wagtailadmin_pages:add", args=["tutorials", "guidepage", index.pk])).content.decode()

    assert "<p>Tekan “Simpan draf”. Lalu yang perlu diperbaiki tampil di sini.</p>" in html
    assert 'data-temuan="daftar"' not in html  # no draft yet that the script could ask about


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("expect", "Tulisan ini lebih dari 3.000 huruf."),
        ("sources", "Tulisan ini lebih dari 3.000 huruf."),
        ("more", "Penjelasan ini lebih dari 3.000 huruf."),
        ("body", "Isi langkah ini lebih dari 3.000 huruf."),
        ("title", "80"),
        ("part", "80"),
        ("image_alt", "250"),
        ("markers", "Paling banyak"),
    ],
)
@pytest.mark.parametrize("text", ["[" * 100_000, "kata " * 20_000], ids=["brackets", "words"])
def test_a_hundred_thousand_characters_are_refused_in_each_field_of_a_step(editor, field, sentence, text):
    guide = make_guide("Satu")
    sent = "50 50 Satu\n" * 9_000 if field == "markers" else text

    response = save(editor, guide, step_changes={1: {field: sent}})

    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].formsets["steps"].forms[0].errors[field])
    assert guide.revisions.count() == 0


@pytest.mark.parametrize("field", ["title", "summary", "introduction", "compared_note", "video_transcript"])
def test_a_hundred_thousand_characters_are_refused_in_each_field_of_a_guide(editor, field):
    guide = make_guide("Satu")

    response = save(editor, guide, **{field: "[" * 100_000})

    assert list(response.context["form"].errors) == [field]
    assert guide.revisions.count() == 0


def test_signs_that_turn_the_direction_are_not_stored(editor):
    guide = make_guide("Satu")

    publish_form(editor, guide, step_changes={1: {"title": "Isi \u202enomor\u200b", "body": "1. Isi\u2066 ini."}})

    step = GuidePage.objects.get(pk=guide.pk).steps.all()[0]
    assert (step.title, step.body) == ("Isi nomor", "1. Isi ini.")


def test_the_form_that_is_sent_is_the_one_that_is_shown(editor):
    """`form_of` leaves no field out that the checks look at: an untouched form of a good guide publishes."""
    guide = make_guide()

    assert editor.post(edit_address(guide), form_of(guide) | {"action-publish": "1"}).status_code == 302


def test_a_step_for_an_answer_to_a_question_that_is_not_asked_is_published_in_no_way(editor, capsys):
    guide, other = make_guide(), make_guide("Satu", slug="lain", title="Lain")
    revision = incomplete_draft(guide, expect="Terisi.", only_when="2:ya")
    fine = GuidePage.objects.get(pk=other.pk).save_revision()
    past = timezone.now()
    Revision.objects.filter(pk__in=[revision.pk, fine.pk]).update(approved_go_live_at=past)

    with pytest.raises(Blocked) as refusal:
        revision.publish()
    call_command("publish_scheduled")

    assert refusal.value.sentences == [
        "Langkah “Isi nomor”: Pertanyaan 2 tidak ada di panduan ini. "
        "Tambahkan pertanyaannya di tab Panduan, atau kosongkan pilihan ini."
    ]
    assert is_as_before(guide)
    assert capsys.readouterr().out.splitlines() == ["Ditolak: Panduan contoh", "Terbit: Lain"]
    assert "Pertanyaan 2 tidak ada" in editor.get(edit_address(guide)).content.decode()
