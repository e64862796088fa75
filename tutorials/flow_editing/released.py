"""What learners meet of a flow, beside what its draft says."""

from typing import Any

from django.utils import timezone

from sandbox import catalogue
from tutorials.models import FlowDraft
from tutorials.models.flow_drafts import days_since_compared, is_stale


def released_words(flow_id: str) -> dict[str, str] | None:
    """The label and the day of comparison of the published version; None before the first."""
    version = catalogue.newest_version(flow_id)
    if version is None:
        return None
    flow = catalogue.flow_of(version)
    return {"label": flow.label, "compared_on": flow.compared_on}


def standing_of(draft: FlowDraft, document: dict[str, Any]) -> dict[str, Any]:
    """Label and comparison of what learners meet (before the first version: the draft), and how the draft differs."""
    today = timezone.localdate()
    own = {key: str(document.get(key, "")) for key in ("label", "compared_on")}
    shown = released_words(draft.flow_id) or own
    return {
        "label": shown["label"],
        "draft_label": own["label"] if own["label"] != shown["label"] else None,
        "days": days_since_compared(shown, today=today),
        "draft_day": own["compared_on"] if own["compared_on"] != shown["compared_on"] else None,
        "stale": is_stale(shown, today=today),
    }
