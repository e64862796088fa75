"""Run the suite on PostgreSQL, without the browser's part: on the server that DATABASE_URL names, else on one of our
own, which is made for it in a folder that is thrown away.

`python -m scripts.postgres [what pytest takes]`. PostgreSQL's programs are installed by apt where they are missing and
we are root.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scripts.running_site import ROOT, free_port

PROGRAMS = Path("/usr/lib/postgresql")  # where Debian and Ubuntu put them, a folder for each version
USER = "postgres"
# Nothing here has to outlive a power cut.
OPTIONS = "-c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def find() -> Path | None:
    """The folder with `initdb` and `pg_ctl`: of the newest version there, else one on PATH; None when there is none."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def install() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get") is not None:
        print("Memasang PostgreSQL dengan apt-get …", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "postgresql"]):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


@contextmanager
def own_server(programs: Path) -> Iterator[str]:
    """A fresh server; its address as DATABASE_URL has it."""
    with tempfile.TemporaryDirectory(prefix="tuntun-pg-") as folder:
        if os.geteuid() == 0:  # PostgreSQL does not run as root
            shutil.chown(folder, USER)
        data, port = Path(folder) / "data", free_port()
        _run(programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "--no-sync")
        options = f"-p {port} -k {folder} {OPTIONS}"
        _run(programs / "pg_ctl", "-D", data, "-o", options, "-l", data / "log", "-w", "start")
        try:
            yield f"postgres://{USER}@127.0.0.1:{port}/{USER}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(*command: object) -> None:
    as_user = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_user, *map(str, command)], cwd="/", stdout=subprocess.DEVNULL, check=True)


def run_suite(url: str, arguments: Sequence[str]) -> int:
    workers = os.environ.get("TEST_WORKERS") or "2"
    command = [sys.executable, "-m", "pytest", "-m", "not browser", "-n", workers, *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


def main(arguments: Sequence[str]) -> int:
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        return run_suite(given, arguments)
    if find() is None:
        install()
    programs = find()
    if programs is None:
        sys.exit(
            "PostgreSQL belum ada, jadi tes di atasnya tidak dapat berjalan.\n"
            "Pasang dengan: sudo apt-get install -y postgresql, atau isi DATABASE_URL=postgres://pemakai@komputer/nama."
        )
    with own_server(programs) as url:
        return run_suite(url, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
