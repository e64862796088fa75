import shutil
import sqlite3
import subprocess
import sys

import pytest

from scripts.running_site import ROOT, environment_for
from tests.kept_state import starter_data_dir


@pytest.fixture
def prepared(tmp_path, django_test_environment):
    """A copy of what the first start leaves."""
    return shutil.copytree(starter_data_dir(), tmp_path / "data")


def prepare_again(folder) -> str:
    command = [sys.executable, "-m", "scripts.prepare"]
    done = subprocess.run(command, cwd=ROOT, env=environment_for(folder), capture_output=True, text=True, check=True)
    return done.stdout


def rows(folder) -> list[str]:
    with sqlite3.connect(folder / "db.sqlite3") as database:
        return list(database.iterdump())


def files(folder) -> dict[str, bytes]:
    return {
        str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file() and "db.sqlite3" not in str(file)
    }


def test_a_second_start_changes_no_row_and_no_file(prepared):
    rows_before, files_before = rows(prepared), files(prepared)

    printed = prepare_again(prepared)

    kinds = ("Data acuan", "Alur latihan", "Draf alur", "Kendala dan istilah", "Halaman")
    assert printed.splitlines() == [f"{kind}: sudah ada" for kind in kinds]
    assert rows(prepared) == rows_before
    assert files(prepared) == files_before


def test_what_a_person_changed_survives_the_next_start(prepared):
    with sqlite3.connect(prepared / "db.sqlite3") as database:
        database.execute("UPDATE wagtailcore_page SET title = 'Kantor Dinas' WHERE slug = 'beranda'")
        database.execute("UPDATE auth_user SET username = 'ibu-guru'")

    prepare_again(prepared)

    with sqlite3.connect(prepared / "db.sqlite3") as database:
        assert database.execute("SELECT title FROM wagtailcore_page WHERE slug = 'beranda'").fetchall() == [
            ("Kantor Dinas",)
        ]
        assert database.execute("SELECT username FROM auth_user").fetchall() == [("ibu-guru",)]


def test_the_database_is_in_wal_before_any_worker_starts(prepared):
    with sqlite3.connect(prepared / "db.sqlite3") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_lost_style_sheets_are_collected_again(prepared):
    shutil.rmtree(prepared / "static-terkumpul")

    printed = prepare_again(prepared)

    assert "Mengumpulkan berkas gaya dan gambar" in printed
    assert (prepared / "static-terkumpul" / "staticfiles.json").exists()
