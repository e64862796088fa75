"""What a reviewer without an account decided, and what follows from it.

The reviewer has no rights of their own. A decision does what the person who made the link may do, and no more: who
may not approve cannot get a guide published by a link to themselves. What they may not do is noted for those who may.
"""

import logging
from datetime import datetime
from smtplib import SMTPException

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import send_mail
from django.db import transaction
from wagtail.locks import BasicLock
from wagtail.log_actions import log
from wagtail.models import Comment

from tutorials.models import GuidePage, ReviewLink, TriedOnPhoneTask
from tutorials.models.review_links import Decision, Outcome
from tutorials.review_links import State, state_of

APPROVED, CHANGES = "tuntun.review.approve", "tuntun.review.changes"
LONGEST_COMMENT = 1_000  # characters
logger = logging.getLogger(__name__)


@transaction.atomic
def decide(link: ReviewLink, decision: Decision, *, comment: str, now: datetime) -> ReviewLink | None:
    """Spend the link; None where there was nothing to spend any more. `decision` to approve: tried on a phone."""
    held = ReviewLink.objects.select_for_update().filter(pk=link.pk).first()
    if held is None or state_of(held, now=now) != State.WAITING:
        return None
    held.used_at, held.decision, held.comment = now, decision, comment
    held.save()
    held.outcome, held.problem = _carry_out(held)
    held.save()
    _tell(held)
    return held


def _carry_out(link: ReviewLink) -> tuple[Outcome, str]:
    """Undone as a whole where it cannot be done; the decision itself stays."""
    try:
        with transaction.atomic():
            return _act(link), ""
    except ValidationError as refused:
        return Outcome.BLOCKED, "\n".join(refused.messages)
    except PermissionDenied:
        return Outcome.NOTED, ""


def _act(link: ReviewLink) -> Outcome:
    page, maker = _page(link), link.made_by
    if maker is None or not maker.is_active or _is_locked_for(page, maker):
        raise PermissionDenied
    task = page.current_workflow_task
    if task is not None:
        action = "approve" if link.decision == Decision.APPROVED else "reject"
        if action not in [name for name, *_ in task.get_actions(page, maker)]:
            raise PermissionDenied
        tried = {"tried_on_phone": True} if action == "approve" and isinstance(task, TriedOnPhoneTask) else {}
        task.on_action(page.current_workflow_task_state, maker, action, comment=words_of(link), **tried)
    elif link.decision == Decision.APPROVED:
        link.revision.publish(user=maker)
    return _what_followed(link)


def _is_locked_for(page: GuidePage, user: AbstractBaseUser) -> bool:
    """Whether somebody else holds the guide as it is. Other locks are those of the schedule and of the approval."""
    lock = page.get_lock()
    return isinstance(lock, BasicLock) and lock.for_user(user)


def _what_followed(link: ReviewLink) -> Outcome:
    page = _page(link)
    if link.decision == Decision.CHANGES:
        return Outcome.SENT_BACK
    if page.live and page.live_revision_id == link.revision_id:
        return Outcome.PUBLISHED
    return Outcome.PASSED_ON if page.workflow_in_progress else Outcome.SCHEDULED


def words_of(link: ReviewLink) -> str:
    """`Disetujui oleh Bu Sari lewat tautan. “Sudah jelas.”`"""
    said = f" “{link.comment}”" if link.comment else ""
    return f"{link.get_decision_display()} oleh {link.reviewer} lewat tautan.{said}"


def _tell(link: ReviewLink) -> None:
    """In the history; beside the title in the editor, where there is something to mend; by mail to who asked."""
    page, maker = _page(link), link.made_by
    action = APPROVED if link.decision == Decision.APPROVED else CHANGES
    log(instance=page, action=action, revision=link.revision, data={"words": words_of(link)})
    if maker is None:
        return
    if link.comment:
        Comment.objects.create(page=page, user=maker, contentpath="title", text=words_of(link))
    if maker.is_active and maker.email:
        transaction.on_commit(lambda: _send(maker.email, link))


def _send(address: str, link: ReviewLink) -> None:
    """A mail server that does not answer must not take the decision back."""
    told = [words_of(link), Outcome(link.outcome).label, link.problem]
    subject = " ".join(f"{link.get_decision_display()}: {link.page.title}".split())  # a line end there is refused
    try:
        send_mail(subject, "\n".join(filter(None, told)), None, [address])
    except (SMTPException, OSError):
        logger.warning("The mail about review link %s could not be sent.", link.pk)


def _page(link: ReviewLink) -> GuidePage:
    """As the database has it now: what happened a moment ago may be remembered otherwise."""
    return GuidePage.objects.get(pk=link.page_id)
