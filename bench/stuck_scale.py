"""The stuck report with many events: how fast they come in, are counted, and are told.

`python -m bench.stuck_scale [--events 100000 1000000 5000000]`: on SQLite, and on the PostgreSQL server that
DATABASE_URL names (its user must be allowed to make a database). Each measurement is a process of its own, on a
database of its own that is thrown away.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from bench.figures import Figure, table
from scripts.running_site import ROOT, environment_for

FEW = 100_000
BENCH_DATABASE = "tuntun_ukur_skala"
GOALS = {
    "ingest": "2,000 events/s at least",
    "count": "keeps pace with 2,000 events/s",
    "report": "300 ms at most",
    "memory": "300 MB at most",
}


def measure(amounts: Sequence[int] = (FEW,)) -> list[Figure]:
    postgres = os.environ.get("DATABASE_URL", "")
    found: list[Figure] = []
    for amount in amounts:
        with tempfile.TemporaryDirectory(prefix="tuntun-scale-") as folder:
            found += figures("SQLite", amount, _measured(amount, Path(folder)))
        if postgres.startswith("postgres"):
            with _own_database(postgres) as url, tempfile.TemporaryDirectory(prefix="tuntun-scale-") as folder:
                found += figures("PostgreSQL", amount, _measured(amount, Path(folder), url=url))
    return found


def figures(database: str, amount: int, said: dict[str, float]) -> list[Figure]:
    name = f"{database}, {amount:,} events"
    return [
        Figure(f"{name}: taken in", f"{said['ingest']:,.0f}/s", GOALS["ingest"]),
        Figure(f"{name}: counted", f"{said['count']:,.0f}/s", GOALS["count"]),
        Figure(f"{name}: report of an activity", f"{said['report']:.0f} ms", GOALS["report"]),
        Figure(f"{name}: the same, filtered by mode", f"{said['filtered']:.0f} ms", ""),
        Figure(f"{name}: the same, of four weeks", f"{said['weeks']:.0f} ms", ""),
        Figure(f"{name}: the same, of a class", f"{said['class']:.0f} ms", ""),
        Figure(f"{name}: the same for a moment in the past", f"{said['past']:.1f} s", ""),
        Figure(f"{name}: sums made anew", f"{said['rebuild']:.0f} s", ""),
        Figure(f"{name}: most memory", f"{said['memory']:.0f} MB", GOALS["memory"]),
        Figure(f"{name}: database", f"{said['size']:,.0f} MB", ""),
    ]


def _measured(amount: int, folder: Path, *, url: str = "") -> dict[str, float]:
    environment = {**environment_for(folder), **({"DATABASE_URL": url} if url else {})}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    command = [sys.executable, "-m", "bench.scale_site", str(amount)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout))


@contextmanager
def _own_database(url: str) -> Iterator[str]:
    """A fresh database beside the one that is named."""
    import psycopg  # noqa: PLC0415 - only there where PostgreSQL is used

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {BENCH_DATABASE}")
        connection.execute(f"CREATE DATABASE {BENCH_DATABASE}")
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{BENCH_DATABASE}"))
        finally:
            connection.execute(f"DROP DATABASE {BENCH_DATABASE} WITH (FORCE)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, nargs="+", default=[FEW])
    print(table(measure(parser.parse_args().events)))
