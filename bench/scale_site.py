"""One measurement of scale, in a process of its own: `python -m bench.scale_site EVENTS`, which prints JSON.

bench/stuck_scale.py makes the database and reads the figures.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402 - the models below need Django to be set up
from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.scale_crowd import ACTIVITY, days_of_events, definition  # noqa: E402
from learning import definitions, events  # noqa: E402
from learning.aggregates.catching_up import catch_up  # noqa: E402
from learning.domain.method.stuck import report_of  # noqa: E402
from learning.models import PersonSum  # noqa: E402
from learning.stuck_report import Filters, current_figures, report  # noqa: E402

BATCH = 500
COUNT_EVERY = 20_000  # events: ten seconds of the pace that is asked for
TIMES = 5


def main(amount: int) -> dict[str, float]:
    now = timezone.now()
    definitions.store([definition(now=now)])
    stored, ingest, count = _load(amount, now)
    known = definitions.known_activity(ACTIVITY)
    assert known is not None

    def told(filters: Filters) -> Callable[[], object]:
        return lambda: report_of(current_figures(known, filters=filters).figures)

    group = PersonSum.objects.exclude(group="").values_list("group", flat=True).first() or ""
    said = {
        "ingest": stored / ingest,
        "count": stored / count,
        "report": _milliseconds(told(Filters())),
        "filtered": _milliseconds(told(Filters(mode="latihan"))),
        "weeks": _milliseconds(told(Filters(first=(now - timedelta(days=28)).date()))),
        "class": _milliseconds(told(Filters(group=group))),
        "past": _seconds(lambda: report(as_of=now - timedelta(days=7), activity=ACTIVITY)),
        "rebuild": _seconds(lambda: call_command("rebuild_aggregates", stdout=sys.stderr)),
        "size": _megabytes(),
    }
    return {**said, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _load(amount: int, now: datetime) -> tuple[int, float, float]:
    """(events stored, seconds for storing, seconds for counting)."""
    stored, waiting, ingest, count = 0, 0, 0.0, 0.0
    for day in days_of_events(amount, now=now):
        for start in range(0, len(day), BATCH):
            batch = day[start : start + BATCH]
            ingest += _seconds(partial(events.store, batch))
            stored, waiting = stored + len(batch), waiting + len(batch)
            if waiting >= COUNT_EVERY:
                count, waiting = count + _seconds(catch_up), 0
    return stored, ingest, count + _seconds(catch_up)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _milliseconds(work: Callable[[], object]) -> float:
    """The slowest of some times, without what was kept from the time before."""
    found = []
    for _ in range(TIMES):
        cache.clear()
        found.append(1000 * _seconds(work))
    return max(found)


def _megabytes() -> float:
    if connection.vendor == "sqlite":
        files = Path(settings.DATA_DIR).glob("db.sqlite3*")
        return sum(file.stat().st_size for file in files) / 1e6
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return float(cursor.fetchone()[0]) / 1e6


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
