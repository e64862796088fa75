"""The stuck report of one activity: from its definition and its events to the figures staff see.

Pure: the same events up to the same `as_of` give the same report, in whatever order and however often they come.
From events to people (`people`), from people to sums (`census`), from sums to figures at a moment (`figures`), and
what is made of them (`analysis`) can change without each other. docs/stuck-points.md has the method.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from learning.domain.counting.census import census_of
from learning.domain.counting.exposures import Trace
from learning.domain.counting.figures import ActivityFigures, figures_of
from learning.domain.counting.people import Folding
from learning.domain.definitions import ActivityDefinition
from learning.domain.method.analysis import ActivityAnalysis, StepAnalysis, analyse
from learning.domain.method.edits import EditVerdict
from learning.domain.method.report_shape import ActivityReport, EditReport, StepReport

TOP_ERRORS = 5


def activity_report(
    definition: ActivityDefinition, events: Iterable[Trace], *, as_of: datetime, silence: timedelta | None = None
) -> ActivityReport:
    """Return the report of one activity, every key always there.

    `events` are those of this activity alone; people are told apart by their pseudonym.
    """
    return report_of(scanned_figures(definition, events, as_of=as_of, silence=silence))


def scanned_figures(
    definition: ActivityDefinition, events: Iterable[Trace], *, as_of: datetime, silence: timedelta | None = None
) -> ActivityFigures:
    """The figures of one activity from all its events. `silence`: see `figures_of`."""
    folding = Folding(definition, as_of=as_of)
    folding.take_in(events)
    return figures_of(definition, census_of(folding), as_of=as_of, silence=silence)


def report_of(figures: ActivityFigures) -> ActivityReport:
    """The report as it is written out: docs/interfaces.md has its shape."""
    return as_report(analyse(figures))


def as_report(analysis: ActivityAnalysis) -> ActivityReport:
    figures = analysis.figures
    return {
        "id": figures.definition.id,
        "title": figures.definition.title,
        "version": figures.definition.version,
        "starters": figures.starters,
        "finishers": figures.finishers,
        "in_progress": figures.in_progress,
        "steps": [_step(step) for step in analysis.steps],
    }


def _step(step: StepAnalysis) -> StepReport:
    tally = step.tally
    return {
        "id": step.id,
        "title": step.title,
        "entered": tally.entered,
        "completed": tally.completed,
        "lost": tally.lost,
        "in_progress": tally.in_progress,
        "loss_rate": tally.loss_rate,
        "low": step.low,
        "high": step.high,
        "median_seconds": tally.median_seconds,
        "expected_seconds": tally.figures.step.expected_seconds,
        "errors_per_entry": tally.errors_per_entry,
        "help_per_entry": tally.help_per_entry,
        "top_errors": [{"field": f, "code": c, "people": n} for f, c, n in tally.top_errors(TOP_ERRORS)],
        "people_lost_per_month": tally.lost_this_month,
        "rank": step.rank,
        "flag": step.flag.value,
        "why": [reason.value for reason in step.why],
        "edit": _edit(step.edit),
    }


def _edit(edit: EditVerdict | None) -> EditReport | None:
    if edit is None:
        return None
    return {
        "version": edit.version,
        "at": edit.at.isoformat(),
        "before": edit.before,
        "after": edit.after,
        "low": edit.low,
        "high": edit.high,
        "verdict": edit.verdict.value,
    }
