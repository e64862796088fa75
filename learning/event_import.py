"""Events out of a file of JSON lines: each line is judged alone, what is sound is stored in batches."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from learning import events
from learning.domain.events import Event, EventRefused, parse_event

LONGEST_LINE = 64 * 1024  # bytes; an event takes a few hundred


@dataclass
class Count:
    """How many lines were what; a line whose id is known already is repeated."""

    stored: int = 0
    repeated: int = 0
    refused: int = 0


def import_lines(lines: Iterable[bytes], *, tell: Callable[[str], object]) -> Count:
    """Store the events in `lines`; `tell` gets a sentence for every refused line. Blank lines are nothing."""
    count = Count()
    batch: list[Event] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            batch.append(_event(line))
        except EventRefused as refusal:
            count.refused += 1
            tell(f"Baris {number}: {refusal.why}")
        if len(batch) == events.BATCH:
            _store(batch, count)
            batch = []
    _store(batch, count)
    return count


def _event(line: bytes) -> Event:
    if len(line) > LONGEST_LINE:
        raise EventRefused("Barisnya terlalu panjang untuk satu peristiwa.")
    try:
        raw = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # not UTF-8, not JSON, a number too long to be one
        raise EventRefused("Bukan JSON yang sah.") from None
    return parse_event(raw)


def _store(batch: list[Event], count: Count) -> None:
    stored = events.store(batch)
    count.stored += stored
    count.repeated += len(batch) - stored
