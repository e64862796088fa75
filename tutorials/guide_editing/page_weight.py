"""How many bytes a page and what it names would be on the wire, told from the page itself."""

import gzip
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage

from tutorials.domain.arrival import Weight

UNREADABLE = (OSError, ValueError, SuspiciousFileOperation)  # not there, or no address of a file
PAGE_LEVEL, FILE_LEVEL = 6, 9  # of gzip, as pages are packed for each request and static files once


class _Names(HTMLParser):
    """The addresses of the files that a page needs."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: set[str] = set()
        self.scripts: set[str] = set()
        self.pictures: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "link" and told.get("rel") == "stylesheet":
            self.styles.add(told.get("href", ""))
        elif tag == "script" and told.get("src"):
            self.scripts.add(told["src"])
        elif tag == "img":
            self.pictures.add(told.get("src", ""))  # the larger of the two, which a sharp phone screen takes


def weigh(html: bytes) -> Weight:
    names = _Names()
    names.feed(html.decode())
    return Weight(
        page=len(gzip.compress(html, PAGE_LEVEL)),
        styles=_static_bytes(names.styles),
        scripts=_static_bytes(names.scripts),
        pictures=sum(_media_bytes(address) for address in names.pictures),
    )


def _static_bytes(addresses: Iterable[str]) -> int:
    files = filter(None, map(_static_file, addresses))
    return sum(len(gzip.compress(each, FILE_LEVEL)) for each in files)


def _static_file(address: str) -> bytes:
    """b"" for an address that is not ours."""
    if not address.startswith(settings.STATIC_URL):
        return b""
    name = unquote(address.removeprefix(settings.STATIC_URL).partition("?")[0])
    try:
        # Files named after their content are only where they were collected.
        if path := finders.find(name):
            return Path(path).read_bytes()
        with staticfiles_storage.open(name) as collected:
            return collected.read()
    except UNREADABLE:
        return b""


def _media_bytes(address: str) -> int:
    if not address.startswith(settings.MEDIA_URL):
        return 0
    try:
        return default_storage.size(unquote(address.removeprefix(settings.MEDIA_URL)))
    except UNREADABLE:
        return 0
