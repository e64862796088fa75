"""Links by which somebody without an account looks at a draft and decides on it, once."""

import hashlib
import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from django.contrib.auth.models import AnonymousUser, User
from wagtail.log_actions import log

from sandbox.catalogue import holds_real_number
from tutorials.models import GuidePage, ReviewLink

DAYS = (3, 7, 14)
SECRET_BYTES = 32
MADE, CANCELLED = "tuntun.review.link", "tuntun.review.cancel"


class State(StrEnum):
    WAITING = "menunggu"
    USED = "dipakai"
    CANCELLED = "dibatalkan"
    SUPERSEDED = "diganti"
    EXPIRED = "lewat"


def make(
    page: GuidePage, *, reviewer: str, days: int, user: User | AnonymousUser, now: datetime
) -> tuple[ReviewLink, str]:
    """A link to the newest draft, and its secret: kept nowhere, so shown now or never."""
    revision = page.get_latest_revision() or page.save_revision(user=user, changed=False)
    secret = _new_secret()
    link = ReviewLink.objects.create(
        page=page,
        revision=revision,
        token_digest=digest_of(secret),
        reviewer=reviewer,
        made_by=user if isinstance(user, User) else None,
        expires_at=now + timedelta(days=days),
    )
    log(instance=page, action=MADE, user=user, revision=revision, data={"reviewer": reviewer})
    return link, secret


def cancel(link: ReviewLink, *, user: User | AnonymousUser, now: datetime) -> bool:
    """Whether there was anything left to cancel."""
    waiting = ReviewLink.objects.filter(pk=link.pk, used_at=None, cancelled_at=None)
    if not waiting.update(cancelled_at=now):
        return False
    log(instance=link.page.specific, action=CANCELLED, user=user, data={"reviewer": link.reviewer})
    return True


def find(secret: str) -> ReviewLink | None:
    links = ReviewLink.objects.select_related("page", "revision", "made_by")
    return links.filter(token_digest=digest_of(secret)).first()


def state_of(link: ReviewLink, *, now: datetime) -> State:
    if link.used_at:
        return State.USED
    if link.cancelled_at:
        return State.CANCELLED
    if _is_superseded(link):
        return State.SUPERSEDED
    return State.EXPIRED if link.expires_at <= now else State.WAITING


def draft_of(link: ReviewLink) -> GuidePage:
    """The version to decide on, with what the step library says by now: that is what would be published."""
    draft: GuidePage = link.revision.as_object()
    draft.take_shared_contents()
    return draft


def links_of(page: GuidePage) -> list[ReviewLink]:
    return list(ReviewLink.objects.filter(page_id=page.pk).select_related("page", "revision", "made_by"))


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _is_superseded(link: ReviewLink) -> bool:
    """Whether there is a newer version, or this one was saved over: the editor does that while somebody types."""
    return link.page.latest_revision_id != link.revision_id or link.revision.created_at > link.made_at


def _new_secret() -> str:
    """Without a run of digits that could be a NIK: such an address is refused before anything sees it."""
    while holds_real_number(secret := secrets.token_urlsafe(SECRET_BYTES)):
        pass
    return secret
