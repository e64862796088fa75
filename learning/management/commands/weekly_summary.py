from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from learning.mending.step_summaries import fresh_summaries
from learning.mending.weekly import NO_MAIL, as_text, send, weekly


class Command(BaseCommand):
    """`manage.py weekly_summary [--send]`."""

    help = "Ringkasan titik macet minggu ini: dicetak, atau dengan --send dikirim ke alamat di WEEKLY_TO."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--send", action="store_true", help="kirim lewat email sekarang juga")

    def handle(self, *args: object, **options: bool) -> None:
        found = weekly(fresh_summaries(), at=timezone.now())
        if not options["send"]:
            self.stdout.write(as_text(found))
            return
        if not settings.WEEKLY_TO or settings.EMAIL_BACKEND == NO_MAIL:
            raise CommandError("Isi EMAIL_URL dan WEEKLY_TO dulu: lihat docs/settings.md.")
        try:
            send(found)
        except OSError as error:
            raise CommandError(f"Tidak terkirim: {error}") from None
        self.stdout.write(f"Terkirim ke {len(settings.WEEKLY_TO)} alamat.")
