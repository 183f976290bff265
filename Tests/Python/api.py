"""Asks the API of the built server what its own OpenAPI promises, with schemathesis.

    api.py --casus CASUS [--seconds N]

A ledger of the examples is served; every operation is asked with what its parameters allow and with what they do not. No answer may be a
failure of the server or a status, type, header or form that is not described. Exit status 1 names every operation that broke its word.
"""

import argparse
import glob
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "unsupported_method", "allow_header_conformance",
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--casus", required=True)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("words", nargs="*", help="further words for schemathesis")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = folder + "/casus.db"
        texts = sorted(glob.glob(str(ROOT / "Examples/*.txt")) + glob.glob(str(ROOT / "Examples/relations/*.txt")))
        subprocess.run([given.casus, "read", *texts, "--into", ledger], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        server = subprocess.Popen([given.casus, "serve", ledger, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            address = server.stdout.readline().strip()
            ran = subprocess.run(
                [sys.executable, "-m", "schemathesis.cli", "run", address + "api/v1/openapi.json", "--checks", ",".join(CHECKS),
                 "--phases", "examples,coverage,fuzzing", "--max-examples", "20", "--max-time", str(given.seconds), "--workers", "2",
                 "--seed", "1", "--no-shrink", "--continue-on-failure", "--warnings", "off", *given.words],
                cwd=folder, capture_output=True, text=True)
            if ran.returncode != 0:
                print(ran.stdout + ran.stderr)
            else:
                print("API test:", " ".join(line for line in ran.stdout.splitlines() if "passed" in line)[-200:])
            lives = server.poll() is None
            if not lives:
                print("API test: the server has ended")
        finally:
            server.terminate()
            ended = server.wait(30)
        if ended != 0:
            print(f"API test: the server ended with {ended}")
    sys.exit(ran.returncode != 0 or not lives or ended != 0)


main()
