"""Milliseconds that a KBLI search takes over the full table, database included, as people type: right, wrong, half.

Alone: `DATA_DIR=… python -m bench.kbli_latency`, on a data folder that has its starter content.
"""

import csv
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import django

from bench.figures import Figure, table
from scripts.running_site import ROOT, RunningSite, environment_for

PHRASES = ROOT / "tests" / "sandbox" / "kbli_phrases.csv"
GOAL = "50 ms at the 95th percentile"


def measure(site: RunningSite) -> list[Figure]:
    """The figures on the data of a prepared site, measured in a process of their own."""
    command = [sys.executable, "-m", "bench.kbli_latency", "--json"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment_for(site.data_dir), capture_output=True, text=True, check=True
    )
    return figures(json.loads(done.stdout))


def figures(milliseconds: list[float]) -> list[Figure]:
    """`milliseconds` holds one number a search; the first made the index and stands apart."""
    first, *rest = milliseconds
    cuts = statistics.quantiles(rest, n=100)
    percentiles = ", ".join(f"p{percent} {cuts[percent - 1]:.1f}" for percent in (50, 95, 99))
    return [
        Figure(f"KBLI search, {len(rest)} descriptions, half of them mistyped", f"{percentiles} ms", GOAL),
        Figure("KBLI search, the first of a process (makes the index)", f"{first:,.0f} ms", "none"),
    ]


def timed_searches() -> list[float]:
    from sandbox import kbli  # noqa: PLC0415 - models can be imported only after django.setup()

    return [_timed(kbli.search, query) for query in ["gorengan", *queries()]]


def queries() -> list[str]:
    """Every phrase of the evaluation, right, and again with one slip in its longest word; the same on every run."""
    with PHRASES.open(encoding="utf-8") as file:
        phrases = [row["phrase"] for row in csv.DictReader(file)]
    slips = random.Random(47112)
    mixed = phrases + [_with_a_slip(phrase, slips) for phrase in phrases]
    slips.shuffle(mixed)
    return mixed


def _with_a_slip(phrase: str, slips: random.Random) -> str:
    """The phrase with one letter of its longest word dropped or swapped with the next."""
    word = max(phrase.split(), key=len)
    at = slips.randrange(1, len(word) - 1)
    wrong = slips.choice([word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]])
    return phrase.replace(word, wrong, 1)


def _timed(search: Callable[[str], object], query: str) -> float:
    began = time.perf_counter()
    search(query)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    django.setup()
    measured = timed_searches()
    print(json.dumps(measured) if "--json" in sys.argv else table(figures(measured)))
