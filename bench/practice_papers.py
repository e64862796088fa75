"""Seconds until a practice NIB is there as PDF, over the wire, and until every flow is proven to have an end."""

import statistics
import time

from bench.figures import Figure
from bench.practice_load import FLOW
from bench.practice_walk import Walk
from bench.wire import Answer
from scripts.running_site import RunningSite

PERSONA = "sembako"
ROUNDS = 20


def measure(site: RunningSite) -> list[Figure]:
    return [*papers(site), flow_check(site)]


def papers(site: RunningSite) -> list[Figure]:
    walk = Walk(site, FLOW, PERSONA, faults="tanpa")
    for _press in walk.presses():
        pass
    seconds, answers = zip(*(_timed(walk) for _round in range(ROUNDS)), strict=True)
    kilobytes = answers[0].wire_bytes / 1024
    return [
        Figure("practice NIB as PDF", f"{statistics.median(seconds):.2f} s, {kilobytes:.0f} KB", "0.3 s"),
        Figure(f"practice NIB as PDF, slowest of {ROUNDS}", f"{max(seconds):.2f} s", "none"),
    ]


def flow_check(site: RunningSite) -> Figure:
    began = time.perf_counter()
    site.manage("check_flows", "--json")
    return Figure("check_flows: every persona, mode and fault", f"{time.perf_counter() - began:.1f} s", "30 s")


def _timed(walk: Walk) -> tuple[float, Answer]:
    began = time.perf_counter()
    answer = walk.client.get(f"{walk.place.attempt}surat/nib.pdf")
    taken = time.perf_counter() - began
    if answer.headers.get("content-type") != "application/pdf":
        raise RuntimeError(f"The practice NIB was answered with {answer.status}.")
    return taken, answer
