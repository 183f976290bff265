#!/bin/sh
# The verbs of a ledger as processes:  Tests/Command/ledger-test.sh CASUS
set -u
casus=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
case $casus in /*) ;; *) casus=$(pwd)/$casus ;; esac
export CASUS_NOW=2024-12-31T00:00:00Z
unset CASUS_USER CASUS_DATA 2>/dev/null
scratch=$(mktemp -d)
mounted=
trap '[ -z "$mounted" ] || umount "$mounted" 2>/dev/null; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
cases=0
failures=0
skipped=0

fail() {
    failures=$((failures + 1))
    echo "ledger test failed: $1"
}

# run ARGUMENT...: the program, its data in out, its chatter in err, its status in $got
run() {
    "$casus" "$@" >out 2>err
    got=$?
}

# check NAME STATUS LINE: it ended so, and its chatter is one line that begins so; none where LINE is empty
check() {
    cases=$((cases + 1))
    line=$(head -n 1 err)
    case $line in "$3"*) said=yes ;; *) said=no ;; esac
    [ -n "$3" ] || [ -z "$line" ] || said=no
    [ "$(wc -l <err)" -le 1 ] || said="more than a line"
    if [ "$got" != "$2" ] || [ "$said" != yes ]; then fail "$1: status $got, said: $(cat err)"; fi
}

# says NAME TEXT: its data hold a text
says() {
    cases=$((cases + 1))
    grep -qF -- "$2" out || fail "$1: does not say \"$2\" but: $(head -n 3 out)"
}

# says_not NAME TEXT
says_not() {
    cases=$((cases + 1))
    if grep -qF -- "$2" out; then fail "$1: says \"$2\""; fi
}

# prints NAME LINE: its data are one line
prints() {
    cases=$((cases + 1))
    [ "$(cat out)" = "$2" ] || fail "$1: prints $(head -n 3 out)"
}

# same NAME LEDGER LEDGER: two ledgers hold the same. The one way in which ledgers are compared.
same() {
    cases=$((cases + 1))
    "$casus" export ndjson --ledger "$2" >one 2>err && "$casus" export ndjson --ledger "$3" >two 2>>err || fail "$1: $(cat err)"
    [ -s one ] || fail "$1: nothing is exported"
    cmp -s one two || fail "$1: $2 and $3 differ"
}

skip() {
    skipped=$((skipped + 1))
    sh "$here/../../Scripts/skip.sh" "ledger test: $1" "$2" || fail "$1 was skipped"
}

# Three reports: the first two agree, the third has a word that no other has.
mkdir texts
cat >texts/a.txt <<'END'
Date: 2024-06-20
Source: First Wire
Title: A pact

Russia and North Korea signed a mutual defence treaty on 19 June 2024. The United States condemned Russia on Thursday.
END
cat >texts/b.txt <<'END'
Date: 2024-06-21
Source: Second Wire
Title: A pact again

Russia and North Korea signed a mutual defence treaty on 19 June 2024. It is unclear whether China will sign a treaty with Russia.
END
cat >texts/c.txt <<'END'
Date: 2024-07-02
Source: Second Wire
Title: A quarrel

France criticised Germany on Monday. The spokesman mentioned Xylophonia.
END
cat >texts/d.jsonl <<'END'
{"id":"line-1","published":"2024-07-03","publisher":"Lines","title":"A visit","text":"The Japanese foreign minister visited India on 1 July 2024."}
END

# Reading, and reading again.
run read texts --into casus.db
check "a first reading" 0 ""
says "a first reading" "casus.db: 4 documents read: "
says "a first reading" "statements added; 0 unchanged; 0 skipped"
cp casus.db first.db
run read texts --into casus.db
check "a second reading" 0 ""
prints "a second reading" "casus.db: 0 documents read; 4 unchanged; 0 skipped"
same "a second reading changes nothing" casus.db first.db
for name in a b c; do run read "texts/$name.txt" --into piece.db; done
run read - --into piece.db <texts/d.jsonl
check "from standard input" 0 ""
same "in one go and piece by piece" casus.db piece.db
run read texts --into jobs.db --jobs 1
same "one job and several" casus.db jobs.db
run read texts/a.txt none.txt --into casus.db
check "a missing document" 2 "casus: none.txt: no such file"
prints "a missing document" "casus.db: 0 documents read; 1 unchanged; 1 skipped"
for left in casus.db-wal casus.db-shm casus.db-writer; do [ ! -e $left ] || fail "a reading leaves $left behind"; done

# What it holds.
run info
check "info, of casus.db unless told" 0 ""
says "info" "documents: 4"
says "info" "readings: 4"
says "info" "last reading: 2024-12-31T00:00:00Z"
says "info" "published: 2024-06-20 to 2024-07-03"
says "info" "corrections: 0"
says "info" "Second Wire: 2 documents"
held=$(sed -n 's/^  statements: //p' out)
[ "${held:-0}" -ge 5 ] || fail "info: holds ${held:-no} statements"
run read texts --into count.db
says "what is read is what is held" "count.db: 4 documents read: $held statements added"
run info --documents --format ndjson
check "info --documents" 0 ""
[ "$(wc -l <out)" = 4 ] || fail "info --documents: has $(wc -l <out) lines"
key=$(sed -n '/First Wire/s/.*"key":"\([0-9a-f]*\)".*/\1/p' out)
quarrel=$(sed -n '/A quarrel/s/.*"key":"\([0-9a-f]*\)".*/\1/p' out)
[ ${#key} = 20 ] && [ ${#quarrel} = 20 ] || fail "info --documents: no keys"
run verify
check "verify" 0 ""
prints "verify" "casus.db: 4 documents, $held statements, no faults"
run verify casus.db --ledger casus.db
check "two ledgers" 64 "casus: casus.db: names a second ledger"

# Questions to it, and when they find nothing.
run timeline RUS PRK -e
check "timeline" 0 ""
says "timeline" "2024-06-19"
says_not "timeline of two states" "France"
run timeline FRA PRK -e
check "a timeline of nothing" 1 ""
run timeline FRA PRK
check "a timeline of nothing without -e" 0 ""
for verb in timeline claims questions actors; do
    run $verb --known-by 2024-12-30 -e
    check "$verb --known-by the day before the first reading" 1 ""
    run $verb --known-by 2024-12-30 --format ndjson
    prints "$verb --known-by the day before the first reading" ""
done
run timeline --known-by 2024-12-31 -e
check "timeline --known-by the day of the reading" 0 ""
run questions CHN -e
check "questions" 0 ""
run actors -e
check "actors" 0 ""
says "actors" "JPN"
run dossier RUS PRK
check "dossier" 0 ""
run search Xylophonia
check "search" 0 ""
says "search" "Xylophonia: in 1 text"
says "search" "A quarrel"
run search '"defence treaty"' -e
check "search for a phrase" 0 ""
run search '"treaty defence"' -e
check "search for a phrase that is not there" 1 ""
run search 'xylo*' -e
check "search for a beginning" 0 ""
run search Xylophonia --known-by 2024-12-30 -e
check "search --known-by the day before" 1 ""
run search Xylophonia --source "First Wire" -e
check "search of another source" 1 ""

# Statements.
run search signed --format ndjson
id=$(sed -n '1s/.*"statement":{"id":"\([0-9a-f]*\)","kind":"agreement","document":"a.txt".*/\1/p;2s/.*"statement":{"id":"\([0-9a-f]*\)","kind":"agreement","document":"a.txt".*/\1/p' out | head -n 1)
[ ${#id} = 20 ] || fail "search: no id of an agreement"
run show "$id"
check "show a statement" 0 ""
says "show a statement" "agreement $id"
says "show a statement" "Russia and North Korea signed a mutual defence treaty"
says "show a statement" "from 2024-12-31T00:00:00Z until now"
run show "$(echo "$id" | cut -c 1-8)"
check "show by the first digits" 0 ""
says "show by the first digits" "agreement $id"
run show "$id" --known-by 2024-12-30 -e
check "show what was not yet known" 1 ""
says_not "show what was not yet known" "until now"
run show "$key"
check "show a document" 0 ""
says "show a document" "A pact"
says "show a document" "First Wire, 2024-06-20"
run show ffffffff
check "show nothing" 64 "casus: ffffffff: no statement and no document"

# Corrections.
run correct "$id" --set signed=2024-06-18
check "nobody corrects" 64 "casus: who corrects it?; give --by NAME"
run correct "$id" --by Ann
check "corrects nothing" 64 "casus: corrects nothing"
run correct "$id" --set stagee=signed --by Ann
check "an unknown field" 64 "casus: stagee is no field of this agreement; did you mean stage?"
run correct "$id" --set stage --by Ann
check "no value" 64 "casus: --set: "
run correct "$id" --set signed=yesterdayish --by Ann
[ "$got" = 2 ] || [ "$got" = 64 ] || fail "a bad value: status $got"
check "a bad value" "$got" "casus: "
grep -q 'signed: "yesterdayish" is no date; write EDTF' err || fail "a bad value: said $(cat err)"
run correct "$id" --set signed=2024-06-18 --set status=certain --by Ann
[ "$got" = 2 ] || [ "$got" = 64 ] || fail "a good value and a bad one: status $got"
run correct ffffffff --not-stated --by Ann
check "correct no such statement" 64 "casus: ffffffff: no such statement"
same "what is refused changes nothing" casus.db first.db
run correct "$id" --set signed=2024-06-18 --note "see the text" --by Ann
check "correct" 0 ""
prints "correct" "$id: 1 correction by Ann, 2024-12-31T00:00:00Z"
run show "$id"
says "a corrected statement" 'signed: "2024-06-18"'
says "a corrected statement" "corrected by Ann on 2024-12-31: signed is \"2024-06-18\" (see the text)"
run timeline RUS PRK
says "a corrected timeline" "2024-06-18"
CASUS_USER=Bob run correct "$id" --not-stated
check "not stated, by CASUS_USER" 0 ""
run timeline --source "First Wire" RUS PRK --kind agreement -e
check "what is not stated is left out" 1 ""
run correct "$id" --stated --by Ann
check "stated after all" 0 ""
run timeline --source "First Wire" RUS PRK --kind agreement -e
check "what is stated after all is there" 0 ""
run info
says "info after corrections" "corrections: 3"
run verify
check "verify after corrections" 0 ""
run read texts --into casus.db
prints "corrections stay when it is read again" "casus.db: 0 documents read; 4 unchanged; 0 skipped"

# Out and in again, with the corrections.
run export ndjson
check "export ndjson" 0 ""
cp out all.ndjson
run import ndjson all.ndjson --into again.db
check "import" 0 ""
same "out and in again" casus.db again.db
run verify again.db
check "what was taken in holds together" 0 ""
run import ndjson all.ndjson --into again.db
check "import into a ledger that is there" 2 "casus: again.db: is there already"
head -n 5 all.ndjson >cut.ndjson
run import ndjson cut.ndjson --into cut.db
check "import of a file that breaks off" 2 "casus: cut.ndjson: breaks off: its last line is missing"
sed 's/Xylophonia/Xylophonie/' all.ndjson >changed.ndjson
run import ndjson changed.ndjson --into cut.db
check "import of a changed text" 2 "casus: changed.ndjson"
[ ! -e cut.db ] && [ ! -e cut.db.part ] || fail "an import that failed leaves a ledger"
run export csv --to tables
check "export csv" 0 ""
for table in documents statements parties links duties corrections; do [ -s tables/$table.csv ] || fail "export csv: no $table"; done
for form in ftm jsonld; do
    run export $form
    check "export $form" 0 ""
    [ -s out ] || fail "export $form: nothing"
done
run pacts RUS PRK --on 2024-07-01 --ledger casus.db --source ledger --format csv
check "the treaties that reports tell of" 0 ""

# Forgetting.
grep -q Xylophonia casus.db || fail "the ledger's file does not hold the text as it stands: the test of forgetting shows nothing"
run forget nothing
check "forget nothing" 64 "casus: nothing: no such document"
run forget "$quarrel"
check "forget" 0 ""
prints "forget" "forgotten: $quarrel (A quarrel)"
# Neither the text nor the index of words has kept it, in lower case or as it stood.
cases=$((cases + 1))
if cat casus.db* | grep -qi xylophon; then fail "a forgotten text is still in the file"; fi
run search Xylophonia -e
check "search for what is forgotten" 1 ""
run read texts --into casus.db
check "read what is forgotten" 0 "casus: note: $quarrel was forgotten on purpose and is not read; casus forget $quarrel --undo"
prints "read what is forgotten" "casus.db: 0 documents read; 3 unchanged; 1 skipped (1 forgotten on purpose)"
run info
says "info after forgetting" "documents: 3"
says "info after forgetting" "forgotten documents: 1"
run verify
check "verify after forgetting" 0 ""
run forget "$quarrel" --undo
check "forget --undo" 0 ""
prints "forget --undo" "$quarrel may be read again"
run forget "$quarrel" --undo
check "forget --undo twice" 64 "casus: $quarrel: was not forgotten"
run read texts --into casus.db
check "read after --undo" 0 ""
says "read after --undo" "casus.db: 1 document read: "
run search Xylophonia -e
check "search after --undo" 0 ""
run verify
prints "verify after --undo" "casus.db: 4 documents, $held statements, no faults"

# Wrong use.
run timelin
check "a misspelt verb" 64 "casus: timelin: no such verb; did you mean timeline?"
run timeline --ledgr casus.db
check "a misspelt flag" 64 "casus: --ledgr: no such flag; did you mean --ledger?"
run timeline Rusia
check "a misspelt state" 64 "casus: Rusia: no such state; did you mean Russia?"
run timeline RUS PRK CHN
check "three states" 64 "casus: CHN: what is this word for?"
run timeline --kind evnt
check "a misspelt kind" 64 "casus: --kind: "
run search
check "search for nothing" 64 "casus: search for what?"
run read texts --into casus.db --format csv
check "a format of what is kept" 64 "casus: --format: says nothing to --into"
CASUS_NOW=soon run read texts --into casus.db
check "no time" 64 "casus: CASUS_NOW: \"soon\" is no time"
run info postgres://localhost/casus
check "PostgreSQL" 64 "casus: postgres://localhost/casus: ledgers in PostgreSQL are not supported yet"

# What is no ledger. Nothing is made or changed by trying.
everyone() {
    run info "$1"
    check "info of $2" 2 "casus: $1: $3"
    run verify "$1"
    check "verify of $2" 2 "casus: $1: $3"
    run timeline --ledger "$1"
    check "timeline of $2" 2 "casus: $1: $3"
    run forget "$key" --ledger "$1"
    check "forget in $2" 2 "casus: $1: $3"
    run correct "$id" --not-stated --by Ann --ledger "$1"
    check "correct in $2" 2 "casus: $1: $3"
}
everyone none.db "a missing ledger" "no such ledger; make one: casus read FILE --into none.db"
[ ! -e none.db ] || fail "asking a missing ledger makes it"
mkdir folder
everyone folder "a folder" "is a folder; give a file"
run read texts --into folder
check "read into a folder" 2 "casus: folder: is a folder; give a file"
run read texts --into nowhere/casus.db
check "read into a missing folder" 2 "casus: nowhere/casus.db: cannot be written to (No such file or directory)"
cp texts/a.txt text.db
everyone text.db "a text" "is no ledger; give a file that casus read --into has made"
run read texts --into text.db
check "read into a text" 2 "casus: text.db: is no ledger"
cmp -s text.db texts/a.txt || fail "a text was changed"
head -c 100000 casus.db >half.db
run timeline --ledger half.db
check "half a ledger" 2 "casus: half.db: is damaged"
run verify half.db
[ "$got" = 2 ] || fail "verify of half a ledger: status $got"
if command -v python3 >/dev/null && python3 -c 'import sqlite3' 2>/dev/null; then
    python3 -c 'import sqlite3; d = sqlite3.connect("other.db"); d.execute("CREATE TABLE text (id)"); d.commit()'
    cp other.db other.copy
    everyone other.db "another SQLite file" "is no ledger; give a file that casus read --into has made"
    run read texts --into other.db
    check "read into another SQLite file" 2 "casus: other.db: is no ledger"
    cmp -s other.db other.copy || fail "another SQLite file was changed"
    cp casus.db newer.db
    python3 -c 'import sqlite3; d = sqlite3.connect("newer.db"); d.execute("PRAGMA user_version = 99"); d.commit()'
    everyone newer.db "a newer ledger" "was made by a newer Casus (form 99 of the ledger"
    run read texts --into newer.db
    check "read into a newer ledger" 2 "casus: newer.db: was made by a newer Casus"
    cp casus.db changed.db
    python3 -c '
import sqlite3
d = sqlite3.connect("changed.db")
d.execute("UPDATE text SET body = replace(body, ?, ?)", ("France", "Frence"))
d.commit()'
    run verify changed.db
    [ "$got" = 2 ] || fail "verify of a changed text: status $got"
    grep -q "its text was changed" err || fail "verify of a changed text: said $(head -n 3 err)"
else
    skip "files of other programs" "no python3 with sqlite3"
fi

# Only to be read: asked like any other, and checked too.
read_only() {
    "$@" info "$ledger" >out 2>err
    got=$?
    check "info, $where" 0 ""
    says "info, $where" "documents: 4"
    "$@" search Xylophonia --ledger "$ledger" -e >out 2>err
    got=$?
    check "search, $where" 0 ""
    "$@" verify "$ledger" >out 2>err
    got=$?
    check "verify, $where" 0 "casus: note: "
    says "verify, $where" "no faults"
    "$@" read "$scratch/texts" --into "$ledger" >out 2>err
    got=$?
    check "read, $where" 2 "casus: $ledger: "
    grep -q 'written to' err || fail "read, $where: said $(cat err)"
}
where="a file that is read-only"
if [ "$(id -u)" != 0 ]; then
    mkdir own && cp casus.db own/casus.db && chmod 444 own/casus.db
    ledger=own/casus.db read_only "$casus"
    where="a folder that is read-only"
    chmod 644 own/casus.db && chmod 555 own
    ledger=own/casus.db read_only "$casus"
    chmod 755 own
elif command -v runuser >/dev/null && chmod 755 "$scratch" && runuser -u nobody -- test -x "$casus" &&
    runuser -u nobody -- "$casus" --version >out 2>err; then
    mkdir own && cp casus.db own/casus.db && chmod 777 own && chmod 444 own/casus.db
    ledger=$scratch/own/casus.db
    read_only runuser -u nobody -- "$casus"
    where="a folder that is read-only"
    chmod 755 own && chmod 666 own/casus.db
    read_only runuser -u nobody -- "$casus"
    chmod 600 own/casus.db
    runuser -u nobody -- "$casus" info "$ledger" >out 2>err
    got=$?
    check "a file that may not be read" 2 "casus: $ledger: permission denied; make it readable"
else
    skip "files that are read-only" "root cannot become nobody here"
fi

mkdir disk
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=600k tmpfs disk 2>/dev/null; then
    mounted=$scratch/disk
    # A full disk: one line, and what was recorded is kept.
    mkdir many
    n=0
    while [ $n -lt 200 ]; do
        n=$((n + 1))
        printf 'Date: 2024-06-20\nTitle: Report %d\n\nRussia and North Korea signed a mutual defence treaty on %d June 2024. France criticised Germany on Monday.\n' $n $((n % 28 + 1)) >many/$n.txt
    done
    run read many --into disk/casus.db
    check "a full disk" 2 "casus: disk/casus.db: the disk is full"
    told=$(sed -n 's/^disk\/casus.db: \([0-9]*\) documents\{0,1\} read.*/\1/p' out)
    [ "${told:-0}" -gt 0 ] && [ "${told:-0}" -lt 200 ] || fail "a full disk: ${told:-no} documents fit; the test shows nothing"
    mkdir saved
    cp disk/casus.db* saved/
    run verify saved/casus.db
    check "what a full disk has kept, elsewhere" 0 ""
    says "what a full disk has kept, elsewhere" "saved/casus.db: $told documents, "
    run info saved/casus.db
    says "what a full disk has kept is what it told" "documents: $told"
    run read many --into disk/casus.db
    check "a disk that is still full" 2 "casus: disk/casus.db: the disk is full"
    mount -o remount,size=16m disk
    run verify disk/casus.db
    check "what a full disk has kept, with room again" 0 ""
    says "what a full disk has kept, with room again" "no faults"
    run read many --into disk/casus.db
    check "reading on with room again" 0 ""
    says "reading on with room again" "disk/casus.db: $((200 - told)) documents read: "
    run read many --into whole.db
    same "a disk that was full and one that was not" whole.db disk/casus.db
    # A disk with no room for the first page, or just for the tables.
    for size in 20 140 160 200; do
        umount disk && mount -t tmpfs -o size=${size}k tmpfs disk
        run read many --into disk/casus.db
        check "a disk of ${size}k" 2 "casus: disk/casus.db: the disk is full"
        mount -o remount,size=16m disk
        run read many --into disk/casus.db
        check "a disk that had ${size}k" 0 ""
    done
    # A full disk can be asked, or says so; nothing is lost by it.
    umount disk && mount -t tmpfs -o size=600k tmpfs disk
    cp casus.db disk/casus.db
    cat /dev/zero >disk/fill 2>/dev/null
    run search Xylophonia --ledger disk/casus.db -e
    if [ "$got" = 0 ]; then
        check "asking on a full disk" 0 ""
    else
        check "asking on a full disk" 2 "casus: disk/casus.db: the disk is full"
    fi
    run correct "$id" --not-stated --by Ann --ledger disk/casus.db
    check "correcting on a full disk" 2 "casus: disk/casus.db: the disk is full"
    rm disk/fill
    run verify disk/casus.db
    check "a ledger that was asked on a full disk" 0 ""
    # A disk that is read-only.
    umount disk && mount -t tmpfs -o size=2m tmpfs disk
    cp casus.db disk/casus.db
    mount -o remount,ro disk
    where="a disk that is read-only" ledger=disk/casus.db
    read_only "$casus"
    umount disk
    mounted=
else
    skip "a full disk" "no right to mount one"
fi

# One writer at a time; readers beside it.
mkfifo pipe
"$casus" read texts/a.txt pipe --into busy.db --jobs 1 >first.out 2>first.err &
writer=$!
exec 3>pipe
tries=0
until run search signed --ledger busy.db -e && [ "$got" = 0 ] || [ $tries -ge 100 ]; do
    tries=$((tries + 1))
    sleep 0.05
done
check "a search beside a writer" 0 ""
says "a search beside a writer" "signed: in 1 text"
run info busy.db
check "a reader beside a writer" 0 ""
says "a reader beside a writer" "documents: 1"
run read texts --into busy.db
check "a second writer" 2 "casus: busy.db: another process is writing to it; wait until it has ended"
prints "a second writer" ""
ln -s busy.db link.db
run read texts --into link.db
check "a second writer, through a link" 2 "casus: link.db: another process is writing to it"
run correct "$id" --not-stated --by Ann --ledger busy.db
check "a correction beside a writer" 2 "casus: busy.db: another process is writing to it"
run verify busy.db
check "verify beside a writer" 0 "casus: note: "
says "verify beside a writer" "no faults"
cat texts/c.txt >&3
exec 3>&-
wait $writer
got=$?
cp first.out out
cp first.err err
check "the first writer" 0 ""
says "the first writer" "busy.db: 2 documents read: "
run read texts --into busy.db
check "the next writer" 0 ""
says "the next writer" "busy.db: 2 documents read: "
# A lock that a killed writer has left holds nobody up.
: >casus.db-writer
run read texts --into casus.db
check "a lock that nobody holds" 0 ""

# Readers of the output that go away, and a disk that takes none of it.
for verb in "timeline --format ndjson" "export ndjson" "export csv" "info --documents" "search signed" "claims"; do
    # More than a pipe holds, so that the writing fails indeed.
    [ -e big.db ] || { [ -d many ] && "$casus" read many --into big.db >out 2>err || cp casus.db big.db; }
    # shellcheck disable=SC2086 # a verb and its flags
    { "$casus" $verb --ledger big.db 2>err; echo $? >status; } | head -n 1 >out
    got=$(cat status)
    check "$verb | head -1" 0 ""
    if [ -w /dev/full ]; then
        # shellcheck disable=SC2086
        "$casus" $verb --ledger casus.db >/dev/full 2>err
        got=$?
        check "$verb >/dev/full" 2 "casus: the output cannot be written: "
    fi
done

[ $skipped = 0 ] && note="" || note=", $skipped parts skipped"
echo "ledger tests: $cases cases, $failures failures$note"
[ "$failures" = 0 ]
