"""What takes long to make for tests is made once for each state of what it is made from, and kept in .cache/.

A kept thing's name is a hash over its sources: change a migration, and the next run makes a new database. Both
workers of a run may want the same thing at once; a file lock lets the second one wait for the first.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from django.apps import apps

from scripts.running_site import ROOT, environment_for, prepare_data_dir

CACHE = ROOT / ".cache"
KEPT_STATES = 3  # a branch switched to and back finds its own state again


def migrated_database() -> Path:
    """A SQLite file with all tables and nothing else, in the state of the current migrations."""
    folders = [Path(app.path) / "migrations" for app in apps.get_app_configs()]
    files = [file for folder in folders for file in folder.glob("*.py")]
    return _kept("test-db", _hash_of(files), _make_migrated_database) / "db.sqlite3"


def starter_data_dir() -> Path:
    """A DATA_DIR as the first `make run` leaves it: tables, starter content, the staff account, static files."""
    names = ("learning", "tutorials", "sandbox", "static", "scripts")
    files = [file for name in names for file in (ROOT / name).rglob("*") if _is_source(file)]
    return _kept("starter-site", _hash_of(files), _make_starter_data_dir)


def _make_migrated_database(folder: Path) -> None:
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env=environment_for(folder), check=True)


def _make_starter_data_dir(folder: Path) -> None:
    shutil.copy(migrated_database(), folder / "db.sqlite3")
    prepare_data_dir(folder)


def _kept(kind: str, state: str, make: Callable[[Path], None]) -> Path:
    shelf = CACHE / kind
    shelf.mkdir(parents=True, exist_ok=True)
    with _locked(shelf):
        folder = shelf / state
        if not folder.exists():
            making = Path(tempfile.mkdtemp(prefix="baru-", dir=shelf))
            try:
                make(making)
                making.rename(folder)
            finally:
                shutil.rmtree(making, ignore_errors=True)
        os.utime(folder)
        _forget_old(shelf)
    return folder


def _forget_old(shelf: Path) -> None:
    states = sorted((entry for entry in shelf.iterdir() if entry.is_dir()), key=lambda entry: entry.stat().st_mtime)
    for entry in states[:-KEPT_STATES]:
        shutil.rmtree(entry, ignore_errors=True)


@contextmanager
def _locked(shelf: Path) -> Iterator[None]:
    with (shelf / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _hash_of(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"{sys.version} {version('django')} {version('wagtail')}".encode())
    for file in sorted(files):
        digest.update(str(file).encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:32]


def _is_source(file: Path) -> bool:
    return file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc"
