"""Take the README's picture of the product: four phone screens side by side. Part of `make pictures`."""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from scripts import chromium
from scripts.running_site import ROOT, RunningSite, prepare_data_dir

TARGET = ROOT / "docs" / "gambar" / "beranda.png"
PHONE = ViewportSize(width=360, height=740)
GAP = 24
GROUND = "#c3d5cb"


def main() -> None:
    TARGET.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        prepare_data_dir(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        with RunningSite(Path(folder)) as site:
            page = browser.new_page(viewport=PHONE, base_url=site.url, bypass_csp=True)
            shots = [_shot(page, address) for address in ("/", "/panduan/nib-perseorangan/langkah/12/")]
            page.goto("/latihan/nib-umk-perseorangan/?layar=kegiatan")
            page.locator('[data-action="mulai"]').click()
            page.locator('[name="kbli"]').fill("gorengan")
            page.locator('[data-action="cari"]').click()
            page.locator('[name="kbli-pilih"]').first.wait_for()
            page.locator(".bingkai").evaluate("frame => window.scrollTo(0, frame.offsetTop - 70)")
            shots.append(_photo(page))
            page.goto("/latihan/nib-umk-perseorangan/?layar=dasbor&gangguan=logout")
            page.locator('[data-action="mulai"]').click()
            page.locator("#gangguan").wait_for()
            shots.append(_photo(page))
        browser.close()
    _side_by_side(shots).quantize(128).save(TARGET, optimize=True)
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes")


def _shot(page: Page, address: str) -> Image.Image:
    page.goto(address)
    return _photo(page)


def _photo(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _side_by_side(shots: list[Image.Image]) -> Image.Image:
    width = sum(shot.width for shot in shots) + GAP * (len(shots) + 1)
    sheet = Image.new("RGB", (width, shots[0].height + 2 * GAP), GROUND)
    x = GAP
    for shot in shots:
        sheet.paste(shot, (x, GAP))
        x += shot.width + GAP
    return sheet


if __name__ == "__main__":
    main()
