import fcntl
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from scripts import housekeeping
from scripts.running_site import ROOT, environment_for

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
DONE, BROKEN = (sys.executable, "-c", ""), (sys.executable, "-c", "raise SystemExit(1)")


def test_the_work_is_done_on_a_folder_that_never_had_it(tmp_path):
    done = housekeeping.run_if_due(tmp_path, now=NOW, command=DONE)

    assert done
    assert (tmp_path / housekeeping.STAMP).read_text() == NOW.isoformat()


@pytest.mark.parametrize(("hours", "done"), [(23, False), (24, True), (-1, True)])
def test_the_work_is_done_again_after_a_day_or_when_the_clock_was_set_back(tmp_path, hours, done):
    housekeeping.run_if_due(tmp_path, now=NOW, command=DONE)

    assert housekeeping.run_if_due(tmp_path, now=NOW + timedelta(hours=hours), command=DONE) is done


def test_work_that_broke_is_tried_again_and_said(tmp_path, capfd):
    broken = housekeeping.run_if_due(tmp_path, now=NOW, command=BROKEN)
    again = housekeeping.run_if_due(tmp_path, now=NOW, command=DONE)

    assert (broken, again) == (False, True)
    assert "dicoba lagi" in capfd.readouterr().err


def test_two_servers_on_one_folder_do_it_once(tmp_path):
    with (tmp_path / housekeeping.STAMP).open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX)

        done = housekeeping.run_if_due(tmp_path, now=NOW, command=DONE)

    assert not done


def test_a_stamp_that_nobody_can_read_counts_as_never(tmp_path):
    (tmp_path / housekeeping.STAMP).write_bytes(b"kemarin")

    assert housekeeping.run_if_due(tmp_path, now=NOW, command=DONE)
    assert (tmp_path / housekeeping.STAMP).read_text() == NOW.isoformat()


def test_the_watch_ends_with_whoever_started_it(tmp_path):
    watch = subprocess.Popen(
        [sys.executable, "-m", "scripts.housekeeping"], cwd=ROOT, env=environment_for(tmp_path), stdin=subprocess.PIPE
    )

    watch.stdin.close()

    assert watch.wait(timeout=10) == 0


def test_the_watch_looks_again_after_a_folder_was_missing(tmp_path, monkeypatch, capsys):
    pauses = iter([False, False, True])
    monkeypatch.setattr(housekeeping, "_input_ended", lambda _seconds: next(pauses))

    housekeeping.keep_watch(tmp_path / "belum-ada")

    assert capsys.readouterr().err.count("Perawatan harian tertunda") == 2
