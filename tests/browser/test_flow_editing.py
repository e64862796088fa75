"""Staff change a screen of the practice as OSS changed it: form, preview, a try, publication, comparison."""

import json

import pytest
from playwright.sync_api import expect

from sandbox.catalogue import STARTER_FLOWS
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.pages import axe_violations, sign_in_as_staff

EDITOR = "/admin/alur-latihan/"
FLOW = "nib-umk-perseorangan"


def _open_desk(page):
    page.goto(EDITOR)
    page.get_by_role("link", name="NIB usaha perseorangan", exact=True).click()
    expect(page.locator("#masalah")).to_contain_text("Masalah sebelum terbit")
    return page.url


def _save(page):
    page.get_by_role("button", name="Simpan draf").click()


def test_a_screen_that_staff_change_is_tried_out_published_and_met_by_learners(open_page, own_site):
    page = open_page(own_site, DESKTOP, bypass_csp=True)
    sign_in_as_staff(page, own_site)
    desk = _open_desk(page)

    page.get_by_role("link", name="Buat kata sandi", exact=True).click()
    page.locator('[name="part-title"]').fill("Kata sandi baru")
    _save(page)
    expect(page.locator(".messages")).to_contain_text("Tersimpan sebagai draf.")
    page.get_by_role("link", name="Pratinjau").click()
    expect(page.frame_locator("iframe.hp").locator("h1, h2").first).to_be_visible()
    expect(page.frame_locator("iframe.hp").locator("main")).to_contain_text("Kata sandi baru")

    page.goto(desk)
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Mainkan draf ini sebagai Bu Melati, Latihan").click()
    expect(opened.value.locator("main")).to_have_attribute("data-screen", "daftar")
    opened.value.close()

    page.locator('button[name="action-publish"]').click()
    expect(page.locator(".messages")).to_contain_text("NIB usaha perseorangan")
    page.goto(f"/latihan/{FLOW}/?layar=kata-sandi")
    expect(page.locator("main")).to_contain_text("Kata sandi baru")


def test_after_a_move_the_pressed_button_has_the_focus_and_the_message_is_in_sight(open_page, own_site):
    page = open_page(own_site, PHONE)
    sign_in_as_staff(page, own_site)
    _open_desk(page)

    page.get_by_role("button", name="Naikkan Tambah Posisi Lokasi").click()

    expect(page.get_by_text("Layar “Tambah Posisi Lokasi” naik ke urutan")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Naikkan Tambah Posisi Lokasi")).to_be_focused()


def test_a_persona_is_taken_away_after_a_question_and_the_desk_says_who_went(open_page, own_site):
    page = open_page(own_site, DESKTOP)
    sign_in_as_staff(page, own_site)
    _open_desk(page)

    page.get_by_role("link", name="Hapus Bu Rini").click()
    expect(page.locator("main")).to_contain_text("jawaban tokoh ini ikut hilang dari draf")
    page.get_by_role("button", name="Ya, hapus").click()

    expect(page.get_by_text("Tokoh “Bu Rini” dihapus dari draf.")).to_be_in_viewport()
    page.locator(".messages").get_by_role("link", name="Riwayat").click()
    expect(page.get_by_text("Tokoh “Bu Rini” dihapus")).to_be_visible()


def test_what_a_browser_sends_for_an_untouched_form_changes_nothing(open_page, site):
    document = json.loads((STARTER_FLOWS / f"{FLOW}.json").read_text(encoding="utf-8"))
    screen, persona = document["screens"][6], document["personas"][0]
    forms = ["umum/", "hasil/", f"layar/{screen['id']}/", f"tokoh/{persona['id']}/"]
    forms += [f"isian/{screen['id']}.{field['id']}/" for field in screen["fields"]]
    forms += [f"gangguan/{fault['kind']}/" for fault in document.get("faults", [])[:2]]
    forms += [f"jawaban/{persona['id']}.{screen['id']}/", "kalimat/required/"]
    page = open_page(site, DESKTOP)
    sign_in_as_staff(page, site)
    base = _open_desk(page).split("/edit/")[1].strip("/")

    for form in forms:
        page.goto(f"{EDITOR}{base}/bagian/{form}")
        _save(page)
        expect(page.locator(".messages"), form).to_contain_text("Tidak ada yang berubah.")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_editor_can_be_used_by_everybody(open_page, site, size):
    page = open_page(site, size, bypass_csp=True)
    sign_in_as_staff(page, site)
    base = _open_desk(page).split("/edit/")[1].strip("/")

    for address in (
        f"edit/{base}/", f"{base}/bagian/layar/lokasi/", f"{base}/bagian/jawaban/sembako.lokasi/",
        f"{base}/pratinjau/lokasi/", f"{base}/hapus/tokoh/jamu/", f"{base}/tambah/layar/?sesudah=lokasi", "impor/",
    ):  # fmt: skip
        page.goto(EDITOR + address)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert axe_violations(page, within="main") == [], (address, scheme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
