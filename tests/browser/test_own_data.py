"""What a learner does with their own data: on another phone, on a shared one, for good. No script is needed."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.pages import axe_violations, sideways_overflow

STEP = "/panduan/nib-perseorangan/langkah"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_progress_goes_to_another_phone_and_is_joined_with_what_is_there(open_page, site, scripts):
    first, second = (open_page(site, PHONE, java_script_enabled=scripts) for _ in range(2))
    mark(first, 1)
    mark(second, 2)
    code = shown_code(first)

    second.goto("/saya/")
    second.get_by_role("link", name="Saya punya kode dari HP lain").click()
    second.get_by_label("Kode pindah").fill(code.lower().replace("-", " "))
    second.locator('[data-action="pakai-kode"]').click()
    second.get_by_role("button", name="Punya saya juga. Gabungkan.").click()

    expect(second.get_by_role("status")).to_contain_text("Kemajuan sudah digabung.")
    expect(second.locator("main")).to_contain_text("2 dari 23 langkah sudah.")
    assert code not in second.url


def test_a_code_that_does_not_fit_is_told_at_its_box(phone_without_scripts):
    page = phone_without_scripts
    page.goto("/saya/masuk/")
    page.get_by_label("Kode pindah").fill("H7KM-3QW0")
    page.locator('[data-action="pakai-kode"]').click()

    expect(page.locator('[data-error="code.unknown"]')).to_be_visible()
    expect(page.get_by_label("Kode pindah")).to_have_attribute("aria-invalid", "true")


def test_ones_data_is_handed_over_as_a_file_and_erased_after_a_question(phone):
    mark(phone, 1)
    phone.goto("/saya/")
    with phone.expect_download() as waiting:
        phone.get_by_role("link", name="Ambil data saya").click()
    data = json.loads(waiting.value.path().read_text())

    phone.get_by_role("link", name="Hapus data saya").click()
    phone.locator('[data-action="hapus"]').click()

    assert waiting.value.suggested_filename == "data-saya-tuntun.json"
    assert [mark["langkah"] for mark in data["langkah_sudah"]] == ["kenapa-nib"]
    expect(phone.get_by_role("status")).to_contain_text("Data Anda sudah dihapus.")
    assert "belajar" not in {cookie["name"] for cookie in phone.context.cookies()}


def test_a_shared_phone_is_left_with_two_presses(phone_without_scripts):
    page = phone_without_scripts
    mark(page, 1)
    page.goto("/saya/")

    page.get_by_role("link", name="Bukan saya").click()
    page.locator('[data-action="bukan-saya"]').click()

    expect(page.get_by_role("status")).to_contain_text("HP ini sudah dilepas.")
    expect(page.locator("main")).to_contain_text("Anda belum mulai.")


def test_who_refuses_to_be_recorded_loses_nothing(phone_without_scripts):
    page = phone_without_scripts
    page.goto("/privasi/")
    page.locator('[data-action="jangan-catat"]').click()
    expect(page.locator("main")).to_contain_text("Di HP ini, kami tidak mencatat lagi.")

    mark(page, 1)

    page.goto("/saya/")
    expect(page.locator("main")).to_contain_text("1 dari 23 langkah sudah.")
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Terakhir Anda sampai di sini")


@pytest.mark.parametrize("theme", ["terang", "gelap", "kontras"])
def test_every_page_about_ones_data_is_sound_in_every_look(open_page, site, theme):
    page = open_page(site, PHONE, bypass_csp=True)
    page.context.add_cookies([{"name": "tema", "value": theme, "url": site.url}])
    mark(page, 1)
    shown_code(page)
    _expect_sound(page)

    for path in ("/saya/", "/saya/masuk/", "/saya/bukan-saya/", "/saya/hapus/", "/privasi/"):
        page.goto(path)
        _expect_sound(page)


def mark(page, step):
    page.goto(f"{STEP}/{step}/")
    key = page.locator("[data-step]").get_attribute("data-step")
    page.locator('[data-action="sudah"]').click()
    expect(page.locator("[data-step]")).not_to_have_attribute("data-step", key)


def shown_code(page):
    page.goto("/saya/")
    page.locator('[data-action="kode"]').click()
    return page.locator("[data-kode-pindah]").inner_text()


def _expect_sound(page):
    assert axe_violations(page) == []
    assert sideways_overflow(page) == 0
