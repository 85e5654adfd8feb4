#!/usr/bin/env bash
# Installs Debian (or Ubuntu) packages when root, and says in one sentence what is missing when not.
#
#   scripts/debian-packages.sh install PACKAGE...
#
# Packages that are there are left alone, and the package lists are fetched at most once in each run.
set -euo pipefail

[[ ${1:-} == install && $# -ge 2 ]] || { echo "usage: $0 install PACKAGE..." >&2; exit 2; }
shift

installed() { [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

missing=()
for package in "$@"; do
    installed "$package" || missing+=("$package")
done
((${#missing[@]})) || exit 0

if ! command -v apt-get >/dev/null; then
    echo "This is no Debian or Ubuntu; please install what their packages ${missing[*]} bring." >&2
    exit 2
fi
if ((EUID != 0)); then
    echo "Packages are missing; as root, say: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 2
fi

echo "Installing Debian packages: ${missing[*]}" >&2

# What apt-get has to say is shown only when it fails: a good run is no news.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 \
        "$@" </dev/null >>"$log" 2>&1 || {
        cat "$log" >&2
        echo "apt-get $1 failed; what it said stands above." >&2
        exit 1
    }
}
apt update
apt install --no-install-recommends --yes "${missing[@]}"

for package in "${missing[@]}"; do
    installed "$package" || { echo "apt-get said nothing, but $package is not installed." >&2; exit 1; }
done
