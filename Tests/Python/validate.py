"""Checks the records that casus prints: against their JSON Schema, and every span against its text.

    validate.py --casus PROGRAM --schema docs/statement.schema.json EXAMPLES

EXAMPLES is a folder of texts. Exit status 1 names every record that fails; so does a folder that yields no record at all.
"""

import argparse
import copy
import json
import pathlib
import subprocess
import sys

import jsonschema

SPANS = ("span", "speaker_span", "cue_span", "content_span")


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--casus", required=True)
    options.add_argument("--schema", required=True, type=pathlib.Path)
    options.add_argument("examples", type=pathlib.Path)
    options = options.parse_args()

    if not options.schema.exists():
        print(f"schema test: there is no {options.schema}")
        return 1
    schema = json.loads(options.schema.read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    failures, records, texts = [], [], sorted(options.examples.glob("**/*.txt"))
    for path in texts:
        lines, complaint = read(options.casus, path)
        failures += [f"{path}: {complaint}"] if complaint else []
        found = []
        for number, line in enumerate(lines, 1):
            place = f"{path}, record {number}"
            try:
                record = json.loads(line)
            except ValueError as error:
                failures.append(f"{place}: {error}")
                continue
            failures += [f"{place}: {what}" for what in faults(validator, record)]
            found.append(record)
        failures += [f"{path}: {what}" for what in contradictions(found, text_of(path))]
        records += found

    if not records:
        failures.append(f"{options.examples}: casus read {len(texts)} texts and printed no record")
    broken, missed = try_broken(validator, records)
    failures += [f"the schema lets pass: {what}" for what in missed]

    for failure in failures[:50]:
        print(failure)
    print(f"schema test: {len(texts)} texts, {len(records)} records, {broken} broken records tried, {len(failures)} failures")
    return 1 if failures else 0


def read(casus, path):
    """The lines that casus prints for a text, and what is wrong with the run (None when nothing is)."""
    run = subprocess.run([casus, "read", str(path), "--format", "ndjson"], capture_output=True, check=False)
    complaint = None if run.returncode == 0 else f"casus ended with {run.returncode}: {run.stderr.decode(errors='replace').strip()}"
    try:
        # Not splitlines, which also splits at the line separators that JSON strings may hold.
        return [line for line in run.stdout.decode("utf-8").split("\n") if line], complaint
    except UnicodeDecodeError as error:
        return [], f"the output is not UTF-8: {error}"


def text_of(path):
    """The text that spans count in: no byte-order mark, lines ending in LF."""
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def faults(validator, record):
    return [f"{'/'.join(map(str, error.absolute_path)) or 'record'}: {error.message[:200]}" for error in validator.iter_errors(record)]


def contradictions(records, text):
    """What no schema can say: spans lie in the text and give their quote, names are unique, links lead somewhere."""
    records = [record for record in records if isinstance(record, dict)]
    names = [record.get("id") for record in records]
    for name in sorted({str(name) for name in names if names.count(name) > 1}):
        yield f"two records are called {name}"
    for record in records:
        name = record.get("id")
        for field in SPANS:
            span = record.get(field)
            if span is not None and not 0 <= span[0] < span[1] <= len(text):
                yield f"{name}: {field} {span} is not a piece of a text of {len(text)} characters"
        if record.get("span") and record.get("quote") != text[slice(*record["span"])]:
            yield f"{name}: the quote is not the text at {record['span']}"
        if record.get("cue_span") and record.get("cue") not in (None, text[slice(*record["cue_span"])]):
            yield f"{name}: the cue is not the text at {record['cue_span']}"
        for field in ("claims", "same_as", *(["about"] if record.get("kind") == "event" else [])):
            for target in record.get(field) or []:
                if target not in names:
                    yield f"{name}: {field} names {target}, which is no record of the document"


def try_broken(validator, records):
    """Breaks one record of each kind in several ways; gives how many were tried and which of them passed."""
    tried, missed = 0, []
    for broken in ({}, [], None, "event", {"kind": "event"}, {"kind": "rumour"}):
        tried += 1
        missed += [json.dumps(broken)] if validator.is_valid(broken) else []
    for kind in sorted({record["kind"] for record in records if isinstance(record, dict) and "kind" in record}):
        whole = next(record for record in records if record["kind"] == kind)
        for what, breakage in breakages(kind).items():
            broken = copy.deepcopy(whole)
            breakage(broken)
            tried += 1
            missed += [f"{kind}: {what}"] if validator.is_valid(broken) else []
    return tried, missed


def breakages(kind):
    def put(field, value):
        return lambda record: record.__setitem__(field, value)

    def drop(field):
        return lambda record: record.pop(field)

    common = {f"without {field}": drop(field) for field in ("id", "kind", "document", "sentence", "span", "quote", "rule", "confidence")}
    common |= {
        "unknown kind": put("kind", "rumour"),
        "empty id": put("id", ""),
        "span of one": put("span", [3]),
        "span of three": put("span", [1, 2, 3]),
        "span of fractions": put("span", [0.5, 2]),
        "negative span": put("span", [-1, 2]),
        "sentence 0": put("sentence", 0),
        "confidence above 1": put("confidence", 1.5),
        "confidence in words": put("confidence", "high"),
        "quote null": put("quote", None),
    }
    own = {
        "event": {
            "unknown type": put("type", "GOSSIP"),
            "unknown status": put("status", "maybe"),
            "date in words": put("date", "last week"),
            "actors as a string": put("actors", "Russia"),
            "an actor without a name": put("actors", [{"code": "RUS"}]),
            "without actors": drop("actors"),
        },
        "agreement": {
            "unknown stage": put("stage", "rumoured"),
            "parties as a string": put("parties", "Russia"),
            "unknown duty": put("duties", [{"kind": "friendship", "trigger": None, "quote": "x"}]),
            "without parties": drop("parties"),
        },
        "claim": {
            "unknown stance": put("stance", "mutters"),
            "direct in words": put("direct", "yes"),
            "speaker as a string": put("speaker", "Putin"),
            "without stance": drop("stance"),
        },
        "question": {"asks null": put("asks", None), "about as a string": put("about", "Russia"), "without asks": drop("asks")},
    }
    return common | own.get(kind, {})


if __name__ == "__main__":
    sys.exit(main())
