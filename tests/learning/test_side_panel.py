"""The stuck report in the guide's editor, and on the home page of the admin."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from learning.mending.step_summaries import most_urgent, summaries
from learning.mending.todos import open_todo
from sandbox.catalogue import publish
from tests.factories import small_flow
from tests.learning.factories import make_activity, make_guide, make_trace, store_traces, walk
from tests.learning.stuck_guides import crowd, make_editor, make_stuck_guide
from tutorials.flow_editing.desk import screen_links
from tutorials.starter.flow_drafts import load_flow_drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_editor(first_name="Rina")
    client.force_login(user)
    return user


def text_of(response):
    return " ".join(response.text.split())


def panel_of(client, guide):
    page = text_of(client.get(f"/admin/pages/{guide.pk}/edit/"))
    return page.split('data-side-panel="titik-macet"')[1].split('data-side-panel="')[0]


def test_the_side_panel_tells_each_step_and_leads_to_its_form(client, editor):
    panel = panel_of(client, make_stuck_guide())

    assert re.findall(r'<h3><a href="#baris-(\w+)">(\d\. \w+)</a></h3>', panel) == [
        ("satu", "1. Satu"),
        ("dua", "2. Dua"),
        ("tiga", "3. Tiga"),
    ]
    assert "Dari 120 orang, 48 berhenti (antara" in panel
    assert '<span class="tanda stuck">Macet</span>' in panel
    assert "Dihitung pukul" in panel
    assert "/admin/laporan/titik-macet/?kegiatan=guide/contoh" in panel


def test_the_button_of_the_panel_counts_the_stuck_steps(client, editor):
    page = text_of(client.get(f"/admin/pages/{make_stuck_guide().pk}/edit/"))
    toggle = page.split('data-side-panel-toggle="titik-macet"')[1].split("</button>")[0]

    assert re.search(r">\s*1\s*</div>", toggle)


def test_a_todo_is_made_from_the_panel_and_then_shown_there(client, editor):
    guide = make_stuck_guide()
    assert '<input type="hidden" name="langkah" value="dua">' in panel_of(client, guide)

    open_todo(activity="guide/contoh", step="dua", version="1", reason="loss", by=editor, at=timezone.now())

    panel = panel_of(client, guide)
    assert "/admin/laporan/tugas-perbaikan/" in panel
    assert '<input type="hidden" name="langkah" value="dua">' not in panel


def test_the_stuck_step_is_noted_at_its_own_form_and_no_other(client, editor):
    page = text_of(client.get(f"/admin/pages/{make_stuck_guide().pk}/edit/"))
    rows = re.split(r'id="baris-(\w+)"', page)
    noted = {key: "Dari 120 orang, 48 berhenti" in row for key, row in zip(rows[1::2], rows[2::2], strict=True)}

    assert {key: noted[key] for key in ("satu", "dua")} == {"satu": False, "dua": True}


def test_the_form_of_a_guide_is_saved_as_before(client, editor):
    guide = make_stuck_guide()

    assert client.get(f"/admin/pages/{guide.pk}/edit/").context["form"].instance == guide


def test_a_draft_that_never_was_public_has_no_panel(client, editor):
    guide = make_guide()
    guide.unpublish()

    assert 'data-side-panel="titik-macet"' not in client.get(f"/admin/pages/{guide.pk}/edit/").text


def test_another_page_has_no_panel(client, editor):
    index = make_guide().get_parent()

    assert 'data-side-panel="titik-macet"' not in client.get(f"/admin/pages/{index.pk}/edit/").text


def test_a_visitor_is_sent_to_the_door_of_the_editor(client):
    guide = make_guide()

    assert client.get(f"/admin/pages/{guide.pk}/edit/").url.startswith("/admin/login/")


def test_a_page_that_is_not_there_is_not_found(client, editor):
    assert client.get("/admin/pages/999999/edit/").status_code == 404


def test_few_people_are_not_told_by_number(client, editor):
    guide = make_guide()
    store_traces(crowd(60, lost=3), activity="guide/contoh")

    panel = panel_of(client, guide)

    assert "Dari sekitar 60 orang, kurang dari 5 berhenti." in panel
    assert " 3 " not in panel.split('href="#baris-dua"')[1].split("</li>")[0]


def test_nearly_all_lost_does_not_tell_how_few_were_not(client, editor):
    guide = make_guide()
    store_traces(crowd(60, lost=58), activity="guide/contoh")

    assert "Dari sekitar 60 orang, hampir semua berhenti." in panel_of(client, guide)


def test_home_names_the_three_steps_that_cost_most(client, editor):
    make_stuck_guide()
    for number in range(3):
        activity = f"flow/alur-{number}"
        make_activity("satu", "dua", "tiga", id=activity, title=f"Latihan {number}")
        store_traces(crowd(120 + 60 * number, lost=60 + 30 * number, prefix=f"x{number}-"), activity=activity)

    home = text_of(client.get("/admin/"))

    assert "Langkah yang paling perlu diperbaiki" in home
    assert re.findall(r"(Latihan \d|Panduan contoh), langkah 2", home) == ["Latihan 2", "Latihan 1", "Latihan 0"]


def test_home_says_nothing_where_nothing_is_stuck(client, editor):
    make_guide()
    store_traces([make_trace("ani", "completed", "satu")], activity="guide/contoh")

    assert "Langkah yang paling perlu diperbaiki" not in client.get("/admin/").text


def test_figures_are_kept_for_a_minute(client, editor, django_assert_num_queries):
    make_stuck_guide()
    summaries()

    with django_assert_num_queries(0):
        assert [step.id for step in most_urgent(3)] == ["dua"]


def test_the_form_of_a_practice_screen_tells_of_that_screen(client, editor):
    publish(small_flow())
    load_flow_drafts()
    screens = [screen["id"] for screen in small_flow()["screens"]]
    at = timezone.now() - timedelta(days=5)
    for number in range(120):
        gone = number < 48
        traces = walk(f"p{number}", *screens[: 1 if gone else None], stops_at=screens[1] if gone else "", at=at)
        store_traces(traces, activity="flow/alur-uji")
    worst = screen_links("alur-uji")[screens[1]][1]

    page = text_of(client.get(worst))

    note = page.split('id="catatan-macet"')[1].split("</section>")[0]
    assert "Dari 120 orang, 48 berhenti (antara" in note
    assert f'<input type="hidden" name="langkah" value="{screens[1]}">' in note
    assert "?kegiatan=flow/alur-uji" in note.replace("flow%2F", "flow/")
