"""A practice flow as staff are editing it. What learners meet are the versions that publishing a draft makes."""

import json
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, LockableMixin, Revision, RevisionMixin, WorkflowMixin

from sandbox import catalogue
from tutorials.flow_editing.shape import check_shape
from tutorials.flow_editing.vocabulary import ShapeProblem
from tutorials.models.texts import REAL_NUMBER_SENTENCE

FRESH_DAYS = 90  # a flow that was held against the real portal longer ago is to be looked at again


class FlowDraft(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """One flow. Its revisions hold the document as it is being written; the row holds the one published last."""

    flow_id = models.SlugField("alur", max_length=60, unique=True)
    document = models.JSONField("dokumen")

    class Meta:
        verbose_name = "alur latihan"
        verbose_name_plural = "alur latihan"
        ordering = ["flow_id"]

    def __str__(self) -> str:
        return str(self.document.get("title") or self.flow_id)

    def clean(self) -> None:
        super().clean()
        try:
            check_shape(self.document)
        except ShapeProblem as problem:
            raise ValidationError(str(problem)) from problem
        if self.document["id"] != self.flow_id:
            raise ValidationError(f"id: nama pendek alur ini “{self.flow_id}”")
        if catalogue.holds_real_number(json.dumps(self.document, ensure_ascii=False)):
            raise ValidationError(REAL_NUMBER_SENTENCE)

    @transaction.atomic
    def publish(self, revision: Revision, *args: object, **kwargs: object) -> None:
        """Make the revision the next version of the flow. Raises InvalidDocument, and nothing has happened."""
        draft = revision.as_object()
        if draft.go_live_at is None or draft.go_live_at <= timezone.now():
            catalogue.publish(draft.document)
        super().publish(revision, *args, **kwargs)

    def newest_document(self) -> dict[str, Any]:
        """The document as last saved, published or not."""
        return self.get_latest_revision_as_object().document


def days_since_compared(document: dict[str, Any], *, today: date) -> int | None:
    """None when no day is told."""
    try:
        return max(0, (today - date.fromisoformat(document.get("compared_on", ""))).days)
    except ValueError:
        return None


def is_stale(document: dict[str, Any], *, today: date) -> bool:
    days = days_since_compared(document, today=today)
    return days is None or days > FRESH_DAYS
