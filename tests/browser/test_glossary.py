"""A word explained at the bottom of the screen, by the browser alone: it opens with one tap and closes with one."""

from playwright.sync_api import expect

from tests.browser.pages import axe_violations, sideways_overflow

STEP = "/panduan/nib-perseorangan/langkah/3/"


def test_a_word_is_explained_with_one_tap_and_closed_with_one_without_scripts(phone_without_scripts):
    page = phone_without_scripts
    page.goto(STEP)
    word = page.locator("#asal-nik")
    meaning = page.locator("#istilah-nik")
    expect(meaning).to_be_hidden()

    word.click()
    expect(meaning).to_be_in_viewport(ratio=1)
    meaning.get_by_role("link", name="Tutup").click()

    expect(meaning).to_be_hidden()
    expect(word).to_be_in_viewport()


def test_the_keyboard_follows_to_the_explanation_and_back_to_the_word(phone):
    phone.goto(STEP)

    phone.locator("#asal-nik").press("Enter")
    expect(phone.locator("#istilah-nik")).to_be_focused()
    assert axe_violations(phone) == []
    assert sideways_overflow(phone) == 0
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")

    expect(phone.locator("#asal-nik")).to_be_focused()
    expect(phone.locator("#istilah-nik")).to_be_hidden()


def test_the_back_button_closes_an_explanation(phone):
    phone.goto(STEP)
    phone.locator("#asal-nik").click()
    expect(phone.locator("#istilah-nik")).to_be_visible()

    phone.go_back()

    expect(phone.locator("#istilah-nik")).to_be_hidden()
