"""The stuck report of one activity: from its definition and its events to the figures staff see.

Pure: the same events up to the same `as_of` give the same report, in whatever order and however often they come.
From events to people (`people`), from people to sums (`census`), from sums to figures at a moment (`figures`), and
what is made of them (`findings`, `judging`) can change without each other. docs/stuck-points.md has the method.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from learning.domain.census import census_of
from learning.domain.definitions import ActivityDefinition
from learning.domain.exposures import Trace
from learning.domain.figures import ActivityFigures, figures_of
from learning.domain.intervals import wilson
from learning.domain.judging import Verdict, judge, ranks
from learning.domain.people import Folding
from learning.domain.report_shape import ActivityReport, StepReport
from learning.domain.tallies import Tally, tallies_of

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
    tallies = tallies_of(figures)
    verdicts = judge(tallies)
    return {
        "id": figures.definition.id,
        "title": figures.definition.title,
        "version": figures.definition.version,
        "starters": figures.starters,
        "finishers": figures.finishers,
        "in_progress": figures.in_progress,
        "steps": [_step(*each) for each in zip(tallies, verdicts, ranks(verdicts), strict=True)],
    }


def _step(tally: Tally, verdict: Verdict, rank: int) -> StepReport:
    low, high = wilson(tally.lost, tally.known) or (None, None)
    return {
        "id": tally.figures.step.id,
        "title": tally.figures.step.title,
        "entered": tally.entered,
        "completed": tally.completed,
        "lost": tally.lost,
        "in_progress": tally.in_progress,
        "loss_rate": tally.loss_rate,
        "low": low,
        "high": high,
        "median_seconds": tally.median_seconds,
        "expected_seconds": tally.figures.step.expected_seconds,
        "errors_per_entry": tally.errors_per_entry,
        "help_per_entry": tally.help_per_entry,
        "top_errors": [{"field": f, "code": c, "people": n} for f, c, n in tally.top_errors(TOP_ERRORS)],
        "people_lost_per_month": tally.lost_this_month,
        "rank": rank,
        "flag": verdict.flag.value,
        "why": [reason.value for reason in verdict.why],
        "edit": None,  # comparing with the version before an edit is not part of the first form
    }
