"""Take the pictures of docs/editors.md from a site of their own, as staff meet it. Part of `make pictures`.

`python -m scripts.editor_pictures NAME …` keeps only those pictures; the screens are walked through all the same,
because what one shows was often written on another.
"""

import io
import re
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from scripts import chromium
from scripts.running_site import ROOT, RunningSite, prepare_data_dir

FOLDER = ROOT / "docs" / "gambar"
LAPTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=360, height=740)
# Readers at a laptop are shown another picture than those with a phone.
ANDROID = "Mozilla/5.0 (Linux; Android 12; SM-A042F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
MOST_BYTES = 60_000
QUALITIES = range(80, 20, -10)
MOST_MILLISECONDS = 90_000  # the form of a guide is large; a busy machine takes its time
GUIDE, STEP = "pilih-kbli", 4
HASTY = "Klik kotak cari lalu tulis usaha Anda dengan kata sehari-hari yang dipakai orang di pasar supaya ketemu."


def main() -> None:
    asked = set(sys.argv[1:])
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        prepare_data_dir(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        with RunningSite(Path(folder)) as site:
            Walk(browser, site, asked).all()
        browser.close()


class Walk:
    """One member of staff at a laptop and with a phone, signed in on both."""

    def __init__(self, browser: Browser, site: RunningSite, asked: set[str]) -> None:
        self.asked = asked
        self.laptop = browser.new_page(viewport=LAPTOP, base_url=site.url)
        self.phone = browser.new_page(viewport=PHONE, base_url=site.url, user_agent=ANDROID)
        for page in (self.laptop, self.phone):
            page.set_default_timeout(MOST_MILLISECONDS)
            _sign_in(page, site)

    def all(self) -> None:
        self.phone_mends_a_step()
        self.list_of_guides()
        self.form_of_a_guide()
        self.rows_of_a_guide()
        self.approval()
        self.comparison_and_preview()
        self.shared_words()

    def phone_mends_a_step(self) -> None:
        self.phone.goto(f"/panduan/{GUIDE}/langkah/{STEP}/")
        self.phone.get_by_role("link", name="Perbaiki langkah ini").click()
        self.mend_url = self.phone.url
        self.keep(self.phone, "perbaiki")
        self.phone.get_by_label("Isi", exact=True).fill(f"1. {HASTY}")
        self.phone.get_by_label("Yang seharusnya terlihat sekarang").fill("")
        self.phone.locator("[data-action=draf]").click()
        self.phone.wait_for_load_state()

    @property
    def guide(self) -> str:
        """The address under which the admin has what belongs to this guide."""
        found = re.search(r"/admin/panduan/\d+/", self.mend_url)
        assert found is not None
        return found[0]

    @property
    def form(self) -> str:
        return self.guide.replace("panduan", "pages") + "edit/"

    def list_of_guides(self) -> None:
        self.laptop.goto("/admin/pages/")
        self.laptop.goto(self._children_of("Beranda"))
        self.laptop.goto(self._children_of("Panduan"))
        self.keep(self.laptop, "daftar")

    def _children_of(self, title: str) -> str:
        """The address that lists what lies below a page of the list shown now."""
        row = self.laptop.locator("main tr", has=self.laptop.get_by_role("link", name=title, exact=True))
        return row.locator('a[href^="/admin/pages/"]:not([href*="edit"])').last.get_attribute("href") or ""

    def form_of_a_guide(self) -> None:
        page = self.laptop
        page.goto(self.form)
        self.keep(page, "pemeriksaan")
        page.get_by_role("button", name="Tindakan lain").last.click()
        self.keep(page, "tindakan")
        page.keyboard.press("Escape")
        _to(page, "#id_questions-0-sentence")
        self.keep(page, "pertanyaan")
        page.locator("[data-side-panel-toggle=status]").click()
        self.keep(page, "jadwal")
        page.locator("[data-side-panel-toggle=status]").click()  # the admin remembers what is open

    def rows_of_a_guide(self) -> None:
        page = self.laptop
        page.goto(self.form)
        page.get_by_role("tab", name="Langkah").click()
        self.keep(page, "langkah")
        _to(page, f"#id_steps-{STEP - 1}-image_alt")
        self.keep(page, "gambar")

    def approval(self) -> None:
        page = self.laptop
        page.goto(f"{self.guide}tautan/")
        page.get_by_label("Untuk siapa").fill("Bu Ratna")
        page.get_by_label("7 hari").check()
        self.keep(page, "tautan")
        page.get_by_role("button", name="Buat tautan").click()
        link = re.search(r"https?://\S+/tinjau/\S+", page.get_by_label("Pesan untuk disalin").input_value())
        assert link is not None
        self.phone.goto(link[0])
        self.phone.locator("#putusan").scroll_into_view_if_needed()
        self.phone.evaluate("document.querySelector('#putusan').scrollIntoView()")
        self.keep(self.phone, "tinjau")

    def comparison_and_preview(self) -> None:
        self.laptop.goto(f"{self.guide}banding/")
        self.keep(self.laptop, "banding")
        self.laptop.goto(f"{self.guide}pratinjau-hp/?mode={STEP}&jaringan=3g-lemah")
        self.keep(self.laptop, "pratinjau")

    def shared_words(self) -> None:
        self.laptop.goto("/admin/kendala/add/")
        self.keep(self.laptop, "kendala")

    def keep(self, page: Page, name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(400)  # what slides in has arrived
        if not self.asked or name in self.asked:
            target = FOLDER / f"editor-{name}.webp"
            target.write_bytes(_webp(page.screenshot()))
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")


def _sign_in(page: Page, site: RunningSite) -> None:
    name, password = site.staff_account()
    page.goto("/admin/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/admin/")


def _to(page: Page, target: str) -> None:
    """Bring a place to the middle: bars stay at the top and at the bottom of the window."""
    page.locator(target).evaluate("place => place.scrollIntoView({block: 'center'})")


def _webp(shot: bytes) -> bytes:
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    for quality in QUALITIES:
        data = io.BytesIO()
        picture.save(data, "WEBP", quality=quality, method=6)
        if data.tell() <= MOST_BYTES:
            break
    return data.getvalue()


if __name__ == "__main__":
    main()
