#!/bin/sh
# Every check runs, so that one run names everything; the exit code is 1 when any of them found something.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=0

check() {
    echo "== $*"
    "$@" || failed=1
}

check $bin/ruff check .
check $bin/ruff format --check .
check $bin/djlint templates --lint --quiet
check $bin/mypy
check $bin/python manage.py makemigrations --check --dry-run --settings tests.settings
exit $failed
