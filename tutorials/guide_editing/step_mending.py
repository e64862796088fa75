"""One step mended by itself: taken from the newest draft, put back into it, or straight to the readers.

Publishing carries this one step only. What else waits in the draft goes on waiting.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Revision

from tutorials.guide_editing import publishing
from tutorials.models import GuidePage, GuideStep

FIELDS = ("title", "body", "more", "expect", "image", "image_alt", "markers")
STATE_LENGTH = 12  # hexadecimal digits: enough to tell two states apart, too few to pass for a NIK


@dataclass
class Desk:
    """A step as its mender sees it: the row of the newest draft, and what this person may do with it."""

    page: GuidePage  # as it is published
    draft: GuidePage
    step: GuideStep
    user: Any

    @cached_property
    def live_step(self) -> GuideStep | None:
        return next((step for step in self.page.steps.all() if step.key == self.step.key), None)

    @cached_property
    def address(self) -> str:
        """Root-relative, of the published step; "" where readers do not have it."""
        placed = self.page.numbered_steps() if self.page.live else []
        return next((step.url for step in placed if step.key == self.step.key), "")

    @property
    def locked(self) -> bool:
        return is_locked(self.page, self.user)

    @property
    def locked_because(self) -> str:
        if self.page.approved_schedule:
            return "Panduan ini punya jadwal terbit, jadi isinya terkunci. Batalkan dulu jadwalnya di formulir panduan."
        return "Panduan ini sedang dikunci atau diperiksa orang lain. Anda belum bisa mengubahnya."

    @property
    def differs(self) -> bool:
        """Whether readers see another text than the one being mended."""
        return self.live_step is not None and state_of(self.live_step) != state_of(self.step)

    @cached_property
    def may_publish(self) -> bool:
        return self.page.permissions_for_user(self.user).can_publish() and not self.kept_from_publishing

    @cached_property
    def kept_from_publishing(self) -> str:
        """Why this step cannot be published by itself, whoever asks; "" where it can."""
        if not self.page.live:
            return "Panduan ini belum terbit. Terbitkan dari formulir panduan."
        if self.live_step is None:
            return "Langkah ini belum terbit. Terbitkan dari formulir panduan."
        if self.page.workflow_in_progress:
            return "Panduan ini sedang diperiksa. Simpan sebagai draf dulu."
        return ""

    @cached_property
    def may_submit(self) -> bool:
        may = self.page.permissions_for_user(self.user)
        return not may.can_publish() and may.can_submit_for_moderation()


def open_step(user: Any, page_id: int, key: str) -> Desk:  # noqa: ANN401  # a user or nobody
    """404 for a guide or step that is not there, 403 for whoever may not change the guide."""
    page = get_object_or_404(GuidePage, pk=page_id)
    if page.alias_of_id or not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    step = next((step for step in draft.steps.all() if step.key == key), None)
    if step is None:
        raise Http404("Langkah ini tidak ada di panduan.")
    return Desk(page, draft, step, user)


def is_locked(page: GuidePage, user: Any) -> bool:  # noqa: ANN401
    """Whether a lock, a schedule or an approval under way keeps this user from changing the guide."""
    lock = page.get_lock()
    return lock is not None and lock.for_user(user)


def reopen(desk: Desk) -> Desk:
    """The step as it is by now, inside a transaction: until its end nobody else saves this guide."""
    GuidePage.objects.select_for_update().get(pk=desk.page.pk)
    return open_step(desk.user, desk.page.pk, desk.step.key)


def put(desk: Desk, mended: GuideStep) -> None:
    """Let the step on the desk say what the mended one says."""
    for name in FIELDS:
        setattr(desk.step, name, getattr(mended, name))


def refuse_locked(desk: Desk) -> None:
    if desk.locked:
        raise PermissionDenied


def state_of(step: GuideStep) -> str:
    """Tells whether somebody else changed the step while a form was open."""
    texts = [str(getattr(step, name) or "").replace("\r\n", "\n").strip() for name in ("title", "body", "more")]
    rest = [step.expect.replace("\r\n", "\n").strip(), step.image_id, step.image_alt, step.markers]
    return hashlib.sha256(json.dumps([texts, rest]).encode()).hexdigest()[:STATE_LENGTH]


@transaction.atomic
def save_draft(desk: Desk) -> Revision:
    return _save(desk.draft, desk.step, desk.user)


@transaction.atomic
def publish(desk: Desk) -> None:
    """Raises `publishing.Blocked`, and nothing has happened."""
    draft_waits = desk.page.has_unpublished_changes
    revision = _save(desk.page, desk.step, desk.user)
    publishing.publish(revision, user=desk.user)
    if draft_waits:
        _save(desk.draft, desk.step, desk.user)


@transaction.atomic
def submit(desk: Desk) -> None:
    save_draft(desk)
    page = GuidePage.objects.get(pk=desk.page.pk)
    page.get_workflow().start(page, desk.user)


def _save(page: GuidePage, mended: GuideStep, user: Any) -> Revision:  # noqa: ANN401
    """A revision of `page` in which this step says what the mended one says."""
    steps = list(page.steps.all())
    for step in steps:
        if step.key == mended.key:
            for name in FIELDS:
                setattr(step, name, getattr(mended, name))
    page.steps.set(steps)
    # What else stands in the guide is as its authors left it, and theirs to mend.
    return page.save_revision(user=user, log_action=True, clean=False)
