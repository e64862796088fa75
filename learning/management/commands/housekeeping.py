from datetime import timedelta

from axes.models import AccessAttempt
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from learning.aggregates.queue import BACKEND
from learning.event_retention import erase_old_events
from learning.own_data import unreachable

LOGIN_FAILURES_KEPT = timedelta(days=7)
TASKS_KEPT_DAYS = 1  # a task of the background says nothing once it is done


class Command(BaseCommand):
    """What scripts/housekeeping.py runs once a day beside the server; safe to repeat at any time."""

    help = (
        "Kerjakan perawatan harian: hapus isian latihan dan peristiwa yang lama, sesi staf yang habis, dan catatan "
        "percobaan masuk; lalu lihat langkah yang macet."
    )

    def handle(self, *args: object, **options: object) -> None:
        call_command("erase_old_attempts", verbosity=0)
        call_command("clearsessions")
        AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - LOGIN_FAILURES_KEPT).delete()
        unreachable.forget(now=timezone.now())
        erase_old_events(now=timezone.now())
        call_command("prune_db_task_results", "--backend", BACKEND, min_age_days=TASKS_KEPT_DAYS, verbosity=0)
        call_command("follow_stuck_steps")
