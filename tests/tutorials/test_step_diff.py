"""Two versions of a guide compared step by step, in the admin."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.tutorials.factories import make_guide, make_image, make_step, publish_steps
from tutorials.models import ErrorSnippet, GuidePage, PrepareItem, SharedStep

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_user("budi", "", "rahasia")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def shown(editor, guide, **versions):
    return editor.get(reverse("guide-diff", args=[guide.pk]), versions).text


def kinds(html):
    """Of each step that is shown: its key and what happened to it."""
    return re.findall(r'id="beda-([\w-]+)">.*?<span class="jenis">(.*?)</span>', html, re.S)


def save_draft(guide, steps):
    draft = GuidePage.objects.get(pk=guide.pk)
    for number, step in enumerate(steps):
        step.sort_order = number
    draft.steps = steps
    return draft.save_revision()


def test_the_draft_is_compared_with_what_is_published(editor):
    guide = make_guide("Satu", "Dua", "Tiga")
    satu, dua, _ = GuidePage.objects.get(pk=guide.pk).steps.all()
    dua.body = "1. Kerjakan dengan tenang."
    save_draft(guide, [make_step("Baru"), satu, dua])

    html = shown(editor, guide)

    assert kinds(html) == [("baru", "Langkah baru"), ("dua", "Diubah"), ("tiga", "Dihapus")]
    assert "1. Kerjakan <del>Dua.</del><ins>dengan tenang.</ins>" in html
    assert "1 langkah lain sama." in html


def test_a_moved_step_says_from_where_to_where(editor):
    guide = make_guide("Satu", "Dua", "Tiga")
    satu, dua, tiga = GuidePage.objects.get(pk=guide.pk).steps.all()
    save_draft(guide, [dua, tiga, satu])

    html = shown(editor, guide)

    assert kinds(html) == [("satu", "Pindah tempat")]
    assert "Tadinya langkah 1, sekarang langkah 3." in html


def test_a_guide_without_a_change_says_so(editor):
    assert "Kedua versi ini sama." in shown(editor, make_guide("Satu"))


def test_two_old_versions_are_compared_in_either_direction(editor):
    guide = make_guide("Satu")
    publish_steps(guide, [make_step("Satu", key="satu", body="1. Tekan lama.")])
    publish_steps(guide, [make_step("Satu", key="satu", body="1. Tekan baru.")])
    first, second = guide.revisions.order_by("pk")

    assert "<del>lama.</del><ins>baru.</ins>" in shown(editor, guide, a=first.pk, b=second.pk)
    assert "<del>baru.</del><ins>lama.</ins>" in shown(editor, guide, a=second.pk, b=first.pk)


def test_an_old_version_leads_to_bringing_it_back(editor):
    guide = make_guide("Satu")
    publish_steps(guide, [make_step("Satu", key="satu", body="1. Tekan lama.")])
    first = guide.revisions.get()

    html = shown(editor, guide, a=first.pk, b="draf")

    assert f'href="/admin/pages/{guide.pk}/revisions/{first.pk}/revert/"' in html


def test_fields_are_told_in_the_words_of_the_form(editor):
    ErrorSnippet.objects.create(code="nik-salah", wording="NIK tidak ditemukan", cause="Salah.", what_to_do="Cek lagi.")
    guide = make_guide(make_step("Satu"))
    step = GuidePage.objects.get(pk=guide.pk).steps.get()
    step.errors, step.action, step.only_when = ["nik-salah"], "tulis", "1:ya"
    step.markers = [{"x": 50.0, "y": 32.5, "label": "Kotak NIK"}]
    save_draft(guide, [step])

    html = shown(editor, guide)

    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html) == [
        ("Yang dilakukan", "<ins>Tulis</ins>"),
        ("Tanda bernomor", "<ins>50 32.5 Kotak NIK</ins>"),
        ("Kalau yang muncul ini", "<ins>NIK tidak ditemukan</ins>"),
        ("Hanya kalau", "<ins>Pertanyaan 1 dijawab ya</ins>"),
    ]


def test_another_picture_is_shown_beside_the_old_one(editor):
    guide = make_guide(make_step("Satu", image=make_image(name="lama.png"), image_alt="Layar."))
    step = GuidePage.objects.get(pk=guide.pk).steps.get()
    step.image = make_image(name="baru.png")
    save_draft(guide, [step])

    html = shown(editor, guide)

    assert "<figcaption>Tadinya: lama.png</figcaption>" in html
    assert "<figcaption>Sekarang: baru.png</figcaption>" in html
    assert len(re.findall(r'<img alt="" height="\d+" src="/media/images/', html)) == 2


def test_a_step_that_now_comes_from_the_library_says_from_which(editor):
    shared = SharedStep.objects.create(title="Masuk", body="1. Masuk ke akun.", expect="Halaman akun.", live=True)
    guide = make_guide("Satu")
    step = GuidePage.objects.get(pk=guide.pk).steps.get()
    step.shared = shared
    save_draft(guide, [step])

    assert "<dt>Langkah bersama</dt><dd><ins>Masuk</ins></dd>" in shown(editor, guide)


def test_the_front_page_is_compared_too(editor):
    guide = make_guide("Satu", introduction="Pelan saja.")
    draft = GuidePage.objects.get(pk=guide.pk)
    draft.introduction = "Pelan sekali."
    draft.prepare_items = [PrepareItem(title="KTP", note="yang asli")]
    draft.save_revision()

    html = shown(editor, guide)

    assert kinds(html) == [("depan", "Diubah")]
    assert "Pelan <del>saja.</del><ins>sekali.</ins>" in html
    assert "<dt>Siapkan ini dulu</dt><dd><ins>KTP: yang asli</ins></dd>" in html


def test_what_was_written_is_shown_as_text_and_never_runs(editor):
    guide = make_guide("Satu")
    save_draft(guide, [make_step("<b>Satu</b>", key="satu", body="<script>alert(1)</script>")])

    html = shown(editor, guide)

    assert "<script>alert(1)</script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize("version", ["0", "999999", "x", "-1", "9" * 15, "²", "' OR 1=1"])
def test_a_version_that_does_not_exist_is_not_found(editor, version):
    guide = make_guide("Satu")

    assert editor.get(reverse("guide-diff", args=[guide.pk]), {"a": version}).status_code == 404


def test_a_version_of_another_guide_is_not_found(editor):
    guide, other = make_guide("Satu"), make_guide("Satu", slug="lain")
    revision = GuidePage.objects.get(pk=other.pk).save_revision()

    assert editor.get(reverse("guide-diff", args=[guide.pk]), {"a": revision.pk}).status_code == 404


def test_a_guide_that_was_never_published_is_compared_with_its_first_draft(editor):
    guide = make_guide("Satu", live=False)
    save_draft(guide, [make_step("Satu", key="satu", body="1. Tekan lama.")])
    save_draft(guide, [make_step("Satu", key="satu", body="1. Tekan baru.")])

    assert "<del>lama.</del><ins>baru.</ins>" in shown(editor, guide)


@pytest.mark.parametrize(
    ("asked", "compared"),
    [("live...{}", "a=terbit&b={}"), ("earliest...latest", "a={}&b=draf"), ("{}...live", "a={}&b=terbit")],
)
def test_the_history_of_wagtail_leads_to_the_comparison_by_steps(editor, asked, compared):
    guide = make_guide("Satu")
    revision = GuidePage.objects.get(pk=guide.pk).save_revision().pk

    response = editor.get(f"/admin/pages/{guide.pk}/revisions/compare/{asked.format(revision)}/")

    assert response["Location"] == f"/admin/panduan/{guide.pk}/banding/?{compared.format(revision)}"


def test_other_pages_are_compared_as_ever(client):
    client.force_login(get_user_model().objects.create_superuser("staf"))
    index = make_guide("Satu").get_parent().specific
    index.save_revision()

    response = client.get(f"/admin/pages/{index.pk}/revisions/compare/live...latest/")

    assert response.status_code == 200


def test_nobody_outside_the_admin_sees_a_comparison(client):
    guide = make_guide("Satu")

    for address in (
        reverse("guide-diff", args=[guide.pk]),
        f"/admin/pages/{guide.pk}/revisions/compare/live...latest/",
    ):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")


def test_a_comparison_of_a_long_guide_asks_the_database_no_more_often(editor, django_assert_max_num_queries):
    guide = make_guide(*(f"Langkah {number}" for number in range(1, 31)))
    steps = list(GuidePage.objects.get(pk=guide.pk).steps.all())
    for step in steps:
        step.body = "1. Lain."
    save_draft(guide, steps)
    shown(editor, guide)  # the figures are known for a minute

    with django_assert_max_num_queries(60):
        html = shown(editor, guide)

    assert len(kinds(html)) == 30
