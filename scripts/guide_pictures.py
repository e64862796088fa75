"""Take the guide's pictures from our own practice screens: `make pictures`.

For each step with an `image` entry in guide.json: open its practice screen as a persona on a phone-sized page, fill in
the persona's answers, photograph the imitated portal, stamp GAMBAR TIRUAN on it, and note where each marker's target
stands (percent of the picture) in positions.json. Change a screen, run this, and every picture is true again.
"""

import io
import json
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import FloatRect, Page, sync_playwright

from scripts import chromium
from scripts.running_site import ROOT, RunningSite, prepare_data_dir

GUIDE = ROOT / "tutorials" / "starter" / "nib-perseorangan"
PICTURES = GUIDE / "pictures"
PERSONA = "sembako"
WIDTH, SCALE = 360, 2
NEAR = 220  # CSS pixels between title and first target, above which the title is left out
MARGIN = 12
BUTTON_MOST = 220  # CSS pixels; what is wider is a box
STAMP = "GAMBAR TIRUAN"
REGION_LEVELS = ("provinsi", "kabupaten", "kecamatan", "kelurahan")


def main() -> None:
    guide = json.loads((GUIDE / "guide.json").read_text(encoding="utf-8"))
    PICTURES.mkdir(exist_ok=True)
    positions: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        prepare_data_dir(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        with RunningSite(Path(folder)) as site:
            for step in guide["steps"]:
                if step["image"]:
                    page = browser.new_page(
                        viewport={"width": WIDTH, "height": 740}, device_scale_factor=SCALE, bypass_csp=True
                    )
                    positions[step["image"]["file"]] = _photograph(page, site, step)
                    page.close()
        browser.close()
    (PICTURES / "positions.json").write_text(json.dumps(positions, indent=1) + "\n", encoding="utf-8")


def _photograph(page: Page, site: RunningSite, step: dict) -> list[tuple[float, float]]:
    """Take one step's picture; return (x, y) in percent for each of its markers."""
    flow, screen = step["screen"].split(":")
    page.goto(f"{site.url}/latihan/{flow}/?layar={screen}")
    page.locator(f'input[name=persona][value="{PERSONA}"]').check()
    page.locator('[data-action="mulai"]').click()
    answers = json.loads(site.manage("flow_answers", flow, PERSONA, "--json"))["screens"]
    _fill(page, next(each["fields"] for each in answers if each["screen"] == screen))
    # The sticky ribbon would lie over the picture; the stamp below says what it is.
    page.add_style_tag(content=".simulasi{position:static!important}.navi{display:none!important}")
    boxes = [_box(page, marker["target"]) for marker in step["image"]["markers"]]
    clip = _clip(_box(page, ".bingkai"), _box(page, "#layar h1"), boxes)
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip)))
    _stamp(picture).save(PICTURES / step["image"]["file"], optimize=True)
    print(f"{step['image']['file']}: {picture.width} × {picture.height}")
    return [_spot(box, clip) for box in boxes]


def _box(page: Page, target: str) -> FloatRect:
    box = page.locator(target).first.bounding_box()
    if box is None:
        raise SystemExit(f"{target} tidak ada di layar ini")
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


def _spot(box: FloatRect, clip: FloatRect) -> tuple[float, float]:
    """The upper right corner of a box, or the space right of a button: a number hides nothing that is read."""
    beside = 22 if box["width"] < BUTTON_MOST else -26
    x = (box["x"] + box["width"] + beside - clip["x"]) / clip["width"] * 100
    y = (box["y"] + min(box["height"], 40) / 2 - clip["y"]) / clip["height"] * 100
    return round(x, 1), round(y, 1)


def _fill(page: Page, fields: dict[str, object]) -> None:
    """The plain boxes only: what a picture needs to look used."""
    for name, value in fields.items():
        control = page.locator(f'#layar [name="{name}"]')
        kind = control.first.evaluate("each => each.tagName === 'INPUT' ? each.type : each.tagName.toLowerCase()")
        if kind == "radio":
            page.locator(f'#layar [name="{name}"][value="{value}"]').check()
        elif kind == "checkbox":
            control.check()
        elif kind == "select" and name not in REGION_LEVELS:
            control.select_option(str(value))
        elif kind in ("text", "textarea") and value != "@kode":
            control.fill(str(value))
    if page.locator(".peta").count():
        page.locator('[data-action="cari"]').click()  # the pin stands where the point is known
        page.locator(".peta-pin").wait_for()
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")


def _clip(portal: FloatRect, heading: FloatRect, boxes: list[FloatRect]) -> FloatRect:
    """The part of the page that shows every target whole, with the screen's title when that is near."""
    first = min(box["y"] for box in boxes)
    top = heading["y"] - MARGIN if first - heading["y"] < NEAR else first - MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    return {"x": 0, "y": max(portal["y"], top), "width": WIDTH, "height": bottom - max(portal["y"], top)}


def _stamp(picture: Image.Image) -> Image.Image:
    """GAMBAR TIRUAN in the pixels too, so that a picture sent on by chat still says it.

    It stands where the page lays its own plate, at the left bottom.
    """
    marked = picture.convert("RGB")
    draw = ImageDraw.Draw(marked)
    font = ImageFont.load_default(size=11 * SCALE)
    left, top, right, bottom = draw.textbbox((0, 0), STAMP, font=font)
    width, height = right - left + 16, bottom - top + 12
    at = (0, marked.height - height)
    draw.rectangle((*at, width, marked.height), fill="#a11812")
    draw.text((at[0] + 8, at[1] + 6 - top), STAMP, fill="#fff", font=font)
    return marked.quantize(64)


if __name__ == "__main__":
    main()
