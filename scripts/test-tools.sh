#!/usr/bin/env bash
# Sees to it that the programs the tests talk to are there: installs Debian's packages when root, and names what
# is missing in one sentence when not. Afterwards each program is looked for, whatever the package manager said.
#
#   scripts/test-tools.sh [TOOL ...]    only these, by the names of the table below
set -euo pipefail
cd "$(dirname "$0")/.."

# Ubuntu's chromium is a snap behind a package of another name.
chromium=chromium
grep -qsx 'ID=ubuntu' /etc/os-release && chromium=chromium-browser

# A program, then the packages that bring it.
tools=(
    "chromium   $chromium fonts-liberation fonts-dejavu-core"
    "playwright libatomic1"
    "initdb     postgresql"
    "tesseract  tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd"
    "soffice    libreoffice-writer-nogui libreoffice-calc-nogui"
    "khal       khal"
    "vdirsyncer vdirsyncer"
    "libical    libical-dev"
    "node       nodejs"
    "npm        npm"
)

present() {
    case $1 in
        chromium) command -v chromium || command -v chromium-browser ;;
        # Playwright brings a Node of its own, which wants a library that a bare Debian lacks.
        playwright) .venv/lib/python3*/site-packages/playwright/driver/node --version ;;
        # A library; the package without -dev has another name in each release.
        libical) ldconfig -p | grep -q 'libical\.so' ;;
        initdb) command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' ;;
        tesseract) command -v tesseract && tesseract --list-langs 2>&1 | grep -qx vie ;;
        soffice) command -v soffice && compgen -G '/usr/lib/libreoffice/program/libswlo.so' && compgen -G '/usr/lib/libreoffice/program/libsclo.so' ;;
        *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

wanted=" $* "
absent() {
    local tool name
    for tool in "${tools[@]}"; do
        name=${tool%% *}
        [[ $wanted == "  " || $wanted == *" $name "* ]] || continue
        present "$name" || printf '%s\n' "$tool"
    done
}

packages_of() { sed -E "s/^[a-z]+ +//" | tr " " "\n"; }

mapfile -t packages < <(absent | packages_of)
((${#packages[@]})) || exit 0
scripts/debian-packages.sh install "${packages[@]}"

still=$(absent | cut -d' ' -f1 | tr '\n' ' ')
if [[ -n $still ]]; then
    echo "The packages are installed, and yet these programs cannot be used: $still" >&2
    exit 1
fi
