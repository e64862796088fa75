"""Somebody without an account is sent a link, reads the draft on a phone without scripts, and approves it."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.pages import axe_violations, sideways_overflow, sign_in_as_staff

GUIDE = "/panduan/oss-macet/"
SENTENCE = "Tarik napas dulu, lalu baca."
MAKE_DRAFT = f"""
from tutorials.models import GuidePage
draft = GuidePage.objects.get(slug="oss-macet").get_latest_revision_as_object()
draft.introduction = {SENTENCE!r}
draft.save_revision()
print(draft.pk)
"""


def test_a_draft_is_approved_on_a_phone_by_somebody_without_an_account(open_page, own_site):
    number = own_site.manage("shell", "-v0", "-c", MAKE_DRAFT).strip()
    staff = open_page(own_site, DESKTOP, bypass_csp=True)
    sign_in_as_staff(staff, own_site)
    staff.goto(f"/admin/panduan/{number}/tautan/")
    staff.get_by_label("Untuk siapa").fill("Bu Sari")
    staff.get_by_role("button", name="Buat tautan").click()
    (address,) = set(re.findall(r"/tinjau/[\w-]+/", staff.get_by_label("Pesan untuk disalin").input_value()))
    assert axe_violations(staff, within="main") == []
    staff.goto(f"/admin/panduan/{number}/banding/")
    assert axe_violations(staff, within="main") == []

    looking = open_page(own_site, PHONE, bypass_csp=True)
    looking.goto(address)
    for scheme in ("light", "dark"):
        looking.emulate_media(color_scheme=scheme)
        assert axe_violations(looking) == []
    assert sideways_overflow(looking) == 0

    reviewer = open_page(own_site, PHONE, java_script_enabled=False)
    reviewer.goto(address)
    expect(reviewer.locator("#beda-depan ins").first).to_contain_text("Tarik napas dulu")
    reviewer.locator(".langkah a").first.click()
    reviewer.get_by_role("button", name="Sudah").click()
    expect(reviewer.get_by_text("Langkah 2 dari")).to_be_visible()
    reviewer.get_by_role("link", name="Kembali ke tinjauan").click()
    reviewer.get_by_role("button", name="Setujui").click()
    expect(reviewer.get_by_role("alert")).to_contain_text("Buka dulu tiap langkahnya di HP")
    reviewer.get_by_label("Sudah saya coba di HP").check()
    reviewer.get_by_role("button", name="Setujui").click()
    expect(reviewer.get_by_role("heading", level=1)).to_have_text("Terima kasih, jawaban sudah masuk")
    reviewer.goto(GUIDE)
    expect(reviewer.locator("main")).to_contain_text(SENTENCE)
