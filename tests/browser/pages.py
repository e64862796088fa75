"""What browser tests ask of a page, whichever page it is."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from scripts.running_site import RunningSite


def axe_violations(page: Page, *, within: str | None = None) -> list[str]:
    """Each violation axe finds, as "rule: selector". `within` limits the look to one part of the page."""
    found = Axe().run(page, context=within).response["violations"]
    return [f"{rule['id']}: {' '.join(map(str, node['target']))}" for rule in found for node in rule["nodes"]]


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
