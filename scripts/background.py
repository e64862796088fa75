"""What the site does by itself within seconds, such as counting new events: a worker beside the server.

It ends with its standard input, whose other end the server holds.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STOP_SECONDS = 1


def started() -> subprocess.Popen[bytes]:
    """The worker in a process of its own, which a Ctrl-C in the terminal does not reach."""
    command = [sys.executable, "manage.py", "work_in_background"]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, start_new_session=True)


def stop(worker: subprocess.Popen[bytes]) -> None:
    """Counting everybody anew may take minutes. It is done in small transactions, so it may end between any two."""
    worker.terminate()
    try:
        worker.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
