"""A learner at the browser: starts practice, fills screens, makes mistakes."""

import json
from functools import cache

from playwright.sync_api import Page, expect

from scripts.running_site import RunningSite

FLOW = "nib-umk-perseorangan"
REGION_LEVELS = ("provinsi", "kabupaten", "kecamatan", "kelurahan")


@cache  # a process of the site's own takes seconds to start
def _answers(site: RunningSite, persona: str) -> dict:
    return json.loads(site.manage("flow_answers", FLOW, persona, "--json"))


def right_answers(site: RunningSite, persona: str) -> list[dict]:
    """[{"screen", "fields": {name: value}}] as `flow_answers` prints them."""
    return _answers(site, persona)["screens"]


def ways_out(site: RunningSite, persona: str) -> dict[str, str]:
    """Kind of fault → the action that gets out of it, as `flow_answers` prints them."""
    return _answers(site, persona)["faults"]


class Learner:
    def __init__(self, page: Page, *, scripts: bool = True) -> None:
        self.page = page
        self.scripts = scripts

    def start(self, persona: str, *, at: str = "", mode: str = "latihan", faults: str = "tanpa") -> None:
        self.page.goto(f"/latihan/{FLOW}/" + (f"?layar={at}" if at else ""))
        self.begin(persona, mode=mode, faults=faults)

    def begin(self, persona: str, *, mode: str = "latihan", faults: str = "tanpa") -> None:
        """Send the start form that is open."""
        self.page.locator(f'#mulai input[name=persona][value="{persona}"]').check()
        self.page.locator(f'#mulai input[name=mode][value="{mode}"]').check()
        choice = self.page.locator("#mulai #gangguan")
        if not choice.is_visible():
            self.page.locator("#mulai summary").click()
        choice.select_option(faults)
        self.page.locator('#mulai [data-action="mulai"]').click()

    def get_out(self, ways: dict[str, str]) -> list[str]:
        """Out of every fault that stands in the way now, by the right action; the kinds met, in order."""
        met: list[str] = []
        self.page.locator("#layar, #gangguan, main[data-outcome]").first.wait_for()
        while self.page.locator("[data-fault]").count():
            kind = str(self.page.locator("[data-fault]").get_attribute("data-fault"))
            met.append(kind)
            self.page.locator(f'#gangguan [data-action="{ways[kind]}"]').click()
            expect(self.page.locator(f'[data-fault="{kind}"]')).to_have_count(0)
        return met

    def expect_screen(self, screen: str) -> None:
        expect(self.page.locator("main[data-screen]")).to_have_attribute("data-screen", screen)

    def fill(self, fields: dict[str, object]) -> None:
        for name, value in fields.items():
            if name not in REGION_LEVELS:
                self._fill(name, value)
        # Reloading a list shows the screen again, so the lists come last: nothing typed may get lost by it.
        for level in REGION_LEVELS:
            if level in fields:
                self._choose_region(level, str(fields[level]))

    def send(self) -> None:
        self.page.locator('#layar [data-action="lanjut"]').click()

    def errors(self) -> dict[str, str]:
        """Field → code, as shown."""
        found = self.page.locator("[data-field]:has([data-error])")
        return {
            each.get_attribute("data-field"): each.locator("[data-error]").first.get_attribute("data-error")
            for each in found.all()
        }

    def expect_error(self, field: str, code: str) -> None:
        expect(self.page.locator(f'[data-field="{field}"] [data-error="{code}"]')).to_be_visible()

    def _fill(self, name: str, value: object) -> None:
        control = self.page.locator(f'#layar [name="{name}"]')
        if value == "@kode":
            value = self.page.locator("[data-kode]").first.get_attribute("data-kode")
        kind = control.first.evaluate("each => each.tagName === 'INPUT' ? each.type : each.tagName.toLowerCase()")
        if kind == "radio":
            self.page.locator(f'#layar [name="{name}"][value="{value}"]').check()
        elif kind == "checkbox":
            control.check()
        elif kind == "select":
            control.select_option(str(value))
        else:
            control.fill(str(value))

    def _choose_region(self, level: str, code: str) -> None:
        self.page.locator(f'#layar [name="{level}"] option[value="{code}"]').wait_for(state="attached")
        self.page.locator(f'#layar [name="{level}"]').select_option(code)
        if not self.scripts and level != "kelurahan":
            self.page.locator('[data-action="muat"]').click()
