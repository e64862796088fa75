import json as json_module
from argparse import ArgumentParser, ArgumentTypeError

from django.core.management.base import BaseCommand
from django.utils import timezone

from sandbox import retention


def whole_days(text: str) -> int:
    """At most a thousand years, so that the day counted back to exists."""
    if text.isascii() and text.isdigit() and int(text[:7]) <= 365_000:
        return int(text)
    raise ArgumentTypeError(f"“{text}” bukan jumlah hari. Contoh: {retention.KEPT_DAYS}")


class Command(BaseCommand):
    help = "Hapus isian latihan yang lama tidak disentuh, dan alur percobaan staf. Server menjalankannya tiap hari."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=whole_days, default=retention.KEPT_DAYS, metavar="HARI")
        parser.add_argument("--json", action="store_true", help="satu dokumen JSON di keluaran standar")

    def handle(self, *, days: int, json: bool, verbosity: int, **options: object) -> None:
        now = timezone.now()
        erased = retention.erase_old_attempts(now=now, days=days)
        trials = retention.forget_trials(now=now)
        if json:
            self.stdout.write(json_module.dumps({"erased": erased, "trials": trials}))
        elif verbosity:
            self.stdout.write(f"Isian {erased} latihan dihapus. {trials} alur percobaan dihapus.")
