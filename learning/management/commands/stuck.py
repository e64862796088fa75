"""Where people get stuck: `manage.py stuck [--json] [--activity ID] [--as-of ISO]`."""

import json
from argparse import ArgumentParser
from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from learning.stuck_report import UnknownActivity, report
from learning.stuck_text import as_text

_YEARS = range(1971, 9999)  # a month earlier and a day later must be dates too


class Command(BaseCommand):
    help = "Melaporkan di langkah mana orang macet, yang terparah lebih dulu."
    requires_system_checks = []  # a report need not wait for them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON, tidak ada yang lain")
        parser.add_argument("--activity", metavar="ID", help="satu kegiatan saja, misalnya guide/nib-perseorangan")
        parser.add_argument("--as-of", metavar="ISO", help="keadaan pada waktu ini; bila kosong, sekarang")

    def handle(self, *args: object, **options: str | None) -> None:
        as_of = None if options["as_of"] is None else _moment(options["as_of"])
        try:
            found = report(as_of=as_of, activity=options["activity"])
        except UnknownActivity:
            raise CommandError("Kegiatan itu tidak dikenal. Periksa --activity.") from None
        self.stdout.write(json.dumps(found) if options["json"] else as_text(found))


def _moment(text: str) -> datetime:
    """Without an offset it is the site's own time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError("--as-of harus berupa waktu ISO 8601, misalnya 2026-03-01T09:30:00+07:00.") from None
    if moment.year not in _YEARS:
        raise CommandError(f"--as-of harus di antara tahun {_YEARS[0]} dan {_YEARS[-1]}.")
    return moment if moment.tzinfo else timezone.make_aware(moment)
