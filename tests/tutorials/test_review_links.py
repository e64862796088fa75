"""Approval by somebody without an account, by a link that works once."""

import logging
import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, PageLogEntry

from learning.redaction import RedactLongNumbers
from tests.tutorials.factories import make_guide, make_step, steps_of
from tutorials import review_links
from tutorials.models import GuidePage, ReviewLink
from tutorials.models.review_links import Decision
from tutorials.review_decisions import decide

pytestmark = pytest.mark.django_db

REAL_NIK = "6472010101900001"
TRIED = {"decision": "setuju", "tried_on_phone": "on", "comment": ""}


def a_member_of(group, name="rina"):
    user = get_user_model().objects.create_user(name, f"{name}@contoh.id", "rahasia")
    user.groups.add(Group.objects.get(name=group))
    return user


def draft(guide, *, user=None, **changes):
    """A newer draft of the guide, in which the first step says something else."""
    page = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    step = page.steps.all()[0]
    step.body = changes.pop("body", "1. Tekan yang baru.")
    page.steps = [step, *page.steps.all()[1:]]
    for name, value in changes.items():
        setattr(page, name, value)
    return page.save_revision(user=user)


def a_link(guide, *, user, reviewer="Bu Sari", days=7):
    link, secret = review_links.make(
        GuidePage.objects.get(pk=guide.pk), reviewer=reviewer, days=days, user=user, now=timezone.now()
    )
    return link, f"/tinjau/{secret}/"


def told(address, client):
    response = client.get(address)
    return response.status_code, re.search(r"<h1[^>]*>(.*?)</h1>", response.text)[1]


@pytest.fixture
def guide(db):
    return make_guide("Satu", "Dua")


@pytest.fixture
def moderator(db):
    return a_member_of("Moderators")


def test_the_link_shows_the_draft_and_what_changed_to_somebody_without_an_account(client, guide, moderator):
    draft(guide, body="1. Kerjakan dengan tenang.")
    _, address = a_link(guide, user=moderator)

    html = client.get(address).text

    assert "Untuk <b>Bu Sari</b>, dari rina." in html
    assert "1. Kerjakan <del>Satu.</del><ins>dengan tenang.</ins>" in html
    assert f'href="{address}langkah/1/"' in html
    assert "Kerjakan dengan tenang." in client.get(f"{address}langkah/1/").text
    assert "Kerjakan dengan tenang." not in client.get("/panduan/contoh/langkah/1/").text


def test_every_link_inside_the_shown_draft_stays_in_the_review(client, guide, moderator):
    draft(guide)
    _, address = a_link(guide, user=moderator)

    pages = [client.get(f"{address}{part}").text for part in ("depan/", "langkah/1/", "semua/")]

    assert all(f'<a href="{address}">Kembali ke tinjauan</a>' in html for html in pages)
    assert [re.findall(r'"/panduan/contoh/[^"]*"', html) for html in pages] == [[], [], []]


def test_the_shown_draft_tells_no_browser_to_record_anything(client, guide, moderator):
    _, address = a_link(guide, user=moderator)

    html = client.get(f"{address}langkah/1/").text

    assert "data-kegiatan" not in html


@pytest.mark.parametrize(
    ("part", "sent", "goal"),
    [
        ("langkah/1/tanda/", {"tanda": "sudah"}, "langkah/2/"),
        ("langkah/2/tanda/", {"tanda": "sudah"}, ""),
        ("langkah/1/tanda/", {"tanda": "bingung"}, "langkah/1/?bingung=1#bingung"),
        ("langkah/1/gambar/", {"gambar": "tanpa"}, "langkah/1/"),
        ("keadaan/", {}, ""),
        ("depan/", {}, ""),
    ],
)
def test_buttons_in_the_shown_draft_lead_on_and_record_nothing(client, guide, moderator, part, sent, goal):
    _, address = a_link(guide, user=moderator)

    response = client.post(f"{address}{part}", sent)

    assert (response.status_code, response["Location"]) == (303, f"{address}{goal}")
    assert client.cookies == {}


def test_looking_any_number_of_times_spends_nothing(client, guide, moderator):
    link, address = a_link(guide, user=moderator)

    for _ in range(3):
        client.get(address, headers={"User-Agent": "WhatsApp/2.24"})
        client.head(address)

    link.refresh_from_db()
    assert link.used_at is None
    assert client.get(address).status_code == 200


def test_no_cache_search_engine_or_other_site_learns_the_address(client, guide, moderator):
    _, address = a_link(guide, user=moderator)

    for shown in (client.get(address), client.get(f"{address}langkah/1/"), client.get("/tinjau/tidak-ada/")):
        assert shown["Cache-Control"] == "private, no-store"
        assert shown["Referrer-Policy"] == "same-origin"
        assert shown["X-Robots-Tag"] == "noindex, nofollow"


def test_the_secret_is_kept_nowhere_and_not_written_into_logs(client, guide, moderator, caplog):
    link, address = a_link(guide, user=moderator)
    secret = address.split("/")[2]
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Gone: %s", (address,), None)

    RedactLongNumbers().filter(record)

    assert record.getMessage() == "Gone: /tinjau/…/"
    assert len(secret) == 43
    assert secret not in str(ReviewLink.objects.values_list().get())
    assert re.fullmatch(r"[0-9a-f]{64}", link.token_digest)


def test_approval_publishes_what_was_looked_at(client, guide, moderator):
    draft(guide, body="1. Kerjakan dengan tenang.")
    link, address = a_link(guide, user=moderator)

    response = client.post(address, TRIED | {"comment": "Sudah jelas."})

    assert (response.status_code, response["Location"]) == (303, address)
    assert "Kerjakan dengan tenang." in client.get("/panduan/contoh/langkah/1/").text
    link.refresh_from_db()
    assert (link.decision, link.comment, link.outcome) == ("setuju", "Sudah jelas.", "terbit")
    assert told(address, client) == (200, "Terima kasih, jawaban sudah masuk")


def test_the_decision_stands_in_the_history_beside_the_title_and_in_the_mail(
    client, guide, moderator, django_capture_on_commit_callbacks
):
    draft(guide)
    _, address = a_link(guide, user=moderator)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"decision": "ubah", "comment": "Langkah 1 belum jelas."})

    words = "Minta diubah oleh Bu Sari lewat tautan. “Langkah 1 belum jelas.”"
    assert PageLogEntry.objects.get(action="tuntun.review.changes").message == words
    assert Comment.objects.get().text == words
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["rina@contoh.id"], "Minta diubah: Panduan contoh")
    assert words in letter.body


def test_a_mail_server_that_fails_takes_no_decision_back(
    client, guide, moderator, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens at the port "discard"
    link, address = a_link(guide, user=moderator)

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address, {"decision": "ubah", "comment": "Belum jelas."})

    link.refresh_from_db()
    assert (response.status_code, link.decision) == (303, "ubah")


def test_asking_for_changes_publishes_nothing(client, guide, moderator):
    draft(guide, body="1. Kerjakan dengan tenang.")
    link, address = a_link(guide, user=moderator)

    client.post(address, {"decision": "ubah", "comment": "Belum jelas."})

    assert steps_of(guide)[0].body == "1. Kerjakan Satu."
    link.refresh_from_db()
    assert (link.decision, link.outcome) == ("ubah", "kembali")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"decision": "setuju"}, "Buka dulu tiap langkahnya di HP"),
        ({"decision": "ubah", "comment": " \r\n "}, "Tulis dulu apa yang perlu diubah."),
        ({"decision": "ubah", "comment": "x" * 1001}, "Catatan ini lebih dari 1.000 huruf."),
        ({"decision": "ubah", "comment": f"NIK saya {REAL_NIK}"}, "Di sini ada 16 angka yang mirip NIK asli."),
        ({"decision": "ubah", "comment": "a\x00b"}, "Belum terkirim."),
        ({}, "Pilih salah satu: setujui, atau minta diubah."),
        ({"decision": "hapus"}, "Pilih salah satu: setujui, atau minta diubah."),
    ],
    ids=["not tried", "no comment", "too long", "a NIK", "null", "nothing", "unknown"],
)
def test_an_answer_that_lacks_something_is_refused_and_spends_nothing(client, guide, moderator, sent, sentence):
    link, address = a_link(guide, user=moderator)

    response = client.post(address, sent)

    assert response.status_code == 200
    assert sentence in response.text
    link.refresh_from_db()
    assert (link.used_at, link.comment) == (None, "")


def test_a_comment_of_1000_characters_is_taken_however_the_browser_ends_lines(client, guide, moderator):
    link, address = a_link(guide, user=moderator)

    client.post(address, {"decision": "ubah", "comment": "a\r\n" * 499 + "aa"})

    link.refresh_from_db()
    assert len(link.comment) == 1000


def test_a_second_decision_changes_nothing(client, guide, moderator):
    draft(guide)
    link, address = a_link(guide, user=moderator)
    client.post(address, {"decision": "ubah", "comment": "Belum jelas."})

    response = client.post(address, TRIED)

    assert response.status_code == 200
    assert "Tautan ini hanya bisa dipakai satu kali." in response.text
    link.refresh_from_db()
    assert link.decision == "ubah"
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."


def test_two_answers_at_the_same_moment_are_one_decision(guide, moderator):
    draft(guide)
    link, _ = a_link(guide, user=moderator)
    from_two_tabs = [ReviewLink.objects.get(pk=link.pk) for _ in range(2)]

    made = [decide(tab, Decision.APPROVED, comment="", now=timezone.now()) is not None for tab in from_two_tabs]

    assert made == [True, False]
    assert PageLogEntry.objects.filter(action="tuntun.review.approve").count() == 1


@pytest.mark.parametrize(
    ("days", "later", "status", "heading"),
    [
        (3, timedelta(days=3, minutes=-1), 200, "Tinjau: Panduan contoh"),
        (3, timedelta(days=3), 410, "Waktu tautan ini sudah habis"),
        (14, timedelta(days=13), 200, "Tinjau: Panduan contoh"),
    ],
)
def test_a_link_ends_after_its_days(client, guide, moderator, monkeypatch, days, later, status, heading):
    _, address = a_link(guide, user=moderator, days=days)
    moment = ReviewLink.objects.get().expires_at - timedelta(days=days) + later

    monkeypatch.setattr(timezone, "now", lambda: moment)

    assert told(address, client) == (status, heading)


def test_a_newer_draft_makes_the_link_useless(client, guide, moderator):
    _, address = a_link(guide, user=moderator)
    draft(guide)

    assert told(address, client) == (410, "Panduannya sudah berubah lagi")
    client.post(address, TRIED)
    assert not ReviewLink.objects.filter(used_at__isnull=False).exists()


def test_a_draft_that_the_editor_saved_over_while_typing_makes_it_useless_too(client, guide, moderator):
    revision = draft(guide, user=moderator)
    _, address = a_link(guide, user=moderator)
    page = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    page.summary = "Lain."
    assert page.save_revision(user=moderator, overwrite_revision=revision).pk == revision.pk

    assert told(address, client) == (410, "Panduannya sudah berubah lagi")


def test_a_cancelled_link_says_so_and_takes_no_decision(client, guide, moderator):
    link, address = a_link(guide, user=moderator)
    client.force_login(moderator)

    client.post(reverse("guide-review-cancel", args=[guide.pk, link.pk]))

    assert told(address, client) == (410, "Tautan ini sudah dibatalkan")
    client.post(address, TRIED)
    link.refresh_from_db()
    assert link.decision == ""


def test_the_link_to_a_deleted_guide_says_what_may_have_happened(client, guide, moderator):
    _, address = a_link(guide, user=moderator)
    GuidePage.objects.get(pk=guide.pk).delete()

    assert told(address, client) == (404, "Tautan ini tidak dikenal")
    assert client.get(f"{address}langkah/1/")["Location"] == address


@pytest.mark.parametrize("secret", ["x", "a" * 43, "-_-", "x" * 2000])
def test_a_guessed_link_opens_nothing(client, guide, secret):
    assert told(f"/tinjau/{secret}/", client) == (404, "Tautan ini tidak dikenal")


def test_a_step_that_the_draft_does_not_have_is_not_found(client, guide, moderator):
    _, address = a_link(guide, user=moderator)

    assert client.get(f"{address}langkah/9/").status_code == 404
    assert client.get(f"{address}apa/saja/").status_code == 404


def test_in_moderation_approval_passes_the_task_as_the_person_who_made_the_link(client, guide, moderator):
    editor = a_member_of("Editors", "budi")
    draft(guide, user=editor, body="1. Kerjakan dengan tenang.")
    page = GuidePage.objects.get(pk=guide.pk)
    page.get_workflow().start(page, editor)
    link, address = a_link(guide, user=moderator)

    client.post(address, TRIED)

    link.refresh_from_db()
    assert link.outcome == "terbit"
    (state,) = GuidePage.objects.get(pk=guide.pk).workflow_states.all()
    assert (state.status, state.current_task_state.finished_by) == ("approved", moderator)
    assert state.current_task_state.comment == "Disetujui oleh Bu Sari lewat tautan."
    assert steps_of(guide)[0].body == "1. Kerjakan dengan tenang."


def test_in_moderation_asking_for_changes_sends_the_draft_back(client, guide, moderator):
    editor = a_member_of("Editors", "budi")
    draft(guide, user=editor)
    page = GuidePage.objects.get(pk=guide.pk)
    page.get_workflow().start(page, editor)
    _, address = a_link(guide, user=moderator)

    client.post(address, {"decision": "ubah", "comment": "Langkah 1 belum jelas."})

    (state,) = GuidePage.objects.get(pk=guide.pk).workflow_states.all()
    assert state.status == "needs_changes"
    assert "Langkah 1 belum jelas." in state.current_task_state.comment


@pytest.mark.parametrize("submitted", [False, True])
def test_nobody_publishes_by_a_link_to_themselves_what_they_may_not_publish(client, guide, submitted):
    editor = a_member_of("Editors", "budi")
    draft(guide, user=editor, body="1. Kerjakan dengan tenang.")
    page = GuidePage.objects.get(pk=guide.pk)
    if submitted:
        page.get_workflow().start(page, editor)
    link, address = a_link(guide, user=editor)

    client.post(address, TRIED)

    link.refresh_from_db()
    assert (link.decision, link.outcome) == ("setuju", "catat")
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."
    assert GuidePage.objects.get(pk=guide.pk).workflow_in_progress == submitted


def test_approval_for_somebody_who_left_publishes_nothing(client, guide, moderator):
    draft(guide, body="1. Kerjakan dengan tenang.")
    link, address = a_link(guide, user=moderator)
    moderator.is_active = False
    moderator.save()

    client.post(address, TRIED)

    link.refresh_from_db()
    assert link.outcome == "catat"
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."


@pytest.mark.parametrize("submitted", [False, True])
def test_an_approved_draft_that_may_not_be_published_stays_a_draft_and_staff_read_why(
    client, guide, moderator, submitted
):
    page = GuidePage.objects.get(pk=guide.pk)
    page.steps = [make_step("Satu", key="satu", expect=""), *page.steps.all()[1:]]
    page.save_revision(user=moderator)
    if submitted:
        page.get_workflow().start(page, moderator)
    link, address = a_link(guide, user=moderator)

    client.post(address, TRIED)

    link.refresh_from_db()
    assert (link.decision, link.outcome) == ("setuju", "tertahan")
    assert link.problem != ""
    assert GuidePage.objects.get(pk=guide.pk).workflow_in_progress == submitted
    client.force_login(moderator)
    html = client.get(reverse("guide-review", args=[guide.pk])).text
    assert "Belum terbit: ada yang harus dibetulkan dulu." in html


def test_a_scheduled_draft_waits_for_its_time(client, guide, moderator):
    draft(guide, go_live_at=timezone.now() + timedelta(days=2))
    link, address = a_link(guide, user=moderator)

    client.post(address, TRIED)

    link.refresh_from_db()
    assert link.outcome == "jadwal"


def ask(client, guide, **sent):
    return client.post(reverse("guide-review", args=[guide.pk]), {"reviewer": "Bu Sari", "days": "7", **sent})


def test_a_link_is_shown_once_with_a_message_for_whatsapp(client, guide, moderator):
    client.force_login(moderator)

    html = ask(client, guide).text

    (address,) = set(re.findall(r"http://testserver/tinjau/[\w-]+/", html))
    assert "https://wa.me/?text=Halo%20Bu%20Sari." in html
    assert address not in client.get(reverse("guide-review", args=[guide.pk])).text
    assert client.get(address.removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"reviewer": ""}, "Tulis untuk siapa tautan ini."),
        ({"reviewer": "x" * 81}, "Paling panjang 80 huruf."),
        ({"days": "365"}, "Pilih salah satu: 3, 7, atau 14 hari."),
        ({"days": ""}, "Pilih berapa lama."),
    ],
)
def test_a_link_that_is_not_filled_in_is_not_made(client, guide, moderator, sent, sentence):
    client.force_login(moderator)

    assert sentence in ask(client, guide, **sent).text
    assert not ReviewLink.objects.exists()


def test_a_real_looking_nik_as_a_name_is_kept_nowhere(client, guide, moderator):
    client.force_login(moderator)

    ask(client, guide, reviewer=REAL_NIK)

    assert not ReviewLink.objects.exists()


def test_who_may_not_edit_the_guide_makes_and_cancels_no_link(client, guide, moderator):
    link, _ = a_link(guide, user=moderator)
    stranger = get_user_model().objects.create_user("tamu", "", "rahasia")
    client.force_login(stranger)

    for address in (
        reverse("guide-review", args=[guide.pk]),
        reverse("guide-review-cancel", args=[guide.pk, link.pk]),
        reverse("guide-diff", args=[guide.pk]),
    ):
        assert client.post(address, {"reviewer": "Saya", "days": "3"}).status_code in (302, 403, 405)
        assert client.get(address).status_code in (302, 403, 405)
    assert [each.cancelled_at for each in ReviewLink.objects.all()] == [None]


def test_the_editor_shows_what_reviewers_said_and_leads_to_asking_again(client, guide, moderator):
    draft(guide)
    _, address = a_link(guide, user=moderator)
    client.post(address, {"decision": "ubah", "comment": "Langkah 1 belum jelas."})
    client.force_login(moderator)

    html = client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).text

    assert "“Langkah 1 belum jelas.”" in html
    assert f'href="/admin/panduan/{guide.pk}/tautan/"' in html
    assert "Minta persetujuan lewat tautan" in html


def test_a_guide_that_somebody_else_holds_is_not_published_past_them(client, guide, moderator):
    draft(guide)
    link, address = a_link(guide, user=moderator)
    other = a_member_of("Moderators", "lain")
    GuidePage.objects.filter(pk=guide.pk).update(locked=True, locked_by=other, locked_at=timezone.now())

    client.post(address, TRIED)

    link.refresh_from_db()
    assert (link.decision, link.outcome) == ("setuju", "catat")
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."


@pytest.mark.parametrize("rest", ["langkah/99/", "apa-saja/"])
def test_what_is_not_there_keeps_the_address_as_secret(client, guide, moderator, rest):
    _, address = a_link(guide, user=moderator)

    response = client.get(f"{address}{rest}")

    told = (response.status_code, response["Cache-Control"], response["X-Robots-Tag"])
    assert told == (404, "private, no-store", "noindex, nofollow")


def test_signs_that_turn_the_direction_of_a_comment_are_not_kept(client, guide, moderator):
    link, address = a_link(guide, user=moderator)

    client.post(address, {"decision": "ubah", "comment": "Langkah \u202e1 salah."})

    link.refresh_from_db()
    assert link.comment == "Langkah 1 salah."
