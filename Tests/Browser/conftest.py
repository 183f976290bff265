"""What the tests of the pages need: a ledger of the examples, the built server, a browser."""

import dataclasses
import json
import os
import pathlib
import signal
import subprocess
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOKEN = "a token for tests only"
# Days on pages, and so pictures of them, are the same whenever they are made.
NOW = "2024-12-31T12:00:00Z"
DAYS = "on=2024-12-31&known-by=2024-12-31"


def pytest_addoption(parser):
    parser.addoption("--casus", default=str(ROOT / ".build/tests/release/casus"), help="the built program")
    parser.addoption("--pictures", default=str(ROOT / ".build/screenshots"), help="where pictures of the pages go")
    parser.addoption("--chromium", default="/usr/bin/chromium", help="the browser")


@dataclasses.dataclass
class Server:
    url: str
    casus: str
    ledger: pathlib.Path
    environment: dict

    def get(self, path):
        """The answer to a path that must be there."""
        with urllib.request.urlopen(self.url + path) as answer:
            return answer.read()

    def size(self, path):
        """How long an answer is, also one that refuses."""
        try:
            return len(self.get(path))
        except urllib.error.HTTPError as refusal:
            return len(refusal.read())

    def json(self, path):
        return json.loads(self.get(path))

    def documents(self):
        return {it["id"]: it for it in self.json("/documents.json?limit=1000")["documents"]}


@pytest.fixture(scope="session")
def server(pytestconfig, tmp_path_factory):
    casus = str(pathlib.Path(pytestconfig.getoption("--casus")).resolve())
    ledger = tmp_path_factory.mktemp("ledger") / "examples.db"
    environment = dict(os.environ, CASUS_NOW=NOW, CASUS_TOKEN=TOKEN, NO_COLOR="1")
    texts = [str(it.relative_to(ROOT)) for it in sorted((ROOT / "Examples").glob("*.txt"))]
    subprocess.run(
        [casus, "read", "Examples/relations", *texts, "Examples/articles", "--into", str(ledger)],
        cwd=ROOT, env=environment, check=True, capture_output=True, timeout=60)
    log = ledger.with_name("server.log")
    with log.open("w") as told:
        process = subprocess.Popen(
            [casus, "serve", str(ledger), "--port", "0", "--write"],
            cwd=ledger.parent, env=environment, stdout=subprocess.PIPE, stderr=told, text=True)
    try:
        url = process.stdout.readline().strip().rstrip("/")
        assert url.startswith("http://127.0.0.1:"), log.read_text()
        yield Server(url, casus, ledger, environment)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            status = process.wait(timeout=30)
        finally:
            process.kill()
    assert status == 0, f"the server ended with {status}: {log.read_text()}"


@pytest.fixture(scope="session")
def browser(pytestconfig):
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=pytestconfig.getoption("--chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, server):
    """Opens a page of the server: `visit("/claims", width=320)`. What goes wrong on it fails the test at its end."""
    contexts, troubles = [], []

    def open_page(path=None, width=1200, height=900, expects=200, refused=(), **settings):
        context = browser.new_context(
            viewport={"width": width, "height": height}, base_url=server.url, reduced_motion="reduce", **settings)
        contexts.append(context)
        page = context.new_page()
        # The browser tells of every answer that is an error on its console, also of one that is asked for.
        known = [f"status of {status}" for status in (expects, *refused) if status != 200]
        page.on("console", lambda it: troubles.append(f"console: {it.text}")
                if it.type in ("error", "warning") and not any(status in it.text for status in known) else None)
        page.on("pageerror", lambda it: troubles.append(f"script: {it}"))
        page.on("request", lambda it: troubles.append(f"asks elsewhere: {it.url}")
                if not it.url.startswith((server.url, "data:", "about:")) else None)
        if path is not None:
            answer = page.goto(path)
            assert answer.status == expects, f"{path}: {answer.status}"
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not troubles, troubles


@pytest.fixture(scope="session")
def names(server):
    """What stands for the names in braces of the addresses of `pages.py`."""
    from live import send

    documents = server.documents()
    pyongyang = documents["pyongyang-2024.txt"]["key"]
    kept = [it["statement"] for it in server.json(f"/document/{pyongyang}.json")["statements"]]
    return {
        "document": pyongyang,
        "claim": next(it["id"] for it in kept if it["kind"] == "claim"),
        "event": next(it["id"] for it in kept if it["kind"] == "event" and it["about"]),
        "agreement": next(it["id"] for it in kept if it["kind"] == "agreement"),
        "reading": send(server, "Published: no\n\nRussia attacked Ukraine on Monday. Kim denied that North Korea had sent shells."),
    }
