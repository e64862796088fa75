"""The guide's form in the admin: what only a browser can show of it."""

import json
import sqlite3

from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP
from tests.browser.pages import sign_in_as_staff


def test_a_fault_is_ticked_in_a_list_that_is_fetched_when_opened(open_page, own_site):
    page = open_page(own_site, DESKTOP)
    sign_in_as_staff(page, own_site)
    page.goto(f"/admin/pages/{_guide_id(own_site)}/edit/#tab-langkah")
    ticks = page.locator('details[data-nama="steps-1-faults"]')
    expect(ticks.locator("input")).to_have_count(0)

    ticks.locator("summary").click()
    ticks.locator('input[value="hang"]').check()

    expect(ticks.locator("summary")).not_to_have_text("Belum ada yang dipilih")
    page.get_by_role("button", name="Simpan draf").click()
    expect(page.locator('details[data-nama="steps-1-faults"] input[value="hang"]')).to_be_checked()
    assert _faults_in_draft(own_site, step=1) == ["hang"]


def _guide_id(site):
    return _one(site, "select page_ptr_id from tutorials_guidepage where key = 'nib-perseorangan'")


def _faults_in_draft(site, *, step):
    content = _one(site, "select content from wagtailcore_revision order by id desc limit 1")
    return json.loads(content)["steps"][step]["faults"]


def _one(site, query):
    with sqlite3.connect(site.data_dir / "db.sqlite3") as database:
        return database.execute(query).fetchone()[0]
