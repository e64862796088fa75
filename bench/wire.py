"""A browser that counts: every byte of an answer as it crosses the wire, headers included.

Written on a plain socket, because HTTP libraries hide the headers' size and undo the compression.
"""

import gzip
import http.cookies
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

TIMEOUT_SECONDS = 30


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str
    wire_bytes: int


@dataclass
class Client:
    """Keeps cookies between requests to one server and asks for gzip, as every phone does."""

    url: str
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self._send("GET", path, b"", headers or {})

    def post(self, path: str, fields: Mapping[str, object], headers: Mapping[str, str] | None = None) -> Answer:
        body = urlencode(fields, doseq=True).encode()
        form = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
        return self._send("POST", path, body, {**form, **(headers or {})})

    def _send(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        place = urlsplit(self.url)
        lines = {"Host": place.netloc, "Accept-Encoding": "gzip", "Connection": "close", "Origin": self.url, **headers}
        if self.cookies:
            lines["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        with socket.create_connection((place.hostname or "", place.port or 80), timeout=TIMEOUT_SECONDS) as connection:
            connection.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
            raw = b"".join(iter(lambda: connection.recv(65536), b""))
        answer, set_cookies = read_answer(raw)
        for line in set_cookies:
            self.cookies.update((name, morsel.coded_value) for name, morsel in http.cookies.SimpleCookie(line).items())
        return answer


def read_answer(raw: bytes) -> tuple[Answer, list[str]]:
    """Take apart one whole HTTP/1.1 answer; its text is decompressed, its size is not. Also its Set-Cookie lines."""
    head, _, body = raw.partition(b"\r\n\r\n")
    status_line, *lines = head.decode("latin-1").split("\r\n")
    pairs = [(name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    headers = dict(pairs)
    if headers.get("transfer-encoding") == "chunked":
        body = _join_chunks(body)
    if headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    answer = Answer(int(status_line.split()[1]), headers, body.decode(errors="replace"), len(raw))
    return answer, [value for name, value in pairs if name == "set-cookie"]


def _join_chunks(body: bytes) -> bytes:
    parts = []
    while match := re.match(rb"([0-9a-fA-F]+)[^\r\n]*\r\n", body):
        size = int(match.group(1), 16)
        if size == 0:
            break
        parts.append(body[match.end() : match.end() + size])
        body = body[match.end() + size + 2 :]
    return b"".join(parts)
