"""How a fault looks, and what may be done about it in the order shown."""

import hashlib
from dataclasses import dataclass

from sandbox.domain.document import Fault, FaultAction
from sandbox.models import FaultVisit, Mode
from sandbox.work import Work

# kind → its picture in templates/sandbox/faults/
SCENES = {
    "hang": "waiting", "endless-loading": "waiting", "error-500": "error", "error-502": "error", "blank": "blank",
    "logout": "signed_out", "session-over": "signed_out", "dukcapil-down": "message", "data-mismatch": "message",
    "email-taken": "message", "nik-taken": "message", "code-late": "phone", "code-spam": "phone",
    "code-expired": "phone", "captcha": "captcha", "double-send": "double", "no-pin": "map",
    "kbli-empty": "search", "document-large": "file", "amdalnet-down": "unreachable", "no-signal": "offline",
}  # fmt: skip

# What a page is called that shows no words of its own.
UNTITLED = {"blank": "Layar kosong", "endless-loading": "Terus memuat, tidak selesai"}


@dataclass(frozen=True)
class Choice:
    action: FaultAction
    tried: bool  # in vain


@dataclass(frozen=True)
class FaultScene:
    """The pending fault of an attempt as its page shows it."""

    work: Work
    fault: Fault
    visit: FaultVisit | None

    @property
    def template(self) -> str:
        return f"sandbox/faults/{SCENES.get(self.fault.kind, 'message')}.html"

    @property
    def name(self) -> str:
        return fault_name(self.fault)

    @property
    def recovery(self) -> FaultAction:
        return self.fault.action(self.fault.recovery)

    @property
    def choices(self) -> list[Choice]:
        """Shuffled by the seed, so that the place gives nothing away; who watches sees the way out alone."""
        if self.work.attempt.mode == Mode.TONTON:
            return [Choice(self.recovery, tried=False)]
        tried = self.visit.wrong if self.visit else []
        return [Choice(action, action.id in tried) for action in sorted(self.fault.actions, key=self._place)]

    def _place(self, action: FaultAction) -> bytes:
        return hashlib.sha256(f"{self.work.attempt.seed}:{self.fault.kind}:{action.id}".encode()).digest()


def fault_name(fault: Fault) -> str:
    """What a fault is called in a list."""
    return fault.title or UNTITLED.get(fault.kind, fault.kind)


def scene_of(work: Work, fault: Fault) -> FaultScene:
    return FaultScene(work, fault, work.fault_visits.get(fault.kind))
