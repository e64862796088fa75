"""The stuck report of one activity, arranged for the page "Titik macet"."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from learning import charts
from learning.definitions import FLOW_PREFIX, GUIDE_KIND
from learning.domain.judging import Flag
from learning.domain.report_shape import ActivityReport, StepReport
from learning.domain.step_notes import Confused
from learning.edit_links import EditLink, edit_links
from learning.report_words import FLAGS, REASONS, Words, words_of
from learning.step_notes import StepNotes


@dataclass(frozen=True)
class Row:
    """One step as the page shows it; `step` is its part of the report, shares are whole percents."""

    step: StepReport
    number: int
    words: Words
    scale: charts.Scale
    most: int
    links: list[EditLink]
    restarted: datetime | None  # counted since then only, though people had been there before
    confused: Confused | None

    @property
    def percent(self) -> int | None:
        return _percent(self.step["loss_rate"])

    @property
    def low(self) -> int | None:
        return _percent(self.step["low"])

    @property
    def high(self) -> int | None:
        return _percent(self.step["high"])

    @property
    def was_reached(self) -> bool:
        """By anybody, be it with content that is gone."""
        return self.step["entered"] > 0 or self.restarted is not None

    @property
    def known(self) -> int:
        return self.step["completed"] + self.step["lost"]

    @property
    def flag(self) -> str:
        return FLAGS[self.step["flag"]]

    @property
    def reasons(self) -> list[str]:
        return [REASONS[reason] for reason in self.step["why"]]

    @property
    def errors(self) -> list[tuple[int, str]]:
        found = self.step["top_errors"]
        return [(one["people"], self.words.error(self.step["id"], one["field"], one["code"])) for one in found]

    @property
    def confusions(self) -> list[tuple[int, str]]:
        """(people, why they were confused), the most frequent first."""
        found = self.confused.reasons if self.confused else ()
        return [(people, self.words.reason(self.step["id"], code)) for people, code in found]

    @property
    def bar(self) -> str:
        return self.scale.bar(self.step["loss_rate"] or 0)

    @property
    def whisker(self) -> str:
        return self.scale.whisker(self.step["low"] or 0, self.step["high"] or 0)

    @property
    def entered_width(self) -> str:
        return charts.part_of_width(self.step["entered"], self.most)

    @property
    def completed_width(self) -> str:
        return charts.part_of_width(self.step["completed"], self.most)


class Picture:
    """One activity's report, arranged for the page."""

    def __init__(self, activity: ActivityReport, notes: StepNotes, *, kind: str) -> None:
        self.activity = activity
        self.kind = kind
        steps = activity["steps"]
        scale = charts.scale_for([step["high"] for step in steps if step["high"] is not None])
        most = max(step["entered"] for step in steps)
        words, links = words_of(activity["id"]), edit_links(activity["id"])
        self.scale = scale
        self.rows = [
            Row(
                step, number, words, scale, most, links.get(step["id"], []),
                notes.restarted.get(step["id"]), notes.confused.get(step["id"]),
            )
            for number, step in enumerate(steps, start=1)
        ]  # fmt: skip

    @cached_property
    def ranked(self) -> list[Row]:
        """From the step to mend first to the last one that anybody ever reached, without a gap in the ranks."""
        ordered = sorted(self.rows, key=lambda row: row.step["rank"])
        last = max((place for place, row in enumerate(ordered, start=1) if row.was_reached), default=0)
        return ordered[:last]

    @property
    def unseen(self) -> list[Row]:
        return [row for row in self.rows if row not in self.ranked]

    @property
    def renewed(self) -> list[Row]:
        """Steps that were edited and that nobody has reached since."""
        return [row for row in self.rows if row.restarted and not row.step["entered"]]

    @property
    def first(self) -> Row | None:
        """The step to mend first, where one is stuck."""
        return next((row for row in self.ranked if row.step["flag"] == Flag.STUCK), None)

    @property
    def is_thin(self) -> bool:
        """Nothing can be said yet about any step."""
        return all(row.step["flag"] == Flag.TOO_FEW for row in self.rows)

    @property
    def is_flow(self) -> bool:
        return self.activity["id"].startswith(FLOW_PREFIX)

    @property
    def is_guide(self) -> bool:
        """A guide has nothing to fill in: what stands out there is who pressed "Saya bingung", and why."""
        return self.kind == GUIDE_KIND


def _percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)
