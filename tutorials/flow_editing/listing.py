"""The columns of the list of flows, and the reminder on the home page of the admin."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies import ModelPermissionPolicy

from sandbox import catalogue
from tutorials.flow_editing.desk import URLS
from tutorials.flow_editing.drafts import known_problems
from tutorials.flow_editing.released import standing_of
from tutorials.models import FlowDraft


def _version(draft: FlowDraft) -> str:
    published = catalogue.newest_version(draft.flow_id)
    return f"versi {published.number}" if published else "belum terbit"


def _label(draft: FlowDraft) -> str:
    standing = standing_of(draft, draft.newest_document())
    changed = standing["draft_label"]
    return str(standing["label"]) if changed is None else f"{standing['label']} (di draf: {changed or 'kosong'})"


def compared(draft: FlowDraft) -> str:
    """When what learners meet was last held against the real portal, and what the draft says of it."""
    standing = standing_of(draft, draft.newest_document())
    told = _compared_words(standing["days"])
    if standing["stale"] and standing["days"] is not None:
        told = f"⚠ terakhir {told}"
    return told if standing["draft_day"] is None else f"{told} (di draf: {standing['draft_day'] or 'kosong'})"


def _compared_words(days: int | None) -> str:
    return "belum pernah dibandingkan" if days is None else f"dibandingkan {days} hari lalu"


def _state(draft: FlowDraft) -> str:
    if draft.workflow_in_progress:
        return "sedang diperiksa"
    return "ada draf" if draft.has_unpublished_changes or not draft.live else "sama dengan yang terbit"


def _problems(draft: FlowDraft) -> str:
    count = len(known_problems(draft.newest_document()))
    return f"{count} masalah" if count else "beres"


COLUMNS = [
    Column("version", label="Terbit", accessor=_version),
    Column("flow_label", label="Nama versi", accessor=_label),
    Column("compared", label="Dibandingkan dengan OSS", accessor=compared),
    Column("state", label="Draf", accessor=_state),
    Column("problems", label="Pemeriksaan", accessor=_problems),
]


class StaleFlowsPanel(Component):
    """Flows that were last compared with the real portal too long ago; nothing when there are none."""

    name = "stale_flows"
    template_name = "tutorials/flow_editing/stale_flows.html"
    order = 150

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        if not ModelPermissionPolicy(FlowDraft).user_has_any_permission(self.request.user, ["change", "publish"]):
            return {"flows": []}
        return {
            "flows": [
                {"title": str(draft), "url": reverse(f"{URLS}:edit", args=[draft.pk]), "compared": compared(draft)}
                for draft in FlowDraft.objects.all()
                if standing_of(draft, draft.newest_document())["stale"]
            ]
        }
