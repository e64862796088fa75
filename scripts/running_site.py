"""The real site in a process of its own, for browser tests, benchmarks and the guide's pictures."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60
STOP_SECONDS = 15


def prepare_data_dir(folder: Path) -> None:
    """Fill `folder` as the first `make run` does: tables, starter content, the staff account, static files."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "scripts.prepare"]
    subprocess.run(command, cwd=ROOT, env=environment_for(folder), check=True, stdout=subprocess.DEVNULL)


def environment_for(data_dir: Path) -> dict[str, str]:
    """The environment of a process that works on `data_dir` with the site's real settings, without the shell's."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    return {
        **kept,
        "DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "learning.settings",
        "LOG_LEVEL": "WARNING",
        "PYTHONUNBUFFERED": "1",
    }


class RunningSite:
    """Serves a prepared data folder from construction to `stop`. `url` has no slash at its end."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.log = data_dir / "server.log"
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        with self.log.open("w") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "scripts.serving", "127.0.0.1", str(port)],
                cwd=ROOT,
                env=environment_for(data_dir),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def manage(self, *arguments: str, stdin: str = "") -> str:
        """Run a manage.py command on this site's data; return what it prints. A failure raises, with its words."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=environment_for(self.data_dir),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"manage.py {' '.join(arguments)} exited {done.returncode}:\n{done.stderr}")
        return done.stdout

    def staff_account(self) -> tuple[str, str]:
        """Name and password of the first account, read from the file that the first start leaves."""
        text = (self.data_dir / "staf-awal.txt").read_text()
        lines = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
        return lines["Akun"], lines["Kata sandi"]

    def stop(self) -> None:
        self._server.terminate()
        try:
            self._server.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._server.poll() is None:
            if answers(f"{self.url}/healthz"):
                return
            time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"The server did not start. Its log:\n{self.log.read_text()}")


def answers(url: str) -> bool:
    """Whether a GET of `url` is answered, with a good status, within 5 seconds."""
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
