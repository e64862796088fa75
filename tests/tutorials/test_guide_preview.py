"""A draft as its readers would meet it, before anything is published."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests.tutorials.factories import make_guide, make_image, make_step, steps_of
from tests.tutorials.test_guide_admin import publish_form, save
from tests.tutorials.test_quick_edit import mend
from tutorials.guide_editing.page_weight import weigh
from tutorials.models import GuidePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def phone(client, guide, **query):
    return client.get(reverse("phone-preview", args=[guide.pk]), query)


def frame(client, guide, **query):
    return client.get(reverse("phone-preview-frame", args=[guide.pk]), query)


def test_the_preview_panel_offers_the_phone_first():
    sizes = make_guide("Satu").preview_sizes

    assert [(size["name"], size["device_width"]) for size in sizes] == [("mobile", 360), ("desktop", 1280)]


def test_the_guide_and_each_step_can_be_previewed():
    modes = make_guide("Satu", "Dua").preview_modes

    assert modes == [("", "Panduan"), ("1", "Langkah 1: Satu"), ("2", "Langkah 2: Dua")]


@pytest.mark.parametrize(("mode", "seen"), [("", "Panduan contoh"), ("1", "Kerjakan draf.")])
def test_the_frame_shows_the_draft(staff, mode, seen):
    guide = make_guide("Satu")
    save(staff, guide, step_changes={1: {"body": "1. Kerjakan draf."}})

    response = frame(staff, guide, mode=mode)

    assert response.status_code == 200
    assert seen in response.content.decode()
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_the_page_tells_when_text_and_picture_would_arrive(staff):
    guide = make_guide(make_step("Satu", image=make_image(), image_alt="Layar"))

    response = phone(staff, guide, mode="1", jaringan="2g")

    told = response.context["arrival"]
    assert 0 < told.text < told.picture
    assert "Teks: sesudah kira-kira" in response.content.decode()
    assert "Gambar: sesudah kira-kira" in response.content.decode()


def test_a_faster_network_brings_the_text_sooner(staff):
    guide = make_guide("Satu")

    slow, fast = (phone(staff, guide, mode="1", jaringan=name).context["arrival"].text for name in ("2g", "3g"))

    assert fast < slow / 2


def test_the_weakest_network_is_shown_where_none_is_chosen(staff):
    assert phone(staff, make_guide("Satu"), jaringan="5g").context["network"] == "2g"


def test_without_pictures_none_is_waited_for(staff):
    guide = make_guide(make_step("Satu", image=make_image(), image_alt="Layar"))

    response = phone(staff, guide, mode="1", tanpa="on")

    assert response.context["weight"].pictures == 0
    assert "Halaman ini tanpa gambar." in response.content.decode()


def test_the_bytes_are_those_of_the_files(staff, settings):
    step = make_step("Satu", image=make_image(), image_alt="Layar")
    (guide_step,) = steps_of(make_guide(step))
    src = guide_step.picture.src
    html = f'<link rel="stylesheet" href="/static/css/sunting.css"><img src="{src}"><script src="https://x/y.js">'

    weight = weigh(html.encode())

    name = src.removeprefix(settings.MEDIA_URL)
    assert weight.pictures == guide_step.image.file.storage.size(name)
    assert 300 < weight.styles < 2000
    assert weight.scripts == 0


def test_a_file_that_is_not_there_weighs_nothing():
    weight = weigh(b'<img src="/media/tidak-ada.webp"><link rel="stylesheet" href="/static/../settings.py">')

    assert (weight.pictures, weight.styles) == (0, 0)


def test_a_step_that_is_not_there_is_not_found(staff):
    guide = make_guide("Satu")

    assert phone(staff, guide, mode="2").status_code == 404
    assert frame(staff, guide, mode="x").status_code == 404


def test_who_may_not_change_the_guide_sees_no_draft(client):
    guide = make_guide("Satu")
    user = get_user_model().objects.create_user("orang", "", "rahasia")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    GroupPagePermission.objects.all().delete()

    assert phone(client, guide).status_code in (302, 403)
    assert frame(client, guide).status_code in (302, 403)


def test_the_form_of_the_guide_leads_to_the_phone(staff):
    guide = make_guide("Satu")

    html = staff.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()

    assert f'href="{reverse("phone-preview", args=[guide.pk])}"' in html


def test_a_preview_records_no_step_as_read(staff):
    html = frame(staff, make_guide("Satu"), mode="1").content.decode()

    assert "data-versi" not in html


@pytest.mark.parametrize("way", ["the form of the guide", "the small page of a step"])
def test_learners_keep_the_old_text_while_a_draft_is_edited(staff, client, way):
    guide = make_guide("Satu", "Dua")
    before = GuidePage.objects.get(pk=guide.pk).version

    if way == "the form of the guide":
        save(staff, guide, title="Judul konsep", step_changes={1: {"title": "Konsep", "body": "1. Konsep."}})
    else:
        mend(staff, guide, {"title": "Konsep", "body": "1. Konsep."})

    pages = [client.get(f"/panduan/contoh/{path}").content.decode() for path in ("", "langkah/1/", "langkah/2/")]
    assert not any("Konsep" in page or "Judul konsep" in page for page in pages)
    assert "Kerjakan Satu." in pages[1]
    assert GuidePage.objects.get(pk=guide.pk).version == before


def test_learners_meet_the_new_text_once_the_draft_is_published(staff, client):
    guide = make_guide("Satu")
    save(staff, guide, step_changes={1: {"body": "1. Konsep."}})

    publish_form(staff, guide, step_changes={1: {"body": "1. Konsep."}})

    assert "Konsep." in client.get("/panduan/contoh/langkah/1/").content.decode()
