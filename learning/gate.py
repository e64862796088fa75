"""Between the server's many threads and the site: few requests are worked on at once, many may wait for a weak network.

A phone that sends or takes slowly keeps a thread for as long as it likes, so there must be many. Work on many requests
at once only makes them wait for Python's lock and for SQLite's one writer, so there must be few. Therefore a form is
taken in before its turn comes, and an answer is handed to the server whole. And forms have turns of their own: SQLite
does not queue its writers, it lets them try again ever more rarely, and on a slow disk some would wait for seconds.
"""

import threading
from collections.abc import Callable, Iterable
from contextlib import nullcontext, suppress
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from wsgiref.util import FileWrapper

from django.http.response import HttpResponseBase

MEBIBYTE = 1024 * 1024
TAKEN_IN_AT_MOST = 16 * MEBIBYTE  # more than any form; a film that staff upload is read as it comes
HANDED_OVER_AT_MOST = 4 * MEBIBYTE
BLOCK = 64 * 1024
TOO_LARGE = (
    '<!DOCTYPE html><html lang="id"><title>Kiriman terlalu besar, Tuntun</title><h1>Kiriman ini terlalu besar</h1>'
    "<p>Tidak ada yang tersimpan. Isian yang sudah diterima sebelumnya tetap ada. "
    '<a href="/latihan/">Kembali ke latihan</a></p></html>'
)
Application = Callable[[dict[str, Any], Any], HttpResponseBase]


class Gate:
    """A WSGI application that lets `at_once` requests at a time into another one, and large uploads one by one."""

    def __init__(self, application: Application, *, at_once: int) -> None:
        self._application = application
        self._places = threading.BoundedSemaphore(at_once)
        self._place_for_large = threading.BoundedSemaphore(1)
        self._turn_to_write = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        length = _content_length(environ)
        if length > TAKEN_IN_AT_MOST and _is_learners_form(environ):
            return _too_large(start_response)
        if 0 < length <= TAKEN_IN_AT_MOST:
            environ["wsgi.input"] = _taken_in(environ["wsgi.input"], length)
        with self._turn_to_write if _is_learners_form(environ) else nullcontext(), self._place(length):
            return _whole(self._application(environ, start_response))

    def _place(self, length: int) -> threading.Semaphore:
        return self._places if length <= TAKEN_IN_AT_MOST else self._place_for_large


def _too_large(start_response: Callable[..., object]) -> Iterable[bytes]:
    """Nothing that learners send is that large. Unread, or its sender would hold the turn of all others."""
    says = TOO_LARGE.encode()
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(says))),
        ("Connection", "close"),
    ]
    start_response("413 Content Too Large", headers)
    return [says]


class BrokenOff:
    """A form whose sender went away half way: Django answers it as one that cannot be read."""

    def read(self, size: int = -1) -> bytes:
        raise OSError("The connection broke off.")

    readline = read


def _is_learners_form(environ: dict[str, Any]) -> bool:
    """Reading changes nothing, and what staff send may take long: a password is slow to check, a picture to cut."""
    return environ.get("REQUEST_METHOD") == "POST" and not str(environ.get("PATH_INFO", "")).startswith("/admin/")


def _content_length(environ: dict[str, Any]) -> int:
    text = environ.get("CONTENT_LENGTH") or "0"
    return int(text[:20]) if text.isascii() and text.isdigit() else 0


def _taken_in(stream: IO[bytes], length: int) -> "IO[bytes] | BrokenOff":
    kept: IO[bytes] = SpooledTemporaryFile(max_size=MEBIBYTE)  # noqa: SIM115 - the request reads it and lets it go
    with suppress(OSError):
        while length > 0 and (block := stream.read(min(BLOCK, length))):
            kept.write(block)
            length -= len(block)
    if length > 0:
        kept.close()
        return BrokenOff()
    kept.seek(0)
    return kept


def _whole(response: HttpResponseBase | FileWrapper) -> Iterable[bytes]:
    """The answer in one piece, so that the thread is free at once; a large file goes as it is taken.

    `runserver` answers files of the site with a bare wrapper, which tells nothing of its length.
    """
    if isinstance(response, FileWrapper) or (response.streaming and not _is_small(response)):
        return response
    try:
        return [b"".join(response)]
    finally:
        response.close()


def _is_small(response: HttpResponseBase) -> bool:
    length = response.get("Content-Length", "")
    return length.isdigit() and int(length) <= HANDED_OVER_AT_MOST
