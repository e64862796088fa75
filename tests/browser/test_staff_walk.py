"""Staff at a desk: they mend a step of the guide, and see where people got stuck."""

import json
import re

from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP
from tests.browser.learner import FLOW
from tests.browser.pages import axe_violations, sign_in_as_staff

REPORT = "/admin/laporan/titik-macet/"


def test_a_step_that_staff_rename_and_publish_shows_its_new_title_under_its_old_key(open_page, own_site):
    page = open_page(own_site, DESKTOP)
    sign_in_as_staff(page, own_site)

    page.goto("/admin/pages/search/?q=Membuat+NIB")
    page.get_by_role("link", name="Membuat NIB usaha perseorangan", exact=True).click()
    page.get_by_role("tab", name="Langkah").click()
    title = page.locator('[name="steps-2-title"]')
    expect(title).to_have_value("Daftar dengan NIK dan email")
    title.fill("Buat akun OSS dengan NIK")
    _publish(page)

    page.goto("/panduan/nib-perseorangan/langkah/3/")
    expect(page.locator("h1")).to_have_text("Buat akun OSS dengan NIK")
    expect(page.locator("[data-step]")).to_have_attribute("data-step", "daftar")


def test_the_report_names_the_screen_where_people_got_stuck_and_leads_to_its_step(open_page, own_site):
    own_site.manage("shell", "-c", "from tests.browser.crowd import practise; practise()")
    page = open_page(own_site, DESKTOP, bypass_csp=True)
    sign_in_as_staff(page, own_site)

    page.goto(REPORT)

    expect(page.locator(".ringkas")).to_contain_text("Perbaiki langkah 3 dulu: Buat kata sandi.")
    first = page.locator(".peringkat > li").first
    expect(first.locator("h3")).to_contain_text("Buat kata sandi")
    expect(first).to_contain_text("20 dari 30 orang berhenti")
    expect(first).to_contain_text("20 orang")
    steps = json.loads(own_site.manage("stuck", "--json", "--activity", f"flow/{FLOW}"))["activities"][0]["steps"]
    worst = next(step for step in steps if step["rank"] == 1)
    assert (worst["id"], worst["flag"], worst["entered"], worst["lost"]) == ("kata-sandi", "stuck", 30, 20)
    assert worst["top_errors"][0] == {"field": "kata_sandi", "code": "password.length", "people": 20}

    for summary in page.locator("main summary").all():
        summary.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page, within="main") == [], scheme

    expect(first.get_by_role("link", name=re.compile("Ubah layar latihan"))).to_have_count(1)
    first.get_by_role("link", name=re.compile("Ubah langkah panduan.*“Buat kata sandi”")).click()
    expect(page.locator('[name="steps-4-title"]')).to_have_value("Buat kata sandi")


def _publish(page):
    page.get_by_role("button", name="Tindakan lain").click()
    page.locator('[name="action-publish"]').click()
    expect(page.locator(".messages .success")).to_be_visible()
