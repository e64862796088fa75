"""Chromium at the sizes people use, against the real server.

- `site`: one running site for all tests of a worker. Each test has its own cookies, so its own learner.
- `own_site`: a site for one test alone, for tests that publish something or count everybody's events.
- `phone`, `phone_without_scripts`, `desktop`: a page whose `goto("/…")` leads to `site`. Such a page fails the
  test at its end when a script of ours broke or the content policy forbade something.
"""

import shutil

import pytest
from playwright.sync_api import Page, expect

from scripts import chromium
from scripts.running_site import RunningSite
from tests.kept_state import starter_data_dir

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
PATIENCE_MS = 15_000  # both processors may be busy with other tests

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items):
    """Once more, for a test of this folder that failed: a busy machine can be slower than any patience.

    What fails twice is broken; the suite's last lines name each test that needed its second chance.
    """
    for item in items:
        if "/tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with RunningSite(shutil.copytree(starter_data_dir(), tmp_path_factory.mktemp("data") / "site")) as running:
        yield running


@pytest.fixture
def own_site(tmp_path):
    with RunningSite(shutil.copytree(starter_data_dir(), tmp_path / "site")) as running:
        yield running


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = chromium.find()
    if found is None:
        pytest.fail("No Chromium found: `make test` installs one, or set CHROMIUM=/path/to/chromium", pytrace=False)
    arguments = [
        "--no-sandbox",  # as root, in a container, there is no other way
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    return {**browser_type_launch_args, "executable_path": found, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "id-ID", "timezone_id": "Asia/Jakarta"}


@pytest.fixture
def phone(open_page, site):
    return open_page(site, PHONE)


@pytest.fixture
def phone_without_scripts(open_page, site):
    return open_page(site, PHONE, java_script_enabled=False)


@pytest.fixture
def desktop(open_page, site):
    return open_page(site, DESKTOP)


@pytest.fixture
def open_page(new_context):
    """A function (site, viewport, **context options) -> Page with cookies of its own."""
    complaints: list[str] = []

    def open_on(running: RunningSite, viewport: dict[str, int], **options) -> Page:
        context = new_context(base_url=running.url, viewport=viewport, **options)
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda error: complaints.append(f"script error: {error.error}"))
        context.on("console", lambda message: complaints.extend(_violations(message)))
        context.on("response", lambda answer: complaints.extend(_crashes(answer)))
        return context.new_page()

    yield open_on
    assert complaints == []


def _violations(message) -> list[str]:
    broken = message.type == "error" and "Content Security Policy" in message.text
    return [message.text] if broken else []


def _crashes(answer) -> list[str]:
    return [f"{answer.status} at {answer.url}"] if answer.status >= 500 else []
