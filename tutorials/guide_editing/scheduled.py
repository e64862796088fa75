"""What is due by its date: published, or taken off. One that is refused keeps its draft and holds up nobody else."""

import logging
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import DraftStateMixin, Page, PageLogEntry, Revision

from tutorials.fixed_pages import is_fixed

REFUSED = "tuntun.publish.refused"
UNTOLD = "Belum bisa diterbitkan menurut jadwal."
MOST_SHOWN = 5
logger = logging.getLogger(__name__)


def publish_due(*, now: datetime) -> list[str]:
    """Do everything whose time has come; return what was done or refused, one line each."""
    return [*_take_off_due(now), *_publish_due(now)]


def _take_off_due(now: datetime) -> Iterator[str]:
    for item in _expired(now):
        title = str(item)
        try:
            with transaction.atomic():
                item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        except Exception:  # one that fails must not keep the others waiting
            logger.exception("Could not take off %s %s by its date.", type(item).__name__, item.pk)
        else:
            yield f"Ditarik: {title}"


def _publish_due(now: datetime) -> Iterator[str]:
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    for revision in due:
        try:
            with transaction.atomic():
                # Two servers on one database: whoever clears the date first publishes, the other finds nothing.
                if not due.filter(pk=revision.pk).update(approved_go_live_at=None):
                    continue
                revision.publish(log_action="wagtail.publish.scheduled")
        except ValidationError as refusal:
            _refuse(revision, refusal.messages)
            yield f"Ditolak: {revision.object_str}"
        except Exception:  # the same
            logger.exception("Could not publish revision %s by its date.", revision.pk)
        else:
            yield f"Terbit: {revision.object_str}"


def _expired(now: datetime) -> Iterator[Any]:
    models = [Page, *(model for model in apps.get_models() if issubclass(model, DraftStateMixin) and model is not Page)]
    for model in models:
        if model is Page or not issubclass(model, Page):
            due = model.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")
            yield from (item for item in list(due) if not is_fixed(item))


def _refuse(revision: Revision, sentences: list[str]) -> None:
    """Leave the draft as it is, forget its date, and write down why: staff mend it and choose a new one."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    log(instance=revision.content_object, action=REFUSED, revision=revision, data={"sentences": sentences})


def register_log_action(actions: LogActionRegistry) -> None:
    actions.register_action(REFUSED)(RefusedFormatter)


class RefusedFormatter(LogFormatter):
    label = "Jadwal terbit ditolak"

    def format_message(self, log_entry: PageLogEntry) -> str:
        return f"Tidak terbit menurut jadwal. {' '.join(log_entry.data.get('sentences') or [UNTOLD])}"


class RefusedSchedulesPanel(Component):
    """On the home page of the admin: guides that were not published on their date, until they are published."""

    name = "refused_schedules"
    template_name = "tutorials/guide_editing/refused_schedules.html"
    order = 130

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        waiting = PageLogEntry.objects.filter(action=REFUSED, page__isnull=False).filter(
            Q(page__last_published_at__isnull=True) | Q(timestamp__gt=F("page__last_published_at"))
        )
        newest = {entry.page_id: entry for entry in waiting.select_related("page").order_by("timestamp")}
        mine = [entry for entry in newest.values() if entry.page.permissions_for_user(self.request.user).can_edit()]
        told = RefusedFormatter()
        return {
            "entries": [
                (entry, reverse("wagtailadmin_pages:edit", args=[entry.page_id]), told.format_message(entry))
                for entry in mine[-MOST_SHOWN:]
            ]
        }
