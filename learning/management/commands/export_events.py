"""Every event, one a line: `manage.py export_events [--xapi] [--since ISO]`."""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from itertools import islice

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from learning import event_export
from learning.domain.event_documents import as_document
from learning.domain.event_values import read_moment
from learning.domain.events import Event
from learning.domain.xapi import statement

LINES_AT_ONCE = 500  # a write for each line costs more than the line


class Command(BaseCommand):
    help = "Mengeluarkan semua peristiwa, satu per baris, menurut waktunya. import_events membacanya kembali."
    requires_system_checks = []  # an export need not wait for them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--xapi", action="store_true", help="sebagai pernyataan xAPI 1.0.3")
        parser.add_argument("--since", metavar="ISO", help="hanya yang terjadi pada waktu ini dan sesudahnya")

    def handle(self, *args: object, xapi: bool, since: str | None, **options: object) -> None:
        spell = _statement if xapi else as_document
        first = None if since is None else _moment(since)
        try:
            self._write(spell, first)
            self.stdout.flush()
        except BrokenPipeError:
            # Whoever reads has seen enough. Python would complain when it flushes at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _write(self, spell: Callable[[Event], dict[str, object]], first: datetime | None) -> None:
        lines = (_line(spell(event)) for event in event_export.events_since(first))
        while batch := list(islice(lines, LINES_AT_ONCE)):
            self.stdout.write("\n".join(batch))


def _line(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _statement(event: Event) -> dict[str, object]:
    return statement(event, site_url=settings.SITE_URL)


def _moment(text: str) -> datetime:
    """Without an offset it is the site's own time; a day is its first moment."""
    try:
        moment = datetime.fromisoformat(text)
        aware = moment if moment.tzinfo else timezone.make_aware(moment)
        return read_moment(aware.isoformat())
    except (ValueError, OverflowError):
        raise CommandError("--since harus berupa waktu ISO 8601, misalnya 2026-03-01T09:30:00+07:00.") from None
