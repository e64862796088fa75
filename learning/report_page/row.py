"""One step as the report's page shows it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from learning import charts
from learning.domain.advice.causes import Cause
from learning.domain.method.analysis import StepAnalysis
from learning.domain.method.edits import EditVerdict
from learning.domain.method.findings import Reason
from learning.domain.shown_counts import ShownFates
from learning.domain.suppression import SMALLEST_GROUP
from learning.edit_links import EditLink
from learning.mending.step_sentences import saved_sentence
from learning.mending.todos import TodoCard
from learning.report_page import explanations
from learning.report_page.change import Change
from learning.report_page.explanations import How
from learning.report_page.troubles import Troubles
from learning.report_page.week_chart import ShownWeek, WeekChart, week_chart
from learning.report_words import FLAGS, REASONS, Words


@dataclass(frozen=True, eq=False)  # no slots: what is worked out is kept
class Row:
    """`number`: the step's place, from 1. `restarted`: since when it is counted anew, though people were there before.

    `weeks`: of all its editions.
    """

    analysis: StepAnalysis
    number: int
    words: Words
    scale: charts.Scale
    silence: timedelta
    links: list[EditLink]
    restarted: datetime | None
    edit: EditVerdict | None
    weeks: list[ShownWeek]
    causes: list[Cause]
    journeys: list[str]
    todo: TodoCard | None
    about: bool  # of these and the next: see shown_counts.ShownFates
    lost_about: bool

    @property
    def id(self) -> str:
        return self.analysis.id

    @property
    def title(self) -> str:
        return self.analysis.title

    @property
    def rank(self) -> int:
        return self.analysis.rank

    @property
    def flag(self) -> str:
        return self.analysis.flag.value

    @property
    def flag_word(self) -> str:
        return FLAGS[self.flag]

    @property
    def reason(self) -> str:
        return self.analysis.why[0].value if self.analysis.why else ""

    @property
    def reasons(self) -> list[str]:
        return [REASONS[reason] for reason in self.analysis.why]

    @property
    def loses_many(self) -> bool:
        return Reason.LOSS in self.analysis.why

    @property
    def is_slow(self) -> bool:
        return Reason.SLOW in self.analysis.why

    @cached_property
    def shown(self) -> ShownFates:
        return ShownFates(self.analysis.figures.fates, self.about, self.lost_about)

    @property
    def was_entered(self) -> bool:
        return self.analysis.tally.entered > 0

    @property
    def was_reached(self) -> bool:
        """By anybody, be it with content that is gone."""
        return self.was_entered or self.restarted is not None

    @property
    def percent(self) -> int | None:
        return _percent(self.shown.rate)

    @property
    def low(self) -> int | None:
        return _percent(self.analysis.low) if self.percent is not None else None

    @property
    def high(self) -> int | None:
        return _percent(self.analysis.high) if self.percent is not None else None

    @property
    def usual(self) -> int | None:
        return _percent(self.analysis.usual) if self.percent is not None else None

    @property
    def most_percent(self) -> int | None:
        """Fewer than five are lost: the rate stays below this."""
        return _percent(self.shown.most_rate)

    @property
    def bar(self) -> str:
        return self.scale.bar(self.shown.rate or 0)

    @property
    def most_bar(self) -> str:
        return self.scale.bar(min(self.shown.most_rate or 0, self.scale.top))

    @property
    def whisker(self) -> str:
        return self.scale.whisker(self.analysis.low or 0, self.analysis.high or 0)

    @property
    def usual_mark(self) -> str:
        """x of the line where the neighbours are; "" where it would tell nothing."""
        usual = self.analysis.usual
        return (
            self.scale.bar(usual) if self.percent is not None and usual is not None and usual <= self.scale.top else ""
        )

    @property
    def saving(self) -> str:
        return saved_sentence(self.analysis)

    @property
    def median_seconds(self) -> float | None:
        tally = self.analysis.tally
        return tally.median_seconds if tally.timed >= SMALLEST_GROUP else None

    @cached_property
    def troubles(self) -> Troubles:
        return Troubles(self.analysis, self.words, self.lost_about)

    @property
    def told_journeys(self) -> list[str]:
        """Of a step that is sound nobody asks how people left it."""
        return self.journeys if self.analysis.is_flagged else []

    @cached_property
    def change(self) -> Change | None:
        return None if self.edit is None else Change(self.edit, self.about, self.lost_about)

    @cached_property
    def week_chart(self) -> WeekChart | None:
        return week_chart(self.weeks)

    @property
    def how_lost(self) -> How:
        return explanations.of_loss(self.analysis, self.shown, self.silence)

    @property
    def how_flagged(self) -> How:
        return explanations.of_flag(self.analysis)

    @property
    def how_saved(self) -> How:
        return explanations.of_saving(self.analysis)

    @property
    def how_long(self) -> How:
        return explanations.of_time(self.analysis)

    @property
    def how_refused(self) -> How:
        return explanations.of_errors(self.analysis, about=self.lost_about)

    @property
    def how_confused(self) -> How:
        return explanations.of_confusion(self.analysis, about=self.lost_about)

    @property
    def how_watched(self) -> How:
        return explanations.of_video()


def _percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)
