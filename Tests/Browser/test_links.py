"""Links lead somewhere: from the first page, and two levels on."""

import collections
import concurrent.futures
import html
import http.client
import re
import threading
import urllib.parse

# Of addresses that differ only in their names and numbers so many are followed.
OF_A_SHAPE = 40
LINKS = re.compile(rb"<(?:a|link|script|img)\b[^>]*?\b(?:href|src)=\"([^\"]+)\"")
IDS = re.compile(rb"\bid=\"([^\"]+)\"")


class Client(threading.local):
    connection = None

    def get(self, netloc, address):
        for again in (True, False):
            try:
                self.connection = self.connection or http.client.HTTPConnection(netloc, timeout=60)
                self.connection.request("GET", address)
                answer = self.connection.getresponse()
                return answer.status, answer.getheader("Content-Type") or "", answer.read()
            except (http.client.HTTPException, OSError):
                self.connection = None
                if not again:
                    raise


def shape(address):
    parts = urllib.parse.urlsplit(address)
    first, _, rest = parts.path.lstrip("/").partition("/")
    ending = rest.rpartition(".")[2] if "." in rest[-7:] else ""
    return first, rest.count("/"), ending, tuple(sorted({name for name, _ in urllib.parse.parse_qsl(parts.query)}))


def test_links_of_the_first_page_and_two_levels_on(server):
    netloc, client = urllib.parse.urlsplit(server.url).netloc, Client()
    seen, counts, wrong, without_anchor = {"/"}, collections.Counter(), [], []
    level = ["/"]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for depth in range(4):
            following = []
            for address, (status, kind, body) in zip(level, pool.map(lambda it: client.get(netloc, it), level)):
                if status != 200:
                    wrong.append((status, address))
                    continue
                if not kind.startswith("text/html") or depth == 3:
                    continue
                ids = {html.unescape(it.decode()) for it in IDS.findall(body)}
                for link in LINKS.findall(body):
                    target = html.unescape(link.decode())
                    if target.startswith("#"):
                        if urllib.parse.unquote(target[1:]) not in ids:
                            without_anchor.append((address, target))
                        continue
                    if target.startswith(("http:", "https:")):
                        assert "127.0.0.1" not in target
                        continue
                    assert target.startswith("/") and not target.startswith("//"), (address, target)
                    target = target.split("#")[0]
                    if target not in seen and counts[shape(target)] < OF_A_SHAPE:
                        seen.add(target)
                        counts[shape(target)] += 1
                        following.append(target)
            level = following
    assert not wrong, wrong[:10]
    assert not without_anchor, without_anchor[:10]
    assert len(seen) > 300 and {"treaty", "pair", "actor", "document", "statement", "scenario", "claims"} <= {it[0] for it in counts}


def test_fragments_are_there(server):
    """Links to a part of another page: of each kind some."""
    for page, most in (("/pair/PRK-RUS", 25), ("/actor/RUS", 15), ("/timeline?state=PRK&state=RUS", 25)):
        links = [html.unescape(it.decode()) for it in LINKS.findall(server.get(page))]
        parts = [it for it in dict.fromkeys(links) if "#" in it[1:] and it.startswith("/")]
        assert parts
        for link in parts[:most]:
            address, _, fragment = link.partition("#")
            assert f'id="{urllib.parse.unquote(fragment)}"'.encode() in server.get(address), link
