"""Take the guides' pictures from our own practice screens: `make pictures`.

For each `image` and `desktop_image` in a guide.json: open the practice screen as a persona, on a phone or a laptop,
fill in the persona's answers, photograph the imitated portal, stamp GAMBAR TIRUAN on it, and note where each marker's
target stands (percent of the picture) in positions.json. Change a screen, run this, and every picture is true again.

`python -m scripts.guide_pictures SLUG …` takes only those guides' pictures; `SLUG/FILE` only that one.

Beside "file", "alt" and "markers" an entry may have
"screen"   "flow:screen", where it is not the step's own
"persona"  the id of a persona, where it is not "sembako"
"fault"    the kind of a fault of that screen: it is met, and photographed
"page"     a root-relative address of our site instead of a practice screen, e.g. "/latihan/"
"fill"     {name: text}: what to type instead of the persona's answers ("" leaves a box empty)
"press"    CSS targets to press then, one after the other
"after"    true: the screen is sent, and what comes next is photographed
"show"     CSS targets without a number that the picture must contain too
"frame"    a CSS target: that whole part of the page is the picture; else it is as long as its markers need
"""

import io
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from scripts import chromium
from scripts.picture_cutting import LAPTOP, PHONE, Device, clip, spot, stamp
from scripts.running_site import ROOT, RunningSite, prepare_data_dir

GUIDES = ROOT / "tutorials" / "starter"
DEVICES = {"image": PHONE, "desktop_image": LAPTOP}
PERSONA = "sembako"
FRAMES = (".bingkai .panel", ".surat", "main")  # the first that there is
REGION_LEVELS = ("provinsi", "kabupaten", "kecamatan", "kelurahan")
# The sticky ribbon would lie over the picture; the stamp says what it is. The buttons for help are not the portal's.
QUIET = """.simulasi{position:static!important}.navi,[data-action=bantuan],[data-action=panduan]{display:none!important}
*{animation:none!important;transition:none!important}"""
SEND = """([form, values]) => {
  for (const [name, value] of Object.entries(values)) {
    form.querySelectorAll(`[name="${name}"]`).forEach(each => each.removeAttribute("name"));
    for (const one of [value].flat()) {
      const box = document.createElement("input");
      [box.type, box.name, box.value] = ["hidden", name, one === true ? "on" : one];
      form.append(box);
    }
  }
  const press = document.createElement("input");
  [press.type, press.name, press.value] = ["hidden", "aksi", "lanjut"];
  form.append(press);
  HTMLFormElement.prototype.submit.call(form);
}"""
Spots = list[tuple[float, float]]


@dataclass(frozen=True)
class Wish:
    """One picture that a guide names."""

    entry: dict
    device: Device
    screen: str  # "flow:screen", "" for a page by its address

    @property
    def persona(self) -> str:
        return self.entry.get("persona", PERSONA)


def main() -> None:
    asked = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        prepare_data_dir(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        with RunningSite(Path(folder)) as site:
            studio = Studio(browser, site)
            for path in sorted(GUIDES.glob("*/guide.json")):
                wishes = list(wishes_of(json.loads(path.read_text(encoding="utf-8"))))
                _take(studio, path.parent, wishes, asked)
        browser.close()


def wishes_of(guide: dict) -> Iterator[Wish]:
    for step in guide["steps"]:
        for field, device in DEVICES.items():
            if entry := step.get(field):
                yield Wish(entry, device, "" if "page" in entry else entry.get("screen") or step["screen"])


def _take(studio: "Studio", guide: Path, wishes: list[Wish], asked: list[str]) -> None:
    """Take the pictures that were asked for; keep the places of the others."""
    folder = guide / "pictures"
    noted, taken = folder / "positions.json", False
    places: dict[str, Spots] = json.loads(noted.read_text()) if noted.exists() else {}
    for wish in wishes:
        file = wish.entry["file"]
        if not asked or guide.name in asked or f"{guide.name}/{file}" in asked:
            folder.mkdir(exist_ok=True)
            taken = True
            picture, places[file] = studio.photograph(wish)
            picture.save(folder / file, optimize=True)
            print(f"{guide.name}/{file}: {picture.width} × {picture.height}")
    if taken:
        kept = {wish.entry["file"]: places[wish.entry["file"]] for wish in wishes if wish.entry["file"] in places}
        noted.write_text(_one_a_line(kept), encoding="utf-8")


def _one_a_line(places: dict[str, Spots]) -> str:
    lines = [f" {json.dumps(file)}: {json.dumps(spots)}" for file, spots in places.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


class Studio:
    """The site and the browser; answers are asked for once for each flow and persona."""

    def __init__(self, browser: Browser, site: RunningSite) -> None:
        self.browser, self.site = browser, site
        self._answers: dict[tuple[str, str], dict[str, dict[str, object]]] = {}

    def photograph(self, wish: Wish) -> tuple[Image.Image, Spots]:
        """The stamped picture, and (x, y) in percent for each of its markers."""
        device = wish.device
        page = self.browser.new_page(
            viewport={"width": device.width, "height": device.height}, device_scale_factor=device.scale, bypass_csp=True
        )
        try:
            self._arrange(page, wish)
            page.add_style_tag(content=QUIET)
            page.evaluate("document.activeElement.blur()")  # a box that asks when it is left asks now
            _wait_for_targets(page, wish)
            page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
            boxes = [_box(page, marker["target"]) for marker in wish.entry["markers"]]
            cut = _cut(page, wish, [*boxes, *(_box(page, target) for target in wish.entry.get("show", []))])
            picture = stamp(Image.open(io.BytesIO(page.screenshot(full_page=True, clip=cut))))
            return picture, [spot(device, box, cut) for box in boxes]
        finally:
            page.context.close()

    def _arrange(self, page: Page, wish: Wish) -> None:
        """Bring the page to what is to be seen."""
        if not wish.screen:
            page.goto(f"{self.site.url}{wish.entry['page']}")
            return
        flow, screen = wish.screen.split(":")
        fault = wish.entry.get("fault", "")
        page.goto(f"{self.site.url}/latihan/{flow}/?layar={screen}{f'&gangguan={fault}' if fault else ''}")
        page.locator(f'input[name=persona][value="{wish.persona}"]').check()
        page.locator('[data-action="mulai"]').click()
        answers = self._answers_of(flow, wish.persona).get(screen, {}) | wish.entry.get("fill", {})
        if fault or wish.entry.get("after"):
            if not page.locator("[data-fault]").count():
                _send(page, answers)
        else:
            _fill(page, answers)
        for target in wish.entry.get("press", []):
            page.locator(target).first.click()
            page.wait_for_load_state("networkidle")

    def _answers_of(self, flow: str, persona: str) -> dict[str, dict[str, object]]:
        if (flow, persona) not in self._answers:
            told = json.loads(self.site.manage("flow_answers", flow, persona, "--json"))["screens"]
            self._answers[flow, persona] = {each["screen"]: each["fields"] for each in told}
        return self._answers[flow, persona]


def _cut(page: Page, wish: Wish, boxes: list[FloatRect]) -> FloatRect:
    named = wish.entry.get("frame")
    frame = _box(page, named or next(each for each in FRAMES if page.locator(each).count()))
    heading = _box(page, "#layar h1") if page.locator("#layar h1").count() else None
    return clip(wish.device, frame, heading, [] if named else boxes)


def _wait_for_targets(page: Page, wish: Wish) -> None:
    """What was pressed may still be on its way, and moves the page when it comes."""
    for marker in wish.entry["markers"]:
        with suppress(PlaywrightError):  # one that never comes is told of where its place is asked for
            page.locator(marker["target"]).first.wait_for(state="attached", timeout=10_000)


def _box(page: Page, target: str) -> FloatRect:
    """The first of the target's places that can be seen."""
    for each in page.locator(target).all():
        if box := each.bounding_box():
            return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}
    raise SystemExit(f"{target} tidak ada di layar ini: {page.url}")


def _send(page: Page, answers: dict[str, object]) -> None:
    """Send the whole screen, whatever its boxes look like, and wait for what comes next."""
    code = page.locator("[data-kode]").last.get_attribute("data-kode") if "@kode" in answers.values() else ""
    values = {name: code if value == "@kode" else value for name, value in answers.items()}
    with page.expect_navigation():
        page.locator("#layar").evaluate(f"(form, values) => ({SEND})([form, values])", values)


def _fill(page: Page, fields: dict[str, object]) -> None:
    """The plain boxes only: what a picture needs to look used."""
    for name, value in fields.items():
        control = page.locator(f'#layar [name="{name}"]')
        if not control.count():
            continue  # asked for once another box is filled
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


if __name__ == "__main__":
    main()
