from datetime import timedelta

from axes.models import AccessAttempt
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

LOGIN_FAILURES_KEPT = timedelta(days=7)


class Command(BaseCommand):
    """What scripts/housekeeping.py runs once a day beside the server; safe to repeat at any time."""

    help = (
        "Kerjakan perawatan harian: hapus isian latihan yang lama, sesi staf yang habis, dan catatan percobaan masuk."
    )

    def handle(self, *args: object, **options: object) -> None:
        call_command("erase_old_attempts", verbosity=0)
        call_command("clearsessions")
        AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - LOGIN_FAILURES_KEPT).delete()
