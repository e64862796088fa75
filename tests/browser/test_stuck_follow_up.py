"""Staff at a desk, after a stuck point is found: they make a to-do, and see the same figures where they edit."""

from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.pages import axe_violations, sideways_overflow, sign_in_as_staff

TODOS = "/admin/laporan/tugas-perbaikan/"
WEEKLY = "/admin/laporan/titik-macet/mingguan/"
STUCK = "from tests.browser.crowd import practise; practise()"


def test_a_stuck_screen_becomes_a_todo_that_somebody_takes(open_page, own_site):
    own_site.manage("shell", "-c", STUCK)
    page = open_page(own_site, DESKTOP, bypass_csp=True)
    sign_in_as_staff(page, own_site)
    urgent = page.locator("#titik-macet-section")
    expect(urgent).to_contain_text("Buat kata sandi")
    urgent.get_by_role("link", name="Ubah langkah ini").click()

    note = page.locator("section.catatan")
    expect(note).to_contain_text("Dari 30 orang, 20 berhenti")
    note.get_by_role("button", name="Jadikan tugas").click()
    expect(page.locator("main h2").first).to_contain_text("Buat kata sandi")
    page.get_by_label("Dikerjakan oleh").select_option("staf")
    page.get_by_label("Catatan").fill("Tulis contoh kata sandi yang cukup panjang.")
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator(".messages .success")).to_be_visible()

    page.goto(f"{TODOS}?lihat=saya")
    expect(page.locator(".daftar > li")).to_contain_text("Buat kata sandi")

    for address in (TODOS, f"{TODOS}1/", WEEKLY, "/admin/"):
        page.goto(address)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert axe_violations(page, within=".tugas-perbaikan") == [], (address, scheme)
        page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
        assert sideways_overflow(page) == 0, address
        page.set_viewport_size(DESKTOP)


def test_the_side_panel_leads_to_the_form_of_the_step(open_page, own_site):
    page = open_page(own_site, DESKTOP, bypass_csp=True)
    sign_in_as_staff(page, own_site)
    page.goto("/admin/pages/search/?q=Membuat+NIB")
    page.get_by_role("link", name="Membuat NIB usaha perseorangan", exact=True).click()

    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Buka atau tutup titik macet").click()
    panel = page.locator('[data-side-panel="titik-macet"]')
    expect(panel).to_be_visible()
    assert axe_violations(page, within='[data-side-panel="titik-macet"]') == []
    panel.get_by_role("link", name="3. Daftar dengan NIK dan email").click()

    expect(page.locator('[name="steps-2-title"]')).to_be_in_viewport()
