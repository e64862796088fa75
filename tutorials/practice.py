"""Where a guide step meets practice: a reference `flow:screen`, kept as text so that neither side owns the other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sandbox.catalogue import flow_of, flow_summary, newest_versions, published_flows

IDENTIFIER = r"[a-z0-9_-]{1,60}"  # what a flow document takes for the id of a flow or a screen
REFERENCE = re.compile(rf"(?P<flow>{IDENTIFIER}):(?P<screen>{IDENTIFIER})")
KIND = re.compile(IDENTIFIER)

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class FaultPractice:
    """A fault that can be tried: what it is called, and where practice with it begins."""

    kind: str
    title: str
    url: str  # root-relative


def make_reference(flow_id: str, screen_id: str) -> str:
    return f"{flow_id}:{screen_id}"


def screen_choices() -> Iterator[tuple[str, Choices]]:
    """The screens of the published flows, grouped by flow."""
    for flow in published_flows():
        screens = enumerate(flow.screens, 1)
        yield (flow.title, [(make_reference(flow.id, screen.id), f"{n}. {screen.title}") for n, screen in screens])


def practice_choices() -> Iterator[tuple[str, str | Choices]]:
    """What an editor may choose: nothing, or a screen of a published flow."""
    yield ("", "Tidak ada latihannya")
    yield from screen_choices()


def fault_choices() -> Choices:
    """The faults of the published flows, each kind once."""
    return [(fault.kind, fault.title) for fault in _faults().values()]


def practice_address(reference: str) -> str | None:
    """The root-relative address that begins practice at this screen; None when the screen is no longer there."""
    match = REFERENCE.fullmatch(reference)
    flow = flow_summary(match["flow"]) if match else None
    if match is None or flow is None or match["screen"] not in {screen.id for screen in flow.screens}:
        return None
    return f"/latihan/{match['flow']}/?layar={match['screen']}"


def fault_practices(kinds: Iterable[str]) -> list[FaultPractice]:
    """Where each of these faults can be tried; one that no published flow has is left out."""
    wanted = list(kinds)
    faults = _faults() if wanted else {}
    return [faults[kind] for kind in wanted if kind in faults]


def flow_address(references: Iterable[str]) -> str | None:
    """The root-relative address of the flow that the first of these references names; None when it is not there."""
    match = next(filter(None, map(REFERENCE.fullmatch, references)), None)
    return f"/latihan/{match['flow']}/" if match and flow_summary(match["flow"]) else None


def reaches_the_end(references: Iterable[str]) -> bool:
    """Whether one of these screens is the last of its flow: who follows the guide arrives at what the flow is for."""
    for match in filter(None, map(REFERENCE.fullmatch, references)):
        flow = flow_summary(match["flow"])
        if flow is not None and flow.screens[-1].id == match["screen"]:
            return True
    return False


def _faults() -> dict[str, FaultPractice]:
    """By kind, of the first published flow that has it."""
    found: dict[str, FaultPractice] = {}
    for flow in map(flow_of, newest_versions().values()):
        for fault in flow.faults:
            # A page without words has no title: its one line tells which it is.
            title = fault.title or fault.text.says.rstrip(".…")
            url = f"/latihan/{flow.id}/?layar={fault.screen}&gangguan={fault.kind}"
            found.setdefault(fault.kind, FaultPractice(fault.kind, title, url))
    return found
