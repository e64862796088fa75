"""The page "Titik macet" in the admin."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone
from django.utils.formats import date_format

from sandbox.catalogue import publish
from tests.factories import small_flow
from tests.learning.factories import make_activity, make_guide, make_trace, store_traces, walk
from tutorials.starter.flow_drafts import load_flow_drafts

pytestmark = pytest.mark.django_db

PAGE = "/admin/laporan/titik-macet/"


@pytest.fixture
def staff(client):
    user = User.objects.create_user("staf", password="rahasia")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def crowd(people, *, lost, stops_at="dua", steps=("satu", "dua", "tiga"), **more):
    before = steps[: steps.index(stops_at)]
    at = timezone.now() - timedelta(days=5)
    traces = []
    for number in range(people):
        gone = number < lost
        traces += walk(f"p{number}", *(before if gone else steps), stops_at=stops_at if gone else "", at=at, **more)
    return traces


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_page_says_what_to_mend_first_and_how_sure_that_is(staff):
    make_guide()
    store_traces(crowd(60, lost=20), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert "<b>Perbaiki langkah 2 dulu: Dua.</b> Dari 60 orang yang sampai di sana, 20 berhenti: antara " in page
    assert "Hampir pasti bukan kebetulan." in page
    assert 'aria-label="33 persen berhenti, kemungkinan antara 24 dan 44 persen"' in page
    assert page.index("Dua <span") < page.index("Satu <span")


def test_every_picture_has_its_table(staff):
    make_guide()
    store_traces(crowd(60, lost=20, errors=["dua"]), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    row = page[page.index('<th scope="row">2. Dua</th>') :].split("</tr>")[0]
    cells = [cell.split("</td>")[0] for cell in row.split("<td>")[1:]]
    assert cells[:7] == ["1", "Macet", "60", "40", "20", "0", "33%"]
    assert cells[10:] == ["20", "30", "1 menit", "1 menit", "1,0", "0,0", "belum ada", "belum ada"]


def test_a_guide_step_has_a_link_to_where_it_is_mended(staff):
    guide = make_guide()
    store_traces(crowd(60, lost=20), activity="guide/contoh")

    assert f'href="/admin/pages/{guide.pk}/edit/#baris-satu"' in text_of(staff.get(PAGE))


def test_a_screen_has_links_to_the_guide_steps_that_explain_it(staff):
    guide = make_guide("pertama", "kedua", practice=["alur-uji:modal"])
    publish(small_flow())
    store_traces([make_trace("ani", "entered", "modal")], activity="flow/alur-uji")

    page = text_of(staff.get(PAGE, {"kegiatan": "flow/alur-uji"}))

    assert f'href="/admin/pages/{guide.pk}/edit/#baris-pertama"' in page
    assert 'Ubah langkah panduan<span class="w-sr-only">: Pertama</span>' in page
    assert "“Kedua”" not in page


def test_a_screen_has_a_link_to_the_form_in_which_it_is_changed(staff):
    publish(small_flow())
    load_flow_drafts()
    store_traces([make_trace("ani", "entered", "modal")], activity="flow/alur-uji")

    page = text_of(staff.get(PAGE, {"kegiatan": "flow/alur-uji"}))

    assert 'Ubah layar latihan<span class="w-sr-only">: Modal</span>' in page
    assert "/bagian/layar/modal/" in page


def test_a_renamed_guide_still_explains_its_screen(staff):
    guide = make_guide("pertama", practice=["alur-uji:modal"])
    guide.slug = "nama-baru"
    guide.save()
    publish(small_flow())
    store_traces([make_trace("ani", "entered", "modal")], activity="flow/alur-uji")

    page = text_of(staff.get(PAGE, {"kegiatan": "flow/alur-uji"}))

    assert f'href="/admin/pages/{guide.pk}/edit/#baris-pertama"' in page


def test_errors_are_told_in_the_words_people_read(staff):
    publish(small_flow())
    traces = [make_trace(f"p{number}", "error", "daftar", field="nik", code="nik.length") for number in range(6)]
    store_traces(
        [*traces, make_trace("budi", "error", "daftar", field="lama", code="sudah.tidak.ada")], activity="flow/alur-uji"
    )

    page = text_of(staff.get(PAGE, {"kegiatan": "flow/alur-uji"}))

    assert "<b>6 orang</b> NIK: Kalimat nik.length" in page
    assert "Kurang dari 5 orang: lama: sudah.tidak.ada" in page


def test_the_funnel_tells_how_many_reached_each_step(staff):
    make_guide()
    store_traces(crowd(60, lost=20), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert 'aria-label="60 orang sampai di sini: 40 lewat · 20 berhenti · 0 masih berjalan"' in page
    assert 'aria-label="40 orang sampai di sini: 40 lewat · 0 berhenti · 0 masih berjalan"' in page


def test_of_several_activities_the_one_with_the_most_urgent_step_is_shown(staff):
    make_guide()
    make_activity("satu", "dua", "tiga", id="flow/lain", title="Latihan lain")
    store_traces(crowd(90, lost=5), activity="guide/contoh")
    store_traces(crowd(60, lost=20), activity="flow/lain")

    page = text_of(staff.get(PAGE))
    chosen = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh"}))

    assert '<option value="flow/lain" selected>' in page
    assert '<option value="guide/contoh" selected>' in chosen
    assert "Belum ada langkah yang jelas macet.</b> Dari 90 orang yang mulai, 85 sampai selesai." in chosen


def test_a_few_people_are_called_few(staff):
    make_guide()
    store_traces(crowd(4, lost=2), activity="guide/contoh")

    assert "<b>Data masih sedikit.</b> Baru kurang dari 5 orang mulai." in text_of(staff.get(PAGE))


def test_a_step_that_is_hard_without_losing_anybody_is_told_by_its_reason(staff):
    make_guide()
    store_traces(crowd(60, lost=0, errors=["dua"]), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert "<b>Perbaiki langkah 2 dulu: Dua.</b> Di sana banyak isian ditolak." in page


def edited_activity(*, edited_days_ago=4):
    """Of 86 people who began with version 1, 50 stopped at step two before it was edited, 12 of 36 after."""
    since = timezone.now() - timedelta(days=edited_days_ago)
    make_activity(
        "satu", "dua", "tiga", version="2", versions=[{"version": "2", "at": since.isoformat(), "changed": ["dua"]}]
    )
    store_traces(crowd(50, lost=50, version="1"))
    return since


def renamed(traces):
    return [trace._replace(learner=f"baru-{trace.learner}") for trace in traces]


def test_after_an_edit_the_headline_counts_the_people_its_row_counts(staff):
    since = edited_activity()
    store_traces(renamed(crowd(36, lost=12, version="2")))

    page = text_of(staff.get(PAGE))

    assert "Dari 36 orang yang sampai di sana sejak langkah ini diubah, 12 berhenti: antara " in page
    assert '<b class="besar-angka">12</b> dari 36 orang berhenti' in page
    assert "86 orang mulai" in page
    day = date_format(timezone.localtime(since), "j F Y")
    assert f'2</span> Dua <span class="redup">dihitung sejak diubah pada {day}</span>' in page
    assert page.count("dihitung sejak diubah pada") == 1
    assert f"<td>{day}</td><td>Membaik</td>" in page
    assert page.count("<td>belum ada</td><td>belum ada</td></tr>") == 2


def test_those_still_at_the_worst_step_are_told_apart_from_its_base(staff):
    make_activity("satu", "dua", "tiga")
    under_way = [make_trace(f"kini{number}", "entered", "dua", at=timezone.now()) for number in range(7)]
    store_traces([*crowd(60, lost=20), *under_way])

    page = text_of(staff.get(PAGE))

    assert "Dari 60 orang yang sampai di sana, 20 berhenti: antara " in page
    assert "Yang masih berjalan (7 orang) belum dihitung." in page


def test_a_step_edited_a_moment_ago_is_not_called_unreached(staff):
    since = edited_activity()

    page = text_of(staff.get(PAGE))

    day = date_format(timezone.localtime(since), "j F Y")
    assert f"Langkah 2 baru diubah pada {day}; hitungannya mulai lagi." in page
    assert f"<p>Baru diubah pada {day}; hitungannya mulai lagi.</p>" in page
    assert "Belum ada yang sampai di 1 langkah lain: Tiga." in page


def test_the_ranks_shown_have_no_gap(staff):
    """Step two, between others in the ranking, was never reached: it is listed as that."""
    make_activity("satu", "dua", "tiga")
    store_traces([make_trace("ani", "entered", "satu"), make_trace("budi", "completed", "tiga")])

    page = text_of(staff.get(PAGE))

    assert re.findall(r'<span class="no" aria-hidden="true">(\d+)</span>', page) == ["1", "2", "3"]
    assert "Belum ada yang sampai di sini." in page
    assert "1 langkah lain:" not in page


def test_a_guide_step_tells_how_many_were_confused_and_why(staff):
    make_guide()
    named = [(f"p{number}", code) for number in range(5) for code in ("", "tulisan-berbeda", "tulisan-berbeda")]
    asked = [*named, *((f"q{number}", "") for number in range(6)), ("r", "tombol-tidak-ketemu")]
    store_traces([make_trace(name, "help", "dua", code=code) for name, code in asked], activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert "12 orang menekan “Saya bingung”" in page
    assert (
        "<ul><li><b>6 orang</b> tidak memilih sebab</li>"
        "<li><b>5 orang</b> Isinya beda dengan yang saya lihat atau dengar</li>"
        "<li><b>kurang dari 5 orang</b> " in page
    )
    assert "isian yang ditolak" not in page.split("<details")[0]


def test_a_guide_step_that_confused_nobody_says_so(staff):
    make_guide()
    store_traces(crowd(4, lost=0), activity="guide/contoh")

    assert "Tidak ada yang menekan “Saya bingung”" in text_of(staff.get(PAGE))


def test_what_is_printed_names_its_activity(staff):
    make_guide()

    assert '<p class="judul-cetak">Titik macet: Panduan contoh (panduan)</p>' in text_of(staff.get(PAGE))


def test_before_anybody_came_the_page_says_so(staff):
    make_guide()

    page = text_of(staff.get(PAGE))

    assert "<b>Belum ada yang terekam di sini.</b>" in page
    assert "<ol" not in page.split('class="titik-macet"')[1].split("<details")[0]


def test_without_any_guide_the_page_says_so(staff):
    assert "<b>Belum ada panduan atau latihan.</b>" in text_of(staff.get(PAGE))


def test_large_numbers_do_not_break_the_pictures(staff):
    """The locale writes 1.234 for a thousand and a comma before decimals; SVG knows neither."""
    make_guide("satu")
    store_traces([make_trace(f"p{number}", "completed", "satu") for number in range(1234)], activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert '<rect class="isi-b" x="0" y="3" width="300"' in page
    assert "<b>1.234</b>" in page


def test_an_unknown_activity_is_not_found(staff):
    make_guide()

    assert staff.get(PAGE, {"kegiatan": "guide/tidak-ada"}).status_code == 404


def test_the_menu_of_reports_leads_here(staff):
    assert PAGE in text_of(staff.get("/admin/"))


def test_a_visitor_has_to_sign_in(client):
    response = client.get(PAGE)

    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


def test_somebody_without_access_to_the_admin_stays_outside(client):
    client.force_login(User.objects.create_user("tamu", password="rahasia"))

    assert client.get(PAGE).status_code == 302


def test_the_number_of_queries_does_not_grow_with_the_steps(staff, django_assert_max_num_queries):
    guide = [f"langkah-{number}" for number in range(30)]
    make_guide(*guide)
    store_traces([trace for step in guide for trace in walk(f"p-{step}", step)], activity="guide/contoh")
    staff.get(PAGE)

    with django_assert_max_num_queries(25):
        staff.get(PAGE)
