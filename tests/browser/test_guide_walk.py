"""A newcomer on a phone: from home through the first steps of the guide into practice and back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.learner import FLOW, Learner

GUIDE = "/panduan/nib-perseorangan/"


class Reader:
    def __init__(self, page):
        self.page = page

    def expect_step(self, number, key):
        expect(self.page.locator("[data-step]")).to_have_attribute("data-step", key)
        expect(self.page).to_have_url(re.compile(rf"{GUIDE}langkah/{number}/(\?dari=.*)?$"))

    def press(self, action):
        self.page.locator(f'[data-action="{action}"]').click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_newcomer_reads_asks_practises_and_finds_the_way_back(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    reader, learner = Reader(page), Learner(page, scripts=scripts)

    page.goto("/")
    page.get_by_role("link", name="Mulai dari sini").click()
    page.get_by_role("link", name="Mulai dari langkah 1").click()
    reader.expect_step(1, "kenapa-nib")
    assert page.context.cookies() == []

    reader.press("sudah")
    reader.expect_step(2, "siapkan-data")
    reader.press("sudah")
    reader.expect_step(3, "daftar")

    reader.press("bingung")
    expect(page.locator("#bingung button[name=alasan]")).to_have_count(4)
    page.locator('#bingung button[value="tidak-tahu-pilih"]').click()
    expect(page.locator("#bingung h2")).to_contain_text("Jangan menebak")
    expect(page.locator("#bingung .nota > ol > li")).to_have_count(3)

    page.get_by_role("link", name="Langkah 4").click()
    reader.expect_step(4, "kode-verifikasi")
    page.get_by_role("link", name="Coba di latihan").click()
    expect(page).to_have_url(f"/latihan/{FLOW}/?layar=verifikasi")
    learner.begin("sembako")
    learner.expect_screen("verifikasi")

    page.get_by_role("link", name="Baca panduannya: Isi kode verifikasi").click()
    reader.expect_step(4, "kode-verifikasi")
    page.get_by_role("link", name="Kembali ke latihan Anda").first.click()
    learner.expect_screen("verifikasi")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_progress_shows_what_is_done_and_forgets_what_is_taken_back(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    reader, learner = Reader(page), Learner(page, scripts=scripts)
    learner.start("sembako", at="verifikasi")
    learner.expect_screen("verifikasi")
    page.goto(f"{GUIDE}langkah/1/")
    reader.press("sudah")
    reader.expect_step(2, "siapkan-data")
    reader.press("sudah")
    reader.expect_step(3, "daftar")

    page.goto("/saya/")
    expect(page.get_by_text(re.compile(r"^2 dari \d+ langkah sudah\."))).to_be_visible()
    expect(page.get_by_role("link", name="Layar 2 dari 16: Kode verifikasi")).to_be_visible()
    page.goto("/")
    place = page.locator("section", has_text="Terakhir Anda sampai di sini")
    expect(place.get_by_role("heading")).to_have_text("Daftar dengan NIK dan email")
    place.get_by_role("link", name="Lanjutkan belajar").click()
    reader.expect_step(3, "daftar")

    page.get_by_role("link", name="Langkah 2").click()
    reader.expect_step(2, "siapkan-data")
    reader.press("batal")
    expect(page.locator('[data-action="batal"]')).to_have_count(0)
    reader.expect_step(2, "siapkan-data")
    page.goto("/saya/")
    expect(page.get_by_text(re.compile(r"^1 dari \d+ langkah sudah\."))).to_be_visible()
