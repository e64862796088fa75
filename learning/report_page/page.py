"""Everything that the report's page tells of one activity."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from learning import charts
from learning.definitions import GUIDE_KIND
from learning.domain.advice.cause_kinds import Cause
from learning.domain.advice.causes import causes_of
from learning.domain.advice.journeys import journeys_of
from learning.domain.counting.figures import ActivityFigures, StepFigures
from learning.domain.counting.trends import trend_of
from learning.domain.definitions import ActivityDefinition
from learning.domain.method.analysis import ActivityAnalysis, StepAnalysis, analyse
from learning.domain.method.edits import content_before, verdicts_of
from learning.domain.method.judging import Flag
from learning.domain.shown_counts import Count, ShownPeople, is_delicate
from learning.edit_links import edit_links
from learning.mending.todos import cards_of
from learning.report_page.explanations import OTHER_SOURCE, SOURCES, How, of_people, silence_told
from learning.report_page.figure_table import HtmlTable, html_table
from learning.report_page.funnel import FunnelStep, funnel_of
from learning.report_page.reality import Reality, reality_of
from learning.report_page.row import Row
from learning.report_page.switcher import kind_word
from learning.report_page.week_chart import shown_weeks
from learning.report_words import Words, words_of
from learning.stuck_report import CurrentFigures

ALWAYS_DRAWN = 5  # of so many steps the weeks are drawn though they are sound
FILTERED_EVIDENCE = "Angkanya ada di laporan semua orang, tanpa saringan."
_CERTAIN = (
    (0.95, "Hampir pasti bukan kebetulan."),
    (0.8, "Sangat mungkin bukan kebetulan."),
    (0.0, "Mungkin bukan kebetulan."),
)


@dataclass(frozen=True)  # no slots: what is worked out is kept
class ReportPage:
    """`waiting`: people whose newest events are not counted yet. `about`: numbers are told to the nearest five.

    `filtered`: of chosen people only.
    """

    definition: ActivityDefinition
    analysis: ActivityAnalysis
    rows: Sequence[Row]
    scale: charts.Scale
    as_of: datetime
    waiting: Count
    about: bool
    filtered: bool

    @cached_property
    def ranked(self) -> list[Row]:
        """From the step to mend first to the last one that anybody ever reached, without a gap in the ranks."""
        ordered = sorted(self.rows, key=lambda row: row.rank)
        last = max((place for place, row in enumerate(ordered, start=1) if row.was_reached), default=0)
        return ordered[:last]

    @property
    def unseen(self) -> list[Row]:
        return [row for row in self.rows if row not in self.ranked]

    @property
    def renewed(self) -> list[Row]:
        """Steps that were edited and that nobody has reached since."""
        return [row for row in self.rows if row.restarted and not row.was_entered]

    @property
    def first(self) -> Row | None:
        """The step to mend first, where one is stuck."""
        return next((row for row in self.ranked if row.flag == Flag.STUCK), None)

    @property
    def certainty(self) -> str:
        """How sure it is that the first step is truly bad, in words."""
        sure = self.first.analysis.certainty if self.first else 0.0
        return next(words for least, words in _CERTAIN if sure >= least)

    @property
    def is_thin(self) -> bool:
        """Nothing can be said yet about any step."""
        return all(row.flag == Flag.TOO_FEW for row in self.rows)

    @property
    def is_guide(self) -> bool:
        """A guide has nothing to fill in: what stands out there is who pressed "Saya bingung", and why."""
        return self.definition.kind == GUIDE_KIND

    @property
    def kind(self) -> str:
        return kind_word(self.definition.kind)

    @property
    def source(self) -> str:
        return SOURCES.get(self.definition.kind, OTHER_SOURCE)

    @property
    def silence(self) -> str:
        return silence_told(self.analysis.silence)

    @cached_property
    def people(self) -> ShownPeople:
        figures = self.analysis.figures
        return ShownPeople(figures.starters, figures.finishers, figures.in_progress, self.about)

    @property
    def how_people(self) -> How:
        return of_people(self.analysis.silence)

    @cached_property
    def funnel(self) -> list[FunnelStep]:
        return funnel_of(self.rows)

    @cached_property
    def curves(self) -> list[Row]:
        """Steps whose weeks are drawn, in order: the first to mend, those that are flagged, those that were edited."""
        return [
            row
            for row in self.rows
            if (row.rank <= ALWAYS_DRAWN or row.analysis.is_flagged or row.edit) and row.week_chart
        ]

    @cached_property
    def reality(self) -> Reality | None:
        return reality_of(self.analysis.figures, about=self.filtered)

    @cached_property
    def table(self) -> HtmlTable:
        return html_table(self.rows)


def report_page(definition: ActivityDefinition, current: CurrentFigures, *, filtered: bool) -> ReportPage:
    """`filtered`: of chosen people only; then also those lost are told to the nearest five, for whoever compares."""
    analysis = analyse(current.figures)
    about = filtered or is_delicate(step.fates for step in current.figures.steps)
    return ReportPage(
        definition=definition,
        analysis=analysis,
        rows=_rows(analysis, about=about, lost_about=filtered),
        scale=_scale(analysis),
        as_of=current.figures.as_of,
        waiting=Count.of(current.waiting, about=filtered),
        about=about,
        filtered=filtered,
    )


def _scale(analysis: ActivityAnalysis) -> charts.Scale:
    return charts.scale_for([step.high for step in analysis.steps if step.high is not None])


def _rows(analysis: ActivityAnalysis, *, about: bool, lost_about: bool) -> list[Row]:
    figures = analysis.figures
    activity = figures.definition.id
    words, links, edits = words_of(activity), edit_links(activity), verdicts_of(figures)
    scale, cards = _scale(analysis), cards_of(activity)
    return [
        Row(
            analysis=step,
            number=number,
            words=words,
            scale=scale,
            silence=analysis.silence,
            links=links.get(step.id, []),
            restarted=_restarted(step.figures, figures),
            edit=edits.get(step.id),
            weeks=shown_weeks(trend_of(figures, step.id)),
            causes=_causes(step, figures, words, filtered=lost_about),
            journeys=[] if lost_about else journeys_of(step.figures, words),
            todo=cards.get(step.id),
            about=about,
            lost_about=lost_about,
        )
        for number, step in enumerate(analysis.steps, start=1)
    ]


def _causes(step: StepAnalysis, figures: ActivityFigures, words: Words, *, filtered: bool) -> list[Cause]:
    """Of chosen people without numbers: two choices that differ by one to four people would tell what those did."""
    found = causes_of(step, words, really_stuck=figures.really_stuck[step.id])
    return [replace(cause, evidence=FILTERED_EVIDENCE) for cause in found] if filtered else found


def _restarted(step: StepFigures, figures: ActivityFigures) -> datetime | None:
    """Since when a step counts anew, where people had been before."""
    before = content_before(step, figures.earlier.get(step.step.id, ()))
    return step.since.at if before is not None and step.since is not None else None
