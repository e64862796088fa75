"""A step of the guide in the browser: marks, a lost connection, the look, sizes."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.learner import Learner
from tests.browser.pages import axe_violations, sideways_overflow

STEP = "/panduan/nib-perseorangan/langkah/{}/"
NOT_SENT = "Belum terkirim. Tunggu sebentar, lalu tekan tombolnya lagi."


def test_a_look_chosen_after_a_press_stays_at_the_step_now_shown(phone):
    phone.goto(STEP.format(1))
    phone.locator('[data-action="sudah"]').click()
    expect(phone.locator('[data-step="siapkan-data"]')).to_be_visible()

    phone.locator('button[name="tema"][value="gelap"]').click()

    expect(phone.locator("html")).to_have_attribute("data-tema", "gelap")
    expect(phone.locator('[data-step="siapkan-data"]')).to_be_visible()
    assert phone.url.endswith(STEP.format(2))


def test_a_look_chosen_in_practice_stays_at_the_screen_now_shown(open_page, site):
    page = open_page(site, PHONE)
    learner = Learner(page)
    learner.start("sembako", at="tata-ruang")
    page.locator('#layar input[type="checkbox"]').first.check()
    learner.send()
    learner.expect_screen("data-usaha")

    page.locator('button[name="tema"][value="gelap"]').click()

    expect(page.locator("html")).to_have_attribute("data-tema", "gelap")
    learner.expect_screen("data-usaha")


@pytest.mark.parametrize("action", ["sudah", "bingung"])
def test_a_press_without_a_connection_says_so_and_works_once_it_is_back(phone, action):
    phone.goto(STEP.format(1))
    phone.context.set_offline(True)

    phone.locator(f'[data-action="{action}"]').click()

    expect(phone.get_by_text(NOT_SENT)).to_be_in_viewport()
    assert axe_violations(phone) == []
    assert sideways_overflow(phone) == 0
    phone.context.set_offline(False)
    phone.locator(f'[data-action="{action}"]').click()
    expect(phone.locator('[data-step="siapkan-data"], #bingung h2').first).to_be_visible()
    expect(phone.get_by_text("terkirim")).to_have_count(0)


def test_a_reason_that_was_not_sent_says_so_beside_the_reasons(phone):
    phone.goto(STEP.format(3))
    phone.locator('[data-action="bingung"]').click()
    reason = phone.locator('#bingung button[value="oss-error"]')
    expect(reason).to_be_visible()
    phone.context.set_offline(True)

    reason.click()

    expect(phone.locator("#bingung").get_by_text(NOT_SENT)).to_be_visible()


def test_a_press_that_the_server_refuses_is_told_as_well(phone):
    phone.goto(STEP.format(1))
    phone.route("**/tanda/", lambda route: route.fulfill(status=429, body="sibuk"))

    phone.locator('[data-action="sudah"]').click()

    expect(phone.get_by_text(NOT_SENT)).to_be_visible()
    expect(phone.locator('[data-step="kenapa-nib"]')).to_be_visible()


def test_practice_without_a_connection_says_that_nothing_typed_is_lost(open_page, site):
    page = open_page(site, PHONE)
    learner = Learner(page)
    learner.start("sembako")
    page.locator('#layar [name="nik"]').fill("9901")
    page.context.set_offline(True)

    learner.send()

    expect(page.locator("#layar")).to_contain_text("Belum terkirim. Isian Anda masih ada di sini.")
    expect(page.locator('#layar [name="nik"]')).to_have_value("9901")


def test_the_links_to_the_other_steps_are_large_enough_for_a_thumb(phone):
    phone.goto(STEP.format(3))

    heights = [link.bounding_box()["height"] for link in phone.locator('nav[aria-label="Langkah lain"] a').all()]

    assert len(heights) == 2
    assert min(heights) >= 48


@pytest.mark.parametrize(
    ("theme", "colour"),
    [("terang", "rgb(58, 76, 70)"), ("gelap", "rgb(188, 205, 197)"), ("kontras", "rgb(0, 0, 0)")],
)
def test_what_stands_in_an_empty_box_is_legible(open_page, site, theme, colour):
    page = open_page(site, PHONE)
    page.context.add_cookies([{"name": "tema", "value": theme, "url": site.url}])
    Learner(page).start("sembako")
    box = page.locator("#layar input[placeholder]").first

    shown = box.evaluate("each => { const s = getComputedStyle(each, '::placeholder'); return [s.color, s.opacity] }")

    assert shown == [colour, "1"]
