from datetime import timedelta

import pytest
from django.core.cache import cache
from django.template import Context, Template
from django.utils import timezone

from tests.tutorials.factories import make_guide, make_image, make_step, publish_steps, steps_of
from tutorials.catalogue import STEP_LINKS, guide_definitions

pytestmark = pytest.mark.django_db


def test_a_guide_is_told_as_it_is_published():
    guide = make_guide(make_step("Daftar", expected_seconds=90), "Masuk", slug="nib", title="Membuat NIB")

    (definition,) = guide_definitions()

    assert (definition.id, definition.title, definition.version) == ("guide/nib", "Membuat NIB", "1")
    assert definition.url == "/panduan/nib/"
    assert [step.url for step in definition.steps] == ["/panduan/nib/langkah/1/", "/panduan/nib/langkah/2/"]
    assert definition.edit_url == f"/admin/pages/{guide.pk}/edit/#tab-langkah"
    assert [step.mend_url for step in definition.steps] == [
        f"/admin/panduan/{guide.pk}/langkah/daftar/",
        f"/admin/panduan/{guide.pk}/langkah/masuk/",
    ]
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

    with django_assert_num_queries(3):
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


def steps_for_fault(kind):
    tag = "{% guide_steps_for_fault 'nib' kind as steps %}"
    text = f"{{% load guides %}}{tag}{{% for step in steps %}}{{{{ step.title }}}};{{% endfor %}}"
    return Template(text).render(Context({"kind": kind}))


def panel_for(screen, kind="", **context):
    text = "{% load guides %}{% guide_panel 'nib' screen kind %}"
    return Template(text).render(Context({"screen": screen, "kind": kind, **context}))


def test_a_step_may_explain_further_screens_but_their_own_step_comes_first():
    make_guide(
        make_step("Izin dan standar", practice="nib:izin", also_screens=["nib:standar"]),
        make_step("Standar", practice="nib:standar"),
        slug="satu",
    )

    assert steps_for("nib", "standar") == "Standar /panduan/satu/langkah/2/;Izin dan standar /panduan/satu/langkah/1/;"
    assert steps_for("nib", "izin") == "Izin dan standar /panduan/satu/langkah/1/;"


def test_a_fault_finds_its_step_and_one_without_a_step_finds_none():
    make_guide(make_step("Layar macet", faults=["hang", "blank"]), make_step("Daftar", practice="nib:hang"))

    assert steps_for_fault("hang") == "Layar macet;"
    assert steps_for_fault("blank") == "Layar macet;"
    assert steps_for_fault("logout") == ""


def test_the_panel_shows_the_step_of_the_fault_beside_the_form():
    make_guide(
        make_step("Isi NIK", practice="nib:daftar"), make_step("Layar macet", faults=["hang"], body="1. Tunggu.")
    )

    panel = panel_for("daftar", "hang")

    assert '<section id="panduan-samping"' in panel
    assert "Layar macet" in panel
    assert "<li>Tunggu.</li>" in panel
    assert "Isi NIK" not in panel


def test_the_panel_of_a_fault_that_no_step_explains_shows_the_step_of_the_screen():
    make_guide(make_step("Isi NIK", practice="nib:daftar"))

    assert "Isi NIK" in panel_for("daftar", "hang")
    assert panel_for("lain", "hang").strip() == ""


def test_the_panel_loads_its_picture_only_when_it_is_looked_at():
    make_guide(make_step("Isi NIK", practice="nib:daftar", image=make_image(), image_alt="Kotak NIK"))

    panel = panel_for("daftar")

    assert 'loading="lazy"' in panel
    assert 'alt="Kotak NIK"' in panel


def test_the_panel_leads_to_the_whole_step_and_back_to_the_screen():
    make_guide(make_step("Isi NIK", practice="nib:daftar"))
    screen = "/latihan/coba/6ec9bd2c-65d2-4a5c-b8d4-1d25b6bbf4de/daftar/"

    assert f'href="/panduan/contoh/langkah/1/?dari={screen}"' in panel_for("daftar", here=screen)


def test_the_panel_reminds_to_send_first_only_where_something_was_typed():
    make_guide(make_step("Isi NIK", practice="nib:daftar"), make_step("Layar macet", faults=["hang"]))

    assert "Kirim dulu isian Anda" in panel_for("daftar")
    assert "Kirim dulu isian Anda" not in panel_for("daftar", "hang")


def test_the_panel_asks_the_database_once_a_minute(django_assert_num_queries):
    make_guide(make_step("Isi NIK", practice="nib:daftar"), make_step("Layar macet", faults=["hang"]))
    panel_for("daftar")
    panel_for("daftar", "hang")

    with django_assert_num_queries(0):
        panel_for("daftar")
        panel_for("daftar", "hang")
