"""The weekly summary of all stuck points: one page, in plain words, about steps and never about persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import timezone

from learning.domain.suppression import SMALLEST_GROUP
from learning.mending.follow_up import confirmed
from learning.mending.step_summaries import ActivitySummary, StepSummary
from learning.models import Todo, WeeklyLetter

WEEK = timedelta(days=7)
# The daily work is done an hour early or late; a letter that is due is not put off for that.
EARLY = timedelta(hours=4)
MOST_FIRST, MOST_LISTED = 3, 6
NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


@dataclass(frozen=True, slots=True)
class Weekly:
    """`first`: what to mend first; `fresh`: stuck for certain since this week; `edited`: verdicts not told before.

    Only steps that were stuck in two looks a day apart are named. `people`: activities that somebody began this week.
    """

    as_of: datetime
    since: datetime
    first: tuple[StepSummary, ...]
    fresh: tuple[StepSummary, ...]
    edited: tuple[StepSummary, ...]
    people: tuple[ActivitySummary, ...]
    todos: int
    overdue: int

    @property
    def is_empty(self) -> bool:
        return not (self.first or self.fresh or self.edited or self.people)

    @property
    def told(self) -> list[str]:
        return [_verdict_key(step) for step in self.edited]


def weekly(activities: Sequence[ActivitySummary], *, at: datetime) -> Weekly:
    certain = confirmed()
    steps = [step for activity in activities for step in activity.steps]
    stuck = sorted(
        (step for step in steps if step.is_stuck and _key(step) in certain), key=lambda step: (-step.saved, step.place)
    )
    told = _told_before(at)
    decided = [step for step in steps if step.edit and step.edit.is_decided and _verdict_key(step) not in told]
    live = Todo.objects.live()
    return Weekly(
        as_of=at,
        since=at - WEEK,
        first=tuple(stuck[:MOST_FIRST]),
        fresh=tuple(step for step in stuck if certain[_key(step)] >= at - WEEK)[:MOST_LISTED],
        edited=tuple(decided[:MOST_LISTED]),
        people=tuple(one for one in activities if one.starters_this_week >= SMALLEST_GROUP)[:MOST_LISTED],
        todos=live.count(),
        overdue=live.filter(due__lt=timezone.localdate(at)).count(),
    )


def as_text(found: Weekly) -> str:
    """For a letter, or to be copied into a chat."""
    lines = render_to_string("learning/mingguan.txt", _context(found)).strip().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def as_html(found: Weekly) -> str:
    return render_to_string("learning/mingguan.html", _context(found))


def is_due(*, at: datetime) -> bool:
    """Whether there is somebody to write to, and a week since the last letter."""
    if not settings.WEEKLY_TO or settings.EMAIL_BACKEND == NO_MAIL:
        return False
    last = WeeklyLetter.objects.order_by("-sent_at").first()
    return last is None or at - last.sent_at >= WEEK - EARLY


def send(found: Weekly) -> None:
    """Send the letter to each address of WEEKLY_TO by itself, and remember what it told; raise what the mail raises.

    An address that is refused keeps the letter from nobody else, and those who got it do not get it again tomorrow.
    """
    refused: list[OSError] = []
    with get_connection() as connection:
        for address in settings.WEEKLY_TO:
            try:
                _letter(found, address, connection).send()
            except OSError as error:  # SMTPException is one
                refused.append(error)
    if len(refused) < len(settings.WEEKLY_TO):
        WeeklyLetter.objects.create(sent_at=found.as_of, told=found.told)
    if refused:
        raise refused[0]


def _letter(found: Weekly, address: str, connection: BaseEmailBackend) -> EmailMultiAlternatives:
    subject = f"Titik macet minggu ini, {settings.WAGTAIL_SITE_NAME}"
    letter = EmailMultiAlternatives(subject, as_text(found), to=[address], connection=connection)
    letter.attach_alternative(as_html(found), "text/html")
    return letter


def _context(found: Weekly) -> dict[str, object]:
    return {"weekly": found, "site": settings.SITE_URL.rstrip("/")}


def _told_before(at: datetime) -> set[str]:
    """Verdicts told in letters of earlier weeks: whoever looks at the page sees what the last letter said."""
    letters = WeeklyLetter.objects.filter(sent_at__lte=at - (WEEK - EARLY)).values_list("told", flat=True)
    return {key for told in letters for key in told}


def _key(step: StepSummary) -> tuple[str, str, int]:
    return step.activity, step.id, step.edition


def _verdict_key(step: StepSummary) -> str:
    return f"{step.activity}|{step.id}|{step.edit.version}|{step.edit.verdict}" if step.edit else ""
