from datetime import timedelta

import pytest
from django.core.cache import cache
from django.template import Context, Template
from django.utils import timezone

from tests.tutorials.factories import make_guide, make_step, publish_steps, steps_of
from tutorials.catalogue import STEP_LINKS, guide_definitions

pytestmark = pytest.mark.django_db


def test_a_guide_is_told_as_it_is_published():
    guide = make_guide(make_step("Daftar", expected_seconds=90), "Masuk", slug="nib", title="Membuat NIB")

    (definition,) = guide_definitions()

    assert (definition.id, definition.title, definition.version) == ("guide/nib", "Membuat NIB", "1")
    assert definition.url == "/panduan/nib/"
    assert [step.url for step in definition.steps] == ["/panduan/nib/langkah/1/", "/panduan/nib/langkah/2/"]
    assert definition.edit_url == f"/admin/pages/{guide.pk}/edit/#tab-langkah"
    assert [step.edit_url for step in definition.steps] == [
        f"/admin/pages/{guide.pk}/edit/#baris-daftar",
        f"/admin/pages/{guide.pk}/edit/#baris-masuk",
    ]
    assert [(step.id, step.title, step.expected_seconds) for step in definition.steps] == [
        ("daftar", "Daftar", 90),
        ("masuk", "Masuk", 60),
    ]
    assert {step.changed_version for step in definition.steps} == {"1"}
    assert all(timezone.now() - step.changed_at < timedelta(minutes=1) for step in definition.steps)


def test_a_changed_step_tells_since_which_version():
    guide = make_guide("Daftar", "Masuk")
    one, two = steps_of(guide)
    two.body = "1. Lain."

    publish_steps(guide, [one, two])

    (definition,) = guide_definitions()
    assert definition.version == "2"
    assert [step.changed_version for step in definition.steps] == ["1", "2"]


def test_a_draft_is_no_guide_on_offer():
    make_guide(live=False)

    assert guide_definitions() == []


@pytest.mark.parametrize("guides", [1, 3])
def test_telling_three_guides_asks_the_database_as_often_as_telling_one(django_assert_num_queries, guides):
    for number in range(guides):
        make_guide(slug=f"panduan-{number}")
    guide_definitions()  # fills the cache of site roots

    with django_assert_num_queries(2):
        guide_definitions()


STEPS_OF_A_SCREEN = """{% load guides %}{% guide_steps_for flow screen as steps %}
{% for step in steps %}{{ step.title }} {{ step.url }};{% endfor %}"""


def steps_for(flow, screen):
    return Template(STEPS_OF_A_SCREEN).render(Context({"flow": flow, "screen": screen})).strip()


def test_a_practice_screen_finds_the_steps_that_explain_it():
    make_guide("Pembuka", make_step("Isi NIK", practice="nib:daftar"), slug="satu")
    make_guide(make_step("NIK lagi", practice="nib:daftar"), make_step("Kode", practice="nib:kode"), slug="dua")
    make_guide(make_step("Konsep", practice="nib:daftar"), slug="tiga", live=False)

    assert steps_for("nib", "daftar") == "Isi NIK /panduan/satu/langkah/2/;NIK lagi /panduan/dua/langkah/1/;"
    assert steps_for("nib", "lain") == ""


def test_practice_asks_the_database_for_the_steps_once_a_minute(django_assert_num_queries):
    guide = make_guide(make_step("Isi NIK", practice="nib:daftar"), make_step("Kode", practice="nib:kode"))
    steps_for("nib", "daftar")

    with django_assert_num_queries(0):
        assert steps_for("nib", "kode") == "Kode /panduan/contoh/langkah/2/;"
    guide.unpublish()
    cache.delete(STEP_LINKS)  # the minute is over

    assert steps_for("nib", "daftar") == ""
