#!/bin/sh
# Sees to it that a make target finds what it needs:  Scripts/setup.sh demo|test
#
# SETUP=0      installs nothing, and names what is missing
# CASUS_CI=1   optional parts are needed too
# Exit status: 0 all there, or only optional parts missing under SETUP=0; 2 something is missing.
set -eu

target=${1:?usage: setup.sh demo|test}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
venv=$root/.venv
oldest=6.3

say() { printf '%s\n' "$*" >&2; }

check_swift() {
    found=
    if command -v swift >/dev/null 2>&1; then
        found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | sed -n 1p)
    fi
    major=${found%%.*}
    minor=${found#*.}
    minor=${minor%%.*}
    if [ -n "$found" ]; then
        [ "$major" -gt "${oldest%%.*}" ] && return
        [ "$major" -eq "${oldest%%.*}" ] && [ "$minor" -ge "${oldest#*.}" ] && return
    fi
    say "Casus needs Swift $oldest or newer (${found:-none} found); get it from https://www.swift.org/install"
    exit 2
}

has() { # kind name
    case $1 in
    command) command -v "$2" ;;
    library) command -v pkg-config && pkg-config --exists "$2" ;;
    module) command -v python3 && python3 -c "import $2" ;;
    pypi) [ -x "$venv/bin/python" ] && "$venv/bin/python" -c "import $2" ;;
    *)
        say "needs.txt: no such kind of need: $1"
        exit 2
        ;;
    esac >/dev/null 2>&1 </dev/null
}

# Sets `missing` (a line each), `packages` (Debian's), `wheels` (PyPI's) and `vital` (1 when something needed is missing).
survey() {
    missing='' packages='' wheels='' vital=0
    while read -r targets need kind name package part; do
        case ",$targets," in
        *",$target,"*) ;;
        *) continue ;;
        esac
        has "$kind" "$name" && continue
        missing="$missing    $name, for $part ($need)
"
        [ "$need" = needed ] && vital=1
        [ "$kind" = library ] && ! has command pkg-config && package="pkg-config $package"
        case $kind in
        pypi) wheels="$wheels $name" ;;
        *) packages="$packages $package" ;;
        esac
    done <"$here/needs.txt"
    [ "${CASUS_CI:-0}" = 1 ] && [ -n "$missing" ] && vital=1
    return 0
}

# Says what to run by hand, and ends.
give_up() { # why
    say "Casus could not install this by itself: $1. Run:"
    if [ -n "$packages" ]; then
        say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$packages"
    fi
    if [ -n "$wheels" ]; then
        say "    python3 -m venv .venv && .venv/bin/python -m pip install -r Tests/Python/requirements.txt"
    fi
    [ "$vital" = 1 ] || say "or do without these parts: make $target SETUP=0"
    exit 2
}

install_packages() {
    as_root=
    command -v apt-get >/dev/null 2>&1 || give_up "there is no apt-get here (the names are Debian's)"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null 2>&1 || give_up "it takes root, and there is no sudo"
        sudo -n true 2>/dev/null || give_up "it takes root, and sudo asks for a password"
        as_root='sudo -n'
    fi
    # A mirror that cannot be reached is an error of the install, not of the update: packages may be cached.
    $as_root apt-get update >&2 || say "apt-get update failed; trying what is cached"
    # shellcheck disable=SC2086  # words on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages >&2 ||
        give_up "apt-get failed (offline?)"
}

install_wheels() {
    python3 -m venv --clear "$venv" >&2 || give_up "python3 could not make .venv"
    "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --quiet --retries 1 \
        -r "$root/Tests/Python/requirements.txt" >&2 || give_up "pip failed (offline?)"
}

check_swift
survey
[ -n "$missing" ] || exit 0
say "missing for make $target:"
printf '%s' "$missing" >&2
if [ "${SETUP:-1}" = 0 ]; then
    [ "$vital" = 0 ] || exit 2
    exit 0
fi
[ -z "$packages" ] || install_packages
survey
[ -z "$packages" ] || give_up "$(echo $packages) is installed but not found"
[ -z "$wheels" ] || install_wheels
survey
[ -z "$missing" ] || give_up "installed but not found"
