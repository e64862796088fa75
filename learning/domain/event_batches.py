"""A batch of events as a browser or a tool sends it: each item is judged alone, none takes another with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from learning.domain.event_values import read_uuid
from learning.domain.events import Event, EventRefused, parse_event

SERVER_ONLY = "Latihan dicatat oleh server sendiri."
OF_SOMEBODY_BEFORE = "Ini terjadi sebelum HP ini dilepas oleh pemakai yang lama."


class Refused(NamedTuple):
    """`id` as it was sent, None for an item without a usable one. `why` never repeats a value."""

    id: str | None
    why: str


@dataclass
class Judged:
    """`accepted` by the id as it was sent, in order; of items with the same id the first."""

    accepted: dict[str, Event] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)


def judge(
    items: Sequence[object],
    *,
    learner: str,
    device: str = "",
    server_only: Iterable[str] = (),
    not_before: datetime | None = None,
) -> Judged:
    """Take the sound events of `items` for `learner`'s, whoever the items say they are.

    `device`: of those that name none. `server_only`: activities that nobody else may tell about. `not_before`: when the
    device changed hands; what is older is somebody else's. Clocks are taken as
    they are: what is dated later than a report is left out of it, so no wrong clock needs to be refused.
    """
    judged, closed = Judged(), frozenset(server_only)
    known = {"device": device or None}
    for item in items:
        try:
            event = parse_event({**known, **item, "learner": learner} if isinstance(item, dict) else item)
            if event.activity in closed:
                raise EventRefused(SERVER_ONLY)
            if not_before is not None and event.at < not_before:
                raise EventRefused(OF_SOMEBODY_BEFORE)
        except EventRefused as refusal:
            judged.refused.append(Refused(sent_id(item), refusal.why))
        else:
            judged.accepted.setdefault(item["id"], event)  # type: ignore[index]  # only an object is accepted
    return judged


def sent_id(item: object) -> str | None:
    """The id of an item, where it is one: anything else in its place may be what somebody typed."""
    found = item.get("id") if isinstance(item, dict) else None
    try:
        read_uuid(found)
    except ValueError:
        return None
    return str(found)
