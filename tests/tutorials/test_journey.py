"""The journey of a business across offices, and where its reader is on it."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests.tutorials.factories import make_guide, make_index
from tutorials.models import GuideIndexPage, JourneyStop

pytestmark = pytest.mark.django_db


def make_journey(*stops):
    index = GuideIndexPage.objects.get()
    index.journey = [JourneyStop(sort_order=place, agency="Kantor", **stop) for place, stop in enumerate(stops)]
    index.save()


@pytest.fixture
def guide():
    """A guide of three steps: it is the account from its beginning, and the NIB from its second step on."""
    guide = make_guide("Satu", "Dua", "Tiga")
    make_journey(
        {"phase": "sesudah", "title": "Halal", "note": "Untuk makanan"},
        {"phase": "sebelum", "title": "NIK cocok"},
        {"phase": "nib", "title": "Akun OSS", "guide": guide},
        {"phase": "nib", "title": "NIB", "guide": guide, "step_key": "dua"},
    )
    return guide


def here(client, address="/panduan/contoh/"):
    """The stop at which the reader is said to be."""
    html = client.get(address).content.decode()
    stops = re.findall(
        r'<li class="kini" aria-current="step">.*?<b>([^<]+)</b> <span class="di-sini">Anda di sini', html
    )
    assert len(stops) <= 1
    return stops[0] if stops else None


def done(client, number, key):
    client.post(f"/panduan/contoh/langkah/{number}/tanda/", {"langkah": key, "tanda": "sudah"})


def test_the_list_of_guides_shows_the_journey_by_phase_with_running_numbers(client, guide):
    html = client.get("/panduan/").content.decode()

    assert re.findall(r"<h3>([^<]+)</h3>\s*<ol class=\"langkah perjalanan\" start=\"(\d)\">", html) == [
        ("Sebelum NIB", "1"), ("NIB", "2"), ("Sesudah NIB", "4"),
    ]  # fmt: skip
    titles = re.findall(r"<b>(NIK cocok|Akun OSS|NIB|Halal)</b>", html)
    assert titles == ["NIK cocok", "Akun OSS", "NIB", "Halal"]
    assert "Untuk makanan" in html
    assert here(client, "/panduan/") is None


def test_a_stop_leads_to_its_guide_or_to_the_step_it_names(client, guide):
    html = client.get("/panduan/").content.decode()

    assert '<a href="/panduan/contoh/"><b>Akun OSS</b></a>' in html
    assert '<a href="/panduan/contoh/langkah/2/"><b>NIB</b></a>' in html


def test_a_reader_is_at_the_last_stop_whose_step_is_reached(client, guide):
    new = here(client)
    done(client, 1, "satu")
    later = here(client)
    done(client, 2, "dua")
    done(client, 3, "tiga")

    assert (new, later, here(client)) == ("Akun OSS", "NIB", "NIB")


def test_where_every_stop_of_a_guide_lies_ahead_the_reader_is_at_the_first(client):
    guide = make_guide("Satu", "Dua", "Tiga")
    make_journey(
        {"phase": "nib", "title": "Awal", "guide": guide, "step_key": "dua"},
        {"phase": "nib", "title": "Akhir", "guide": guide, "step_key": "tiga"},
    )

    assert here(client) == "Awal"


def test_a_guide_that_is_no_stop_shows_the_journey_without_a_place(client, guide):
    make_guide(slug="lain")

    assert "Perjalanan usaha Anda" in client.get("/panduan/lain/").content.decode()
    assert here(client, "/panduan/lain/") is None


def test_a_guide_that_was_taken_down_leaves_its_stop_without_a_link(client, guide):
    guide.unpublish()

    html = client.get("/panduan/").content.decode()

    assert "<b>Akun OSS</b>" in html
    assert '<a href="/panduan/contoh/' not in html


def test_a_stop_whose_step_is_gone_leads_to_the_guide(client, guide):
    guide.steps.filter(key="dua").delete()

    assert '<a href="/panduan/contoh/"><b>NIB</b></a>' in client.get("/panduan/").content.decode()


def test_without_stops_there_is_no_journey(client):
    make_guide()

    assert "Perjalanan" not in client.get("/panduan/").content.decode()
    assert "Perjalanan" not in client.get("/panduan/contoh/").content.decode()


def make_stop(guide, key):
    return JourneyStop(page=make_index(), phase="nib", title="NIB", agency="OSS", guide=guide, step_key=key)


def test_a_stop_may_name_a_step_that_its_guide_has():
    guide = make_guide("Satu", "Dua")

    for stop in (make_stop(guide, "dua"), make_stop(guide, ""), make_stop(None, "")):
        stop.full_clean()
        stop.save()

    assert list(JourneyStop.objects.values_list("step_key", flat=True)) == ["dua", "", ""]


def test_a_step_that_the_guide_does_not_have_is_refused():
    with pytest.raises(ValidationError, match="Panduan itu tidak punya langkah"):
        make_stop(make_guide("Satu", "Dua"), "kucing").full_clean()


def test_a_step_without_a_guide_is_refused():
    with pytest.raises(ValidationError, match="Pilih panduannya dulu"):
        make_stop(None, "dua").full_clean()


def test_an_editor_writes_the_journey_in_the_form_of_the_list(client, guide):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    index = GuideIndexPage.objects.get()
    rows = [{"phase": "nib", "title": "NIB", "agency": "OSS", "note": "", "guide": guide.pk, "step_key": "tiga"}]
    form = {"title": "Panduan", "slug": "panduan", "introduction": "", "seo_title": "", "search_description": ""}

    response = client.post(
        f"/admin/pages/{index.pk}/edit/",
        nested_form_data(
            {
                **form,
                "journey": inline_formset(rows),
                "comments": inline_formset([]),
                "action-publish": "1",
            }
        ),
    )

    assert response.status_code == 302
    assert '<a href="/panduan/contoh/langkah/3/"><b>NIB</b></a>' in client.get("/panduan/").content.decode()


def test_a_journey_that_names_a_real_looking_nik_is_refused(client, guide):
    stop = JourneyStop(page=make_index(), phase="nib", title="NIB", agency="3174012345678901")

    with pytest.raises(ValidationError, match="16 angka"):
        stop.full_clean()
