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


VOICES = """
const said = window.said = [], voices = [{lang: "en-GB"}, {lang: LANG}];
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => voices, cancel: () => said.push("(berhenti)"), speak: (u) => said.push(u.text.trim())}});
window.SpeechSynthesisUtterance = function (text) { this.text = text };
"""
READ_ALOUD = "article > .wadah > [data-bacakan] button"


def open_with_voice(open_page, site, lang):
    page = open_page(site, PHONE)
    page.add_init_script(VOICES.replace("LANG", f'"{lang}"'))
    page.goto(STEP.format(3))
    return page


def test_a_step_is_read_aloud_from_its_title_to_what_should_be_seen(open_page, site):
    page = open_with_voice(open_page, site, "id-ID")

    page.locator(READ_ALOUD).click()

    said = page.evaluate("said.filter(each => each != '(berhenti)')")
    assert said[0] == page.locator("h1").inner_text()
    assert any("Verifikasi" in each for each in said[1:])
    assert said[-1] in page.locator("section[data-baca]").inner_text()
    assert len(said) == len(set(said))
    expect(page.locator(READ_ALOUD)).to_have_text("Berhenti")


def test_a_second_press_stops_the_voice(open_page, site):
    page = open_with_voice(open_page, site, "id_ID")
    page.locator(READ_ALOUD).click()

    page.locator(READ_ALOUD).click()

    assert page.evaluate("said.at(-1)") == "(berhenti)"
    expect(page.locator(READ_ALOUD)).to_have_text("Bacakan")


def test_the_voice_stops_at_the_next_step_which_can_be_read_too(open_page, site):
    page = open_with_voice(open_page, site, "id-ID")
    page.locator(READ_ALOUD).click()

    page.locator('[data-action="sudah"]').click()

    expect(page.locator('[data-step="kode-verifikasi"]')).to_be_visible()
    expect(page.locator(READ_ALOUD)).to_have_text("Bacakan")
    assert page.evaluate("said.at(-1)") == "(berhenti)"


def test_an_explained_word_is_read_alone(open_page, site):
    page = open_with_voice(open_page, site, "id-ID")
    page.locator('[href="#istilah-nik"]').click()

    page.locator("#istilah-nik [data-bacakan] button").click()

    said = page.evaluate("said.filter(each => each != '(berhenti)')")
    assert said[0] == "NIK"
    assert page.locator("h1").inner_text() not in said


def test_without_an_indonesian_voice_nothing_is_offered(open_page, site):
    page = open_with_voice(open_page, site, "en-US")

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(READ_ALOUD)).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_press_among_all_steps_keeps_the_reader_at_that_step(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    page.goto("/panduan/nib-perseorangan/semua/")
    step = page.locator('[data-step="kode-verifikasi"]')

    step.locator('[data-action="sudah"]').click()
    expect(step.get_by_text("Sudah Anda tandai")).to_be_in_viewport()

    step.locator('[data-action="bingung"]').click()
    expect(step.get_by_role("heading", name="Bingung di bagian mana?")).to_be_in_viewport()
    step.locator('[name="alasan"][value="oss-error"]').click()
    expect(step.get_by_role("heading", name="OSS error?")).to_be_in_viewport()
    expect(page.locator("#isi article")).to_have_count(page.locator("[data-step]").count())
    page.goto("/panduan/nib-perseorangan/semua/")
    page.get_by_role("link", name="Lanjut dari langkah 5").click()
    expect(page.locator('[data-step="kata-sandi"] h2')).to_be_in_viewport()
