"""The stuck report of one activity: from its definition and its events to the figures staff see.

Pure: the same events up to the same `as_of` give the same report, in whatever order and however often they come.
Three parts can change without the others: who counts as lost (`crowd`), what is counted (`tallies`), and what is
made of it (`findings`, `judging`). The method and its limits are described in docs/stuck-points.md.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from learning.domain.crowd import Crowd
from learning.domain.definitions import ActivityDefinition
from learning.domain.exposures import Trace
from learning.domain.intervals import wilson
from learning.domain.judging import Verdict, judge, ranks
from learning.domain.report_shape import ActivityReport, StepReport
from learning.domain.tallies import Tally, tallies_of

SILENCE = timedelta(hours=24)
TOP_ERRORS = 5


def activity_report(
    definition: ActivityDefinition, events: Iterable[Trace], *, as_of: datetime, silence: timedelta = SILENCE
) -> ActivityReport:
    """Return the report of one activity, every key always there.

    `events` are those of this activity alone; people are told apart by their pseudonym.
    """
    crowd = Crowd(definition, as_of=as_of, silence=silence)
    crowd.take_in(events)
    tallies = tallies_of(crowd)
    verdicts = judge(tallies)
    starters = [person for person in crowd.people.values() if person.started]
    under_way = [person for person in starters if not person.finished and not crowd.is_silent(person)]
    return {
        "id": definition.id,
        "title": definition.title,
        "version": definition.version,
        "starters": len(starters),
        "finishers": sum(person.finished for person in starters),
        "in_progress": len(under_way),
        "steps": [_step(*figures) for figures in zip(tallies, verdicts, ranks(verdicts), strict=True)],
    }


def _step(tally: Tally, verdict: Verdict, rank: int) -> StepReport:
    low, high = wilson(tally.lost, tally.known) or (None, None)
    return {
        "id": tally.step.id,
        "title": tally.step.title,
        "entered": tally.entered,
        "completed": tally.completed,
        "lost": tally.lost,
        "in_progress": tally.in_progress,
        "loss_rate": tally.loss_rate,
        "low": low,
        "high": high,
        "median_seconds": tally.median_seconds,
        "expected_seconds": tally.step.expected_seconds,
        "errors_per_entry": tally.errors_per_entry,
        "help_per_entry": tally.help_per_entry,
        "top_errors": [{"field": f, "code": c, "people": n} for f, c, n in tally.top_errors(TOP_ERRORS)],
        "people_lost_per_month": tally.lost_this_month,
        "rank": rank,
        "flag": verdict.flag.value,
        "why": [reason.value for reason in verdict.why],
        "edit": None,  # comparing with the version before an edit is not part of the first form
    }
