import shutil
import sqlite3
import subprocess
import sys
import time

from scripts.running_site import ROOT, environment_for
from tests.kept_state import migrated_database


def leave_somebody_uncounted(folder):
    with sqlite3.connect(folder / "db.sqlite3") as database:
        database.execute("INSERT INTO learning_uncounted (activity, learner) VALUES ('guide/contoh', 'ani')")


def worker_on(folder):
    return subprocess.Popen(
        [sys.executable, "manage.py", "work_in_background"],
        cwd=ROOT,
        env=environment_for(folder),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finished_tasks(folder):
    with sqlite3.connect(folder / "db.sqlite3") as database:
        return database.execute(
            "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'SUCCESSFUL'"
        ).fetchone()[0]


def test_the_worker_counts_what_was_left_and_ends_with_whoever_started_it(tmp_path, django_test_environment):
    shutil.copy(migrated_database(), tmp_path / "db.sqlite3")
    leave_somebody_uncounted(tmp_path)
    worker = worker_on(tmp_path)
    until = time.monotonic() + 60
    while not finished_tasks(tmp_path) and time.monotonic() < until:
        time.sleep(0.2)

    worker.stdin.close()

    assert worker.wait(timeout=10) == 0
    assert finished_tasks(tmp_path) == 1
    assert worker.stderr.read() == b""
