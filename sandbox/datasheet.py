"""Data sheets for the real portal: a learner's own, or an empty one for a trainer to print."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sandbox import catalogue
from sandbox.datasheet_texts import note_of
from sandbox.domain.datasheet import SheetPart, blank_parts, own_parts
from sandbox.models import FlowVersion
from sandbox.paths import right_path, screens_ahead
from sandbox.work import Work


@dataclass(frozen=True)
class DataSheet:
    own: bool  # holds a learner's values
    whole: bool  # nothing of the practice is missing
    parts: tuple[SheetPart, ...]

    @property
    def file_name(self) -> str:
        return "lembar-data-oss.pdf" if self.own else "lembar-data-oss-kosong.pdf"


def empty_sheet(version: FlowVersion) -> DataSheet:
    """To fill in by hand, along the way that the owner of one micro business goes."""
    flow = catalogue.flow_of(version)
    persona = next((each for each in flow.personas if each.own), flow.personas[0])
    screens = [flow.screen(each) for each in right_path(version, persona.id)]
    return DataSheet(own=False, whole=False, parts=_with_notes(blank_parts(screens)))


def own_sheet(work: Work) -> DataSheet:
    """For a persona with a business of the learner's own: what is accepted so far, then the rest of the way."""
    ahead = [] if work.standing.finished else screens_ahead(work)
    screens = [work.flow.screen(each) for each in (*work.standing.path, *ahead)]
    return DataSheet(own=True, whole=work.standing.finished, parts=_with_notes(own_parts(screens, work.practice)))


def _with_notes(parts: Iterable[SheetPart]) -> tuple[SheetPart, ...]:
    return tuple(replace(part, rows=tuple(replace(row, note=note_of(row)) for row in part.rows)) for part in parts)
