"""Seconds from `make run` to the first page, with the packages already there and an empty data folder."""

import os
import signal
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from bench.figures import Figure
from scripts.running_site import ROOT, answers, environment_for, free_port

ROUNDS = 3
LONGEST_SECONDS = 180


def measure() -> list[Figure]:
    first, second = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory(prefix="tuntun-bench-") as folder:
            first.append(seconds_to_first_page(Path(folder)))
            second.append(seconds_to_first_page(Path(folder)))
    return [
        Figure("make run, empty data folder, to first page", _median(first), "45 s"),
        Figure("make run again, to first page", _median(second), "6 s"),
    ]


def seconds_to_first_page(data_dir: Path) -> float:
    """Start with `make run`, wait for the home page, stop as Ctrl-C does."""
    port = free_port()
    environment = {**environment_for(data_dir), "PORT": str(port)}
    began = time.monotonic()
    # A process group of its own, so that the signal reaches make and the server, and nothing else.
    started = subprocess.Popen(
        ["make", "run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not answers(f"http://127.0.0.1:{port}/"):
            if started.poll() is not None or time.monotonic() - began > LONGEST_SECONDS:
                raise RuntimeError("make run did not lead to a page.")
            time.sleep(0.05)
        return time.monotonic() - began
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGINT)
        started.wait()


def _median(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.1f} s ({min(seconds):.1f}-{max(seconds):.1f}, n={len(seconds)})"
