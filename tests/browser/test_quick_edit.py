"""Somebody of the staff meets a mistake in a guide with nothing but a phone at hand."""

import io
import re

from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.pages import axe_violations, sideways_overflow, sign_in_as_staff, small_targets

# Readers at a laptop are shown the step's other picture.
ANDROID = "Mozilla/5.0 (Linux; Android 12; SM-A042F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
STEP = "/panduan/nib-perseorangan/langkah/6/"


def a_screenshot():
    data = io.BytesIO()
    Image.new("RGB", (360, 640), "#00564b").save(data, "PNG")
    return {"name": "layar.png", "mimeType": "image/png", "buffer": data.getvalue()}


def test_a_sentence_and_a_picture_are_mended_and_published_on_a_phone(open_page, own_site):
    page = open_page(own_site, PHONE, user_agent=ANDROID)
    sign_in_as_staff(page, own_site)
    page.goto(STEP)
    page.get_by_role("link", name="Perbaiki langkah ini").click()
    expect(page.locator("h1")).to_have_text("Perbaiki langkah ini")
    assert sideways_overflow(page) == 0
    assert small_targets(page) == []
    assert axe_violations(page) == []

    page.get_by_label("Isi", exact=True).fill("1. Isi nama sesuai KTP.")
    page.get_by_label("Ganti gambar").set_input_files(a_screenshot())
    page.get_by_label("Isi gambar dalam kata-kata").fill("Layar hijau tanpa tulisan")
    page.get_by_label("Tanda bernomor").fill("")
    page.locator("[data-action=terbit]").click()

    expect(page.get_by_role("status")).to_have_text("Sudah terbit. Pembaca melihatnya sekarang.")
    assert sideways_overflow(page) == 0
    page.get_by_role("link", name="Lihat langkah ini").click()
    expect(page).to_have_url(re.compile(f"{STEP}$"))
    expect(page.locator("article")).to_contain_text("Isi nama sesuai KTP.")
    picture = page.get_by_role("img", name="Layar hijau tanpa tulisan")
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.complete && img.naturalWidth > 0")
    assert sideways_overflow(page) == 0


def test_the_phone_preview_plays_the_arrival_of_text_and_picture(open_page, own_site):
    page = open_page(own_site, PHONE, user_agent=ANDROID)
    sign_in_as_staff(page, own_site)
    page.goto(STEP)
    page.get_by_role("link", name="Perbaiki langkah ini").click()
    page.get_by_role("link", name="Pratinjau HP").click()
    page.get_by_label("Halaman").select_option("6")
    page.get_by_label("Jaringan").select_option("3g")
    page.get_by_role("button", name="Tampilkan").click()
    heading = page.frame_locator("#bingkai").locator("h1")
    expect(heading).to_be_visible()

    page.get_by_role("button", name="Putar di bingkai").click()

    expect(heading).to_be_hidden()
    expect(heading).to_be_visible()
    expect(page.locator("#detik")).to_contain_text("detik")
    assert sideways_overflow(page) == 0
