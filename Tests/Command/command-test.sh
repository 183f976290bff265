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

# Who is bound.
"$casus" bound --attacked EST --by RUS --on 2025-03-01 --format json >"$scratch/out" 2>"$scratch/err"
check "bound" 0 ""
"$casus" bound --attacked Estland --on 2025-03-01 >"$scratch/out" 2>"$scratch/err"
check "an unknown state" 64 "casus: Estland: no such state; did you mean "
"$casus" bound --attacked EST --on 1700-01-01 >"$scratch/out" 2>"$scratch/err"
check "a day outside coverage" 64 "casus: 1700-01-01: unknown: the treaties at hand cover "
"$casus" bound --by RUS >"$scratch/out" 2>"$scratch/err"
check "nobody attacked" 64 "casus: who is attacked?; give --attacked STATE"
"$casus" scenario "RUS atacks EST" >"$scratch/out" 2>"$scratch/err"
check "no such verb" 64 "casus: RUS atacks EST: no verb of an act; did you mean attacks?"
"$casus" scenario "RUS attacks EST on 2025-03-01" --escalate --format csv >"$scratch/out" 2>"$scratch/err"
check "an escalation" 0 ""
"$casus" bound --attacked CHE --on 2025-03-01 -e >"$scratch/out" 2>"$scratch/err"
check "nothing owed" 1 ""
"$casus" pacts show north-atlantik-1949 >"$scratch/out" 2>"$scratch/err"
check "no such treaty" 64 "casus: north-atlantik-1949: no such treaty; did you mean north-atlantic-1949?"
"$casus" pacts chek >"$scratch/out" 2>"$scratch/err"
check "no such part of a verb" 64 "casus: chek: no such state; did you mean casus pacts check?"
"$casus" bound --attacked EST --data "$scratch/none" >"$scratch/out" 2>"$scratch/err"
check "no such folder of data" 2 "casus: $scratch/none: no such folder"
"$casus" read "$scratch/text" --data "$scratch/none" >"$scratch/out" 2>"$scratch/err"
check "no such folder of data to read with" 2 "casus: $scratch/none: no such folder"

# A user's own treaties.
mkdir -p "$scratch/data/treaties"
cat >"$scratch/data/treaties/switzerland-estonia-2020.json" <<'JSON'
{
  "id": "switzerland-estonia-2020", "title": "A pact of two", "force": "treaty", "signed": "2020-01-01", "in_force": "2020-06-01", "ended": null,
  "text": "published", "parties": [{ "states": ["CHE", "EST"], "source": "own" }],
  "duties": [{ "kind": "defence", "article": "1", "gist": "They help.", "trigger": { "act": ["attack"] }, "source": "own" }],
  "source": "own", "sources": { "own": { "cite": "Made up", "seen": true } }
}
JSON
"$casus" pacts check "$scratch/data/treaties" >"$scratch/out" 2>"$scratch/err"
check "a sound file" 0 ""
"$casus" bound --attacked CHE --on 2025-03-01 --data "$scratch/data" -e >"$scratch/out" 2>"$scratch/err"
check "a treaty laid over ours" 0 ""
grep -q "Estonia" "$scratch/out" || { failures=$((failures + 1)); echo "command test failed: the treaty laid over ours says nothing"; }
sed 's/"CHE", "EST"/"CHE", "ESTT"/' "$scratch/data/treaties/switzerland-estonia-2020.json" >"$scratch/broken.json"
"$casus" pacts check "$scratch/broken.json" >"$scratch/out" 2>"$scratch/err"
check "a malformed file" 2 "casus: $scratch/broken.json:3: parties[0].states[1]: ESTT is no code of a state; write an alpha-3 code"
sed 's/"ended": null/"ended": null,/' "$scratch/data/treaties/switzerland-estonia-2020.json" >"$scratch/data/treaties/broken-2020.json"
"$casus" bound --attacked CHE --data "$scratch/data" >"$scratch/out" 2>"$scratch/err"
check "malformed data" 2 "casus: $scratch/data/treaties/broken-2020.json:2: not JSON: "

# Trees, of texts and of words that are given.
printf "They don't sign.\n\nIran's envoy left." >"$scratch/a.txt"
"$casus" parse "$scratch/a.txt" --jobs 1 >"$scratch/a.conllu" 2>"$scratch/err"
check "trees" 0 ""
"$casus" parse - --gold-tokens <"$scratch/a.conllu" >"$scratch/out" 2>"$scratch/err"
check "trees of given words" 0 ""
cmp -s "$scratch/a.conllu" "$scratch/out" || { failures=$((failures + 1)); echo "command test failed: given words have other trees"; }
[ "$(head -n 1 "$scratch/a.conllu")" = "# newdoc id = a.txt" ] || { failures=$((failures + 1)); echo "command test failed: the name of a document"; }
for number in 1 2 3 4 5 6 7 8 9; do cp "$scratch/a.txt" "$scratch/data/$number.txt"; done
"$casus" parse "$scratch/data" --jobs 1 >"$scratch/one" 2>/dev/null
[ "$(head -n 1 "$scratch/one")" = "# newdoc id = 1.txt" ] || { failures=$((failures + 1)); echo "command test failed: the name of a document in a folder"; }
"$casus" parse "$scratch/data" --jobs 4 >"$scratch/four" 2>/dev/null
cmp -s "$scratch/one" "$scratch/four" || { failures=$((failures + 1)); echo "command test failed: --jobs changes the output"; }
sed 's/^2\t.*/2\tdo/' "$scratch/a.conllu" >"$scratch/broken.conllu"
"$casus" parse "$scratch/broken.conllu" --gold-tokens >"$scratch/out" 2>"$scratch/err"
check "a row too short" 2 "casus: $scratch/broken.conllu:7: 2 fields, not ten; put tabs between them"
"$casus" parse "$scratch" --gold-tokens >"$scratch/out" 2>"$scratch/err"
check "a folder of given words" 2 "casus: $scratch: is a folder; give its files"

# Why a sentence is read as it is.
"$casus" explain --sentence "Poland may send tanks to Ukraine." --published 2024-06-20 >"$scratch/out" 2>"$scratch/err"
check "an explanation" 0 ""
grep -q "possible" "$scratch/out" || { failures=$((failures + 1)); echo "command test failed: an explanation says nothing of the status"; }
"$casus" explain "$scratch/a.txt" --sentence "envoy left" --published 2024-06-20 --format json >"$scratch/out" 2>"$scratch/err"
check "an explanation as JSON" 0 ""
[ "$(wc -l <"$scratch/out")" -eq 1 ] || { failures=$((failures + 1)); echo "command test failed: not one object for one sentence"; }
"$casus" explain "$scratch/a.txt" --at 500,510 --published 2024-06-20 >"$scratch/out" 2>"$scratch/err"
check "a span outside the text" 64 "casus: --at: 500,510 is outside the text, which has 36 characters; give two numbers up to 36"
"$casus" explain "$scratch/a.txt" --sentence "no such words" --published 2024-06-20 >"$scratch/out" 2>"$scratch/err"
check "a sentence not found" 64 "casus: --sentence: no sentence of $scratch/a.txt holds \"no such words\"; give words of one sentence"
"$casus" explain --at 1,5 >"$scratch/out" 2>"$scratch/err"
check "a span without a file" 64 "casus: --at: says nothing without a file; give FILE"
"$casus" explain "$scratch/none" --at 1,5 >"$scratch/out" 2>"$scratch/err"
check "a missing file to explain" 2 "casus: $scratch/none: no such file"

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
