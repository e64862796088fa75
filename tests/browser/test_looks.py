"""Pages that show somebody's progress, in the looks that are easiest to get wrong."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.learner import FLOW, Learner
from tests.browser.pages import axe_violations, sideways_overflow

STEP = "/panduan/nib-perseorangan/langkah"
PAGES = ["/", "/panduan/nib-perseorangan/", f"{STEP}/1/", f"{STEP}/3/?bingung=1", "/saya/", "/latihan/"]
START = f"/latihan/{FLOW}/?layar=produk"


@pytest.mark.parametrize("theme", ["", "kontras"], ids=["dark-by-the-phone", "kontras"])
def test_no_page_of_somebody_under_way_has_an_axe_violation(open_page, site, theme):
    page = open_page(site, PHONE, color_scheme="dark", bypass_csp=True)
    if theme:
        page.context.add_cookies([{"name": "tema", "value": theme, "url": site.url}])
    learner = Learner(page)
    page.goto(f"{STEP}/1/")
    page.locator('[data-action="sudah"]').click()
    expect(page.locator("[data-step]")).to_have_attribute("data-step", "siapkan-data")
    learner.start("sembako", at="periksa")

    learner.expect_screen("periksa")
    learner.send()
    learner.expect_error("pernyataan", "required")
    _expect_sound(page)
    for path in [*PAGES, START]:
        page.goto(path)
        _expect_sound(page)

    page.get_by_role("link", name="Lanjutkan latihan").click()
    learner.expect_screen("periksa")
    learner.fill({"pernyataan": True})
    learner.send()
    learner.expect_screen("terbit")
    learner.send()
    expect(page.locator('main[data-outcome="nib"]')).to_be_visible()
    _expect_sound(page)


def _expect_sound(page):
    assert axe_violations(page) == [], page.url
    assert sideways_overflow(page) == 0, page.url
