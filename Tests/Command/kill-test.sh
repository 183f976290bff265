#!/bin/sh
# casus read --into and casus forget, killed at random moments:  Tests/Command/kill-test.sh CASUS [ROUNDS]
# After each kill the ledger must open and be sound, hold whole documents only, and all that was seen in it before; read to its end
# it must equal one that nobody disturbed, byte by byte. SEED=N repeats the moments of an earlier run, as far as the machine does.
set -u
casus=$1
rounds=${2:-200}
seed=${SEED:-$(date +%s)}
export CASUS_NOW=2024-12-31T00:00:00Z
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
texts=$scratch/texts
ledger=$scratch/ledger/casus.db
failures=0
round=0

fail() {
    failures=$((failures + 1))
    echo "kill test failed: round $round of seed $seed: $1"
    [ "$failures" -lt 20 ] || { echo "kill test: given up"; exit 1; }
}

now() { echo $(($(date +%s%N) / 1000000)); }

# export_to FILE: everything in the ledger, without the line that counts the others. The one way in which ledgers are compared.
export_to() {
    if ! "$casus" export ndjson --ledger "$ledger" >"$1.all" 2>"$scratch/err"; then
        # Killed while it was made: the first to look clears that away, and a file without anything in it is left.
        [ ! -s "$ledger" ] && [ ! -s "$scratch/seen" ] && grep -q ': is no ledger;' "$scratch/err" || fail "export: $(head -n 1 "$scratch/err")"
        return 1
    fi
    tail -n 1 "$1.all" | grep -q '^{"kind":"end"' || { fail "export: has no last line"; return 1; }
    sed '$d' "$1.all" >"$1"
}

# The keys of the documents in an export.
keys() { sed -n 's/^{"kind":"document","key":"\([0-9a-f]*\)".*/\1/p' "$1"; }

# Some hundred small documents: files, two folders deep, and JSON Lines; some come twice.
mkdir -p "$texts/wire/late"
awk -v dir="$texts" '
    function day(n) { return sprintf("202%d-%02d-%02d", n % 5, n % 12 + 1, n % 28 + 1) }
    function story(n, a, b, c) {
        a = state[n % states + 1]; b = state[(n * 7 + 3) % states + 1]; c = state[(n * 5 + 1) % states + 1]
        if (a == b) b = "Iceland"
        if (n % 3 == 0) return a " and " b " signed a treaty of mutual defence on " n % 28 + 1 " " month[n % 12 + 1] ". " \
            c " denied that it had attacked " b " with " n + 2 " tanks."
        return "The foreign minister of " c " " verb[n % verbs + 1] " " a " on Tuesday. " \
            a " promised to send " n + 2 " tanks to " b ". It is unclear whether " b " will " plan[n % plans + 1] "."
    }
    BEGIN {
        states = split("Russia,North Korea,Ukraine,Turkey,Azerbaijan,France,Germany,Poland,China,Japan,Iran,Pakistan,India", state, ",")
        verbs = split("condemned,criticised,visited,accused,praised,threatened", verb, ",")
        plans = split("sign a new treaty,withdraw its troops,impose sanctions,attend the summit", plan, ",")
        split("January,February,March,April,May,June,July,August,September,October,November,December", month, ",")
        for (n = 0; n < 240; n++) {
            file = dir (n % 3 ? "/" : n % 2 ? "/wire/" : "/wire/late/") sprintf("%03d.txt", n)
            printf "Date: %s\nSource: Wire %d\nTitle: Story %d\n\n%s\n", day(n), n % 4, n, story(n) >file
            close(file)
        }
        file = dir "/lines.jsonl"
        for (n = 240; n < 360; n++) {
            printf "{\"id\":\"line-%d\",\"published\":\"%s\",\"publisher\":\"Lines\",\"text\":\"%s\"}\n", n, day(n), story(n) >file
            # The same text on another day is another document; the same line again is none.
            if (n % 20 == 0) printf "{\"id\":\"again-%d\",\"published\":\"2025-01-01\",\"publisher\":\"Lines\",\"text\":\"%s\"}\n", n, story(n) >file
            if (n % 30 == 0) printf "{\"id\":\"line-%d\",\"published\":\"%s\",\"publisher\":\"Lines\",\"text\":\"%s\"}\n", n, day(n), story(n) >file
        }
    }'

read_all() { exec "$casus" read "$texts" --into "$ledger" >"$scratch/out" 2>"$scratch/said"; }

fresh() {
    rm -rf "$scratch/ledger"
    mkdir "$scratch/ledger"
    : >"$scratch/seen"
    found=0
}

# Undisturbed, twice: the reference, how long it takes, and that it comes out the same.
fresh
( read_all ) || { fail "the undisturbed run: $(cat "$scratch/said")"; exit 1; }
export_to "$scratch/reference" || exit 1
fresh
start=$(now)
( read_all ) || fail "the second undisturbed run: $(cat "$scratch/said")"
whole=$(($(now) - start))
export_to "$scratch/second" && { cmp -s "$scratch/reference" "$scratch/second" || fail "two undisturbed runs differ"; }
documents=$(keys "$scratch/reference" | wc -l)
[ "$documents" -ge 300 ] || fail "only $documents documents were read"

# check_ledger FIRST: whether what a kill has left is sound; FIRST says who opens it first, a reader or a writer.
check_ledger() {
    found=0
    if [ ! -e "$ledger" ]; then
        [ ! -s "$scratch/seen" ] || fail "the ledger is gone, and documents were in it"
        return
    fi
    if [ ! -s "$ledger" ]; then
        # Killed before the first page was written.
        [ ! -s "$scratch/seen" ] || fail "the ledger is empty, and documents were in it"
        return
    fi
    for who in $1; do
        case $who in
        verify)
            "$casus" verify "$ledger" >"$scratch/out" 2>"$scratch/err" || fail "verify: $(cat "$scratch/out" "$scratch/err" | head -n 3)"
            ;;
        export)
            if export_to "$scratch/part"; then
                # Documents are recorded one by one, in their order, each whole.
                head -n "$(wc -l <"$scratch/part")" "$scratch/reference" | cmp -s - "$scratch/part" || fail "what is left is no beginning of what was read"
                keys "$scratch/part" | sort >"$scratch/keys"
                found=$(wc -l <"$scratch/keys")
                lost=$(comm -23 "$scratch/seen" "$scratch/keys" | wc -l)
                [ "$lost" = 0 ] || fail "$lost documents were there before and are lost"
                cp "$scratch/keys" "$scratch/seen"
            fi
            ;;
        esac
    done
}

# Reads to the end what a kill has left.
finish() {
    ( read_all ) || { fail "the rerun: status $?: $(head -n 1 "$scratch/said")"; fresh; return; }
    "$casus" verify "$ledger" >"$scratch/out" 2>"$scratch/err" || fail "verify at the end: $(cat "$scratch/out" "$scratch/err" | head -n 3)"
    if export_to "$scratch/last"; then
        if cmp -s "$scratch/reference" "$scratch/last"; then equal=$((equal + 1)); else fail "the finished ledger differs from the reference"; fi
    fi
    fresh
}

before=0 while=0 after=0 making=0 again=0 watched=0 equal=0
fresh
killed_before=no
# A line a round: the moment, what looks first, whether somebody looks just before the kill, whether the ledger is finished after it.
awk -v seed="$seed" -v rounds="$rounds" 'BEGIN {
    srand(seed)
    for (n = 1; n <= rounds; n++) {
        aim = n % 8 == 1 ? "making" : "moment"
        print aim, rand(), int(rand() * 3), int(rand() * 2), (rand() < 0.4 ? "finish" : "go-on")
    }
}' >"$scratch/plan"
begun=$(now)
while read -r aim moment first watch then <&3; do
    round=$((round + 1))
    if [ "$aim" = making ] && [ "$killed_before" = yes ]; then
        # Only a new ledger is made.
        finish
        killed_before=no
    fi
    [ "$killed_before" = no ] || again=$((again + 1))
    ( read_all ) &
    pid=$!
    if [ "$aim" = making ]; then
        # The tables are made in one transaction: a short moment that chance seldom hits. It begins with the one file and has come to
        # its last part with the other.
        mark=$ledger-journal
        [ "$watch" = 0 ] || mark=$ledger
        tries=0
        until [ -s "$mark" ] || [ -e "$ledger-wal" ] || [ "$tries" -ge 300000 ]; do tries=$((tries + 1)); done
    else
        sleep "$(awk -v m="$moment" -v w="$whole" -v f="$found" -v d="$documents" 'BEGIN { printf "%.4f", m * (30 + w * (1 - f / d)) / 1000 }')"
        if [ "$watch" = 1 ] && [ -s "$ledger" ]; then
            # What a reader sees has been recorded, and must not be lost.
            if "$casus" info "$ledger" --documents --format ndjson >"$scratch/live" 2>"$scratch/err"; then
                sed -n 's/.*"key":"\([0-9a-f]*\)".*/\1/p' "$scratch/live" | sort | comm -13 "$scratch/seen" - >"$scratch/new"
                [ ! -s "$scratch/new" ] || watched=$((watched + 1))
                sort "$scratch/seen" "$scratch/new" -o "$scratch/seen"
            else
                grep -q 'is no ledger' "$scratch/err" && [ ! -s "$scratch/seen" ] || fail "a reader beside the writer: $(head -n 1 "$scratch/err")"
            fi
        fi
    fi
    # Where it has ended already there is nothing to kill.
    kill -9 "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    [ ! -s "$scratch/said" ] || fail "the run said: $(head -n 1 "$scratch/said")"
    [ "$aim" != making ] || [ ! -s "$ledger-journal" ] || making=$((making + 1))
    killed_before=yes
    if [ "$first" = 2 ] && [ "$round" -lt "$rounds" ] && [ "$then" = finish ]; then
        # Nobody looks: the rerun is the first to open it. How far it had come is told from what the rerun leaves alone.
        ( read_all ) || fail "the rerun at once: status $?: $(head -n 1 "$scratch/said")"
        found=$(sed -n 's/.*; \([0-9]*\) unchanged;.*/\1/p' "$scratch/out")
        found=${found:-0}
        [ "$found" -le "$documents" ] || found=$documents
        [ "$found" -ge "$(wc -l <"$scratch/seen")" ] || fail "the rerun read again what was there"
    else
        case $first in 0) check_ledger "verify export" ;; *) check_ledger "export verify" ;; esac
    fi
    if [ "$found" = 0 ]; then before=$((before + 1)); elif [ "$found" -lt "$documents" ]; then while=$((while + 1)); else after=$((after + 1)); fi
    if [ "$then" = finish ] || [ "$found" = "$documents" ]; then
        finish
        killed_before=no
    fi
done 3<"$scratch/plan"
[ "$killed_before" = no ] || finish
# A test that kills nobody at work shows nothing.
[ $((while * 4)) -ge "$rounds" ] || fail "only $while of $rounds kills came while documents were recorded"
[ "$equal" -gt 0 ] || fail "no ledger was read to its end"

# Documents that are forgotten, one in ten: each is gone wholly or there wholly, and the rest can be forgotten afterwards.
fresh
( read_all ) || fail "the run before forgetting"
cp "$ledger" "$scratch/full.db"
keys "$scratch/reference" | awk 'NR % 10 == 0' | sort >"$scratch/unwanted"
start=$(now)
xargs "$casus" forget --ledger "$ledger" <"$scratch/unwanted" >"$scratch/out" 2>"$scratch/err" || fail "forget: $(head -n 1 "$scratch/err")"
whole_forget=$(($(now) - start))
export_to "$scratch/rest" || exit 1
forgotten=0
for moment in $(awk -v seed="$seed" -v rounds="$rounds" 'BEGIN { srand(seed + 1); for (n = 0; n < rounds / 10; n++) print rand() }'); do
    round=$((round + 1))
    fresh
    cp "$scratch/full.db" "$ledger"
    # shellcheck disable=SC2046 # keys hold no spaces
    "$casus" forget $(cat "$scratch/unwanted") --ledger "$ledger" >"$scratch/out" 2>"$scratch/said" &
    pid=$!
    sleep "$(awk -v m="$moment" -v w="$whole_forget" 'BEGIN { printf "%.4f", m * w / 1000 }')"
    kill -9 "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    "$casus" verify "$ledger" >"$scratch/out" 2>"$scratch/err" || fail "verify after forget: $(cat "$scratch/out" "$scratch/err" | head -n 3)"
    export_to "$scratch/part" || continue
    sed -n 's/^{"kind":"forgotten","document_key":"\([0-9a-f]*\)".*/\1/p' "$scratch/part" | sort >"$scratch/gone"
    keys "$scratch/part" | sort | comm -12 - "$scratch/unwanted" >"$scratch/left"
    sort "$scratch/gone" "$scratch/left" | cmp -s - "$scratch/unwanted" || fail "what was forgotten and what is left are not all"
    if [ -s "$scratch/gone" ] && [ -s "$scratch/left" ]; then forgotten=$((forgotten + 1)); fi
    if [ -s "$scratch/left" ]; then
        xargs "$casus" forget --ledger "$ledger" <"$scratch/left" >"$scratch/out" 2>"$scratch/err" || fail "forget again: $(head -n 1 "$scratch/err")"
    fi
    export_to "$scratch/last" && { cmp -s "$scratch/rest" "$scratch/last" || fail "what is left after forgetting differs"; }
done
[ "$rounds" -lt 100 ] || [ "$forgotten" -gt 0 ] || fail "no kill came in the midst of forgetting"
seconds=$((($(now) - begun) / 1000))

echo "kill tests: $round kills in $seconds s (seed $seed, $documents documents, undisturbed $whole ms):" \
    "$before before the first document was recorded, $while between, $after after the last; $making while the ledger was made," \
    "$again of reruns, $watched with a reader that saw new documents; $equal ledgers finished and equal, $forgotten in the midst of forgetting, $failures failures"
[ "$failures" = 0 ]
