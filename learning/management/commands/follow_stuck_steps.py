from django.core.management.base import BaseCommand
from django.utils import timezone

from learning.mending.follow_up import take_a_look
from learning.mending.step_summaries import fresh_summaries
from learning.mending.weekly import is_due, send, weekly


class Command(BaseCommand):
    """Part of the daily housekeeping; safe to repeat at any time."""

    help = "Lihat langkah yang macet: usulkan dan tutup tugas perbaikan, kirim ringkasan mingguan."

    def handle(self, *args: object, **options: object) -> None:
        now = timezone.now()
        activities = fresh_summaries()
        take_a_look(activities, at=now)
        if not is_due(at=now):
            return
        found = weekly(activities, at=now)
        if found.is_empty:
            return
        try:
            send(found)
        except OSError as error:  # SMTPException is one; tomorrow it is tried again
            self.stderr.write(f"Ringkasan mingguan tidak terkirim: {error}")
