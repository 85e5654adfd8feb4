#!/usr/bin/env bash
# Makes .venv and installs the pinned dependencies into it, then the project itself.
#
#   scripts/setup.sh run      what the program needs
#   scripts/setup.sh dev      that, and what its checks and tests need
#   scripts/setup.sh bench    what the program needs and the programs it is measured beside, in .venv-bench
#   scripts/setup.sh mutants  what the tests need and mutmut, in .venv-mutants
#
# Every file is checked against the hashes in requirements/. The project is installed last, in place, by the
# pinned build back end, so nothing unpinned is fetched. PYTHON names another interpreter than the newest
# suitable one on the path.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=${1:?"usage: scripts/setup.sh run|dev|bench|mutants"}
requirements=requirements/$kind.txt
[[ -f $requirements ]] || { echo "There is no $requirements; say run, dev, bench or mutants." >&2; exit 2; }
environment=.venv
[[ $kind != bench && $kind != mutants ]] || environment=.venv-$kind

suitable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if suitable "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    if command -v "${PYTHON:-python3}" >/dev/null; then
        echo "sched needs Python 3.11 or newer, and $("${PYTHON:-python3}" --version) was found:" \
            "install a newer one and say PYTHON=/its/path make again." >&2
    else
        echo "sched needs Python 3.11 or newer, and no ${PYTHON:-python3} was found: install python3 and try again." >&2
    fi
    return 1
}

# Debian and Ubuntu keep the part of Python that makes environments in a package of its own.
can_make_environments() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

if [[ ! -x $environment/bin/python ]] || ! suitable $environment/bin/python || ! $environment/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python) || exit 2
    if ! can_make_environments; then
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        scripts/debian-packages.sh install "$package"
        can_make_environments || {
            echo "$package is installed, and yet $python cannot make environments (no ensurepip)." >&2
            exit 1
        }
    fi
    rm -rf $environment
    "$python" -m venv $environment
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
pip=($environment/bin/python -m pip --quiet --quiet)
"${pip[@]}" install --require-hashes --requirement "$requirements"
"${pip[@]}" install --no-deps --no-build-isolation --editable .
"${pip[@]}" check
