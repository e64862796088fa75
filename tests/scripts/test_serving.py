import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

import pytest

from scripts.running_site import ROOT, answers, environment_for, free_port
from tests.kept_state import migrated_database


@pytest.fixture
def server(tmp_path, django_test_environment):
    """A running server, alone in its process group, with what it printed in `tmp_path/log`."""
    shutil.copy(migrated_database(), tmp_path / "db.sqlite3")
    (tmp_path / "static-terkumpul").mkdir()
    port = free_port()
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "scripts.serving", "127.0.0.1", str(port)],
            cwd=ROOT,
            env=environment_for(tmp_path),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    until = time.monotonic() + 60
    while not answers(f"http://127.0.0.1:{port}/healthz") and time.monotonic() < until:
        time.sleep(0.1)
    process.port = port
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_that_reaches_every_process_ends_the_site_at_once(server, number, tmp_path):
    os.killpg(server.pid, number)

    assert server.wait(timeout=5) == 0
    assert (tmp_path / "log").read_text() == ""


def test_a_stop_that_reaches_the_first_process_alone_ends_its_workers_too(server):
    server.terminate()

    assert server.wait(timeout=5) == 0
    assert not answers(f"http://127.0.0.1:{server.port}/healthz")


def test_nobody_learns_from_the_log_who_read_what(server, tmp_path):
    urllib.request.urlopen(f"http://127.0.0.1:{server.port}/healthz?dari=ibu-melati").close()

    assert (tmp_path / "log").read_text() == ""
