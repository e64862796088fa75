"""The desk as a panel of Wagtail's own editing page, and its comparison of two revisions, place by place."""

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString
from wagtail.admin.compare import TextDiff, diff_text
from wagtail.admin.panels import Panel
from wagtail.snippets.views.snippets import RevisionsCompareView

from tutorials.flow_editing.comparison import Change, changes
from tutorials.flow_editing.desk import desk_of
from tutorials.models import FlowDraft


class DeskPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "tutorials/flow_editing/desk.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context) | desk_of(self.instance)
            match = self.request.resolver_match
            return context | {"looking_back": match is not None and match.url_name == "revisions_revert"}

        def show_panel_furniture(self) -> bool:
            return False


class ChangedPlace:
    """One change as Wagtail's page of comparisons shows it."""

    is_field = True

    def __init__(self, change: Change) -> None:
        self.change = change

    def field_label(self) -> str:
        mark = "" if self.change.old and self.change.new else " (baru)" if self.change.new else " (dihapus)"
        return self.change.place + mark

    def htmldiff(self) -> SafeString:
        old, new = self.change.old, self.change.new
        if old and new:
            return diff_text(old, new).to_html()
        return TextDiff([("deletion", old)] if old else [("addition", new)]).to_html()


class FlowCompareView(RevisionsCompareView):
    template_name = "tutorials/flow_editing/compare.html"
    page_title = "Bandingkan"

    def _get_comparison(self, older: FlowDraft, newer: FlowDraft) -> list[ChangedPlace]:
        return [ChangedPlace(change) for change in changes(older.document, newer.document)]
