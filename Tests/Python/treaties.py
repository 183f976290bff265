"""The treaty files against docs/treaty.schema.json, and the schema against broken files.

What `casus pacts check` accepts must be what the schema accepts: each broken file is given to both.

    python treaties.py --schema docs/treaty.schema.json --casus .build/release/casus Data/treaties
"""

import argparse
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema


def broken(treaty):
    """Copies of a sound treaty, each with one fault: a name for it, and the copy."""

    def change(name, edit):
        other = copy.deepcopy(treaty)
        edit(other)
        return name, other

    return [
        change("no title", lambda t: t.pop("title")),
        change("an unknown field", lambda t: t.update(artcle="5")),
        change("an unknown force", lambda t: t.update(force="treatie")),
        change("a date that is none", lambda t: t.update(signed="04.04.1949")),
        change("a party without a state", lambda t: t["parties"].append({"source": "unts"})),
        change("a party with state and states", lambda t: t["parties"].append({"state": "FRA", "states": ["GBR"], "source": "unts"})),
        change("a lower-case state", lambda t: t["parties"].append({"state": "fra", "source": "unts"})),
        change("a duty without a kind", lambda t: t["duties"][0].pop("kind")),
        change("a trigger without an act", lambda t: t["duties"][0]["trigger"].pop("act")),
        change("an act that is none", lambda t: t["duties"][0]["trigger"].update(act=["attak"])),
        change("an exception without a reason", lambda t: t["duties"][0].update(exceptions=[{"states": ["FRA"], "effect": "excused", "source": "unts"}])),
        change("a source that was neither seen nor not", lambda t: t["sources"]["unts"].pop("seen")),
        change("text for a number", lambda t: t.update(atop="3180")),
    ]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--schema", required=True)
    parser.add_argument("--casus", required=True)
    parser.add_argument("folder")
    options = parser.parse_args()
    schema = json.loads(pathlib.Path(options.schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    faults = []
    files = sorted(pathlib.Path(options.folder).glob("*.json"))
    for file in files:
        for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
            faults.append(f"{file}: {list(error.absolute_path)}: {error.message[:200]}")

    def check(text, name):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.write_text(text, encoding="utf-8")
            return subprocess.run([options.casus, "pacts", "check", str(path)], capture_output=True, text=True, check=False)

    model = json.loads((pathlib.Path(options.folder) / "north-atlantic-1949.json").read_text(encoding="utf-8"))
    if check(json.dumps(model), "north-atlantic-1949.json").returncode != 0:
        faults.append("pacts check refuses a sound file")
    cases = broken(model)
    for name, treaty in cases:
        if validator.is_valid(treaty):
            faults.append(f"the schema accepts {name}")
        run = check(json.dumps(treaty), "north-atlantic-1949.json")
        if run.returncode != 2 or len(run.stderr.strip().splitlines()) < 1 or "north-atlantic-1949.json" not in run.stderr:
            faults.append(f"pacts check on {name}: status {run.returncode}, said: {run.stderr.strip()}")
    for fault in faults:
        print(fault)
    print(f"schema test: {len(files)} treaties, {len(cases)} broken ones, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
