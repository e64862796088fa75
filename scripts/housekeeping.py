"""What the site does by itself once a day, such as erasing what learners typed a month ago.

`python -m scripts.housekeeping` keeps watch beside the server until its standard input ends: who started it is gone
then. Several servers on one data folder take turns by one file there, which also remembers the last good run.
"""

import fcntl
import os
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, "manage.py", "housekeeping")
STAMP = "perawatan-terakhir.txt"
FIRST_AFTER_SECONDS = 60  # a class that is starting has the machine to itself
LOOK_EVERY_SECONDS = 900
DUE_AFTER = timedelta(hours=24)


def started() -> subprocess.Popen[bytes]:
    """The watch in a process of its own, which a Ctrl-C in the terminal does not reach."""
    command = [sys.executable, "-m", "scripts.housekeeping"]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, start_new_session=True)


def stop(watch: subprocess.Popen[bytes]) -> None:
    watch.terminate()
    watch.wait()


def keep_watch(data_dir: Path) -> None:
    pause = FIRST_AFTER_SECONDS
    while not _input_ended(pause):
        try:
            run_if_due(data_dir, now=datetime.now(UTC))
        except OSError as error:  # a full disk, a folder that was taken away: it may be back tomorrow
            print(f"Perawatan harian tertunda: {error}", file=sys.stderr, flush=True)
        pause = LOOK_EVERY_SECONDS


def run_if_due(data_dir: Path, *, now: datetime, command: Sequence[str] = COMMAND) -> bool:
    """Run the work unless it was done within a day or another server is at it; whether it was done now.

    Work that did not end well leaves no trace, so that the next look tries it again.
    """
    with (data_dir / STAMP).open("a+") as stamp:
        try:
            fcntl.flock(stamp, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        last = _last_run(stamp)
        if last is not None and last <= now < last + DUE_AFTER:
            return False
        if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
            print("Perawatan harian belum berhasil dan akan dicoba lagi.", file=sys.stderr, flush=True)
            return False
        stamp.truncate(0)
        stamp.write(now.isoformat())
        return True


def _last_run(stamp: TextIO) -> datetime | None:
    """None where nothing readable is written: then it was never."""
    stamp.seek(0)
    with suppress(ValueError):
        return datetime.fromisoformat(stamp.read(100)).astimezone(UTC)
    return None


def _input_ended(seconds: float) -> bool:
    """Wait; True as soon as nobody holds the other end of standard input any more."""
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    return bool(ready) and not os.read(sys.stdin.fileno(), 1)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    os.nice(10)  # learners come first
    with suppress(KeyboardInterrupt):
        keep_watch(Path(os.environ.get("DATA_DIR") or ROOT))
