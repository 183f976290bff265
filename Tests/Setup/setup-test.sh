#!/bin/sh
# Scripts/setup.sh on made-up machines: a PATH that holds only what a case puts there.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
setup=$here/../../Scripts/setup.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cases=0
failures=0

# A fake command: fake NAME 'body of a shell script'
fake() {
    printf '#!/bin/sh\necho "%s $*" >>"%s/log"\n%s\n' "$1" "$box" "$2" >"$box/bin/$1"
    chmod +x "$box/bin/$1"
}

# A machine with Swift 6.3, root's id, and the needs given on standard input.
machine() {
    cases=$((cases + 1))
    name=$1
    box=$scratch/$cases
    mkdir -p "$box/bin" "$box/Scripts" "$box/Tests/Python"
    cp "$setup" "$box/Scripts/setup.sh"
    cat >"$box/Scripts/needs.txt"
    : >"$box/log"
    for tool in sh sed dirname cat mkdir rm chmod env; do ln -s "$(command -v $tool)" "$box/bin/$tool"; done
    fake swift 'echo "Swift version 6.3.1 (swift-6.3.1-RELEASE)"'
    fake id 'echo 0'
}

# run STATUS [VARIABLE=VALUE...]: the script's status must be STATUS
run() {
    want=$1
    shift
    env -i PATH="$box/bin" "$@" "$box/bin/sh" "$box/Scripts/setup.sh" test >"$box/out" 2>&1
    got=$?
    [ "$got" = "$want" ] || fail "exit status $got, not $want"
}

fail() {
    failures=$((failures + 1))
    echo "set-up test failed: $name: $1"
    sed 's/^/    /' "$box/out"
}

says() { grep -qF -- "$1" "$box/out" || fail "does not say: $1"; }
silent() { [ ! -s "$box/out" ] || fail "says something"; }
ran() { grep -qF -- "$1" "$box/log" || fail "did not run: $1"; }
ran_not() { ! grep -qF -- "$1" "$box/log" || fail "ran: $1"; }

git='test needed command git git listing files'
optional='test optional command viewer viewer-package pictures'

machine "no Swift" <<END
$git
END
rm "$box/bin/swift"
run 2
says "Casus needs Swift 6.3 or newer (none found); get it from https://www.swift.org/install"

for version in 5.10.1 6.2 6.2.9; do
    machine "Swift $version is too old" </dev/null
    fake swift "echo 'Swift version $version (swift-RELEASE)'"
    run 2
    says "6.3 or newer ($version found)"
done

for version in 6.3 6.10.2 7.0; do
    machine "Swift $version will do" </dev/null
    fake swift "echo 'Apple Swift version $version (swiftlang)'"
    run 0
    silent
done

machine "all there: nothing is fetched" <<END
# a comment
$git
$optional
END
fake git ''
fake viewer ''
fake apt-get ''
run 0
silent
ran_not apt-get

machine "another target's needs do not matter" <<END
demo,bench needed command nowhere nowhere-package nothing
END
run 0
silent

machine "root installs" <<END
$git
END
fake apt-get "[ \"\$1\" = update ] || { [ \"\$DEBIAN_FRONTEND\" = noninteractive ] && cp '$box/bin/id' '$box/bin/git'; }"
ln -s "$(command -v cp)" "$box/bin/cp"
run 0
says "git, for listing files (needed)"
ran "apt-get update"
ran "apt-get install -y --no-install-recommends git"

machine "no root, sudo without a password" <<END
$git
END
fake id 'echo 1000'
# shellcheck disable=SC2016
fake sudo '[ "$1" = -n ] && shift && [ "$1" != true ] && exec "$@"; exit 0'
fake apt-get "[ \"\$1\" = update ] || cp '$box/bin/id' '$box/bin/git'"
ln -s "$(command -v cp)" "$box/bin/cp"
run 0
ran "sudo -n apt-get update"
ran "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install"

machine "sudo is refused" <<END
$git
END
fake id 'echo 1000'
fake sudo 'exit 1'
fake apt-get ''
run 2
says "sudo asks for a password"
says "    sudo apt-get update && sudo apt-get install -y --no-install-recommends git"
ran_not apt-get

machine "no root and no sudo" <<END
$git
END
fake id 'echo 1000'
fake apt-get ''
run 2
says "no sudo"
ran_not apt-get

machine "not Debian" <<END
$git
$optional
END
run 2
says "no apt-get here"
says "apt-get install -y --no-install-recommends git viewer-package"

machine "offline" <<END
$git
END
fake apt-get 'exit 100'
run 2
says "apt-get failed (offline?)"
says "apt-get install -y --no-install-recommends git"

machine "installed, but still not there" <<END
$git
END
fake apt-get ''
run 2
says "git is installed but not found"

machine "SETUP=0, something needed is missing" <<END
$git
END
fake apt-get ''
run 2 SETUP=0
says "git, for listing files (needed)"
ran_not apt-get

machine "SETUP=0, something optional is missing" <<END
$optional
END
fake apt-get ''
run 0 SETUP=0
says "viewer, for pictures (optional)"
ran_not apt-get
run 2 SETUP=0 CASUS_CI=1

machine "optional and refused: the way without it is named" <<END
$optional
END
run 2
says "make test SETUP=0"

machine "a library, and no pkg-config to find it" <<END
test needed library sqlite3 libsqlite3-dev the ledger
END
run 2
says "--no-install-recommends pkg-config libsqlite3-dev"

machine "a library that pkg-config does not know" <<END
test needed library sqlite3 libsqlite3-dev the ledger
END
fake pkg-config 'exit 1'
run 2
says "--no-install-recommends libsqlite3-dev"
ran "pkg-config --exists sqlite3"

machine "a library that is there" <<END
test needed library sqlite3 libsqlite3-dev the ledger
END
fake pkg-config ''
run 0
silent

machine "Python without venv" <<END
test optional command python3 python3 the schema test
test optional module ensurepip python3-venv the schema test
END
fake python3 'exit 1'
run 2
says "--no-install-recommends python3-venv"

wheel='test optional pypi jsonschema - the schema test'
# A python3 whose venv holds a python that finds jsonschema once pip has run, or whose pip fails.
python() { # what pip does
    fake python3 "[ \"\$2\" = venv ] || exit 0
mkdir -p '$box/.venv/bin'
printf '#!/bin/sh\ncase \$2 in pip) $1 ;; *) [ -e \"$box/wheel\" ] ;; esac\n' >'$box/.venv/bin/python'
chmod +x '$box/.venv/bin/python'"
}

machine "the wheel is installed in .venv" <<END
$wheel
END
python ": >\"$box/wheel\""
run 0
ran "python3 -m venv --clear"

machine "pip is offline" <<END
$wheel
END
python 'exit 1'
run 2
says "pip failed (offline?)"
says ".venv/bin/python -m pip install -r Tests/Python/requirements.txt"

echo "set-up tests: $cases machines, $failures failures"
[ "$failures" = 0 ]
