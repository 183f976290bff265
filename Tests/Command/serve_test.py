#!/usr/bin/env python3
"""The built server, met with everything that it must refuse, escape or survive:  serve_test.py CASUS [--under COMMAND...]

Only the standard library. Every check has a name; each failure is a line. `--under` starts the server under another program, such as valgrind.
"""

import glob
import json
import os
import re
import resource
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

CASUS = os.path.abspath(sys.argv[1])
UNDER = sys.argv[sys.argv.index("--under") + 1 :] if "--under" in sys.argv else []
PATIENCE = 180 if UNDER else 30
SECURITY = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "same-origin",
}
TOKEN = "a token of the test, long enough"
cases, failures = 0, []


def check(name, holds, said=""):
    global cases
    cases += 1
    if not holds:
        failures.append(name)
        print(f"serve test failed: {name}: {str(said)[-600:]!r}", flush=True)


class Answer:
    def __init__(self, raw):
        head, gap, body = raw.partition(b"\r\n\r\n")
        lines = head.split(b"\r\n")
        self.raw, self.isWhole = raw, bool(gap)
        first = lines[0].split(b" ", 2)
        self.status = int(first[1]) if len(first) > 1 and first[1].isdigit() else 0
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(b":")
            self.headers[name.decode("latin-1").lower()] = value.decode("latin-1").strip()
        if self.headers.get("transfer-encoding") == "chunked":
            body, self.isWhole, self.rest = unchunked(body)
        else:
            length = int(self.headers.get("content-length", len(body)))
            body, self.rest = body[:length], body[length:]
            self.isWhole = self.isWhole and len(body) == length
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def isSecure(self):
        return all(self.headers.get(name, "").startswith(value) for name, value in SECURITY.items())


def unchunked(raw):
    body = b""
    while True:
        size, gap, raw = raw.partition(b"\r\n")
        if not gap:
            return body, False, b""
        count = int(size.split(b";")[0] or b"0", 16)
        if count == 0:
            return body, raw.startswith(b"\r\n"), raw[2:]
        if len(raw) < count + 2:
            return body + raw[:count], False, b""
        body, raw = body + raw[:count], raw[count + 2 :]


class Server:
    def __init__(self, ledger, *flags, environment=None, under=UNDER):
        self.process = subprocess.Popen(
            [*under, CASUS, "serve", ledger, "--port", "0", *flags],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "CASUS_TOKEN": TOKEN, **(environment or {})})
        line = self.process.stdout.readline().decode()
        found = re.match(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            raise SystemExit(f"serve test: the server did not start: {line!r} {self.process.stderr.read()!r}")
        self.port = int(found[1])
        self.said = b""
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stderr:
            self.said += line

    def connect(self, patience=PATIENCE):
        it = socket.create_connection(("127.0.0.1", self.port), timeout=patience)
        it.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return it

    def raw(self, *parts, halfClose=False, pause=0.0):
        """Everything that comes back until the server closes; a reset ends it too."""
        got = b""
        with self.connect() as it:
            try:
                for part in parts:
                    it.sendall(part)
                    if pause:
                        time.sleep(pause)
                if halfClose:
                    it.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            try:
                while more := it.recv(65536):
                    got += more
            except OSError:
                pass
        return got

    def ask(self, path, method="GET", headers=(), body=b"", host=None, version="1.1"):
        head = [f"{method} {path} HTTP/{version}".encode("latin-1") if isinstance(path, str) else method.encode() + b" " + path + b" HTTP/1.1"]
        host = f"127.0.0.1:{self.port}" if host is None else host
        if host:
            head.append(f"Host: {host}".encode())
        head.append(b"Connection: close")
        if body or method == "POST":
            head.append(f"Content-Length: {len(body)}".encode())
        for name, value in dict(headers).items():
            head.append(f"{name}: ".encode() + (value if isinstance(value, bytes) else value.encode()))
        return Answer(self.raw(b"\r\n".join(head) + b"\r\n\r\n" + body))

    def stop(self, signal_=signal.SIGTERM, patience=PATIENCE):
        self.process.send_signal(signal_)
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return "did not end"

    def memory(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return sum(int(line.split()[1]) for line in status if line.startswith("RssAnon"))


def multipart(fields, boundary="XyZ", end=True):
    body = b""
    for name, value in fields:
        value = value if isinstance(value, bytes) else value.encode()
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value + b"\r\n"
    body += f"--{boundary}--\r\n".encode() if end else b""
    return {"Content-Type": f"multipart/form-data; boundary={boundary}"}, body


def make(folder):
    ledger = os.path.join(folder, "casus.db")
    texts = sorted(glob.glob("Examples/*.txt") + glob.glob("Examples/relations/*.txt"))
    subprocess.run([CASUS, "read", *texts, "--into", ledger], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return ledger


PAGES = [
    "/", "/pair/PRK-RUS", "/actor/RUS", "/actors", "/treaties", "/treaty/north-atlantic-1949", "/scenario", "/timeline", "/claims",
    "/questions", "/search?words=treaty", "/documents", "/read", "/about", "/api/v1/openapi.json",
]


def pages(server):
    for path in PAGES:
        it = server.ask(path)
        check(f"page {path}", it.status == 200 and it.isWhole and it.isSecure and it.headers.get("etag"), it.raw[:400])
        head = server.ask(path, "HEAD")
        same = {k: v for k, v in it.headers.items() if k != "date"} == {k: v for k, v in head.headers.items() if k != "date"}
        check(f"HEAD {path}: the same headers, no body", same and head.raw.endswith(b"\r\n\r\n"), (it.headers, head.headers))
        known = server.ask(path, headers={"If-None-Match": it.headers["etag"]})
        check(f"{path} that is known", known.status == 304 and not known.body and known.headers.get("etag") == it.headers["etag"] and known.isSecure, known.raw[:300])
        for tags in [f'"x", {it.headers["etag"]}', "W/" + it.headers["etag"], "*"]:
            check(f"{path} that is known, {tags[:4]}", server.ask(path, headers={"If-None-Match": tags}).status == 304)
        check(f"{path} that is known otherwise", server.ask(path, headers={"If-None-Match": '"other"'}).status == 200)


def paths(server):
    for path, status in [
        ("/../etc/passwd", 400), ("/%2e%2e/%2e%2e/etc/passwd", 400), ("/assets/../../etc/passwd", 400), ("/assets/%2e%2e%2fx", 400),
        ("/pair/%00", 400), ("/%00", 400), ("/%", 400), ("/%zz", 400), ("/%c3%28", 400), ("/%ff%fe", 400), ("/actor/%ed%a0%80", 400),
        ("//", 200), ("///etc/passwd", 404), ("/" + "a/" * 2000, 404), ("/" + "x" * 7000, 404), ("/" + "x" * 9000, 414),
        ("/.", 400), ("/./", 400), ("/timeline/..", 400), ("/timelin", 404), ("/nosuch.json", 404), ("/.json", 404), ("/pair", 400),
        ("/pair/XX", 404), ("/pair/PRK-NOSUCH", 404), ("/actor/nosuchstate", 404), ("/treaty/north-atlantik-1949", 404),
        ("/statement/ffffffff", 404), ("/document/ffffffff", 404), ("/read/0000", 404), ("/read/0000/events", 404),
        ("/assets/nosuch.css", 404), ("/api/v2/", 404), ("/api/v1/nosuch", 404), ("/about.svg", 404),
        ("/timeline?on=2024-13-45", 400), ("/timeline?on=yesterday", 400), ("/timeline?known-by=x", 400), ("/timeline?from=%C3%28", 400),
        ("/timeline?limit=0", 400), ("/timeline?limit=99999999999999999999", 400), ("/timeline?kind=nosuch", 400),
        ("/timeline?status=nosuch", 400), ("/timeline?source=nobody", 400), ("/timeline?state=Atlantis", 400), ("/timeline?%ff=1", 400),
        ("/search?words=%00", 400), ("/search?words=%22%22%22", 200), ("/search?words=" + "%28" * 500, 200), ("/search?words=a%22b*%27", 200),
        ("/scenario?acts=" + "RUS%20attacks%20EST%3B" * 100, None), ("/scenario?acts=%3Cscript%3E", None), ("/timeline?" + "&".join(["a=b"] * 300), 200),
        ("/document/%27%20OR%201%3D1", 404), ("/timeline?on=0000-00-00", 400), ("/timeline?on=9999-12-31", 200), ("/timeline?on=0001-01-01", 200),
        ("/api/v1/timeline?limit=-1", 400), ("/api/v1/timeline?nosuch=1", 400), ("/api/v1/timeline?cursor=x", 400), ("/api/v1/timeline?format=xml", 400),
    ]:
        it = server.ask(path)
        told = it.status in (200, 303, 400, 404, 414) and it.status < 500 if status is None else it.status == status
        check(f"path {path[:60]}", told and it.isWhole and it.isSecure, (it.status, it.body[:200]))
        check(f"path {path[:60]}: nothing of the machine's files", b"root:" not in it.body)
    for path, words in [("/treaty/north-atlantik-1949", "north-atlantic-1949"), ("/timelin", "/timeline"), ("/actor/Frannce", "France"),
                        ("/api/v1/timelin", "/api/v1/timeline")]:
        it = server.ask(path)
        check(f"{path}: did you mean", it.status == 404 and "did you mean" in it.text.lower() and words in it.text, it.text[-400:])
    it = server.ask("/timeline.json?on=x")
    problem = json.loads(it.text)
    check("what is wrong, as data", it.headers.get("content-type") == "application/problem+json" and problem["status"] == 400 and problem["hint"], it.text)
    for raw in [b"/\xff\xfe", b"/timeline?on=\xc3\x28", b"/search?words=\xed\xa0\x80"]:
        it = server.ask(raw)
        check(f"bytes in the address {raw}", it.status in (200, 400, 404), it.raw[:200])
    it = server.ask(f"http://127.0.0.1:{server.port}/about")
    check("an address with its server", it.status in (200, 400) and it.isWhole, it.raw[:200])


def hosts(server):
    port = server.port
    for host in ["localhost", f"localhost:{port}", "LOCALHOST", f"127.0.0.1:{port}"]:
        check(f"Host {host}", server.ask("/about", host=host).status == 200)
    for host in ["evil.example", f"evil.example:{port}", "127.0.0.1.evil.example", "localhost.evil.example", "[::1]", "0.0.0.0", "127.0.0.1 evil",
                 "evil.example\r\nHost: localhost", "2130706433", "@localhost", ":80"]:
        it = server.ask("/about", host=host)
        check(f"Host {host[:30]!r} is not ours", it.status in (400, 421) and b"Casus" not in it.body.split(b"</title>")[-1][:0] and it.isWhole, it.raw[:200])
        check(f"Host {host[:30]!r} gets nothing of the page", b"How to read" not in it.body or it.status == 421, it.status)
    check("no Host", server.ask("/about", host="").status == 400)
    check("no Host, HTTP/1.0", server.ask("/about", host="", version="1.0").status == 400)
    it = server.ask("/about", version="1.0")
    check("HTTP/1.0", it.status == 200 and it.isWhole)


def methods(server):
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X" * 500]:
        it = server.ask("/timeline" if method != "CONNECT" else "/", method)
        check(f"method {method[:20]}", it.status == 405 and it.headers.get("allow") == "GET, HEAD" and it.isSecure, it.raw[:300])
    it = server.ask("/timeline", "POST")
    check("POST where nothing can be sent", it.status == 405 and it.headers.get("allow") == "GET, HEAD", it.raw[:300])
    it = server.ask("/read", "DELETE")
    check("what a form takes", it.headers.get("allow") == "GET, HEAD, POST", it.raw[:300])
    it = server.ask("/read/x/keep")
    check("GET of what is only sent to", it.status in (404, 405), it.raw[:200])
    headers, body = multipart([("text", "Russia attacked Ukraine.")])
    for origin in ["http://evil.example", "null", f"http://127.0.0.1.evil.example:{server.port}", f"http://localhost:{server.port}x", f"https://evil/127.0.0.1:{server.port}x"]:
        it = server.ask("/read", "POST", {**headers, "Origin": origin}, body)
        check(f"a form from {origin}", it.status == 403 and it.isSecure, it.raw[:200])
    it = server.ask("/read", "POST", {**headers, "Origin": f"http://127.0.0.1:{server.port}"}, body)
    check("a form of our own", it.status == 303 and it.headers.get("location", "").startswith("/read/"), it.raw[:300])


# What the library beneath reads as if it were right: bytes behind a NUL are not seen.
FORGIVEN = ("folded", "LF only", "a name with a space", "NUL in a header", "NUL in the address")


def broken(server):
    for name, raw in [
        ("HTTP/0.9", b"GET /\r\n"), ("HTTP/0.9 with an end", b"GET /\r\n\r\n"), ("nothing", b""), ("lines", b"\r\n\r\n\r\n"), ("garbage", os.urandom(4000)),
        ("TLS", bytes.fromhex("16030100c8010000c40303") + os.urandom(190)), ("HTTP/9.9", b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"),
        ("no target", b"GET HTTP/1.1\r\nHost: localhost\r\n\r\n"), ("no colon", b"GET / HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n\r\n"),
        ("a name with a space", b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n"), ("NUL in a header", b"GET / HTTP/1.1\r\nHost: localhost\r\nA: \x00\r\n\r\n"),
        ("NUL in the address", b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n"), ("folded", b"GET / HTTP/1.1\r\nHost: localhost\r\nA: b\r\n c\r\n\r\n"),
        ("LF only", b"GET /about HTTP/1.1\nHost: localhost\nConnection: close\n\n"), ("negative length", b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n"),
        ("a length that is none", b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: ten\r\n\r\n"),
        ("a huge length", b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999999\r\n\r\n"),
        ("two lengths", b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"),
        ("length and chunks", b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        ("chunks that are none", b"POST /read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"),
        ("an endless chunk", b"POST /read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc"),
        ("many headers", b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"A%d: b\r\n" % n for n in range(5000)) + b"\r\n"),
        ("a huge header", b"GET / HTTP/1.1\r\nHost: localhost\r\nA: " + b"b" * 200_000 + b"\r\n\r\n"),
        ("a header name without end", b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"b" * 100_000),
        ("a huge address", b"GET /" + b"b" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        ("a huge method", b"G" * 100_000 + b" / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    ]:
        got = server.raw(raw, halfClose=True)
        status = Answer(got).status if got else 0
        check(f"broken: {name}", status in (0, 400, 405, 413, 414, 421, 431, 501, 505) or name in FORGIVEN and status == 200, got[:200])
        check(f"broken: {name}: nothing of it comes back", b"<script>" not in got and b"bbbbbbbbbb" not in got)
        check(f"broken: {name}: others are answered", server.ask("/about").status == 200)


def bodies(server):
    port = server.port
    big = b"x" * (5 << 20)
    head = f"POST /read HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: multipart/form-data; boundary=XyZ\r\n".encode()
    # A browser is let finish before it is told, but not for ever.
    check("5 MB, sent without asking", Answer(server.raw(head + f"Content-Length: {len(big)}\r\n\r\n".encode() + big)).status == 413)
    with server.connect() as it:
        it.sendall(head + f"Content-Length: {1 << 40}\r\n\r\n".encode() + big[:1000])
        got = Answer(it.recv(65536))
    check("a terabyte is refused before it comes", got.status == 413 and got.isSecure, got.raw[:300])
    with server.connect() as it:
        it.sendall(head + f"Expect: 100-continue\r\nContent-Length: {len(big)}\r\n\r\n".encode())
        got = it.recv(65536)
    check("5 MB, asked before", got.startswith(b"HTTP/1.1 413"), got[:100])
    headers, body = multipart([("text", "Russia attacked Ukraine.")])
    with server.connect() as it:
        it.sendall(head + f"Expect: 100-continue\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode())
        first = it.recv(65536)
        it.sendall(body)
        rest = it.recv(65536)
    check("a form, asked before", first.startswith(b"HTTP/1.1 100") and b" 303 " in (first + rest), (first, rest[:100]))
    chunked = head + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    good = b"".join(b"%x\r\n%s\r\n" % (len(body[at : at + 7]), body[at : at + 7]) for at in range(0, len(body), 7)) + b"0\r\n\r\n"
    check("a form in chunks", Answer(server.raw(chunked + good)).status == 303)
    piece = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    check("5 MB in chunks", Answer(server.raw(chunked, piece * 80, b"0\r\n\r\n")).status == 413)
    got = server.raw(chunked, *[piece * 16] * 40)
    check("chunks without end are not listened to for ever", len(got) == 0 or Answer(got).status == 413, got[:100])

    def post(name, headers, body, *statuses, path="/read"):
        it = server.ask(path, "POST", headers, body)
        check(f"form: {name}", it.status in statuses and it.isSecure and it.isWhole, (it.status, it.body[:200]))
        return it

    kind = "multipart/form-data; boundary="
    post("no type", {}, body, 415)
    post("another type", {"Content-Type": "text/xml"}, body, 415)
    post("no boundary", {"Content-Type": "multipart/form-data"}, body, 400)
    post("an empty boundary", {"Content-Type": kind}, body, 400)
    post("another boundary", {"Content-Type": kind + "other"}, body, 400)
    post("a long boundary", {"Content-Type": kind + "b" * 500}, body, 400)
    post("broken off", *multipart([("text", "Russia attacked Ukraine.")], end=False), 400)
    post("a part without head", {"Content-Type": kind + "XyZ"}, b"--XyZ\r\nnothing\r\n--XyZ--\r\n", 400)
    post("a part without name", {"Content-Type": kind + "XyZ"}, b"--XyZ\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--XyZ--\r\n", 400)
    post("nothing", {"Content-Type": kind + "XyZ"}, b"", 400)
    post("no text", *multipart([("publisher", "BBC")]), 400)
    post("an empty text", *multipart([("text", "")]), 400)
    post("no text but blanks", *multipart([("text", "  \n \t ")]), 400, 303)
    post("a day that is none", *multipart([("text", "Russia attacked Ukraine."), ("published", "2024-02-31")]), 400)
    post("text that is not UTF-8", *multipart([("text", b"Russia attacked \xff\xfe Ukraine.\xc3\x28")]), 400)
    post("text with NUL", *multipart([("text", b"Russia\x00attacked Ukraine.")]), 400, 303)
    post("a name that is not UTF-8", {"Content-Type": kind + "XyZ"}, b'--XyZ\r\nContent-Disposition: form-data; name="\xff"\r\n\r\nabc\r\n--XyZ--\r\n', 400)
    post("thousands of fields", *multipart([(f"f{n}", "x") for n in range(20_000)] + [("text", "Russia attacked Ukraine.")]), 400)
    post("almost the boundary, again and again", {"Content-Type": kind + "a" * 60 + "b"}, b"--" + b"a" * (3 << 20), 400)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    post("thousands of fields, to keep", form, b"a=b&" * 50_000, 400, 403, path="/read/x/keep")
    post("a form that is not UTF-8", form, b"token=\xff", 400, 403, path="/read/x/keep")
    post("a form with a broken escape", form, b"token=%zz", 400, 403, path="/read/x/keep")
    post("text for the API that is not UTF-8", {"Content-Type": "text/plain"}, b"\xff\xfe\xfd", 400, path="/api/v1/read")
    post("JSON for the API that is none", {"Content-Type": "application/x-ndjson"}, b'{"text":', 400, path="/api/v1/read")
    post("deep JSON for the API", {"Content-Type": "application/x-ndjson"}, b'{"text": ' + b"[" * 100_000, 400, path="/api/v1/read")
    it = post("a text for the API", {"Content-Type": "text/plain"}, b"Russia attacked Ukraine on Monday.", 200, path="/api/v1/read?published=2024-06-19")
    check("the API's stream ends with a count", json.loads(it.text.splitlines()[-1])["kind"] == "end", it.text[-200:])


def scripts(server):
    evil = "Report: <script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)> Russia attacked Ukraine on Monday, said President <b>Putin</b>."
    headers, body = multipart([("text", evil), ("publisher", "<script>alert(4)</script>"), ("published", "2024-06-19")])
    it = server.ask("/read", "POST", headers, body)
    check("a text with script is read", it.status == 303, it.raw[:300])
    page = server.ask(it.headers["location"].replace("?live=yes", ""))
    check("script in a text is text", page.status == 200 and "<script>" not in page.text and "<img" not in page.text and "<svg/" not in page.text and page.isSecure, page.text[-3000:])
    check("script in a text is shown", "&lt;script" in page.text and "onerror" in page.text, page.text[-3000:])
    events = server.ask(it.headers["location"].split("?")[0] + "/events")
    check("script in events is text", events.status == 200 and "<script>" not in events.text and "event: end" in events.text, events.text[-300:])
    for path in ["/search?words=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/actor/%3Cscript%3Ealert(1)", "/nosuch%22%3E%3Cscript%3Ealert(1)",
                 "/timeline?state=%3Cscript%3Ealert(1)", "/timeline?on=%22%3E%3Cscript%3Ealert(1)", "/scenario?acts=%3Cscript%3Ealert(1)",
                 "/about?x=%22%3E%3Cscript%3Ealert(1)", "/search?words=x%22%20onfocus%3Dalert(1)%20autofocus%3D%22", "/pair?a=%3Cscript%3E&b=%3Cscript%3E",
                 "/pair?a=RUS&b=x%0d%0aSet-Cookie:%20a=b"]:
        it = server.ask(path)
        check(f"script in {path[:40]}", "<script>alert" not in it.text and '" onfocus=' not in it.text and "set-cookie" not in it.headers and it.isSecure, it.text[-300:])


def tokens(server, ledger, folder):
    headers, body = multipart([("text", "Russia attacked Ukraine on Monday."), ("published", "2024-06-19")])

    def reading(server):
        return server.ask("/read", "POST", headers, body).headers["location"].split("?")[0]

    form = {"Content-Type": "application/x-www-form-urlencoded"}
    it = server.ask(reading(server) + "/keep", "POST", form, b"token=" + TOKEN.replace(" ", "+").encode())
    check("a server that only reads keeps nothing", it.status == 403 and it.isSecure, it.raw[:200])
    it = server.ask("/api/v1/read?keep=true", "POST", {"Content-Type": "text/plain", "Authorization": "Bearer " + TOKEN}, b"Russia attacked Ukraine.")
    check("nor by the API", it.status == 403 and it.isSecure, it.raw[:200])
    import shutil
    copy = os.path.join(folder, "written.db")
    shutil.copy(ledger, copy)
    writing = Server(copy, "--write")
    try:
        for token in [b"", b"wrong", TOKEN[:-1].encode(), TOKEN.encode() + b"x", b"%00", b"x" * 100_000]:
            it = writing.ask(reading(writing) + "/keep", "POST", form, b"token=" + token)
            check(f"token {token[:20]}", it.status in (400, 401) and it.isSecure and (it.status == 400 or "www-authenticate" in it.headers), it.raw[:200])
        for value in ["", "Bearer", "Bearer wrong", "Basic " + TOKEN, "Bearer " + TOKEN + "x"]:
            it = writing.ask("/api/v1/read?keep=true", "POST", {"Content-Type": "text/plain", "Authorization": value}, b"Russia attacked Ukraine.")
            check(f"Authorization {value[:20]}", it.status == 401 and it.isSecure, it.raw[:200])
        before = writing.ask("/documents").text
        it = writing.ask(reading(writing) + "/keep", "POST", form, b"token=" + TOKEN.replace(" ", "+").encode())
        check("who knows the token may", it.status == 303 and it.headers["location"].startswith("/document/"), it.raw[:300])
        check("and it is seen", writing.ask(it.headers["location"]).status == 200 and writing.ask("/documents").text != before)
        before = writing.ask("/documents").text
        subprocess.run([CASUS, "read", "-", "--into", copy, "--published", "2024-06-20"], input=b"China warned Japan.", check=True, capture_output=True)
        check("what another process writes is seen", writing.ask("/documents").text != before)
        # Another ledger under the same name.
        other = os.path.join(folder, "other.db")
        subprocess.run([CASUS, "read", "-", "--into", other, "--published", "2024-06-21"], input=b"Title: A ledger of its own\n\nIndia warned Pakistan.", check=True, capture_output=True)
        os.replace(other, copy)
        it = writing.ask("/documents")
        check("a ledger that was put in its place is seen", it.status == 200 and "A ledger of its own" in it.text, it.text[-500:])
        os.rename(copy, other)
        it = writing.ask("/documents")
        check("a ledger that was taken away", it.status in (200, 503) and it.isSecure, it.raw[:200])
        with open(copy, "wb") as file:
            file.write(b"this is no ledger" * 1000)
        it = writing.ask("/documents")
        check("a file that is no ledger in its place", it.status == 503 and it.isSecure and "no ledger" in it.text, it.raw[:300])
        os.replace(other, copy)
        check("and the ledger again", writing.ask("/documents").status == 200)
    finally:
        check("the server that writes ends", writing.stop() == 0, writing.said)


def connections(server):
    port = server.port
    one = f"GET /about HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()
    last = f"GET /about HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode()
    got, count = server.raw(one * 49 + last), 0
    while got:
        it = Answer(got)
        count += it.status == 200 and it.isWhole
        got = it.rest
    check("fifty requests at once on one connection", count == 50, count)
    with server.connect() as it:
        times = 0
        for number in range(20):
            it.sendall(f"GET /timeline?limit={number + 1} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            got = b""
            while not (got and Answer(got).isWhole):
                more = it.recv(65536)
                if not more:
                    break
                got += more
            times += Answer(got).status == 200
    check("one connection, one request after another", times == 20, times)
    check("half closed after the request", Answer(server.raw(last, halfClose=True)).status == 200)
    check("byte by byte", Answer(server.raw(*[last[at : at + 1] for at in range(len(last))])).status == 200)
    for number in range(300):
        it = server.connect()
        it.sendall([one, one[:20], b"", f"GET /timeline?limit={number % 50 + 20} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()][number % 4])
        # No farewell: the connection is reset.
        it.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        it.close()
    check("after resets others are answered", server.ask("/timeline").status == 200)


def crowds(server):
    wanted = 2300
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard != resource.RLIM_INFINITY and hard < wanted + 100:
        print(f"serve test: skipped: a crowd of {wanted} connections: this process may open {hard} files")
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted + 100, hard))
    crowd = []
    try:
        for number in range(wanted):
            it = socket.socket()
            it.setblocking(False)
            it.connect_ex(("127.0.0.1", server.port))
            crowd.append(it)
        time.sleep(1)
        check("a crowd of idle connections: the server lives", server.process.poll() is None)
    finally:
        for it in crowd:
            it.close()
    deadline, status = time.monotonic() + PATIENCE, 0
    while status != 200 and time.monotonic() < deadline:
        try:
            status = server.ask("/about").status
        except OSError:
            time.sleep(0.2)
    check("after the crowd others are answered", status == 200, status)


def slowness(server):
    """Slow clients and slow questions hold up nobody else."""
    slow = []
    for number in range(60):
        it = server.connect()
        it.sendall([b"GET /about HTT", f"GET /timeline?limit={100 + number} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode(), b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc"][number % 3])
        slow.append(it)
    headers, body = multipart([("text", "Russia attacked Ukraine on Monday, said the president of France. " * 15_000)])
    for _ in range(4):
        address = server.ask("/read", "POST", headers, body).headers["location"].split("?")[0]
        for path in [address, address + "/events"]:
            it = server.connect()
            it.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            slow.append(it)
    for path in PAGES * 3:
        status = server.ask(path).status
        check(f"beside slow ones: {path}", status == 200, status)
    for it in slow:
        it.close()


def ends(ledger):
    """Under load, with streams and waiting requests, the server ends as it should."""
    for signal_ in [signal.SIGTERM, signal.SIGINT]:
        server = Server(ledger)
        isOver, broken, whole = threading.Event(), [], [0]

        def load(number):
            while not isOver.is_set():
                try:
                    with server.connect(5) as it:
                        for n in range(100):
                            it.sendall(f"GET /timeline?limit={(number * 31 + n) % 200 + 1} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                            got = b""
                            while more := it.recv(65536):
                                got += more
                                if Answer(got).isWhole:
                                    break
                            if got and not Answer(got).isWhole:
                                broken.append(got)
                            whole[0] += bool(got)
                            if not got:
                                break
                except OSError:
                    time.sleep(0.01)

        threads = [threading.Thread(target=load, args=(n,), daemon=True) for n in range(16)]
        for it in threads:
            it.start()
        documents = b"".join(json.dumps({"id": str(n), "text": "Russia attacked Ukraine on Monday, said France. " * 300}).encode() + b"\n" for n in range(200))
        stream = server.connect()
        stream.sendall(f"POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: {len(documents)}\r\n\r\n".encode() + documents)
        headers, body = multipart([("text", "Russia attacked Ukraine on Monday, said the president of France. " * 10_000)])
        address = server.ask("/read", "POST", headers, body).headers["location"].split("?")[0]
        waiting = server.connect()
        waiting.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        events = server.connect()
        events.sendall(f"GET {address}/events HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        idle = [server.connect() for _ in range(20)]
        half = server.connect()
        half.sendall(b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc")
        time.sleep(0.5)
        # Within its patience: the farewell is shorter.
        status = server.stop(signal_, PATIENCE)
        isOver.set()
        check(f"{signal_.name} under load: ends with 0", status == 0, (status, server.said))
        check(f"{signal_.name} under load: says so, and nothing else", b"ended" in server.said and server.said.count(b"\n") == 2 or UNDER, server.said)
        check(f"{signal_.name} under load: answers under way are whole", whole[0] > 10 and not broken, (whole, broken[:1]))
        got = b""
        try:
            while more := waiting.recv(65536):
                got += more
        except OSError:
            pass
        check(f"{signal_.name}: one that waited gets its answer", UNDER or Answer(got).status in (200, 503) and Answer(got).isWhole, got[:200])
        got = b""
        try:
            while more := stream.recv(65536):
                got += more
        except OSError:
            pass
        it = Answer(got)
        check(f"{signal_.name}: a stream that broke off does not look whole", it.status in (0, 200, 503) and (not it.isWhole or it.status != 200 or b'"kind":"end"' in it.body), got[-200:])
        for it in [stream, waiting, events, half, *idle]:
            it.close()
        for it in threads:
            it.join(10)


def starts(ledger, folder):
    def run(*words, environment=None):
        got = subprocess.run([CASUS, "serve", *words], capture_output=True, timeout=60, env={**os.environ, "CASUS_TOKEN": "", **(environment or {})})
        return got.returncode, got.stderr.decode()

    server = Server(ledger, under=[])
    status, said = run(ledger, "--port", str(server.port))
    check("a port in use", status == 2 and said.count("\n") == 1 and "in use" in said and "--port" in said, (status, said))
    server.stop()
    server = Server(ledger, under=[], environment={"CASUS_NOW": "2024-06-19T12:00:00Z"})
    it = server.ask("/about")
    check("CASUS_NOW is the day of the pages", 'value="2024-06-19"' in it.text, it.text[:2000])
    server.stop()
    for name, words, wanted, part in [
        ("a ledger that is missing", [os.path.join(folder, "none.db")], 2, "no such ledger"), ("no ledger", ["Makefile"], 2, "no ledger"),
        ("a folder", [folder], 2, "is a folder"), ("a port that is none", [ledger, "--port", "99999"], 64, "--port"),
        ("--write without a token", [ledger, "--write"], 64, "CASUS_TOKEN"),
    ]:
        status, said = run(*words)
        check(name, status == wanted and part in said and said.count("\n") == 1, (status, said))
    status, said = run(ledger, "--port", "0", environment={"CASUS_NOW": "soon"})
    check("CASUS_NOW that is no time", status in (2, 64) and "CASUS_NOW" in said, (status, said))
    shelf = os.path.join(folder, "shelf")
    os.mkdir(shelf)
    still = os.path.join(shelf, "casus.db")
    import shutil
    shutil.copy(ledger, still)
    os.chmod(still, 0o444)
    os.chmod(shelf, 0o555)
    server = Server(still, under=[])
    check("a ledger that is read-only", server.ask("/timeline").status == 200)
    check("a ledger that is read-only: the server ends", server.stop() == 0)
    os.chmod(shelf, 0o755)


def main():
    with tempfile.TemporaryDirectory() as folder:
        ledger = make(folder)
        server = Server(ledger)
        try:
            for part in [pages, paths, hosts, methods, broken, bodies, scripts, connections, crowds, slowness]:
                part(server)
                check(f"after {part.__name__} the server lives", server.process.poll() is None, server.said)
            tokens(server, ledger, folder)
            pages(server)
        finally:
            status = server.stop()
        check("the server ends", status == 0, (status, server.said))
        check("it said nothing of it all", UNDER or server.said.count(b"\n") == 2, server.said)
        ends(ledger)
        if not UNDER:
            starts(ledger, folder)
    print(f"serve test: {cases - len(failures)} of {cases} checks passed")
    sys.exit(1 if failures else 0)


main()
