import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import (
    axe_violations,
    sideways_overflow,
    sign_in_as_staff,
    small_targets,
    write_twice_as_large,
)

NARROW, USUAL, WIDE = (320, 640), (360, 740), (1280, 800)
# Colours depend on the look, layout on the width: every look and every width on every page, not every pair of them.
LOOKS = [
    ("terang", NARROW),
    ("terang", USUAL),
    ("gelap", USUAL),
    ("kontras", USUAL),
    ("kontras", NARROW),
    ("gelap", WIDE),
]

PAGES = [
    "/",
    "/panduan/",
    "/panduan/nib-perseorangan/",
    "/panduan/nib-perseorangan/?keadaan=kosong",
    "/panduan/nib-perseorangan/?cetak=siapkan",
    "/panduan/nib-perseorangan/langkah/1/",
    "/panduan/nib-perseorangan/langkah/14/",
    "/panduan/nib-perseorangan/langkah/14/?bingung=1",
    "/panduan/nib-perseorangan/semua/",
    "/panduan/pilih-kbli/semua/?bingung=3&alasan=oss-error",
    "/panduan/oss-macet/",
    "/panduan/oss-macet/langkah/2/",
    "/latihan/",
    "/latihan/nib-umk-perseorangan/",
    "/latihan/nib-umk-perseorangan/?layar=masuk&gangguan=captcha",
    "/latihan/nib-umk-perseorangan/lembar-kosong/",
    "/latihan/surat-contoh/",
    "/saya/",
    "/saya/masuk/",
    "/privasi/",
    "/tidak-ada/",
    "/?q=3174012345678901",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_axe_violation_in_any_look_and_fits_each_width(phone, path):
    phone.goto(path)

    for theme, (width, height) in LOOKS:
        phone.evaluate("(theme) => { document.documentElement.dataset.tema = theme }", theme)
        phone.set_viewport_size({"width": width, "height": height})

        assert axe_violations(phone) == [], (theme, width)
        assert sideways_overflow(phone) == 0, (theme, width)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_in_indonesian_pressed_with_a_thumb_and_read_at_twice_the_size(phone, path):
    phone.goto(path)

    expect(phone.locator("html")).to_have_attribute("lang", "id")
    expect(phone.locator("h1")).to_have_count(1)
    expect(phone.locator("main")).to_have_count(1)
    assert small_targets(phone) == []
    write_twice_as_large(phone)
    assert sideways_overflow(phone) == 0


def test_reading_leaves_no_cookie(phone):
    for path in [*PAGES, "/latihan/nib-umk-perseorangan/?layar=produk"]:
        phone.goto(path)

    assert phone.context.cookies() == []


def test_the_account_of_the_first_start_opens_the_admin(desktop, site):
    sign_in_as_staff(desktop, site)

    expect(desktop.locator("h1")).to_have_text(re.compile("Tuntun"))
