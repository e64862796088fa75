"""How many events a second the door of the guides' script takes in: full batches, several phones at once.

Alone, with a site of its own: `python -m bench.event_ingest`.
"""

import http.client
import json
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from bench.figures import Figure, table
from scripts.running_site import RunningSite, prepare_data_dir

GUIDE, STEPS = "guide/nib-perseorangan", ("siapkan", "daftar", "kode")
BATCH = 500
PHONES = 4
SECONDS = 10
VERBS = ("entered", "left", "back", "tapped")
PATH = "/api/peristiwa/"


def measure(site: RunningSite) -> list[Figure]:
    until = time.monotonic() + SECONDS
    begin = time.perf_counter()
    with ThreadPoolExecutor(PHONES) as phones:
        answers = list(phones.map(lambda _: _send_until(site.url, until), range(PHONES)))
    took = time.perf_counter() - begin
    stored = sum(stored for stored, _ in answers)
    refused = sum(refused for _, refused in answers)
    return [
        Figure(f"events in batches of {BATCH}, {PHONES} phones", f"{stored / took:,.0f}/s", "2,000/s at least"),
        Figure("events in batches: refused", str(refused), "0"),
    ]


def _send_until(url: str, until: float) -> tuple[int, int]:
    """(stored, refused) of one phone after the other: each batch comes from somebody new."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=60)
    headers = {"Content-Type": "text/plain", "Origin": url}
    stored = refused = 0
    while time.monotonic() < until:
        connection.request("POST", PATH, body=_batch(), headers=headers)
        answer = connection.getresponse()
        said = json.loads(answer.read())
        if answer.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{PATH} answered {answer.status}: {said}")
        stored, refused = stored + len(said["stored"]), refused + len(said["refused"])
    return stored, refused


def _batch() -> bytes:
    """An afternoon in a guide, sent all at once."""
    begin = datetime.now(UTC) - timedelta(hours=3)
    events = [
        {
            "id": str(uuid4()),
            "at": (begin + timedelta(seconds=20 * number)).isoformat(),
            "activity": GUIDE,
            "version": "1",
            "verb": VERBS[number % len(VERBS)],
            "step": STEPS[number % len(STEPS)],
            "device": "phone",
            "net": "ok",
            "n": number,
            **({"seconds": 20} if VERBS[number % len(VERBS)] == "left" else {}),
            **({"code": "mati"} if VERBS[number % len(VERBS)] == "tapped" else {}),
        }
        for number in range(BATCH)
    ]
    return json.dumps(events, separators=(",", ":")).encode()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="tuntun-bench-") as data:
        prepare_data_dir(Path(data))
        with RunningSite(Path(data)) as running:
            print(table(measure(running)))
