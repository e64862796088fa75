"""The guide as its editors write it, through the forms of the Wagtail admin."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from sandbox.catalogue import publish
from tests.factories import a_fault, faulty_flow, small_flow
from tests.tutorials.factories import MP4, make_document, make_guide, make_image, make_index, make_step, steps_of
from tutorials.models import GuidePage, GuideQuestion

pytestmark = pytest.mark.django_db

REAL_NIK = "6472010101900001"


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def form_of(guide, **changes):
    """What the editor's form sends for this guide as it is, with changes."""
    steps = [
        {
            "id": step.pk or "",
            "title": step.title,
            "part": step.part,
            "body": step.body.replace("\n", "\r\n"),
            "image": step.image_id or "",
            "image_alt": step.image_alt,
            "markers": "",
            "expect": step.expect,
            "practice": step.practice,
            "also_screens": tuple(step.also_screens),
            "faults": tuple(step.faults),
            "expected_seconds": str(step.expected_seconds),
        }
        for step in changes.pop("steps", None) or guide.steps.all()
    ]
    for number, change in changes.pop("step_changes", {}).items():
        steps[number - 1].update(change)
    return nested_form_data(
        {
            "title": guide.title,
            "slug": guide.slug,
            "summary": guide.summary,
            "introduction": guide.introduction,
            "compared_on": "",
            "compared_note": "",
            "video": "",
            "video_captions": "",
            "video_poster": "",
            "video_seconds": "",
            "video_transcript": "",
            "seo_title": "",
            "search_description": "",
            "steps": inline_formset(steps, initial=sum(1 for step in steps if step["id"])),
            "prepare_items": inline_formset([]),
            "questions": inline_formset([]),
            "comments": inline_formset([]),
            **changes,
        }
    )


def save(editor, guide, **changes):
    return editor.post(reverse("wagtailadmin_pages:edit", args=[guide.pk]), form_of(guide, **changes))


def publish_form(editor, guide, **changes):
    return save(editor, guide, **{"action-publish": "1", **changes})


def test_the_form_shows_each_step_with_its_key_and_its_markers_as_lines(editor):
    markers = [{"x": 50.0, "y": 32.5, "label": "Kotak NIK"}]
    guide = make_guide(make_step("Isi NIK", key="isi-nik-lama", markers=markers))

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert re.search(r'<input[^>]*name="steps-0-title"[^>]*value="Isi NIK"', html)
    assert "isi-nik-lama" in html
    assert 'name="steps-0-key"' not in html
    assert re.search(r'<textarea name="steps-0-markers"[^>]*>\s*50 32.5 Kotak NIK</textarea>', html)


def test_mending_a_step_and_publishing_shows_it_to_readers(editor):
    guide = make_guide("Satu", "Dua")

    response = publish_form(editor, guide, step_changes={2: {"body": "1. Tekan **Lanjut**."}})

    assert response.status_code == 302
    assert "Tekan <strong>Lanjut</strong>." in editor.get("/panduan/contoh/langkah/2/").content.decode()
    assert [(step.key, step.content_changed_version) for step in steps_of(guide)] == [("satu", "1"), ("dua", "2")]


def test_publishing_an_untouched_form_changes_no_version(editor):
    guide = make_guide(make_step("Satu", body="1. Buka.\n2. Isi.\n\n### Kalau gagal\n\nCoba lagi."), "Dua")

    publish_form(editor, guide)

    assert GuidePage.objects.get(pk=guide.pk).version == 1


def test_a_draft_is_kept_and_shown_to_nobody(editor):
    guide = make_guide("Satu")

    save(editor, guide, step_changes={1: {"title": "Judul konsep"}})

    assert "Judul konsep" not in editor.get("/panduan/contoh/").content.decode()
    draft = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    assert [(step.key, step.title) for step in draft.steps.all()] == [("satu", "Judul konsep")]


def test_dragging_steps_keeps_their_keys_and_makes_no_version(editor):
    guide = make_guide("Satu", "Dua", "Tiga")

    publish_form(editor, guide, step_changes={1: {"ORDER": "3"}, 2: {"ORDER": "1"}, 3: {"ORDER": "2"}})

    assert [step.key for step in steps_of(guide)] == ["dua", "tiga", "satu"]
    assert GuidePage.objects.get(pk=guide.pk).version == 1


def test_a_step_added_in_the_form_gets_its_key_from_its_title(editor):
    guide = make_guide("Satu")

    publish_form(editor, guide, steps=[*guide.steps.all(), make_step("Isi NIK Anda")])

    assert [step.key for step in steps_of(guide)] == ["satu", "isi-nik-anda"]


def test_a_new_guide_is_made_and_published_in_one_form(editor):
    index = make_index()
    form = form_of(
        GuidePage(title="Panduan baru", slug="baru", summary="Ringkas."),
        steps=[make_step("Buka OSS")],
        **{"action-publish": "1"},
    )

    response = editor.post(reverse("wagtailadmin_pages:add", args=["tutorials", "guidepage", index.pk]), form)

    assert response.status_code == 302
    assert "Buka OSS" in editor.get("/panduan/baru/langkah/1/").content.decode()
    assert GuidePage.objects.get(slug="baru").version == 1


def test_a_guide_is_not_published_without_a_step(editor):
    guide = make_guide("Satu", live=False)

    response = publish_form(editor, guide, step_changes={1: {"DELETE": "1"}})

    assert response.status_code == 200
    assert not GuidePage.objects.get(pk=guide.pk).live


@pytest.mark.parametrize("publishing", [True, False], ids=["publish", "draft"])
@pytest.mark.parametrize("field", ["title", "body", "expect", "image_alt", "part"])
def test_a_real_looking_nik_in_a_step_is_refused_and_kept_nowhere(editor, field, publishing):
    guide = make_guide("Satu")
    revisions = guide.revisions.count()

    response = (publish_form if publishing else save)(
        editor, guide, step_changes={1: {field: f"Nomor {REAL_NIK[:4]} {REAL_NIK[4:]}"}}
    )

    assert "Di sini ada 16 angka yang mirip NIK asli." in response.content.decode()
    assert guide.revisions.count() == revisions
    assert all(REAL_NIK[4:] not in getattr(step, field) for step in steps_of(guide))


@pytest.mark.parametrize("field", ["title", "summary", "introduction", "compared_note", "search_description"])
def test_a_real_looking_nik_in_a_guide_is_refused(editor, field):
    guide = make_guide("Satu")

    response = save(editor, guide, **{field: REAL_NIK})

    assert "Di sini ada 16 angka yang mirip NIK asli." in response.content.decode()
    assert guide.revisions.count() == 0


def test_markers_are_kept_as_data(editor):
    guide = make_guide("Satu")

    publish_form(editor, guide, step_changes={1: {"markers": "50 32,5 Kotak NIK, 16 angka\r\n90 80 Tombol\r\n"}})

    assert steps_of(guide)[0].markers == [
        {"x": 50.0, "y": 32.5, "label": "Kotak NIK, 16 angka"},
        {"x": 90.0, "y": 80.0, "label": "Tombol"},
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Kotak NIK", "Baris 1: tulis jarak dari kiri"),
        ("50 50 Satu\n50 120 Dua", "Baris 2: jarak dihitung dalam persen"),
    ],
)
def test_a_marker_that_cannot_be_read_is_refused_with_its_line(editor, text, sentence):
    guide = make_guide("Satu")

    response = publish_form(editor, guide, step_changes={1: {"markers": text}})

    assert sentence in response.content.decode()
    assert steps_of(guide)[0].markers == []


def test_the_form_offers_the_screens_of_published_flows(editor):
    publish(small_flow())
    guide = make_guide("Satu")

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert '<optgroup label="Alur uji">' in html
    assert '<option value="alur-uji:modal">2. Modal</option>' in html


def test_a_screen_that_vanished_stays_chosen_and_breaks_nothing(editor):
    guide = make_guide(make_step("Satu", practice="alur-lama:daftar"))

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()
    response = publish_form(editor, guide, step_changes={1: {"body": "1. Lain."}})

    assert "alur-lama:daftar (layar ini sudah tidak ada)" in html
    assert response.status_code == 302
    assert steps_of(guide)[0].practice == "alur-lama:daftar"


def test_something_that_is_no_screen_at_all_is_refused(editor):
    guide = make_guide("Satu")

    response = publish_form(editor, guide, step_changes={1: {"practice": "Layar apa saja"}})

    assert response.status_code == 200
    assert steps_of(guide)[0].practice == ""


def test_a_video_without_captions_is_not_published(editor):
    guide = make_guide("Satu")
    video = make_document(MP4, "film.mp4")

    response = publish_form(editor, guide, video=str(video.pk))

    assert "Video ini belum punya teks di layar." in response.content.decode()
    assert GuidePage.objects.get(pk=guide.pk).video is None


def test_a_draft_may_hold_a_video_that_waits_for_its_captions(editor):
    guide = make_guide("Satu")
    video = make_document(MP4, "film.mp4")

    response = save(editor, guide, video=str(video.pk))

    assert response.status_code == 302
    assert GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object().video == video


def test_an_editor_sees_a_step_as_it_will_be_before_publishing(editor):
    guide = make_guide("Satu", "Dua")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[guide.pk])

    told = editor.post(address, form_of(guide, step_changes={2: {"body": "1. Belum terbit."}}))
    html = editor.get(address, {"mode": "2"}).content.decode()

    assert told.json() == {"is_valid": True, "is_available": True}
    assert "<li>Belum terbit.</li>" in html
    assert "Langkah 2 dari 2" in html
    assert "Belum terbit" not in editor.get("/panduan/contoh/langkah/2/").content.decode()


def test_the_preview_beside_the_form_lets_the_checks_of_the_editor_look_at_it(editor):
    guide = make_guide("Satu")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[guide.pk])
    editor.post(address, form_of(guide))

    beside, alone = (editor.get(address, {"mode": "1", **more}).text for more in ({"in_preview_panel": "true"}, {}))

    assert "<wagtail-userbar>" in beside
    assert "<wagtail-userbar>" not in alone + editor.get("/panduan/contoh/langkah/1/").text


def test_an_editor_sees_the_guide_before_it_has_ever_been_saved(editor):
    index = make_index()
    address = reverse("wagtailadmin_pages:preview_on_add", args=["tutorials", "guidepage", index.pk])
    form = form_of(GuidePage(title="Panduan baru", slug="baru", summary="Ringkas."), steps=[make_step("Buka OSS")])

    editor.post(address, form)
    html = editor.get(address, {"mode": ""}).content.decode()

    assert "<h1>Panduan baru</h1>" in html
    assert "Buka OSS" in html


def test_the_sign_in_of_staff_is_in_indonesian(client):
    html = client.get("/admin/login/").content.decode()

    assert '<html lang="id"' in html
    assert "Masuk" in html


def test_a_published_guide_keeps_its_address(editor):
    guide = make_guide("Satu")

    response = save(editor, guide, slug="alamat-lain")

    assert "Alamat panduan ini tetap “contoh”" in response.content.decode()
    assert guide.revisions.count() == 0


def test_a_guide_that_nobody_has_seen_may_still_get_another_address(editor):
    guide = make_guide("Satu", live=False)

    publish_form(editor, guide, slug="alamat-lain")

    assert editor.get("/panduan/alamat-lain/").status_code == 200


def test_each_step_is_headed_by_its_title_and_can_be_linked_to(editor):
    guide = make_guide("Isi <NIK>", "Masuk")

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert "<span data-inline-panel-child-count></span>: Isi &lt;NIK&gt;" in html
    assert '<section class="w-panel" id="baris-isi-nik"' in html
    assert "<span data-inline-panel-child-count></span>: Masuk" in html
    assert '<section class="w-panel" id="baris-masuk"' in html


def restored_form(editor, guide, revision, **changes):
    """What the form of an older version sends, with the ids that it was shown with."""
    address = reverse("wagtailadmin_pages:revisions_revert", args=[guide.pk, revision.pk])
    html = editor.get(address).content.decode()
    ids = re.findall(r'name="steps-\d+-id" value="(\d+)"', html)
    steps = list(revision.as_object().steps.all())
    assert [str(step.pk) for step in steps] == ids
    return editor.post(address, form_of(guide, steps=steps, **changes))


@pytest.fixture
def guide_with_a_deleted_step(editor):
    guide = make_guide("Satu", make_step("Isi NIK", key="kunci-lama"), "Tiga")
    publish_form(editor, guide)
    publish_form(editor, guide, step_changes={2: {"DELETE": "1"}})
    assert [step.key for step in steps_of(guide)] == ["satu", "tiga"]
    return guide


def test_restoring_a_version_brings_back_a_deleted_step_with_its_key(editor, guide_with_a_deleted_step):
    guide = guide_with_a_deleted_step

    response = restored_form(editor, guide, guide.revisions.earliest("created_at"), **{"action-publish": "1"})

    assert response.status_code == 302
    assert [(step.key, step.title) for step in steps_of(guide)] == [
        ("satu", "Satu"),
        ("kunci-lama", "Isi NIK"),
        ("tiga", "Tiga"),
    ]
    assert "Kerjakan Isi NIK." in editor.get("/panduan/contoh/langkah/2/").content.decode()


def test_a_restored_step_keeps_its_key_by_way_of_a_draft_that_renames_it(editor, guide_with_a_deleted_step):
    guide = guide_with_a_deleted_step
    restored_form(editor, guide, guide.revisions.earliest("created_at"))
    draft = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()

    publish_form(editor, guide, steps=list(draft.steps.all()), step_changes={2: {"title": "Isi NIK Anda"}})

    assert [(step.key, step.title) for step in steps_of(guide)][1] == ("kunci-lama", "Isi NIK Anda")


def test_a_step_that_somebody_else_deleted_meanwhile_is_not_saved_into_being(editor, guide_with_a_deleted_step):
    guide = guide_with_a_deleted_step
    seen_before = list(guide.revisions.earliest("created_at").as_object().steps.all())

    response = publish_form(editor, guide, steps=seen_before)

    assert response.status_code == 200
    assert [step.key for step in steps_of(guide)] == ["satu", "tiga"]


@pytest.mark.parametrize("seconds", ["0", "4", "3601"])
def test_an_expected_time_that_no_step_takes_is_refused(editor, seconds):
    guide = make_guide("Satu")

    response = save(editor, guide, step_changes={1: {"expected_seconds": seconds}})

    assert "Tulis perkiraan antara 5 dan 3600 detik." in response.content.decode()
    assert guide.revisions.count() == 0


@pytest.mark.parametrize("seconds", [5, 3600])
def test_the_shortest_and_the_longest_expected_time_are_taken(editor, seconds):
    guide = make_guide("Satu")

    publish_form(editor, guide, step_changes={1: {"expected_seconds": str(seconds)}})

    assert steps_of(guide)[0].expected_seconds == seconds


def test_a_text_of_3000_characters_is_taken_and_one_more_is_refused(editor):
    guide = make_guide("Satu")
    text = "Tekan.\r\n" * 428 + "Nah!"  # 3,000 characters, where the browser's line ends count once

    assert publish_form(editor, guide, step_changes={1: {"body": text}}).status_code == 302
    response = publish_form(editor, guide, step_changes={1: {"body": text + "!"}})

    assert "Isi langkah ini lebih dari 3.000 huruf." in response.content.decode()


def test_a_picture_without_words_waits_as_a_draft_and_is_not_published(editor):
    guide, image = make_guide("Satu", "Dua"), make_image()
    change = {2: {"image": str(image.pk), "image_alt": ""}}

    draft = save(editor, guide, step_changes=change)
    published = publish_form(editor, guide, step_changes=change)

    assert draft.status_code == 302
    assert "Gambar ini belum punya kata-kata." in published.content.decode()
    assert steps_of(guide)[1].image is None


def test_a_picture_with_words_is_published(editor):
    guide, image = make_guide("Satu"), make_image()

    publish_form(editor, guide, step_changes={1: {"image": str(image.pk), "image_alt": "Kotak NIK"}})

    assert steps_of(guide)[0].image == image


@pytest.mark.parametrize("text", ["**6472**01**01**01900001", "6472&#48;101*01900001*", "6472010101<b>900001</b>"])
def test_a_real_looking_nik_is_found_behind_its_markup(editor, text):
    guide = make_guide("Satu")

    response = save(editor, guide, step_changes={1: {"body": text}})

    assert "Di sini ada 16 angka yang mirip NIK asli." in response.content.decode()
    assert guide.revisions.count() == 0


def test_numbers_in_cells_of_a_table_are_no_nik(editor):
    guide = make_guide("Satu")

    table = "2020|2021|2022|2023\n---|---|---|---\n1111|2222|3333|4444"

    assert publish_form(editor, guide, step_changes={1: {"body": table}}).status_code == 302


def test_an_untouched_text_is_the_same_in_two_versions(editor):
    guide = make_guide(make_step("Satu", body="1. Buka.\n2. Isi."), introduction="Pelan.\n\nPelan sekali.")
    form = {"introduction": "Pelan.\r\n\r\nPelan sekali."}

    publish_form(editor, guide, **form)
    publish_form(editor, guide, step_changes={1: {"body": "1. Buka.\r\n2. Isi."}}, **form)

    versions = [revision.as_object() for revision in guide.revisions.all()]
    assert {version.introduction for version in versions} == {"Pelan.\n\nPelan sekali."}
    assert {step.body for version in versions for step in version.steps.all()} == {"1. Buka.\n2. Isi."}


def test_the_ticked_screens_and_faults_are_kept(editor):
    publish(faulty_flow(a_fault("hang", "modal")))
    guide = make_guide(make_step(faults=["logout"]))
    ticks = {"faults": ("hang", "logout"), "also_screens": ("alur-uji:modal",)}

    publish_form(editor, guide, step_changes={1: ticks})

    (step,) = steps_of(guide)
    assert (step.faults, step.also_screens) == (["hang", "logout"], ["alur-uji:modal"])


def test_what_cannot_be_a_fault_is_refused(editor):
    guide = make_guide(make_step())

    page = publish_form(editor, guide, step_changes={1: {"faults": ("<b>",)}})

    assert page.status_code == 200
    assert steps_of(guide)[0].faults == []


def questions(*sentences):
    return inline_formset([{"sentence": sentence, "id": ""} for sentence in sentences])


def test_a_step_for_an_answer_is_published_with_its_question(editor):
    guide = make_guide("Satu", "Dua")

    publish_form(editor, guide, questions=questions("Punya email?"), step_changes={2: {"only_when": "1:tidak"}})

    published = GuidePage.objects.get(pk=guide.pk)
    assert [question.sentence for question in published.questions.all()] == ["Punya email?"]
    assert [step.only_when for step in steps_of(guide)] == ["", "1:tidak"]


def test_a_step_for_an_answer_to_a_question_that_is_not_there_is_not_published(editor):
    guide = make_guide("Satu", "Dua")

    response = publish_form(editor, guide, questions=questions("Punya email?"), step_changes={2: {"only_when": "2:ya"}})

    assert "Pertanyaan 2 tidak ada di panduan ini." in response.content.decode()
    assert [step.only_when for step in steps_of(guide)] == ["", ""]


def test_deleting_a_question_that_a_step_asks_about_is_refused(editor):
    guide = make_guide("Satu", make_step("Dua", only_when="1:ya"))
    guide.questions = [GuideQuestion(sentence="Punya email?")]
    guide.save()
    row = {"id": guide.questions.get().pk, "sentence": "Punya email?", "DELETE": "on"}

    response = publish_form(
        editor, guide, questions=inline_formset([row], initial=1), step_changes={2: {"only_when": "1:ya"}}
    )

    assert "Pertanyaan 1 tidak ada di panduan ini." in response.content.decode()
    assert guide.questions.count() == 1


def test_a_draft_may_ask_about_a_question_that_comes_later(editor):
    guide = make_guide("Satu", "Dua")

    save(editor, guide, step_changes={2: {"only_when": "1:ya"}})

    draft = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    assert [step.only_when for step in draft.steps.all()] == ["", "1:ya"]


def test_a_fourth_question_is_refused(editor):
    guide = make_guide("Satu")

    publish_form(editor, guide, questions=questions("Satu?", "Dua?", "Tiga?", "Empat?"))

    assert GuidePage.objects.get(pk=guide.pk).questions.count() == 0
