"""The rig of every test: a migrated database that is copied instead of made, and an empty cache each time.

tests/browser/conftest.py adds the real server and the browser.
"""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from hypothesis import settings as hypothesis_settings

from tests.kept_state import migrated_database

# The same examples in every run: what stands before the main branch must not depend on luck. To look further:
# `pytest --hypothesis-profile=default`.
hypothesis_settings.register_profile("same", derandomize=True)
hypothesis_settings.load_profile("same")

# Playwright keeps an event loop in the main thread, which Django takes for a sign of asynchronous code. Only here.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BROWSER_TESTS = Path(__file__).parent / "browser"
ON_SQLITE = settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"


def pytest_collection_modifyitems(items):
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)


if ON_SQLITE:  # PostgreSQL goes pytest-django's ordinary way

    @pytest.fixture(scope="session")
    def django_db_setup(django_test_environment, django_db_blocker):
        with django_db_blocker.unblock():
            copy_migrated_database()
        yield
        with django_db_blocker.unblock():
            connection.close()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(item):
        """A test with real transactions leaves empty tables, without Wagtail's root page: put the file back."""
        yield
        marker = item.get_closest_marker("django_db")
        fixtures = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
        if fixtures or (marker and marker.kwargs.get("transaction")):
            connection.close()
            copy_migrated_database()


def copy_migrated_database():
    file = Path(settings.DATA_DIR) / "test.sqlite3"
    for leftover in (f"{file}-wal", f"{file}-shm"):
        Path(leftover).unlink(missing_ok=True)
    shutil.copy(migrated_database(), file)
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = str(file)


@pytest.fixture(autouse=True)
def empty_cache():
    """What one test cached (the addresses of Wagtail's sites, for one) is not true in the next."""
    cache.clear()
