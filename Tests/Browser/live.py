"""Texts sent to be read, as a form sends them."""

import http.client
import urllib.parse


def send(server, text, name=None):
    """Sends a text, as a file where it has a name; gives the id of its reading."""
    edge = "----------edge-of-a-part"
    file = f'; filename="{name}"\r\nContent-Type: text/plain' if name else ""
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="text"{file}\r\n\r\n'.encode()
            + (text if isinstance(text, bytes) else text.encode()) + f"\r\n--{edge}--\r\n".encode())
    host = urllib.parse.urlsplit(server.url).netloc
    connection = http.client.HTTPConnection(host, timeout=30)
    connection.request("POST", "/read", body, {"Content-Type": f"multipart/form-data; boundary={edge}"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 303, answer.status
    return urllib.parse.urlsplit(answer.getheader("Location")).path.rsplit("/", 1)[1]
