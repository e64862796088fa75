#!/bin/sh
# Make .venv and install what the given requirement files name. What was installed before is not looked at
# again, so everything works offline afterwards: a copy of each installed file is kept inside .venv.
set -eu
cd "$(dirname "$0")/.."

if [ "$(id -u)" = 0 ]; then sudo=""; else sudo="sudo "; fi

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 && new_enough "$name"; then
            python=$name
            return
        fi
    done
    if ! command -v python3 >/dev/null 2>&1; then
        stop "Python belum ada di komputer ini. Tuntun memerlukan Python 3.11 atau yang lebih baru." \
            "Pasang dengan: ${sudo}apt-get update && ${sudo}apt-get install -y python3 python3-venv"
    fi
    stop "Python di komputer ini terlalu lama ($(python3 --version 2>&1)). Tuntun memerlukan 3.11 atau yang lebih baru." \
        "Pasang dengan: ${sudo}apt-get update && ${sudo}apt-get install -y python3.11 python3.11-venv" \
        "Bila paket itu tidak ada, perbarui dulu sistemnya (Debian 12, Ubuntu 24.04, atau yang lebih baru)."
}

make_environment() {
    find_python
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        stop "Modul venv untuk Python $version belum ada." \
            "Pasang dengan: ${sudo}apt-get update && ${sudo}apt-get install -y python$version-venv"
    fi
    echo "Menyiapkan lingkungan Python di .venv …"
    rm -rf .venv
    "$python" -m venv .venv || stop "Folder .venv tidak dapat dibuat. Periksa izin tulis dan sisa ruang di folder ini."
}

install() {
    kept=.venv/terpasang-$1
    if cmp -s "$1" "$kept"; then return; fi
    echo "Memasang paket dari $1 (hanya pertama kali, perlu internet) …"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$1" ||
        stop "Paket dari $1 tidak dapat dipasang. Baca pesan di atas, periksa sambungan internet, lalu ulangi perintahnya."
    cp "$1" "$kept"
}

# An environment whose Python is gone (an upgraded system, a moved folder) or that was left half made is made anew.
if ! new_enough .venv/bin/python || [ ! -x .venv/bin/pip ]; then make_environment; fi
for file in "$@"; do install "$file"; done
case "${DATABASE_URL:-}" in postgres*) install requirements-postgres.txt ;; esac
