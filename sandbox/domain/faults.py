"""Which faults strike in an attempt, and which one stands in the way now. docs/flow-faults.md describes the kinds."""

import hashlib
from collections.abc import Collection, Sequence

from sandbox.domain.document import Fault, Flow
from sandbox.domain.standing import Standing
from sandbox.domain.vocabulary import ARRIVE, FAULT_KINDS

# How many faults an attempt in each mode meets.
FAULTS_OF_MODE = {"tonton": 1, "tuntun": 2, "latihan": 3, "ujian": 1}
NO_FAULTS, ALL_FAULTS = "tanpa", "semua"
FAULT_CHOICES = ("", NO_FAULTS, ALL_FAULTS, *FAULT_KINDS)


def planned(flow: Flow, *, path: Sequence[str], mode: str, seed: str, choice: str = "") -> list[str]:
    """The kinds that strike on `path`, in the order met; the same seed always gives the same ones.

    `choice` is one of FAULT_CHOICES: "" as many as the mode has, on different screens.
    """
    met = sorted((fault for fault in flow.faults if fault.screen in path), key=lambda fault: _order(fault, path))
    if choice == NO_FAULTS:
        return []
    if choice == "":
        chosen = _drawn(met, seed, most=FAULTS_OF_MODE[mode])
        met = [fault for fault in met if fault.kind in chosen]
    elif choice != ALL_FAULTS:
        met = [fault for fault in met if fault.kind == choice]
    return [fault.kind for fault in met]


def pending(flow: Flow, kinds: Sequence[str], standing: Standing, recovered: Collection[str]) -> Fault | None:
    """The first planned fault that has struck and was not got out of; a function of these four and nothing else."""
    for kind in kinds:
        fault = flow.fault(kind)
        if kind not in recovered and _has_struck(fault, standing):
            return fault
    return None


def _has_struck(fault: Fault, standing: Standing) -> bool:
    if fault.at == ARRIVE:
        return fault.screen == standing.current
    return fault.screen in standing.path and fault.screen != standing.current


def _order(fault: Fault, path: Sequence[str]) -> tuple[int, bool]:
    return path.index(fault.screen), fault.at != ARRIVE


def _drawn(faults: Sequence[Fault], seed: str, *, most: int) -> set[str]:
    """At most one a screen, as if drawn from a shuffled stack."""
    drawn: dict[str, str] = {}
    for fault in sorted(faults, key=lambda fault: hashlib.sha256(f"{seed}:{fault.kind}".encode()).digest()):
        if len(drawn) < most:
            drawn.setdefault(fault.screen, fault.kind)
    return set(drawn.values())
