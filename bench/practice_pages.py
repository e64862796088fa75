"""What a practice page says to a program that goes through it: where it stands, and what to send next.

Only the hooks of docs/interfaces.md are read; the right answers come from `manage.py flow_answers`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

ATTEMPT = re.compile(r"/latihan/coba/[0-9a-f-]{36}/")
SCREEN = re.compile(r'data-screen="([^"]+)"')
FAULT = re.compile(r'data-fault="([^"]+)"')
CODE = re.compile(r'data-kode="([^"]+)"')


@dataclass
class Place:
    """Where a learner stands. An answer may be a whole page or the part that htmx puts into it."""

    attempt: str  # the path of the attempt, with a slash at its end
    screen: str = ""
    fault: str = ""
    code: str = ""  # the last one that the inbox showed

    def look(self, text: str) -> None:
        if screen := SCREEN.search(text):
            self.screen, self.fault = screen.group(1), ""
        if fault := FAULT.search(text):
            self.fault = fault.group(1)
        if code := CODE.search(text):
            self.code = code.group(1)

    @property
    def address(self) -> str:
        """Where the page's form goes."""
        return f"{self.attempt}{self.screen}/" + ("gangguan/" if self.fault else "")

    def right(self, answers: Mapping) -> dict[str, object]:
        """What leads on from here, of one answer of flow_answers. KeyError where it knows no way."""
        if self.fault:
            return {"aksi": answers["faults"][self.fault]}
        fields = next((each["fields"] for each in answers["screens"] if each["screen"] == self.screen), None)
        if fields is None:
            raise KeyError(self.screen)
        given = {name: self.code if value == "@kode" else value for name, value in fields.items()}
        sent = {name: "on" if value is True else value for name, value in given.items() if value is not False}
        return {**sent, "aksi": "lanjut"}


def begun(address: str) -> Place | None:
    """The place that the start form led to."""
    found = ATTEMPT.search(address)
    return None if found is None else Place(found.group())
