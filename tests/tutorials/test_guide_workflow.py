"""A guide on its way from a draft to readers: who may write, who approves, and what they say to each other."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse
from wagtail.models import Comment, CommentReply, GroupApprovalTask, PageSubscription, TaskState, Workflow

from tests.tutorials.factories import make_guide, make_step, steps_of
from tests.tutorials.test_guide_admin import form_of, save
from tutorials.models import GuidePage, TriedOnPhoneTask

pytestmark = pytest.mark.django_db

SUBMIT = {"action-submit": "1"}


def a_member_of(group, name):
    user = get_user_model().objects.create_user(name, f"{name}@contoh.id", "rahasia")
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def author(db):
    return a_member_of("Editors", "budi")


@pytest.fixture
def moderator(db):
    return a_member_of("Moderators", "rina")


@pytest.fixture
def guide(db):
    return make_guide("Satu", "Dua")


@pytest.fixture
def submitted(client, author, guide):
    """The guide with a draft that its author sent for review."""
    client.force_login(author)
    assert save(client, guide, step_changes={1: {"body": "1. Kerjakan baik-baik."}}, **SUBMIT).status_code == 302
    return GuidePage.objects.get(pk=guide.pk)


def act(client, guide, action, **sent):
    state = GuidePage.objects.get(pk=guide.pk).current_workflow_task_state
    return client.post(reverse("wagtailadmin_pages:workflow_action", args=[guide.pk, action, state.pk]), sent)


def test_a_fresh_site_has_authors_and_approvers_and_guides_go_through_approval(guide):
    workflow = guide.get_workflow()

    assert set(Group.objects.values_list("name", flat=True)) == {"Editors", "Moderators"}
    assert workflow.name == "Persetujuan sesudah dicoba di HP"
    (task,) = [task.specific for task in workflow.tasks]
    assert isinstance(task, TriedOnPhoneTask)
    assert [group.name for group in task.groups.all()] == ["Moderators"]
    assert [old.active for old in GroupApprovalTask.objects.all()] == [False]
    assert Workflow.objects.count() == 1


def test_an_author_cannot_publish(client, author, guide):
    client.force_login(author)

    save(client, guide, step_changes={1: {"body": "1. Lain."}}, **{"action-publish": "1"})

    assert steps_of(guide)[0].body == "1. Kerjakan Satu."


def test_a_submitted_draft_waits_for_the_approvers_who_get_a_letter(
    client, author, moderator, guide, django_capture_on_commit_callbacks
):
    client.force_login(author)

    with django_capture_on_commit_callbacks(execute=True):
        save(client, guide, step_changes={1: {"body": "1. Kerjakan baik-baik."}}, **SUBMIT)

    assert GuidePage.objects.get(pk=guide.pk).workflow_in_progress
    assert steps_of(guide)[0].body == "1. Kerjakan Satu."
    assert [letter.to for letter in mail.outbox] == [["rina@contoh.id"]]


def test_an_author_can_not_approve_their_own_draft(client, author, submitted):
    client.force_login(author)

    response = act(client, submitted, "approve", tried_on_phone="on")

    assert response.status_code in (302, 403)
    assert GuidePage.objects.get(pk=submitted.pk).workflow_in_progress


def test_the_approval_asks_whether_it_was_tried_on_a_phone(client, moderator, submitted):
    client.force_login(moderator)
    state = submitted.current_workflow_task_state

    asked = client.get(reverse("wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", state.pk]))

    assert "Sudah saya coba di HP" in json.loads(asked.content)["html"]


def test_approval_without_the_tick_is_refused(client, moderator, submitted):
    client.force_login(moderator)

    act(client, submitted, "approve", comment="Bagus.")
    form = form_of(submitted.get_latest_revision_as_object())
    unasked = {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    client.post(reverse("wagtailadmin_pages:edit", args=[submitted.pk]), form | unasked)

    assert GuidePage.objects.get(pk=submitted.pk).workflow_in_progress
    assert steps_of(submitted)[0].body == "1. Kerjakan Satu."


@pytest.mark.parametrize("comment", ["", "Bagus."])
def test_approval_with_the_tick_publishes(client, moderator, submitted, comment):
    client.force_login(moderator)

    act(client, submitted, "approve", tried_on_phone="on", comment=comment)

    assert steps_of(submitted)[0].body == "1. Kerjakan baik-baik."
    (state,) = submitted.workflow_states.all()
    assert (state.status, state.current_task_state.comment) == ("approved", comment)


def test_a_rejected_draft_comes_back_with_what_is_to_be_mended(
    client, author, moderator, submitted, django_capture_on_commit_callbacks
):
    client.force_login(moderator)
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        act(client, submitted, "reject", comment="Langkah 1 belum jelas.")

    assert submitted.workflow_states.get().status == "needs_changes"
    assert steps_of(submitted)[0].body == "1. Kerjakan Satu."
    (letter,) = mail.outbox
    assert letter.to == ["budi@contoh.id"]
    assert "Langkah 1 belum jelas." in letter.body


def test_an_approved_draft_that_lacks_something_is_not_published(client, author, moderator):
    guide = make_guide(make_step("Satu", expect=""))
    draft = GuidePage.objects.get(pk=guide.pk)
    draft.steps = [make_step("Satu", key="satu", expect="", body="1. Kerjakan baik-baik.")]
    draft.save_revision(user=author)
    guide.get_workflow().start(guide, author)
    client.force_login(moderator)

    act(client, guide, "approve", tried_on_phone="on")

    assert steps_of(guide)[0].body == "1. Kerjakan Satu."
    assert GuidePage.objects.get(pk=guide.pk).workflow_in_progress


def a_comment(text, contentpath):
    return {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comments-0-DELETE": "",
        "comments-0-resolved": "",
        "comments-0-id": "",
        "comments-0-contentpath": contentpath,
        "comments-0-text": text,
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "0",
    }


def comment_on(client, guide, text, contentpath):
    form = form_of(GuidePage.objects.get(pk=guide.pk)) | a_comment(text, contentpath)
    return client.post(reverse("wagtailadmin_pages:edit", args=[guide.pk]), form)


def test_a_field_of_a_step_can_be_commented_on(client, moderator, guide):
    client.force_login(moderator)
    path = "steps.satu.body"

    assert comment_on(client, guide, "Kalimat ini terlalu panjang.", path).status_code == 302

    comment = Comment.objects.get()
    assert (comment.text, comment.contentpath, comment.user) == ("Kalimat ini terlalu panjang.", path, moderator)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).text
    assert "Kalimat ini terlalu panjang." in page
    assert 'data-contentpath="steps.satu"' in page
    assert (
        page.count("data-contentpath-disabled") == 3
    )  # the templates of new rows: steps, things to prepare, questions


def test_a_comment_on_a_step_that_is_gone_or_at_no_place_at_all_breaks_nothing(client, moderator, guide):
    client.force_login(moderator)
    for place in ("steps.satu.body", "steps.tiada.body", "steps.satu.tiada", "tiada.satu.body", "steps", "", "a.b.c.d"):
        Comment.objects.create(page=guide, user=moderator, text=f"Di {place}!", contentpath=place)

    page = client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).text

    assert [
        place for place in ("steps.satu.body", "steps.tiada.body", "steps.satu.tiada") if f"Di {place}!" in page
    ] == ["steps.satu.body"]


def test_a_comment_is_told_by_mail_in_indonesian(client, author, moderator, guide, django_capture_on_commit_callbacks):
    PageSubscription.objects.create(page=guide, user=author, comment_notifications=True)
    client.force_login(moderator)

    with django_capture_on_commit_callbacks(execute=True):
        comment_on(client, guide, "Kalimat ini terlalu panjang.", "steps.satu.body")

    (letter,) = mail.outbox
    assert letter.to == ["budi@contoh.id"]
    assert letter.subject == "rina menulis komentar di “Panduan contoh”"
    assert "Komentar baru:" in letter.body
    assert "Kalimat ini terlalu panjang." in letter.body
    assert "Hello" not in letter.body
    assert "here" not in letter.body


def test_the_letters_of_moderation_are_in_indonesian(
    client, author, moderator, guide, django_capture_on_commit_callbacks
):
    client.force_login(author)
    with django_capture_on_commit_callbacks(execute=True):
        save(client, guide, step_changes={1: {"body": "1. Kerjakan baik-baik."}}, **SUBMIT)
    client.force_login(moderator)
    with django_capture_on_commit_callbacks(execute=True):
        act(client, guide, "reject", comment="Belum jelas.")

    for letter in mail.outbox:
        said = f"{letter.subject} {letter.body}".lower()
        assert [word for word in (" the ", " has ", "hello", " here", "your ", " was ") if word in said] == []


def test_a_version_is_brought_back_with_its_rows(client, moderator, guide):
    client.force_login(moderator)
    save(client, guide, **{"action-publish": "1"})
    first = guide.revisions.get()
    save(client, guide, step_changes={1: {"title": "Judul lain"}, 2: {"DELETE": "1"}}, **{"action-publish": "1"})
    assert [step.title for step in steps_of(guide)] == ["Judul lain"]

    old = first.as_object()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[guide.pk, first.pk])
    client.post(address, form_of(old, steps=list(old.steps.all()), **{"action-publish": "1"}))

    assert [(step.key, step.title) for step in steps_of(guide)] == [("satu", "Satu"), ("dua", "Dua")]


def test_a_real_looking_nik_in_a_comment_is_kept_nowhere(client, moderator, guide):
    client.force_login(moderator)

    assert comment_on(client, guide, "Contoh 6472010101900001?", "title").status_code == 302

    comment = Comment.objects.get()
    reply = CommentReply.objects.create(comment=comment, user=moderator, text="Bukan 6472010101900001.")
    assert (comment.text, reply.text) == ("Contoh [nomor dihapus]?", "Bukan [nomor dihapus].")


def test_neither_is_one_in_what_is_said_with_an_approval(client, moderator, submitted):
    client.force_login(moderator)
    extra = json.dumps({"tried_on_phone": True, "comment": "Dari 6472010101900001."})
    sent = {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": extra}

    save(client, submitted, **sent)

    assert [state.comment for state in TaskState.objects.all()] == ["Dari [nomor dihapus]."]
    assert not GuidePage.objects.get(pk=submitted.pk).workflow_in_progress
