"""The list of guides, also where there are many."""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from tests.tutorials.factories import make_guide, make_index
from tutorials.models import GuideIndexPage, GuidePage, GuideStep, JourneyStop

pytestmark = pytest.mark.django_db


def make_many(guides=200, steps=15):
    """Rows written at once, as saving 200 pages takes ten seconds; their texts are as long as those of real guides."""
    index = make_index()
    kind, depth = ContentType.objects.get_for_model(GuidePage), index.depth + 1
    for number in range(1, guides + 1):
        page = GuidePage(
            title=f"Panduan {number}", slug=f"panduan-{number}", key=f"panduan-{number}", summary="Ringkas.",
            path=GuidePage._get_path(index.path, depth, number), depth=depth, content_type=kind,
            url_path=f"{index.url_path}panduan-{number}/", locale=index.locale,
        )  # fmt: skip
        parent = Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields})
        parent.save_base(raw=True)
        page.page_ptr_id = page.pk = parent.pk
        page.save_base(raw=True)
    Page.objects.filter(pk=index.pk).update(numchild=guides)
    now = timezone.now()
    GuideStep.objects.bulk_create(
        GuideStep(
            page=page, sort_order=place, key=f"langkah-{place}", title=f"Langkah {place}", body="Isi. " * 300,
            expected_seconds=60, content_digest="x", content_changed_at=now, content_changed_version="1",
        )
        for page in GuidePage.objects.all()
        for place in range(steps)
    )  # fmt: skip


def test_200_guides_of_15_steps_are_listed_in_at_most_12_queries(client, django_assert_max_num_queries):
    make_many()

    with django_assert_max_num_queries(12):
        html = client.get("/panduan/").content.decode()

    assert html.count("15 langkah") == 200
    assert html.count("kira-kira 15 menit") == 200


def test_so_they_are_for_somebody_with_progress_and_a_journey(client, django_assert_max_num_queries):
    make_many()
    index, guide = GuideIndexPage.objects.get(), GuidePage.objects.get(slug="panduan-7")
    index.journey = [JourneyStop(phase="nib", title="NIB", agency="OSS", guide=guide, step_key="langkah-3")]
    index.save()
    client.post("/panduan/panduan-7/langkah/1/tanda/", {"langkah": "langkah-0", "tanda": "sudah"})
    client.get("/panduan/")  # what is measured stays known for ten minutes

    with django_assert_max_num_queries(12):
        html = client.get("/panduan/").content.decode()

    assert html.count("</svg> 1 sudah</span>") == 1
    assert '<a href="/panduan/panduan-7/langkah/4/"><b>NIB</b></a>' in html


def test_a_guide_in_the_list_tells_when_it_was_checked(client):
    make_guide(slug="baru", compared_on=timezone.localdate())
    make_guide(slug="lama", compared_on=date(2026, 1, 5))
    make_guide(slug="belum")

    html = client.get("/panduan/").content.decode()

    assert html.count("Diperiksa pada") == 2
    assert "Diperiksa pada 5 Januari 2026, sudah lama</p>" in html
