"""What a step explains besides its own screen: further screens, and faults that can be tried."""

import re

import pytest

from sandbox.catalogue import publish
from tests.factories import a_fault, faulty_flow, small_flow
from tests.tutorials.factories import make_guide, make_step, publish_steps, steps_of

pytestmark = pytest.mark.django_db


def step_form(client, guide):
    return client.get(f"/admin/pages/{guide.pk}/edit/").content.decode()


def test_a_step_invites_to_try_the_fault_it_explains(client):
    publish(faulty_flow(a_fault("hang", "modal", title="Sedang menyimpan")))
    make_guide(make_step(faults=["hang", "logout"]))

    html = client.get("/panduan/contoh/langkah/1/").text

    assert re.findall(r'href="([^"]*)" data-try-fault="([^"]*)"', html) == [
        ("/latihan/alur-uji/?layar=modal&amp;gangguan=hang", "hang")
    ]
    assert "Sedang menyimpan" in html


def test_the_editor_ticks_screens_and_faults_by_their_names(admin_client):
    publish(faulty_flow(a_fault("hang", "modal", title="Sedang menyimpan")))
    guide = make_guide(make_step(faults=["hang"]))

    html = step_form(admin_client, guide)

    assert re.search(r'name="steps-0-faults" value="hang"[^>]* checked', html)
    assert "<summary>Sedang menyimpan</summary>" in html
    assert "<summary>Belum ada yang dipilih</summary>" in html
    assert 'data-pilihan="layar" data-nama="steps-0-also_screens"' in html


def test_the_boxes_that_nobody_ticked_are_fetched_once_for_all_steps(admin_client):
    publish(faulty_flow(a_fault("hang", "modal", title="Sedang menyimpan")))
    guide = make_guide(make_step(), make_step())

    html = step_form(admin_client, guide)
    screens = admin_client.get("/admin/pilihan-langkah/layar/").json()
    faults = admin_client.get("/admin/pilihan-langkah/gangguan/").json()

    assert 'name="steps-0-faults"' not in html
    assert "alur-uji:modal" in [value for _, choices in screens for value, _ in choices]
    assert faults == [["", [["hang", "Sedang menyimpan"]]]]


def test_choices_of_an_unknown_kind_are_not_there(admin_client):
    assert admin_client.get("/admin/pilihan-langkah/tidak-ada/").status_code == 404


def test_nobody_outside_the_office_is_told_the_choices(client):
    assert client.get("/admin/pilihan-langkah/layar/").status_code == 302


def test_a_ticked_fault_that_no_flow_has_any_more_is_shown_and_stays(admin_client):
    publish(small_flow())
    guide = make_guide(make_step(faults=["logout"]))

    html = step_form(admin_client, guide)

    assert re.search(r'name="steps-0-faults" value="logout"[^>]* checked', html)
    assert "logout (sudah tidak ada)" in html


def test_what_a_step_explains_is_content_and_nothing_is_not():
    guide = make_guide("Satu", "Dua")
    one, two = steps_of(guide)
    before = one.digest()
    two.faults = ["hang"]

    guide = publish_steps(guide, [one, two])

    assert guide.version == 2
    assert [step.content_changed_version for step in guide.steps.all()] == ["1", "2"]
    assert steps_of(guide)[0].digest() == before


def test_the_digest_of_a_step_that_explains_nothing_more_is_that_of_older_installations():
    step = make_step("Isi NIK", practice="nib:daftar", expect="")

    assert step.digest() == "12fba64f6c868d0d1e214ba3156f87f7c55998b913576a0efcfa4cfbad69f360"


def test_the_order_of_ticks_is_no_change():
    one, two = make_step(faults=["hang", "blank"]), make_step(faults=["blank", "hang"])

    assert one.digest() == two.digest()
