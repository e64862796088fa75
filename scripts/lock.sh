#!/bin/sh
# Pin every requirement with its hashes. The smaller file constrains the larger, so all three agree.
set -eu
cd "$(dirname "$0")/.."

compile() {
    name=$1
    shift
    .venv/bin/uv pip compile --quiet --generate-hashes --python-version 3.11 --no-emit-index-url \
        --custom-compile-command "make lock" --output-file "$name.txt" "$@" "$name.in"
}

compile requirements
compile requirements-postgres --constraints requirements.txt
compile requirements-dev --constraints requirements-postgres.txt
