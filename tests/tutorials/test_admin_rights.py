"""Who may do what in the parts of the admin that are ours: asked of every address, whatever its view says."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Site

from tests.tutorials.factories import make_guide
from tests.tutorials.test_shared_steps import make_shared
from tutorials import review_links
from tutorials.models import ArchivedStep, ErrorSnippet, GlossaryTerm, GuidePage, ReviewLink

pytestmark = pytest.mark.django_db

OURS = ("tutorials", "wagtailcore", "wagtailimages")
SENT = {
    "kunci": "lama", "reviewer": "Bu Sari", "days": "7", "lalu": "terbit", "title": "Lain", "body": "1. Lain.",
    "expect": "Lain.", "name": "Lain", "whatsapp": "6281200000000",
}  # fmt: skip


@pytest.fixture
def guide():
    guide = make_guide("Satu", "Dua")
    GuidePage.objects.get(pk=guide.pk).save_revision()
    content = {"pk": None, "page": None, "key": "lama", "title": "Lama", "body": "1. Isi.", "expect": "Terisi."}
    ArchivedStep.objects.create(page=guide, key="lama", title="Lama", content=content)
    return guide


def addresses(guide):
    """Every address of the admin that belongs to the editing of guides."""
    page = GuidePage.objects.get(pk=guide.pk)
    link, _ = review_links.make(page, reviewer="Bu Sari", days=7, user=a_user("pembuat"), now=timezone.now())
    of_guide = ("guide-findings", "guide-archive", "guide-diff", "guide-review", "phone-preview", "phone-preview-frame")
    of_step = ("step-mend", "step-to-library")
    entries = {
        "shared-steps": make_shared(),
        "error-snippets": ErrorSnippet.objects.create(code="x", wording="X", cause="X.", what_to_do="1. X."),
        "glossary-terms": GlossaryTerm.objects.create(term="KBLI", meaning="Kode."),
    }
    return [
        *(reverse(name, args=[guide.pk]) for name in of_guide),
        *(reverse(name, args=[guide.pk, "satu"]) for name in of_step),
        reverse("guide-review-cancel", args=[guide.pk, link.pk]),
        *(reverse(f"{space}:{name}") for space in entries for name in ("list", "add")),
        *(
            reverse(f"{space}:{name}", args=[entry.pk])
            for space, entry in entries.items()
            for name in ("edit", "delete", "history", "usage")
        ),
        reverse("shared-steps:unpublish", args=[entries["shared-steps"].pk]),
        reverse("wagtailsettings:edit", args=["tutorials", "officecontact", Site.objects.first().pk]),
    ]


def a_user(name, *, group=None, **fields):
    user = get_user_model().objects.create_user(name, "", "rahasia", **fields)
    if group:
        user.groups.add(group)
    return user


def somebody_of_another_guide():
    """Who may write and publish, but only elsewhere."""
    group = Group.objects.create(name="Dinas lain")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    elsewhere = make_guide("Satu", slug="lain", title="Lain")
    for codename in ("change_page", "publish_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=elsewhere, permission=permission)
    return a_user("lain", group=group)


def stored():
    """Everything that could have been changed."""
    models = [model for model in apps.get_models() if model._meta.app_label in OURS]
    return {model._meta.label: sorted(map(str, model.objects.values_list())) for model in models}


@pytest.mark.parametrize("who", ["nobody", "reader", "elsewhere"])
def test_without_the_right_to_this_guide_nothing_is_shown_or_changed(client, guide, who):
    asked = addresses(guide)
    if who == "reader":
        client.force_login(a_user("pembaca"))
    elif who == "elsewhere":
        client.force_login(somebody_of_another_guide())
    before = stored()

    answers = [client.get(address) for address in asked] + [client.post(address, SENT) for address in asked]

    assert {answer.status_code for answer in answers} <= {302, 403, 405}
    goals = {answer["Location"].partition("?")[0] for answer in answers if answer.status_code == 302}
    assert goals == ({"/admin/"} if who == "elsewhere" else {"/admin/login/"})
    assert stored() == before


def test_opening_any_of_these_pages_changes_nothing(client, guide):
    client.force_login(a_user("staf", is_superuser=True))
    asked = addresses(guide)[:-1]  # Wagtail makes the empty settings of a site when they are first looked at
    before = stored()

    answers = [client.get(address).status_code for address in asked]

    assert set(answers) <= {200, 405}
    assert stored() == before


def test_a_form_without_the_token_of_the_admin_is_refused(guide):
    asked = addresses(guide)
    client = Client(enforce_csrf_checks=True)
    client.force_login(a_user("staf", is_superuser=True))
    before = stored()

    assert {client.post(address, SENT).status_code for address in asked} == {403}
    assert stored() == before


def test_a_link_is_not_cancelled_by_way_of_another_guide(client, guide):
    client.force_login(a_user("staf", is_superuser=True))
    page = GuidePage.objects.get(pk=guide.pk)
    link, _ = review_links.make(page, reviewer="Bu Sari", days=7, user=a_user("pembuat"), now=timezone.now())
    other = make_guide("Satu", slug="lain", title="Lain")

    response = client.post(reverse("guide-review-cancel", args=[other.pk, link.pk]))

    assert response.status_code == 404
    assert ReviewLink.objects.get().cancelled_at is None


@pytest.mark.parametrize("name", ["guide-archive", "guide-review"])
def test_a_second_address_of_a_guide_has_no_drafts_to_work_on(client, guide, name):
    client.force_login(a_user("staf", is_superuser=True))
    alias = GuidePage.objects.get(pk=guide.pk).create_alias(update_slug="alias")

    response = client.post(reverse(name, args=[alias.pk]), SENT)

    assert (response.status_code, response["Location"]) == (302, "/admin/")


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("office", "name"), ("office", "hours"), ("office", "whatsapp"), ("glossary-terms:add", "term"),
        ("glossary-terms:add", "meaning"), ("error-snippets:add", "what_to_do"), ("shared-steps:add", "sources"),
        ("shared-steps:add", "practice"), ("shared-steps:add", "errors"), ("guide-review", "reviewer"),
    ],
)  # fmt: skip
def test_a_real_looking_nik_is_kept_in_no_box_of_these_forms(client, guide, name, field):
    client.force_login(a_user("staf", is_superuser=True))
    site = Site.objects.first()
    office = reverse("wagtailsettings:edit", args=["tutorials", "officecontact", site.pk])
    client.get(office)
    address = {"office": office, "guide-review": reverse("guide-review", args=[guide.pk])}.get(name) or reverse(name)
    sent = SENT | {
        "term": "KBLI",
        "meaning": "Kode.",
        "code": "x",
        "wording": "X",
        "cause": "X.",
        "what_to_do": "1. X.",
    }
    real = "oss:6472010101900001" if field == "practice" else "6472010101900001"
    before = stored()

    response = client.post(address, sent | {field: real})

    assert response.status_code in (200, 400)
    assert "16 angka" in response.content.decode()
    assert stored() == before


@pytest.mark.parametrize("name", ["shared-steps:list", "glossary-terms:list", "error-snippets:list"])
def test_a_search_for_a_real_looking_nik_is_refused_before_anything_sees_it(client, name):
    client.force_login(a_user("staf", is_superuser=True))

    response = client.get(reverse(name), {"q": "6472 0101 0190 0001"})

    assert (response.status_code, response["Location"]) == (302, "/bukan-nomor-asli/")
