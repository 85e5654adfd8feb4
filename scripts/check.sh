#!/usr/bin/env bash
# Runs every check that is no test, all of them even when one fails, and names those that failed at the end.
set -uo pipefail
cd "$(dirname "$0")/.."

bin=.venv/bin
failed=()

check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then
        printf '%-14s ok\n' "$name"
    else
        printf '%-14s failed: %s\n%s\n' "$name" "$*" "$output"
        failed+=("$name")
    fi
}

check "form" $bin/ruff format --check --quiet .
check "lint" $bin/ruff check --quiet .
check "types" $bin/mypy --no-error-summary
check "imports" $bin/lint-imports --no-logo
check "dependencies" $bin/deptry . --no-ansi

if ((${#failed[@]})); then
    echo "Checks that failed: ${failed[*]}" >&2
    exit 1
fi
