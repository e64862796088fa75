"""The worker beside the server publishes what is due, without anybody asking."""

import shutil
import sqlite3
import time
from datetime import UTC, datetime

from tests.kept_state import migrated_database
from tests.scripts.test_background import worker_on

DUE = datetime(2026, 11, 1, tzinfo=UTC)


def test_a_page_is_taken_off_by_its_date_while_the_worker_runs(tmp_path, django_test_environment):
    shutil.copy(migrated_database(), tmp_path / "db.sqlite3")
    with sqlite3.connect(tmp_path / "db.sqlite3") as database:
        database.execute("UPDATE wagtailcore_page SET expire_at = ? WHERE depth = 2 AND live", [DUE.isoformat(" ")])
    worker = worker_on(tmp_path)

    until = time.monotonic() + 60
    while live_pages(tmp_path) and time.monotonic() < until:
        time.sleep(0.2)
    worker.stdin.close()

    assert worker.wait(timeout=10) == 0
    assert live_pages(tmp_path) == 0


def live_pages(folder):
    with sqlite3.connect(folder / "db.sqlite3") as database:
        return database.execute("SELECT count(*) FROM wagtailcore_page WHERE depth = 2 AND live").fetchone()[0]
