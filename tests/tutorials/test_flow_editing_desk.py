"""The desk of a flow: what staff see of it, and what becomes of publishing, moderation, playing and looking back."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from sandbox.catalogue import flow_summary, newest_version, publish, published_flows
from sandbox.models import Attempt, FlowVersion
from tests.factories import make_attempt, sign_in_learner, small_flow
from tests.tutorials.flow_posts import EDITOR, as_dict, document_of, make_draft, part_post, rich_flow
from tutorials.flow_editing import parts
from tutorials.flow_editing.desk import screen_links
from tutorials.models import FlowDraft

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def make_staff(name, *codes, group=None):
    user = get_user_model().objects.create_user(name, password="rahasia")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    user.user_permissions.add(*Permission.objects.filter(codename__in=[f"{code}_flowdraft" for code in codes]))
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def desk_url(draft):
    return reverse("flow-drafts:edit", args=[draft.pk])


def save_part(client, draft, kind, key="", **changes):
    url = reverse(
        "flow-drafts:part" if key else "flow-drafts:whole", args=[draft.pk, kind.slug, *([key] if key else [])]
    )
    return client.post(url, as_dict(part_post(document_of(draft), kind, key, **changes)), follow=True)


def press(client, draft, action):
    return client.post(desk_url(draft), {f"action-{action}": "1"}, follow=True)


def test_the_list_tells_version_label_comparison_and_problems(editor):
    old = (timezone.localdate() - timedelta(days=120)).isoformat()
    make_draft(rich_flow(compared_on=old))

    html = editor.get(EDITOR).text

    for words in ("Alur uji", "versi 1", "Web 2026", "⚠ terakhir dibandingkan 120 hari lalu", "beres"):
        assert words in html


def test_the_admin_home_page_reminds_of_a_flow_compared_more_than_90_days_ago(editor):
    today = timezone.localdate()
    make_draft(small_flow(compared_on=(today - timedelta(days=91)).isoformat()))
    make_draft(small_flow(id="alur-baru", title="Alur baru", compared_on=(today - timedelta(days=90)).isoformat()))

    html = editor.get("/admin/").text

    reminder = html[html.index("perlu dibandingkan lagi") :]
    assert "Alur uji" in reminder
    assert "dibandingkan 91 hari lalu" in reminder
    assert "Alur baru" not in reminder


def test_the_desk_lists_every_part_with_its_form(editor):
    draft = make_draft(rich_flow())

    html = editor.get(desk_url(draft)).text

    for form, key in (
        ("layar", "modal"), ("isian", "modal.modal"), ("tokoh", "sembako"), ("gangguan", "hang"), ("surat", "sppl"),
        ("tahap", "akun"), ("kalimat", "required"),
    ):  # fmt: skip
        assert reverse("flow-drafts:part", args=[draft.pk, form, key]) in html
    assert reverse("flow-drafts:whole", args=[draft.pk, "umum"]) in html


def test_the_desk_calls_screens_and_fields_of_a_branch_by_their_titles(editor):
    draft = make_draft()

    html = editor.get(desk_url(draft)).text

    assert "ke “Terbit” kalau “Punya usaha?” sama dengan belum" in html


@pytest.mark.parametrize("kind", parts.KINDS.values(), ids=lambda kind: kind.slug)
def test_each_kind_of_part_has_a_page_and_saving_it_untouched_changes_nothing(editor, kind):
    draft = make_draft(rich_flow())
    key = (
        {"isian": "modal.modal"}.get(kind.slug, "")
        or next((part[kind.id_key] for part in parts.all_of(draft.document, kind)), "")
        if kind.one_of_many
        else ""
    )
    revisions = draft.revisions.count()

    response = save_part(editor, draft, kind, key)

    assert "Tidak ada yang berubah." in response.text
    assert draft.revisions.count() == revisions
    assert document_of(draft) == rich_flow()


def test_a_change_stays_a_draft_until_it_is_published_and_then_makes_the_next_version(editor):
    draft = make_draft()

    save_part(editor, draft, parts.SCREEN, "modal", title="Modal usaha")
    before = flow_summary("alur-uji")
    press(editor, draft, "publish")
    after = flow_summary("alur-uji")

    assert (before.version, before.screens[1].title) == (1, "Modal")
    assert (after.version, after.screens[1].title) == (2, "Modal usaha")
    assert not newest_version("alur-uji").starter


def test_a_refused_publication_leaves_nothing_to_be_warned_of_and_the_desk_saves_nothing_by_itself(editor):
    document = small_flow()
    document["screens"][0]["next"][0]["to"] = "entah"
    draft = make_draft(document, published=False)

    response = press(editor, draft, "publish")

    assert "Alur ini belum bisa terbit" in response.text
    assert 'data-w-unsaved-force-value="false"' in response.text
    assert "w-autosave#save" not in response.text


def test_a_learner_under_way_keeps_the_version_of_the_beginning(editor):
    draft = make_draft()
    attempt = make_attempt()

    save_part(editor, draft, parts.SCREEN, "daftar", title="Daftar baru")
    press(editor, draft, "publish")

    attempt.refresh_from_db()
    assert attempt.flow_version.number == 1
    assert newest_version("alur-uji").number == 2


def test_a_draft_that_strands_a_persona_is_not_published_and_the_place_is_named(editor):
    draft = make_draft()
    url = reverse("flow-drafts:part", args=[draft.pk, "jawaban", "sembako.modal"])
    editor.post(url, {"jawab-modal": "abc", "seen": _seen(editor.get(url).text)})

    response = press(editor, draft, "publish")

    assert "belum bisa terbit: masih ada 1 masalah" in response.text
    assert "Tokoh “Bu Melati” › jawaban › Layar “Modal”" in response.text
    assert "Jawaban tokoh untuk “Modal usaha” ditolak: “Kalimat rupiah.digits”" in response.text
    assert newest_version("alur-uji").number == 1
    assert FlowDraft.objects.get(pk=draft.pk).has_unpublished_changes


def _seen(html):
    return re.search(r'name="seen" value="(\w+)"', html)[1]


def test_a_draft_with_problems_is_not_sent_for_moderation_either(editor):
    draft = make_draft()
    save_part(editor, draft, parts.SCREEN, "modal", title="")

    response = press(editor, draft, "submit")

    assert "belum bisa dikirim: masih ada 1 masalah" in response.text
    assert not FlowDraft.objects.get(pk=draft.pk).workflow_in_progress


def test_an_editor_sends_for_moderation_and_a_moderator_publishes(client):
    draft = make_draft()
    client.force_login(make_staff("penulis", group="Editors"))
    save_part(client, draft, parts.SCREEN, "modal", title="Modal usaha")
    html = client.get(desk_url(draft)).text
    press(client, draft, "submit")
    in_progress = FlowDraft.objects.get(pk=draft.pk).workflow_in_progress

    client.force_login(make_staff("peninjau", group="Moderators"))
    approval = {"workflow-action-name": "approve", "workflow-action-extra-data": '{"tried_on_phone": true}'}
    client.post(desk_url(draft), {"action-workflow-action": "1", **approval}, follow=True)

    assert 'name="action-publish"' not in html
    assert in_progress
    assert flow_summary("alur-uji").screens[1].title == "Modal usaha"


def test_a_moderator_does_not_publish_what_got_problems_while_it_was_waiting(client):
    draft = make_draft()
    client.force_login(make_staff("penulis", group="Editors"))
    save_part(client, draft, parts.SCREEN, "modal", title="Modal usaha")
    press(client, draft, "submit")
    client.force_login(make_staff("peninjau", group="Moderators"))
    save_part(client, draft, parts.SCREEN, "modal", title="")
    state = FlowDraft.objects.get(pk=draft.pk).current_workflow_task_state

    answer = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    on_desk = client.post(desk_url(draft), answer, follow=True)
    url = reverse("flow-drafts:workflow_action", args=[draft.pk, "approve", state.pk])
    from_home = client.post(url, {"comment": "baik"}, follow=True)

    assert "belum bisa terbit" in on_desk.text
    assert "belum bisa terbit" in from_home.text
    assert newest_version("alur-uji").number == 1


def test_somebody_else_cannot_change_a_draft_under_moderation(client):
    draft = make_draft()
    client.force_login(make_staff("penulis", group="Editors"))
    save_part(client, draft, parts.SCREEN, "modal", title="Modal usaha")
    press(client, draft, "submit")

    client.force_login(make_staff("penulis-lain", group="Editors"))
    response = save_part(client, draft, parts.SCREEN, "modal", title="Modal lain")

    assert "sedang dikunci atau diperiksa" in response.text
    assert document_of(draft)["screens"][1]["title"] == "Modal usaha"


def test_who_has_no_permission_for_flows_sees_and_changes_nothing(client):
    draft = make_draft()
    client.force_login(make_staff("tamu"))

    statuses = [
        client.get(reverse("flow-drafts:export", args=[draft.pk])).status_code,
        client.get(reverse("flow-drafts:part", args=[draft.pk, "layar", "modal"])).status_code,
        client.post(reverse("flow-drafts:change", args=[draft.pk, "layar", "modal", "hapus"])).status_code,
        client.post(reverse("flow-drafts:play", args=[draft.pk]), {"tokoh": "sembako:latihan"}).status_code,
        client.get(reverse("flow-drafts:import")).status_code,
    ]

    assert {*statuses} <= {302, 403}
    assert document_of(draft) == small_flow()
    assert not FlowVersion.objects.filter(trial=True).exists()


def test_a_published_flow_is_neither_taken_down_nor_deleted(editor):
    draft = make_draft()

    editor.post(reverse("flow-drafts:unpublish", args=[draft.pk]))
    editor.post(reverse("flow-drafts:delete", args=[draft.pk]))

    assert FlowDraft.objects.get(pk=draft.pk).live


def test_a_draft_is_played_as_a_trial_that_nobody_else_meets(editor):
    draft = make_draft()
    sign_in_learner(editor)
    save_part(editor, draft, parts.SCREEN, "daftar", title="Daftar di draf")

    response = editor.post(reverse("flow-drafts:play", args=[draft.pk]), {"tokoh": "sembako:latihan"}, follow=True)

    assert "Daftar di draf" in response.text
    trial = Attempt.objects.get().flow_version
    assert (trial.trial, trial.number) == (True, None)
    assert [(flow.version, flow.screens[0].title) for flow in published_flows()] == [(1, "Daftar")]
    assert newest_version("alur-uji").number == 1


def test_a_trial_says_that_it_is_a_draft_and_leads_back_and_a_published_flow_does_not(editor):
    draft = make_draft()
    published_attempt = make_attempt(learner=sign_in_learner(editor))
    save_part(editor, draft, parts.SCREEN, "daftar", title="Daftar di draf")

    trial = editor.post(reverse("flow-drafts:play", args=[draft.pk]), {"tokoh": "sembako:latihan"}, follow=True).text
    published = editor.get(published_attempt.get_absolute_url(), follow=True).text

    assert "Draf, hanya untuk staf." in trial
    assert f'<a href="{EDITOR}">Kembali ke alur latihan</a>' in trial
    assert "Ini simulasi" in published
    assert "Draf, hanya untuk staf." not in published


def _words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_label_and_comparison_of_the_draft_are_told_apart_from_what_learners_meet(editor):
    old = (timezone.localdate() - timedelta(days=120)).isoformat()
    draft = make_draft(rich_flow(compared_on=old))
    today = timezone.localdate().isoformat()
    save_part(editor, draft, parts.GENERAL, label="Web 2027", compared_on=today)

    desk, listed = (_words(editor.get(url).text) for url in (desk_url(draft), EDITOR))

    assert "Nama versi: Web 2026. Di draf: Web 2027." in desk
    assert f"Terakhir dibandingkan dengan OSS asli 120 hari lalu. Di draf: {today}" in desk
    assert "Web 2026 (di draf: Web 2027)" in listed
    assert f"⚠ terakhir dibandingkan 120 hari lalu (di draf: {today})" in listed


def test_a_draft_without_personas_leads_to_adding_one_and_says_that_more_may_follow(editor):
    draft = make_draft()
    FlowDraft.objects.filter(pk=draft.pk).update(document=small_flow(personas=[]), latest_revision=None)

    html = editor.get(desk_url(draft)).text

    add = reverse("flow-drafts:add-part", args=[draft.pk, "tokoh"])
    assert f'<a href="{add}">Tokoh</a></b><br>belum ada tokoh; tambah paling sedikit satu' in html
    assert "Ini baru masalah pertama yang terlihat." in html


def test_the_preview_leads_to_playing_from_its_screen_on(editor):
    draft = make_draft()
    page = editor.get(reverse("flow-drafts:preview", args=[draft.pk, "modal"]))
    sent = {"tokoh": page.context["player"], "layar": "modal"}

    response = editor.post(reverse("flow-drafts:play", args=[draft.pk]), sent, follow=True)

    assert 'data-screen="modal"' in response.text


def test_the_page_of_a_fault_leads_to_meeting_it(editor):
    document = rich_flow()
    document["faults"][0]["at"] = "arrive"
    draft = make_draft(document)
    page = editor.get(reverse("flow-drafts:part", args=[draft.pk, "gangguan", "hang"]))
    name, player = page.context["tries"][0]
    sent = {"tokoh": player, "layar": page.context["tried_screen"], "gangguan": page.context["tried_fault"]}

    response = editor.post(reverse("flow-drafts:play", args=[draft.pk]), sent, follow=True)

    assert name == "Bu Melati"
    assert 'data-fault="hang"' in response.text


@pytest.mark.parametrize("sent", [{"layar": "hantu"}, {"gangguan": "hantu" * 20}, {"gangguan": "\x00"}])
def test_playing_at_what_is_not_there_is_no_error_of_the_server(editor, sent):
    draft = make_draft(rich_flow())

    response = editor.post(reverse("flow-drafts:play", args=[draft.pk]), {"tokoh": "sembako:latihan"} | sent)

    assert response.status_code == 302


def test_the_same_draft_played_twice_is_stored_once(editor):
    draft = make_draft()
    url = reverse("flow-drafts:play", args=[draft.pk])

    editor.post(url, {"tokoh": "sembako:latihan"})
    editor.post(url, {"tokoh": "sembako:latihan", "gangguan": "tanpa"})

    assert FlowVersion.objects.filter(trial=True).count() == 1


def test_a_draft_that_strands_may_be_tried_out_to_see_where(editor):
    document = small_flow()
    document["personas"][0]["answers"]["modal"]["modal"] = "abc"
    draft = make_draft(document, published=False)

    response = editor.post(reverse("flow-drafts:play", args=[draft.pk]), {"tokoh": "sembako:latihan"})

    assert response.url.startswith("/latihan/coba/")


@pytest.mark.parametrize("player", ["", "sembako", "hantu:latihan", "sembako:terbang", "sembako:ujian", "\x00:"])
def test_playing_as_nobody_is_answered_with_a_sentence(editor, player):
    draft = make_draft()

    response = editor.post(reverse("flow-drafts:play", args=[draft.pk]), {"tokoh": player}, follow=True)

    assert "Pilih tokoh dan cara belajar" in response.text


def test_a_draft_that_cannot_be_read_says_what_to_mend_before_playing(editor):
    draft = make_draft(small_flow(title=""), published=False)

    response = editor.post(reverse("flow-drafts:play", args=[draft.pk]), {"tokoh": "sembako:latihan"}, follow=True)

    assert "Draf ini belum bisa dimainkan. Betulkan dulu: title: tidak boleh kosong" in response.text


def test_the_preview_shows_a_later_screen_of_the_draft_and_stores_nothing(editor):
    draft = make_draft()
    save_part(editor, draft, parts.SCREEN, "modal", title="Modal usaha")

    outer = editor.get(reverse("flow-drafts:preview", args=[draft.pk, "modal"]))
    inner = editor.get(reverse("flow-drafts:preview-screen", args=[draft.pk, "modal"]))

    assert reverse("flow-drafts:preview-screen", args=[draft.pk, "modal"]) in outer.text
    assert 'data-screen="modal"' in inner.text
    assert "Modal usaha" in inner.text
    assert inner["X-Frame-Options"] == "SAMEORIGIN"
    assert not Attempt.objects.exists()
    assert not FlowVersion.objects.filter(trial=True).exists()


def test_the_preview_of_a_draft_that_cannot_be_read_names_the_place(editor):
    draft = make_draft(small_flow(title=""), published=False)

    response = editor.get(reverse("flow-drafts:preview-screen", args=[draft.pk, "modal"]))

    assert "title: tidak boleh kosong" in response.text


def test_two_revisions_are_compared_place_by_place(editor):
    draft = make_draft()
    save_part(editor, draft, parts.FIELD, "modal.modal", hint="Hitung nolnya dulu.")

    url = reverse("flow-drafts:revisions_compare", args=[draft.pk, "earliest", "latest"])
    html = editor.get(url).text

    assert "Layar “Modal” › isian “Modal usaha” › Petunjuk" in html
    assert "Hitung" in html
    assert html.count('class="comparison') == 1


def test_an_older_revision_is_brought_back_from_the_history(editor):
    draft = make_draft()
    first = draft.latest_revision_id
    save_part(editor, draft, parts.SCREEN, "modal", title="Modal usaha")

    url = reverse("flow-drafts:revisions_revert", args=[draft.pk, first])
    page = editor.get(url)
    editor.post(url, {"revision": str(first)})

    assert "Ini versi lama dari riwayat." in page.text
    assert "Mainkan draf ini" not in page.text
    assert document_of(draft) == small_flow()


def test_each_screen_of_a_flow_has_an_address_where_staff_change_it():
    draft = make_draft()

    links = screen_links("alur-uji")

    assert list(links) == ["daftar", "modal", "terbit"]
    assert links["modal"] == ("Modal", reverse("flow-drafts:part", args=[draft.pk, "layar", "modal"]))
    assert screen_links("tidak-ada") == {}


def test_the_desk_needs_a_bounded_number_of_queries(editor, django_assert_max_num_queries):
    draft = make_draft(rich_flow())
    editor.get(desk_url(draft))

    with django_assert_max_num_queries(45):
        editor.get(desk_url(draft))


def test_publishing_outside_the_desk_tells_that_the_draft_is_another(editor):
    draft = make_draft()
    publish(small_flow(summary="Kata rilis."))

    assert "Draf ini lain dari yang terbit." in editor.get(desk_url(draft)).text
