"""How many people came to each step, in order, and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from learning.charts import part_of_width
from learning.domain.shown_counts import ShownFates
from learning.report_page.row import Row


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """`*_x` and widths: where each part of the bar lies, as SVG takes it. What may not be told is drawn as least."""

    row: Row
    completed_width: str
    lost_x: str
    lost_width: str
    waiting_x: str
    waiting_width: str

    @property
    def became(self) -> str:
        shown = self.row.shown
        return f"{shown.completed} lewat · {shown.lost} berhenti · {shown.in_progress} masih berjalan"

    @property
    def label(self) -> str:
        return f"{self.row.shown.entered} orang sampai di sini: {self.became}"


def funnel_of(rows: Iterable[Row]) -> list[FunnelStep]:
    """In the order of the steps; all bars are drawn to the same scale."""
    steps = list(rows)
    most = max((sum(_parts(row.shown)) for row in steps), default=0)
    return [_step(row, most) for row in steps]


def _parts(shown: ShownFates) -> tuple[int, int, int]:
    """Completed, lost, still at it: as far as they may be drawn."""
    return shown.completed.people or 0, shown.lost.people or 0, shown.in_progress.people or 0


def _step(row: Row, most: int) -> FunnelStep:
    completed, lost, waiting = _parts(row.shown)
    return FunnelStep(
        row,
        completed_width=part_of_width(completed, most),
        lost_x=part_of_width(completed, most),
        lost_width=part_of_width(lost, most),
        waiting_x=part_of_width(completed + lost, most),
        waiting_width=part_of_width(waiting, most),
    )
