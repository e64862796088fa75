"""Counting in the background: a press asks for it, the worker beside the server does it a little later."""

import logging
import threading
import time
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from learning.aggregates.catching_up import catch_up

BACKEND = "background"
DELAY = timedelta(seconds=15)  # a class presses together: one count for all of it

logger = logging.getLogger(__name__)


@task(backend=BACKEND)
def count_new_events() -> None:
    try:
        catch_up()
    except Exception:
        # The worker keeps the traceback in its own table, where nobody looks.
        logger.exception("Counting new events failed; it is tried again with the next ones.")
        raise


class _Request:
    """Of one process: asks for a count unless one that it asked for is still to come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._comes_at = float("-inf")

    def make(self) -> None:
        with self._lock:
            now = time.monotonic()
            if now < self._comes_at:
                return
            self._comes_at = now + DELAY.total_seconds()
        count_new_events.using(run_after=timezone.now() + DELAY).enqueue()


_request = _Request()


def count_soon() -> None:
    """Have new events counted once the transaction that brings them is over. A fault here harms no press."""
    transaction.on_commit(_request.make, robust=True)
