"""One learner's way through a practice, on the wire: each answer to a press, from the first screen to the result."""

import json
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from bench.practice_pages import Place, begun
from bench.wire import Answer, Client
from scripts.running_site import RunningSite

HTMX = {"HX-Request": "true"}
LONGEST_WAY = 200  # presses


class Walk:
    """Starts an attempt. `faults` as in the start form: "semua", "tanpa", a kind, "" for what the mode brings."""

    def __init__(self, site: RunningSite, flow: str, persona: str, *, mode: str = "latihan", faults: str = "") -> None:
        self.answers: Mapping = json.loads(site.manage("flow_answers", flow, persona, "--json"))
        self.client = Client(site.url)
        form = {"persona": persona, "mode": mode, "gangguan": faults}
        place = begun(urlsplit(self.client.post(f"/latihan/{flow}/", form).headers.get("location", "")).path)
        if place is None:
            raise RuntimeError("The practice did not begin.")
        self.place: Place = place

    def presses(self) -> Iterator[tuple[str, str, Answer]]:
        """(screen, what was sent, the answer to htmx) up to the result: each screen once empty, then right.

        Raises RuntimeError when the practice does not go on: figures of half a way are none.
        """
        self.place.look(self.client.get(self.place.attempt + self._first_screen).text)
        seen: set[str] = set()
        for _turn in range(LONGEST_WAY):
            screen, fault = here = self.place.screen, self.place.fault
            empty = not fault and screen not in seen
            seen.add(screen)
            answer = self._press({"aksi": "lanjut"} if empty else self.place.right(self.answers))
            yield screen, fault or ("empty" if empty else "right"), answer
            if "hx-redirect" in answer.headers:
                return
            if not empty and here == (self.place.screen, self.place.fault):
                raise RuntimeError(f"The practice stays at {screen} {fault}".strip())
        raise RuntimeError("The practice does not end.")

    @property
    def _first_screen(self) -> str:
        return f"{self.answers['screens'][0]['screen']}/"

    def _press(self, form: Mapping[str, object]) -> Answer:
        answer = self.client.post(self.place.address, form, HTMX)
        if answer.status >= 400:
            raise RuntimeError(f"The practice answered {answer.status} to {self.place.address}.")
        self.place.look(answer.text)
        return answer
