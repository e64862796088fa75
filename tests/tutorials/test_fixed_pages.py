"""The home page and the list of guides stay where they are, whatever is pressed in the admin."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from tests.tutorials.factories import make_guide, make_home, make_image, make_index
from tutorials.models import GuideIndexPage, GuidePage, HomePage

pytestmark = pytest.mark.django_db

SENTENCE = "tidak bisa dihapus, dipindah, atau ditarik"


def state_of(page):
    return type(page).objects.filter(pk=page.pk).values_list("path", "live").first()


@pytest.fixture(params=[HomePage, GuideIndexPage])
def fixed(request):
    make_guide("Satu")
    return request.param.objects.get()


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_it_is_neither_deleted_nor_unpublished(admin_client, fixed, action):
    before = state_of(fixed)

    response = admin_client.post(reverse(f"wagtailadmin_pages:{action}", args=[fixed.pk]), follow=True)

    assert SENTENCE in response.content.decode()
    assert state_of(fixed) == before
    assert admin_client.get("/panduan/contoh/").status_code == 200


def test_it_is_not_moved(admin_client, fixed):
    before, elsewhere = state_of(fixed), make_home(slug="lain")

    address = reverse("wagtailadmin_pages:move_confirm", args=[fixed.pk, elsewhere.pk])
    response = admin_client.post(address, follow=True)

    assert SENTENCE in response.content.decode()
    assert state_of(fixed) == before


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_it_is_not_among_many_at_once(admin_client, fixed, action):
    before, other = state_of(fixed), make_guide("Satu", slug="lain")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    response = admin_client.post(f"{address}?id={other.pk}&id={fixed.pk}", follow=True)

    assert SENTENCE in response.content.decode()
    assert state_of(fixed) == before
    assert GuidePage.objects.get(pk=other.pk).live


def test_it_is_not_moved_with_many_at_once(admin_client):
    index, elsewhere = make_index(), make_home(slug="lain")
    before, address = state_of(index), reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    response = admin_client.post(f"{address}?id={index.pk}", {"chooser": str(elsewhere.pk)}, follow=True)

    assert SENTENCE in response.content.decode()
    assert state_of(index) == before


def test_a_guide_may_still_be_deleted(admin_client):
    guide = make_guide("Satu")

    admin_client.post(reverse("wagtailadmin_pages:delete", args=[guide.pk]))

    assert not GuidePage.objects.exists()


def test_many_pictures_may_still_be_deleted(admin_client):
    image = make_image()

    admin_client.post(f"{reverse('wagtail_bulk_action', args=['wagtailimages', 'image', 'delete'])}?id={image.pk}")

    assert not type(image).objects.exists()


def test_the_list_of_guides_keeps_its_address(admin_client):
    index = make_index()
    form = {"title": "Panduan", "slug": "belajar", "introduction": "", "comments-TOTAL_FORMS": "0"}
    form |= {"comments-INITIAL_FORMS": "0", "seo_title": "", "search_description": "", "action-publish": "1"}

    response = admin_client.post(reverse("wagtailadmin_pages:edit", args=[index.pk]), form)

    assert "Alamat daftar panduan tetap “panduan”" in response.content.decode()
    assert GuideIndexPage.objects.get().slug == "panduan"


@pytest.mark.parametrize("page", [HomePage, GuideIndexPage])
def test_it_has_no_schedule_and_none_takes_it_off(admin_client, page):
    make_guide("Satu")
    fixed = page.objects.get()
    yesterday = timezone.now() - timedelta(days=1)
    page.objects.filter(pk=fixed.pk).update(expire_at=yesterday)

    call_command("publish_scheduled", verbosity=0)
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[fixed.pk])).content.decode()

    assert page.objects.get().live
    assert 'name="expire_at"' not in html
    assert 'name="go_live_at"' not in html


def test_a_date_is_forgotten_when_it_is_saved():
    home = make_home()
    home.expire_at = home.go_live_at = timezone.now()

    home.save()

    assert (home.expire_at, home.go_live_at) == (None, None)


def test_a_guide_is_taken_off_by_its_date(admin_client):
    guide = make_guide("Satu")
    GuidePage.objects.filter(pk=guide.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    call_command("publish_scheduled", verbosity=0)

    assert not GuidePage.objects.get(pk=guide.pk).live


def test_one_guide_that_cannot_be_taken_off_keeps_no_other(admin_client, monkeypatch):
    due = timezone.now() - timedelta(minutes=1)
    guides = [make_guide("Satu", slug=slug) for slug in ("satu", "dua")]
    GuidePage.objects.update(expire_at=due)
    unpublish = Page.unpublish

    def broken(page, **options):
        if page.slug == "satu":
            raise RuntimeError("broken")
        return unpublish(page, **options)

    monkeypatch.setattr(Page, "unpublish", broken)

    call_command("publish_scheduled", verbosity=0)

    assert [GuidePage.objects.get(pk=guide.pk).live for guide in guides] == [True, False]


def test_the_site_is_not_deleted(admin_client):
    make_guide("Satu")
    site = Site.objects.get()

    response = admin_client.post(reverse("wagtailsites:delete", args=[site.pk]), follow=True)

    assert "Situs ini tidak bisa dihapus" in response.content.decode()
    assert Site.objects.filter(pk=site.pk).exists()
    assert admin_client.get("/panduan/contoh/").status_code == 200


def test_another_site_beside_it_may_be_deleted(admin_client):
    make_guide("Satu")
    other = Site.objects.create(hostname="lain.contoh.id", root_page=HomePage.objects.get())

    admin_client.post(reverse("wagtailsites:delete", args=[other.pk]))

    assert not Site.objects.filter(pk=other.pk).exists()
