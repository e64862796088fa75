"""Where a guide step meets practice: a reference `flow:screen`, kept as text so that neither side owns the other."""

import re
from collections.abc import Iterable, Iterator

from sandbox.catalogue import flow_summary, published_flows

IDENTIFIER = r"[a-z0-9_-]{1,60}"  # what a flow document takes for the id of a flow or a screen
REFERENCE = re.compile(rf"(?P<flow>{IDENTIFIER}):(?P<screen>{IDENTIFIER})")

Choices = list[tuple[str, str]]


def make_reference(flow_id: str, screen_id: str) -> str:
    return f"{flow_id}:{screen_id}"


def practice_choices() -> Iterator[tuple[str, str | Choices]]:
    """What an editor may choose: nothing, or a screen of a published flow, grouped by flow."""
    yield ("", "Tidak ada latihannya")
    for flow in published_flows():
        screens = enumerate(flow.screens, 1)
        yield (flow.title, [(make_reference(flow.id, screen.id), f"{n}. {screen.title}") for n, screen in screens])


def practice_address(reference: str) -> str | None:
    """The root-relative address that begins practice at this screen; None when the screen is no longer there."""
    match = REFERENCE.fullmatch(reference)
    flow = flow_summary(match["flow"]) if match else None
    if match is None or flow is None or match["screen"] not in {screen.id for screen in flow.screens}:
        return None
    return f"/latihan/{match['flow']}/?layar={match['screen']}"


def flow_address(references: Iterable[str]) -> str | None:
    """The root-relative address of the flow that the first of these references names; None when it is not there."""
    match = next(filter(None, map(REFERENCE.fullmatch, references)), None)
    return f"/latihan/{match['flow']}/" if match and flow_summary(match["flow"]) else None
