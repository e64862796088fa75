import shutil
import subprocess
from pathlib import Path

import pytest

SETUP = Path(__file__).resolve().parent.parent.parent / "scripts" / "setup.sh"
TOOLS = ("sh", "id", "dirname", "rm", "cp", "cmp", "mkdir", "cat", "chmod")

# Stands for a Python: writes down what it is asked to do. `-m venv` makes a copy of it in the new environment.
FAKE_PYTHON = """#!/bin/sh
case "$*" in
*ensurepip*) {ensurepip} ;;
*version_info\\[:2\\]*) echo 3.11 ;;
*version_info*) {new_enough} ;;
--version) echo "Python 3.9.2" ;;
"-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python && cp "$0" .venv/bin/pip ;;
*) echo "$@" >> calls.txt; {pip} ;;
esac
"""


@pytest.fixture
def machine(tmp_path):
    """A project folder and a PATH that holds a few tools and, when asked for, a Python."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "bin").mkdir()
    shutil.copy(SETUP, tmp_path / "scripts")
    (tmp_path / "requirements.txt").write_text("django==5.2.19\n")
    (tmp_path / "requirements-postgres.txt").write_text("psycopg==3.3.9\n")
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return tmp_path


def put_python(machine, *, ensurepip="true", new_enough="true", pip="true"):
    file = machine / "bin" / "python3"
    file.write_text(FAKE_PYTHON.format(ensurepip=ensurepip, new_enough=new_enough, pip=pip))
    file.chmod(0o755)


def run(machine, **environment):
    return subprocess.run(
        [machine / "scripts" / "setup.sh", "requirements.txt"],
        env={"PATH": str(machine / "bin"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def calls(machine):
    file = machine / "calls.txt"
    return file.read_text().splitlines() if file.exists() else []


def test_a_machine_without_python_is_told_how_to_install_it(machine):
    done = run(machine)

    assert done.returncode == 1
    assert "Python belum ada" in done.stderr
    assert "apt-get install -y python3 python3-venv" in done.stderr


def test_a_python_that_is_too_old_is_named_with_its_version(machine):
    put_python(machine, new_enough="exit 1")

    done = run(machine)

    assert done.returncode == 1
    assert "terlalu lama (Python 3.9.2)" in done.stderr
    assert "apt-get install -y python3.11 python3.11-venv" in done.stderr


def test_a_missing_venv_module_is_told_how_to_install_it(machine):
    put_python(machine, ensurepip="exit 1")

    done = run(machine)

    assert done.returncode == 1
    assert "apt-get install -y python3.11-venv" in done.stderr


def test_packages_are_installed_with_their_hashes(machine):
    put_python(machine)

    done = run(machine)

    assert done.returncode == 0
    [install] = calls(machine)
    assert "--require-hashes -r requirements.txt" in install


def test_a_second_run_installs_nothing_and_says_nothing(machine):
    put_python(machine)
    run(machine)
    (machine / "calls.txt").unlink()

    done = run(machine)

    assert calls(machine) == []
    assert done.stdout == ""


def test_a_changed_requirement_file_is_installed_again(machine):
    put_python(machine)
    run(machine)
    (machine / "requirements.txt").write_text("django==5.2.20\n")

    run(machine)

    assert len(calls(machine)) == 2


def test_a_failed_installation_is_tried_again_next_time(machine):
    put_python(machine, pip="exit 1")
    failed = run(machine)

    run(machine)

    assert failed.returncode == 1
    assert "periksa sambungan internet" in failed.stderr
    assert len(calls(machine)) == 2


def test_the_postgresql_driver_comes_only_with_a_postgresql_address(machine):
    put_python(machine)

    run(machine, DATABASE_URL="postgres://127.0.0.1/tuntun")

    assert [call.split()[-1] for call in calls(machine)] == ["requirements.txt", "requirements-postgres.txt"]


def test_an_environment_whose_python_is_gone_is_made_anew(machine):
    put_python(machine)
    run(machine)
    (machine / ".venv" / "bin" / "python").unlink()

    done = run(machine)

    assert done.returncode == 0
    assert (machine / ".venv" / "bin" / "python").exists()
