"""Bring a data folder up to date: tables, starter content, the first staff account, static files.

Safe to repeat: each part looks first whether there is anything to do. One process does all of it, because
importing Wagtail costs more than the work of a second start. Run as `python -m scripts.prepare`.
"""

import hashlib
import os
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

STATIC_STAMP = "terkumpul.sha256"


def prepare() -> None:
    """Do whatever the data folder of the current settings still needs."""
    migrate()
    call_command("load_starter_content")
    call_command("first_staff")
    collect_static()


def migrate() -> None:
    """Bring the tables up to date; the connection made for it switches SQLite to WAL before any worker starts."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Menyiapkan basis data …", flush=True)
        call_command("migrate", verbosity=0, interactive=False)


def collect_static() -> None:
    """Gather styles, scripts and pictures, compressed, unless they are gathered already."""
    stamp = Path(settings.STATIC_ROOT) / STATIC_STAMP
    state = hashlib.sha256("\n".join(sorted(_static_sources())).encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == state:
        return
    print("Mengumpulkan berkas gaya dan gambar …", flush=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(state)


def _static_sources() -> Iterator[str]:
    """One line for each static file and for what compresses them; the lines change when any of it does."""
    yield f"whitenoise {version('whitenoise')}"
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            yield f"{path} {status.st_size} {status.st_mtime_ns}"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "learning.settings")
    django.setup()
    prepare()
