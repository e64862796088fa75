"""A room full of learners: 200 practise at once, each sending a screen every five seconds.

Alone, with a site of its own: `python -m bench.practice_load [learners]`.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.figures import Figure, table
from scripts.running_site import ROOT, RunningSite, environment_for, prepare_data_dir

FLOW = "nib-umk-perseorangan"
LEARNERS = 200
ARRIVALS_PER_SECOND = 8
SETTLE_SECONDS = 10
MEASURED_SECONDS = 60
PRESSES = ("sent", "sent empty", "fault answered")
GOAL = "no error, p99 under 500 ms"


class Sample(NamedTuple):
    at: float  # seconds since the epoch
    name: str
    milliseconds: float
    error: str  # "" when all was well


def measure(site: RunningSite, learners: int = LEARNERS) -> list[Figure]:
    ramp = learners / ARRIVALS_PER_SECOND + SETTLE_SECONDS
    samples = run_learners(site, learners, seconds=round(ramp + MEASURED_SECONDS))
    return figures(samples, learners, ramp)


def figures(samples: Sequence[Sample], learners: int, ramp: float) -> list[Figure]:
    """`ramp`: the seconds at the beginning that count for errors only, while learners are still arriving."""
    begin = min(sample.at for sample in samples) + ramp
    presses = [each for each in samples if each.name in PRESSES and each.at >= begin]
    errors = Counter(f"{sample.name}: {sample.error}" for sample in samples if sample.error)
    said = "; ".join(f"{count} x {error}" for error, count in errors.most_common(3)) or "none"
    rate = len(presses) / max(max(sample.at for sample in samples) - begin, 1)
    return [
        Figure(
            f"practice, {learners} learners: {len(presses)} screens sent at {rate:.0f}/s",
            percentiles([sample.milliseconds for sample in presses]),
            GOAL,
        ),
        Figure(f"practice, {learners} learners: errors in {len(samples)} requests", said, "none"),
    ]


def percentiles(milliseconds: Sequence[float]) -> str:
    if len(milliseconds) < 2:
        return "too few to say"
    cuts = statistics.quantiles(milliseconds, n=100)
    return ", ".join(f"p{percent} {cuts[percent - 1]:.0f}" for percent in (50, 95, 99)) + " ms"


def run_learners(site: RunningSite, learners: int, *, seconds: int) -> list[Sample]:
    """Every request of so many learners in so many seconds, arrivals included."""
    with tempfile.TemporaryDirectory(prefix="tuntun-load-") as folder:
        answers, samples = Path(folder) / "answers.json", Path(folder) / "samples.json"
        answers.write_text(json.dumps(answers_of_all_personas(site)), encoding="utf-8")
        environment = {
            **environment_for(site.data_dir),
            "LOAD_ANSWERS": str(answers),
            "LOAD_SAMPLES": str(samples),
        }
        command = [
            sys.executable, "-m", "locust", "--locustfile", "bench/locustfile.py", "--headless", "--only-summary",
            "--host", site.url, "--users", str(learners), "--spawn-rate", str(ARRIVALS_PER_SECOND),
            "--run-time", f"{seconds}s", "--stop-timeout", "10", "--exit-code-on-error", "0", "--loglevel", "WARNING",
        ]  # fmt: skip
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        return [Sample(*line) for line in json.loads(samples.read_text())]


def answers_of_all_personas(site: RunningSite) -> list[dict]:
    return [json.loads(site.manage("flow_answers", FLOW, persona, "--json")) for persona in personas(site)]


def personas(site: RunningSite) -> list[str]:
    report = json.loads(site.manage("check_flows", "--json"))
    return next(flow["personas"] for flow in report["flows"] if flow["flow"] == FLOW)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="tuntun-bench-") as data:
        prepare_data_dir(Path(data))
        with RunningSite(Path(data)) as running:
            print(table(measure(running, int(sys.argv[1]) if len(sys.argv) > 1 else LEARNERS)))
