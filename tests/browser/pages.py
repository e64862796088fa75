"""What browser tests ask of a page, whichever page it is."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

from scripts.running_site import RunningSite

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LOOK = "(part) => axe.run(part || document, { resultTypes: ['violations'] }).then((found) => found.violations)"


def axe_violations(page: Page, *, within: str | None = None) -> list[str]:
    """Each violation axe finds, as "rule: selector". `within` limits the look to one part of the page."""
    if not page.evaluate("Boolean(window.axe)"):  # half a megabyte: once for all looks at a page
        page.evaluate(AXE)
    found = page.evaluate(LOOK, within)
    return [f"{rule['id']}: {' '.join(map(str, node['target']))}" for rule in found for node in rule["nodes"]]


def small_targets(page: Page, *, least: int = 48) -> list[str]:
    """What is pressed with a finger and is lower or narrower than `least` CSS pixels, as "text: width x height".

    Links inside sentences are exempt, as in WCAG 2.5.8, and so is what a label makes larger.
    """
    return page.evaluate(
        """(least) => {
            const shown = (el) => el.checkVisibility() && !el.closest(".lewati");
            const inSentence = (el) => el.tagName === "A" && getComputedStyle(el).display === "inline";
            const box = (el) => (el.closest("label") || el).getBoundingClientRect();
            return [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), select, textarea")]
                .filter((el) => shown(el) && !inSentence(el))
                .map((el) => [el, box(el)])
                .filter(([, { width, height }]) => width < least - 0.5 || height < least - 0.5)
                .map(([el, { width, height }]) => {
                    const name = (el.innerText || el.name || el.className).slice(0, 40);
                    return `${name}: ${Math.round(width)} x ${Math.round(height)}`;
                });
        }""",
        least,
    )


def write_twice_as_large(page: Page) -> None:
    """As a reader does who sets the browser's text to 200 %."""
    page.evaluate("document.documentElement.style.fontSize = '225%'")  # the sheet's own size is 112.5 %


def sideways_overflow(page: Page) -> int:
    """Pixels by which the page is wider than the screen; 0 on a page that needs no scrolling sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def sign_in_as_staff(page: Page, site: RunningSite) -> None:
    """Sign in at /admin/ with the account of the first start."""
    name, password = site.staff_account()
    page.goto("/admin/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/admin/")
