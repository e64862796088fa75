import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.pages import (
    axe_violations,
    sideways_overflow,
    sign_in_as_staff,
    small_targets,
    write_twice_as_large,
)

WIDTHS = ((320, 640), (360, 740), (1280, 800))

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
    "/panduan/nib-perseorangan/semua/?bingung=3&alasan=oss-error",
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
@pytest.mark.parametrize("theme", ["terang", "gelap", "kontras"])
def test_a_page_has_no_axe_violation_and_fits_each_width(open_page, site, path, theme):
    page = open_page(site, PHONE)
    page.context.add_cookies([{"name": "tema", "value": theme, "url": site.url}])
    page.goto(path)

    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})

        assert axe_violations(page) == [], width
        assert sideways_overflow(page) == 0, width


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
