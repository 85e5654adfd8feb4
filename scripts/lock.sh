#!/usr/bin/env bash
# Writes requirements/*.txt anew from pyproject.toml: every package with its version and the hashes of all its files,
# for every system, and without naming where it was found. Then the lock of the JavaScript programs the tests use.
#
#   scripts/lock.sh --upgrade    the newest versions that fit
#   scripts/lock.sh              the versions that are locked, where they still fit
set -euo pipefail
cd "$(dirname "$0")/.."

options=("$@")

compile() {
    local output=$1
    shift
    .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --all-extras --group build \
        --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
        "${options[@]}" "$@" --output-file "$output"
}

compile requirements/run.txt
compile requirements/dev.txt --group dev --constraints requirements/run.txt
compile requirements/mutants.txt --group dev --group mutants --constraints requirements/dev.txt
compile requirements/bench.txt --group bench --constraints requirements/dev.txt

[[ ${options[*]} != *--upgrade* ]] || rm -f tests/js/package-lock.json
npm --prefix tests/js install --package-lock-only --no-progress --loglevel=error

if grep -n '://' requirements/*.txt tests/js/package-lock.json; then
    echo "These lines name an address; the lock files must not." >&2
    exit 1
fi
