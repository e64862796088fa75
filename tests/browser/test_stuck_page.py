"""The report's page: chosen without script, read on a phone, printed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.learner import FLOW
from tests.browser.pages import axe_violations, sideways_overflow, sign_in_as_staff

REPORT = "/admin/laporan/titik-macet/"


@pytest.fixture
def practised(own_site):
    own_site.manage("shell", "-c", "from tests.browser.crowd import practise; practise()")
    return own_site


def test_without_script_staff_choose_whose_figures_they_see(open_page, practised):
    page = open_page(practised, DESKTOP, java_script_enabled=False)
    sign_in_as_staff(page, practised)
    page.goto(REPORT)

    page.locator("#waktu").select_option("4m")
    page.get_by_role("button", name="Tampilkan").click()

    expect(page).to_have_url(re.compile(rf"kegiatan=flow%2F{FLOW}&waktu=4m"))
    expect(page.locator(".saringan")).to_contain_text("4 minggu terakhir")
    expect(page.locator(".ringkas")).to_contain_text("Perbaiki langkah 3 dulu: Buat kata sandi.")
    page.get_by_role("link", name="Hapus saringan").click()
    expect(page.locator(".saringan")).to_have_count(0)


def test_every_figure_opens_how_it_was_counted_and_nothing_overflows(open_page, practised):
    page = open_page(practised, PHONE, bypass_csp=True)
    sign_in_as_staff(page, practised)
    page.goto(REPORT)
    first = page.locator(".peringkat > li").first

    first.get_by_text("?", exact=True).first.click()

    expect(first.locator(".isi-hitung").first).to_contain_text("Jelas lewat atau berhenti")
    assert sideways_overflow(page) == 0
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page, within="main") == [], scheme


def test_on_paper_the_report_has_neither_form_nor_buttons(open_page, practised):
    page = open_page(practised, DESKTOP)
    sign_in_as_staff(page, practised)
    page.goto(REPORT)

    page.emulate_media(media="print")

    expect(page.locator(".judul-cetak")).to_be_visible()
    expect(page.locator(".titik-macet table").last).to_be_visible()
    for gone in (".pilihan", ".hitung", ".tindakan .button", ".lain"):
        for element in page.locator(f".titik-macet {gone}").all():
            expect(element).not_to_be_visible()
