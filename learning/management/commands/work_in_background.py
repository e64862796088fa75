"""The worker beside the server: `manage.py work_in_background`, until its standard input ends or a signal says so."""

import os
import signal
import sys
import threading
import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from learning.aggregates.queue import BACKEND, count_new_events
from learning.models import Uncounted
from tutorials.guide_editing.scheduled import publish_due

LOOK_EVERY_SECONDS = 3
SCHEDULE_EVERY_SECONDS = 60  # a guide appears or goes at most so late after its date
AGAIN_AFTER_SECONDS = 30


class Command(BaseCommand):
    """Runs django-tasks-db's worker, which looks for work in the database; several on one database share it."""

    help = "Kerjakan di belakang layar apa yang boleh menunggu, misalnya menghitung peristiwa baru."

    requires_system_checks = []  # the server beside it has made them

    def handle(self, *args: object, **options: object) -> None:
        os.nice(10)  # learners come first
        threading.Thread(target=_stop_with_input, daemon=True).start()
        threading.Thread(target=self._keep_schedule, daemon=True).start()
        while True:
            try:
                # A worker that was stopped in the middle left events uncounted that nobody asks for again.
                if Uncounted.objects.exists():
                    count_new_events.enqueue()
                call_command(
                    "db_worker", "--backend", BACKEND, interval=LOOK_EVERY_SECONDS, reload=False, startup_delay=False,
                    verbosity=0,
                )  # fmt: skip
            except DatabaseError as error:  # away or busy: it may be back later
                self.stderr.write(f"Pekerjaan di belakang layar tertunda: {error}")
                time.sleep(AGAIN_AFTER_SECONDS)

    def _keep_schedule(self) -> None:
        """Publish and take off what is due. Each is a transaction of its own, so that the end may come at any time."""
        while True:
            try:
                publish_due(now=timezone.now())
            except DatabaseError as error:
                self.stderr.write(f"Penerbitan terjadwal tertunda: {error}")
            close_old_connections()
            time.sleep(SCHEDULE_EVERY_SECONDS)


def _stop_with_input() -> None:
    """Whoever started us holds the other end of standard input; when nobody does, stop after the task in hand."""
    os.read(sys.stdin.fileno(), 1)
    os.kill(os.getpid(), signal.SIGTERM)
