"""The page "Titik macet" in the admin."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone
from django.utils.formats import date_format
from openpyxl import load_workbook

from learning.aggregates.catching_up import catch_up
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


def store(traces, **more):
    """Store events and count them, however long that takes: the page itself counts only so many at once."""
    store_traces(traces, **more)
    catch_up()


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
    store(crowd(60, lost=20), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert "<b>Perbaiki langkah 2 dulu: Dua.</b> Dari 60 orang yang sampai di sana, 20 berhenti: antara " in page
    assert "Hampir pasti bukan kebetulan." in page
    assert 'aria-label="33 persen berhenti, kemungkinan antara 24 dan 44 persen"' in page
    assert page.index("Dua <span") < page.index("Satu <span")


def test_every_picture_has_its_table(staff):
    make_guide()
    store(crowd(60, lost=20, errors=["dua"]), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    row = page[page.index('<th scope="row">2. Dua</th>') :].split("</tr>")[0]
    cells = [cell.split("</td>")[0] for cell in row.split("<td>")[1:]]
    assert cells[:7] == ["1", "Macet", "60", "40", "20", "0", "33%"]
    assert cells[10] == "20"
    assert cells[12:] == ["1 menit", "1 menit", "1,0", "0,0", "belum ada", "belum ada"]


def test_a_guide_step_has_a_link_to_where_it_is_mended(staff):
    guide = make_guide()
    store(crowd(60, lost=20), activity="guide/contoh")

    assert f'href="/admin/pages/{guide.pk}/edit/#baris-satu"' in text_of(staff.get(PAGE))


def test_a_screen_has_links_to_the_guide_steps_that_explain_it(staff):
    guide = make_guide("pertama", "kedua", practice=["alur-uji:modal"])
    publish(small_flow())
    store([make_trace("ani", "entered", "modal")], activity="flow/alur-uji")

    page = text_of(staff.get(PAGE, {"kegiatan": "flow/alur-uji"}))

    assert f'href="/admin/pages/{guide.pk}/edit/#baris-pertama"' in page
    assert 'Ubah langkah panduan<span class="w-sr-only">: Pertama</span>' in page
    assert "“Kedua”" not in page


def test_a_screen_has_a_link_to_the_form_in_which_it_is_changed(staff):
    publish(small_flow())
    load_flow_drafts()
    store([make_trace("ani", "entered", "modal")], activity="flow/alur-uji")

    page = text_of(staff.get(PAGE, {"kegiatan": "flow/alur-uji"}))

    assert 'Ubah layar latihan<span class="w-sr-only">: Modal</span>' in page
    assert "/bagian/layar/modal/" in page


def test_a_renamed_guide_still_explains_its_screen(staff):
    guide = make_guide("pertama", practice=["alur-uji:modal"])
    guide.slug = "nama-baru"
    guide.save()
    publish(small_flow())
    store([make_trace("ani", "entered", "modal")], activity="flow/alur-uji")

    page = text_of(staff.get(PAGE, {"kegiatan": "flow/alur-uji"}))

    assert f'href="/admin/pages/{guide.pk}/edit/#baris-pertama"' in page


def test_errors_are_told_in_the_words_people_read(staff):
    publish(small_flow())
    traces = [make_trace(f"p{number}", "error", "daftar", field="nik", code="nik.length") for number in range(6)]
    store(
        [*traces, make_trace("budi", "error", "daftar", field="lama", code="sudah.tidak.ada")], activity="flow/alur-uji"
    )

    page = text_of(staff.get(PAGE, {"kegiatan": "flow/alur-uji"}))

    assert "<b>6 orang</b> NIK: Kalimat nik.length" in page
    assert "Kurang dari 5 orang: lama: sudah.tidak.ada" in page


def test_the_funnel_tells_how_many_reached_each_step(staff):
    make_guide()
    store(crowd(60, lost=20), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert 'aria-label="60 orang sampai di sini: 40 lewat · 20 berhenti · 0 masih berjalan"' in page
    assert 'aria-label="40 orang sampai di sini: 40 lewat · 0 berhenti · 0 masih berjalan"' in page


def test_of_several_activities_the_one_with_the_most_urgent_step_is_shown(staff):
    make_guide()
    make_activity("satu", "dua", "tiga", id="flow/lain", title="Latihan lain")
    store(crowd(90, lost=5), activity="guide/contoh")
    store(crowd(60, lost=20), activity="flow/lain")

    page = text_of(staff.get(PAGE))
    chosen = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh"}))

    assert '<option value="flow/lain" selected>' in page
    assert '<option value="guide/contoh" selected>' in chosen
    assert "Belum ada langkah yang jelas macet.</b> Dari 90 orang yang mulai, 85 sampai selesai." in chosen


def test_a_few_people_are_called_few(staff):
    make_guide()
    store(crowd(4, lost=2), activity="guide/contoh")

    assert "<b>Data masih sedikit.</b> Baru kurang dari 5 orang mulai." in text_of(staff.get(PAGE))


def test_a_step_that_is_hard_without_losing_anybody_is_told_by_its_reason(staff):
    make_guide()
    store(crowd(60, lost=0, errors=["dua"]), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert "<b>Perbaiki langkah 2 dulu: Dua.</b> Di sana banyak isian ditolak." in page


def edited_activity(*, edited_days_ago=4):
    """Of 86 people who began with version 1, 50 stopped at step two before it was edited, 12 of 36 after."""
    since = timezone.now() - timedelta(days=edited_days_ago)
    make_activity(
        "satu", "dua", "tiga", version="2", versions=[{"version": "2", "at": since.isoformat(), "changed": ["dua"]}]
    )
    store(crowd(50, lost=50, version="1"))
    return since


def renamed(traces):
    return [trace._replace(learner=f"baru-{trace.learner}") for trace in traces]


def test_after_an_edit_the_headline_counts_the_people_its_row_counts(staff):
    since = edited_activity()
    store(renamed(crowd(36, lost=12, version="2")))

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
    store([*crowd(60, lost=20), *under_way])

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
    store([make_trace("ani", "entered", "satu"), make_trace("budi", "completed", "tiga")])

    page = text_of(staff.get(PAGE))

    assert re.findall(r'<span class="no" aria-hidden="true">(\d+)</span>', page) == ["1", "2", "3"]
    assert "Belum ada yang sampai di sini." in page
    assert "1 langkah lain:" not in page


def test_a_guide_step_tells_how_many_were_confused_and_why(staff):
    make_guide()
    named = [(f"p{number}", code) for number in range(5) for code in ("", "tulisan-berbeda", "tulisan-berbeda")]
    asked = [*named, *((f"q{number}", "") for number in range(6)), ("r", "tombol-tidak-ketemu")]
    store([make_trace(name, "help", "dua", code=code) for name, code in asked], activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert "12 orang menekan “Saya bingung”" in page
    assert (
        "<ul><li><b>6 orang</b> tidak memilih sebab</li>"
        "<li><b>5 orang</b> Isinya beda dengan yang saya lihat atau dengar</li>"
        '<li class="redup">Kurang dari 5 orang: Yang disebut di sini tidak ketemu</li></ul>' in page
    )
    assert "isian yang ditolak" not in page.split("<details")[0]


def test_a_guide_step_that_confused_nobody_says_so(staff):
    make_guide()
    store(crowd(4, lost=0), activity="guide/contoh")

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
    store([make_trace(f"p{number}", "completed", "satu") for number in range(1234)], activity="guide/contoh")

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
    store([trace for step in guide for trace in walk(f"p-{step}", step)], activity="guide/contoh")
    staff.get(PAGE)

    with django_assert_max_num_queries(30):
        staff.get(PAGE)


def test_nobody_can_read_off_the_page_what_one_to_four_people_did(staff):
    make_guide()
    store(crowd(60, lost=3), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert "<b>Kurang dari 5</b> dari sekitar 60 orang berhenti · paling banyak 7%" in page
    said = re.sub(r"<svg.*?</svg>|<[^>]*>", " ", page.split("Urutan perbaikan</h2>")[1])
    assert not re.search(r"\b57\b|\b3 +(orang|berhenti|dari|masih)", said)
    assert "sekitar 60 orang sampai di sini: sekitar 55 lewat · kurang dari 5 berhenti · 0 masih berjalan" in page
    assert "<td>60</td><td>55</td><td>kurang dari 5</td>" in page


def test_who_waits_to_be_counted_is_told_with_the_moment(staff):
    make_guide()
    store(crowd(60, lost=20), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert re.search(r"Dihitung pukul \d\d\.\d\d, \d+ \w+ \d{4}\. Tidak ada nama", page)


def test_every_figure_tells_how_it_was_counted(staff):
    make_guide()
    store(crowd(60, lost=20, errors=["dua"]), activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert "Cara menghitung persen yang berhenti di langkah Dua" in page
    assert "<dt>Jelas lewat atau berhenti</dt><dd>60</dd>" in page
    assert "Cara menghitung orang yang tertolong di langkah Dua" in page
    assert "Cara menghitung isian yang ditolak di langkah Dua" in page
    assert "Cara menghitung lama biasanya di langkah Dua" in page
    assert "Dari halaman panduan: langkah yang dibuka, lamanya dilihat, dan tombol yang ditekan." in page


def test_a_step_that_was_edited_shows_before_and_after(staff):
    edited_activity()
    store(renamed(crowd(36, lost=12, version="2")))

    page = text_of(staff.get(PAGE))

    assert 'aria-label="Sebelum diubah 100 persen berhenti, sesudahnya 33 persen"' in page
    assert '<b class="putusan better">Membaik</b>, diubah ' in page
    assert "<dt>Sesudah: berhenti dari yang jelas</dt><dd>12 dari 36</dd>" in page
    assert "Belum pernah diubah" in page


def test_after_an_edit_that_few_have_met_the_page_says_how_many_more_it_takes(staff):
    edited_activity()
    store(renamed(crowd(10, lost=5, version="2")))

    page = text_of(staff.get(PAGE))

    assert re.search(r'<b class="putusan wait">Tunggu dulu</b>, diubah [^;<]+; perlu sekitar \d+ orang lagi', page)


def test_weeks_are_drawn_with_a_mark_where_the_step_was_edited(staff):
    edited_activity(edited_days_ago=12)
    store(renamed(crowd(36, lost=12, version="2")))
    old = [trace._replace(at=trace.at - timedelta(days=21)) for trace in crowd(60, lost=30, version="1")]
    store([trace._replace(learner=f"lama-{trace.learner}") for trace in old])

    page = text_of(staff.get(PAGE))

    assert '<h2 id="minggu">Minggu demi minggu</h2>' in page
    assert page.count('<path class="tanda-ubah" d="M10 0V16"/>') == 1
    assert len(re.findall(r'<path class="tanda-ubah" d="M[\d.]+ 4V66"/>', page)) == 1
    assert " Diubah 1 kali." in page
    assert ", sesudah diubah</td><td>sekitar 25</td><td>12</td>" in page


def test_owners_tell_what_became_of_their_real_registration(staff):
    make_guide()
    began = timezone.now() - timedelta(days=20)
    walked = [trace for number in range(12) for trace in walk(f"p{number}", "satu", "dua", "tiga", at=began)]
    issued = [
        make_trace(f"p{n}", "real", "", code="nib-terbit", at=began + timedelta(days=4, hours=n)) for n in range(7)
    ]
    stuck = [make_trace(f"p{n}", "real", "dua", code="macet", at=began + timedelta(days=2)) for n in range(6)]
    store([*walked, *issued, *stuck], activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert (
        '<b class="besar-angka">7</b> orang bilang NIB-nya sudah terbit, biasanya 4 hari sesudah mulai belajar' in page
    )
    assert "<b>6 orang</b> Langkah 2: Dua" in page


def test_seconds_of_a_video_that_are_played_again_are_named(staff):
    make_guide()
    at = timezone.now() - timedelta(days=5)
    traces = crowd(60, lost=20)
    for number in range(60):
        for place in range(24):
            for _ in range(3 if place in (9, 10) else 1):
                played = {"played_from": place * 5.0, "played_to": place * 5.0 + 5}
                traces.append(make_trace(f"p{number}", "played", "dua", at=at + timedelta(minutes=1), **played))
    store(traces, activity="guide/contoh")

    page = text_of(staff.get(PAGE))

    assert re.search(r"<b>0:45–0:55</b> diputar \d+ kali oleh 60 orang", page)
    assert page.count('class="isi-ulang"') == 2


def test_activities_are_listed_with_the_most_urgent_first(staff):
    make_guide()
    make_activity("satu", "dua", "tiga", id="flow/lain", title="Latihan lain")
    store(crowd(90, lost=5), activity="guide/contoh")
    store(crowd(60, lost=20), activity="flow/lain")

    page = text_of(staff.get(PAGE))

    listed = page[page.index('<h2 id="lain">') :]
    assert listed.index("Latihan lain</a>") < listed.index("Panduan contoh</a>")
    assert '<span class="redup">latihan · 1 langkah macet, sekitar 20 orang sebulan</span>' in listed
    assert '<span class="redup">panduan · sekitar 90 orang mulai</span>' in listed


def test_the_figures_of_one_class_are_those_of_its_people(staff):
    make_guide()
    store(crowd(60, lost=20, group="AB12", company="class"), activity="guide/contoh")
    store(renamed(crowd(30, lost=0, group="CD34", company="class")), activity="guide/contoh")

    page = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh", "kelas": "AB12"}))

    assert '<option value="AB12" selected>AB12: sekitar 60 orang</option>' in page
    assert "Hanya: Kode kelas: AB12." in page
    assert "<b>sekitar 20</b>" not in page
    assert '<b class="besar-angka">sekitar 20</b> dari sekitar 60 orang berhenti' in page


def test_of_chosen_people_nothing_is_told_exactly(staff):
    """Of two choices that differ by one person, the difference is that person."""
    make_guide()
    met = crowd(62, lost=22, errors=["dua"], group="AB12")
    met += [make_trace(f"p{n}", "help", "dua", at=met[0].at, code="istilah", group="AB12") for n in range(11)]
    met += [make_trace(f"p{n}", "real", "", code="nib-terbit", at=met[0].at + timedelta(days=1)) for n in range(7)]
    met += [make_trace(f"p{n}", "real", "dua", code="macet", at=met[0].at + timedelta(days=1)) for n in range(8, 14)]
    store(met, activity="guide/contoh")

    everybody = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh"}))
    chosen = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh", "kelas": "AB12"}))

    exact = (
        "<b>62 orang</b>",
        "11 orang menekan “Saya bingung”",
        ">7</b> orang bilang NIB",
        "<b>6 orang</b> Langkah 2",
    )
    rounded = (
        "<b>Sekitar 60 orang</b>",
        "Sekitar 10 orang menekan “Saya bingung”",
        ">sekitar 5</b> orang bilang NIB",
        "<b>Sekitar 5 orang</b> Langkah 2",
    )
    assert [words for words in exact if words not in everybody] == []
    assert [words for words in exact if words in chosen] == []
    assert [words for words in rounded if words not in chosen] == []
    assert "Apa yang dilakukan orang yang berhenti" in everybody
    assert "Apa yang dilakukan orang yang berhenti" not in chosen
    assert "Angkanya ada di laporan semua orang, tanpa saringan." in chosen
    assert "Angkanya ada di laporan semua orang, tanpa saringan." not in everybody


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"sampai": "9999-12-31"}, "Tanggalnya tidak terbaca"),
        ({"dari": "0001-01-01"}, "Tanggalnya tidak terbaca"),
        ({"dari": "2026-01-01\0"}, "Tanggalnya tidak terbaca"),
        *(({name: "A\0B"}, "tidak dikenal") for name in ("cara", "bersama", "kelas", "alat", "persona")),
        ({"kelas": "x" * 5000}, "tidak dikenal"),
        ({"waktu": "\0", "alat": "'; --"}, "Tidak ada orang yang cocok"),
    ],
)
def test_nonsense_in_the_address_is_answered_with_the_page_and_a_sentence(staff, query, told):
    make_guide()
    store(crowd(10, lost=3), activity="guide/contoh")

    response = staff.get(PAGE, {"kegiatan": "guide/contoh", **query})

    assert response.status_code == 200
    assert told in text_of(response)


def test_the_figures_of_a_class_of_three_stay_hidden(staff):
    make_guide()
    store(crowd(60, lost=20, group="AB12"), activity="guide/contoh")
    store(renamed(crowd(3, lost=3, group="KECIL")), activity="guide/contoh")

    page = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh", "kelas": "KECIL"}))

    assert "<b>Kurang dari 5 orang cocok dengan pilihan ini" in page
    assert '<option value="KECIL" selected>KECIL: kurang dari 5 orang</option>' in page
    assert "Urutan perbaikan" not in page
    file = staff.get(PAGE, {"kegiatan": "guide/contoh", "kelas": "KECIL", "unduh": "csv"})
    assert file["Content-Type"].startswith("text/html")


def test_a_choice_that_fits_nobody_says_so(staff):
    make_guide()
    store(crowd(60, lost=20), activity="guide/contoh")

    page = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh", "alat": "tablet"}))

    assert "Tidak ada orang yang cocok dengan pilihan ini." in page


def test_a_date_that_cannot_be_read_is_told(staff):
    make_guide()

    page = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh", "dari": "kemarin"}))

    assert "Tanggalnya tidak terbaca" in page


def test_only_those_who_came_on_the_chosen_days_are_counted(staff):
    make_guide()
    store(crowd(60, lost=20), activity="guide/contoh")
    old = [trace._replace(at=trace.at - timedelta(days=50)) for trace in crowd(40, lost=0)]
    store([trace._replace(learner=f"lama-{trace.learner}") for trace in old], activity="guide/contoh")

    page = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh", "waktu": "4m"}))

    assert "Sekitar 60 orang mulai" in page
    assert "Hanya: 4 minggu terakhir; yang datang dari " in page


def test_the_table_is_taken_along_as_csv_with_what_it_means(staff):
    make_guide()
    store(crowd(60, lost=20), activity="guide/contoh")

    file = staff.get(PAGE, {"kegiatan": "guide/contoh", "unduh": "csv"})

    lines = file.content.decode("utf-8-sig").splitlines()
    assert re.fullmatch(
        r'attachment; filename="titik-macet-guide-contoh-\d{4}-\d\d-\d\d\.csv"', file["Content-Disposition"]
    )
    assert lines[0] == "# Titik macet: Panduan contoh"
    assert "# Saringan: semua orang." in lines
    assert any(line.startswith('"# Berhenti: ') or line.startswith("# Berhenti: ") for line in lines)
    assert next(line for line in lines if line.startswith("2. Dua;")).startswith("2. Dua;1;Macet;60;40;20;0;0,3333;")


def test_a_file_of_chosen_people_has_rounded_numbers_and_no_rates_per_person(staff):
    make_guide()
    store(crowd(62, lost=22, errors=["dua"], device="phone"), activity="guide/contoh")

    def cells(**query):
        file = staff.get(PAGE, {"kegiatan": "guide/contoh", "unduh": "csv", **query}).content.decode("utf-8-sig")
        row = next(line for line in file.splitlines() if line.startswith("2. Dua;")).split(";")
        return [*row[3:8], row[11], row[15]]

    assert cells() == ["62", "40", "22", "0", "0,3548", "22", "1,0"]
    assert cells(alat="phone") == ["60", "40", "20", "0", "0,35", "20", "tidak ditampilkan"]


def test_the_table_is_taken_along_as_a_workbook(staff):
    make_guide()
    store(crowd(60, lost=3), activity="guide/contoh")

    file = staff.get(PAGE, {"kegiatan": "guide/contoh", "unduh": "xlsx"})

    sheet = load_workbook(BytesIO(file.content)).active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] == "2. Dua"]
    assert rows[0][3:7] == (60, 55, "kurang dari 5", 0)
    assert rows[0][7] == "tidak ditampilkan"


def test_the_files_keep_the_choices(staff):
    make_guide()
    store(crowd(60, lost=20, device="phone"), activity="guide/contoh")

    page = text_of(staff.get(PAGE, {"kegiatan": "guide/contoh", "alat": "phone"}))

    assert '<a href="?kegiatan=guide%2Fcontoh&amp;alat=phone&amp;unduh=xlsx">Unduh Excel</a>' in page
