"""Learners who practise as a class does: each sends a screen every five seconds, as a phone with htmx would.

Each goes through a flow with the right answers, leaves one form in five empty first, and gets out of every fault that
strikes. bench/practice_load.py runs it and reads the figures; alone, against a site that is running:

    manage.py flow_answers nib-umk-perseorangan sembako --json > answers.json
    LOAD_ANSWERS=answers.json python -m locust -f bench/locustfile.py --headless -u 200 --host http://127.0.0.1:8000
"""

import itertools
import json
import os
import random
import time
from pathlib import Path

from locust import events, task
from locust.contrib.fasthttp import FastHttpUser, ResponseContextManager
from locust.env import Environment

from bench.practice_pages import Place, begun

SECONDS_BETWEEN_SCREENS = 5
EMPTY_FIRST = 5  # one form in so many
MODES = itertools.cycle(["latihan", "tuntun", "latihan", "ujian"])
ARRIVALS = random.Random(5)
HTMX = {"HX-Request": "true"}

SAMPLES: list[tuple[float, str, float, str]] = []  # seconds since the epoch, name, milliseconds, error or ""


def _answers_by_turns() -> "itertools.cycle[dict]":
    """What LOAD_ANSWERS holds: one answer of flow_answers, or a list of them."""
    read = json.loads(Path(os.environ["LOAD_ANSWERS"]).read_text(encoding="utf-8"))
    return itertools.cycle(read if isinstance(read, list) else [read])


ANSWERS = _answers_by_turns()


class PractisingLearner(FastHttpUser):
    network_timeout = connection_timeout = 30.0

    def on_start(self) -> None:
        self.begin()
        self.next_press = time.monotonic() + ARRIVALS.uniform(0, SECONDS_BETWEEN_SCREENS)

    def wait_time(self) -> float:
        """Every five seconds, out of step with the others: locust's own pacing keeps who came together together."""
        now = time.monotonic()
        self.next_press = max(self.next_press + SECONDS_BETWEEN_SCREENS, now)
        return self.next_press - now

    def begin(self) -> None:
        """Start an attempt and open its first screen, as the start form's button does."""
        self.client.cookiejar.clear()  # the next learner of the class, with a phone of their own
        self.answers, self.place, self.sent = next(ANSWERS), Place(""), 0
        form = {"persona": self.answers["persona"], "mode": next(MODES)}
        with self._ask("POST", f"/latihan/{self.answers['flow']}/", "start", form) as answer:
            place = begun(answer.url or "")
            if place is None:
                answer.failure("no attempt began")
                return
            self.place = place
            place.look(answer.text or "")

    @task
    def press(self) -> None:
        if not self.place.screen:
            self.begin()
        elif self.place.fault:
            self._send("fault answered", self.place.right(self.answers))
        else:
            self._send_screen()

    def _send_screen(self) -> None:
        self.sent += 1
        if self.sent % EMPTY_FIRST == 0:
            self._send("sent empty", {"aksi": "lanjut"})
        else:
            self._send("sent", self.place.right(self.answers))

    def _send(self, name: str, form: dict[str, object]) -> None:
        with self._ask("POST", self.place.address, name, form, HTMX) as answer:
            if name == "sent" and 'data-error="' in (answer.text or ""):
                answer.failure(f"right answers refused at {self.place.screen}")
            if answer.status_code < 400:
                self._follow(answer)

    def _follow(self, answer: ResponseContextManager) -> None:
        """Where the answer leads: the same screen, the next one, a fault, or the result."""
        address = "" if answer.headers is None else str(answer.headers.get("HX-Redirect") or "")
        if not address:
            self.place.look(answer.text or "")
            return
        with self._ask("GET", address, "page led to", None) as page:
            self.place.screen = ""  # unless the page says otherwise: a result has no screen
            self.place.look(page.text or "")

    def _ask(
        self, method: str, path: str, name: str, form: dict | None, headers: dict[str, str] | None = None
    ) -> ResponseContextManager:
        return self.client.request(method, path, name=name, data=form, headers=headers or {}, catch_response=True)


@events.request.add_listener
def remember(name: str, response_time: float, exception: Exception | None, **_: object) -> None:
    SAMPLES.append((time.time(), name, response_time, "" if exception is None else str(exception)[:200]))


@events.quitting.add_listener
def write_samples(environment: Environment, **_: object) -> None:
    if target := os.environ.get("LOAD_SAMPLES"):
        Path(target).write_text(json.dumps(SAMPLES))
