#!/bin/sh
# The built program as a process:  Tests/Command/command-test.sh CASUS
set -u
casus=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cases=0
failures=0

# check NAME STATUS LINE: the last command ended so, and the first line of its chatter begins so
check() {
    got=$?
    cases=$((cases + 1))
    line=$(head -n 1 "$scratch/err")
    case $line in "$3"*) said=yes ;; *) said=no ;; esac
    [ -n "$3" ] || [ -z "$line" ] || said=no
    if [ "$got" != "$2" ] || [ "$said" = no ]; then
        failures=$((failures + 1))
        echo "command test failed: $1: status $got, said: $line"
    fi
}

"$casus" --version >"$scratch/out" 2>"$scratch/err"
check "version" 0 ""
"$casus" >"$scratch/out" 2>"$scratch/err"
check "no arguments" 64 "casus reads"
"$casus" read "$scratch/none" >"$scratch/out" 2>"$scratch/err"
check "missing file" 2 "casus: $scratch/none: no such file"
"$casus" read - </dev/null >"$scratch/out" 2>"$scratch/err"
check "empty input" 2 "casus: standard input: has no text"
echo "Text." | "$casus" read - -e --published 2024-06-19 >"$scratch/out" 2>"$scratch/err"
check "nothing found" 1 ""

# A pipe whose reader is gone before the first byte.
mkfifo "$scratch/pipe"
exec 3<>"$scratch/pipe" 4>"$scratch/pipe" 3>&-
"$casus" --help >&4 2>"$scratch/err"
check "a reader that goes away" 0 ""
exec 4>&-

if [ -w /dev/full ]; then
    "$casus" --help >/dev/full 2>"$scratch/err"
    check "a full disk" 2 "casus: the output cannot be written: "
fi

echo "command tests: $cases cases, $failures failures"
[ "$failures" = 0 ]
