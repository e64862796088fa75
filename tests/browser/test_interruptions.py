"""Two tabs, impatient fingers, a browser that keeps no cookies."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.learner import FLOW, Learner, right_answers

WITH_AND_WITHOUT = pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])


@WITH_AND_WITHOUT
def test_two_tabs_on_one_attempt_lose_nothing_and_end_at_the_same_screen(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    answers = {step["screen"]: step["fields"] for step in right_answers(site, "sembako")}
    first, second = Learner(page, scripts=scripts), Learner(page.context.new_page(), scripts=scripts)
    first.start("sembako")
    first.expect_screen("daftar")
    start_address = page.url
    second.page.goto(start_address)

    first.fill(answers["daftar"])
    first.send()
    first.expect_screen("verifikasi")
    first.fill(answers["verifikasi"])
    first.send()
    first.expect_screen("kata-sandi")
    second.fill(answers["daftar"])
    second.send()

    second.expect_screen("kata-sandi")
    second.fill(answers["kata-sandi"])
    second.send()
    second.expect_screen("data-diri")
    first.fill(answers["kata-sandi"])
    first.send()
    first.expect_screen("data-diri")
    first.page.goto(start_address)
    first.expect_screen("daftar")
    expect(first.page.locator('[name="email"]')).to_have_value(answers["daftar"]["email"])


@WITH_AND_WITHOUT
def test_a_double_click_begins_one_attempt_and_makes_one_step(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    learner = Learner(page, scripts=scripts)
    page.goto(f"/latihan/{FLOW}/?gangguan=tanpa")
    page.locator('[data-action="mulai"]').dblclick()
    learner.expect_screen("daftar")

    learner.fill(right_answers(site, "sembako")[0]["fields"])
    page.locator('#layar [data-action="lanjut"]').dblclick()

    learner.expect_screen("verifikasi")
    page.wait_for_load_state("networkidle")
    assert learner.errors() == {}
    page.goto("/saya/")
    under_way = page.locator('section[aria-labelledby="berjalan"] a')
    expect(under_way).to_have_count(1)
    expect(under_way).to_contain_text("Layar 2 dari 16: Kode verifikasi")
    expect(under_way).to_contain_text("1 layar Anda kerjakan sendiri.")


@WITH_AND_WITHOUT
def test_a_double_click_marks_one_step_of_the_guide(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    page.goto("/panduan/nib-perseorangan/langkah/1/")

    page.locator('[data-action="sudah"]').dblclick()

    expect(page.locator("[data-step]")).to_have_attribute("data-step", "siapkan-data")
    page.wait_for_load_state("networkidle")
    page.goto("/saya/")
    expect(page.get_by_text(re.compile(r"^1 dari \d+ langkah sudah\."))).to_be_visible()


def test_without_cookies_reading_works_and_practice_says_what_it_needs(open_page, site):
    page = open_page(site, PHONE)
    page.context.route("**/*", _without_cookies)

    page.goto("/panduan/nib-perseorangan/langkah/1/")
    page.locator('[data-action="sudah"]').click()
    expect(page.locator("[data-step]")).to_have_attribute("data-step", "siapkan-data")
    Learner(page).start("sembako")

    expect(page.get_by_text("izinkan cookie")).to_be_visible()
    page.get_by_role("link", name="Baca panduan").click()
    expect(page.locator("h1")).to_be_visible()
    assert page.context.cookies() == []


def _without_cookies(route):
    """Answer as a browser that refuses cookies gets it; what Playwright itself keeps of them is thrown away."""
    answer = route.fetch(max_redirects=0)
    route.request.frame.page.context.clear_cookies()
    headers = {name: value for name, value in answer.headers.items() if name != "set-cookie"}
    route.fulfill(response=answer, headers=headers)
