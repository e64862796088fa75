"""The step library in the Wagtail admin: its list, its form, and what stands in the way of deleting."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import ObjectList, Panel
from wagtail.admin.ui.tables import BaseColumn, Column, UpdatedAtColumn
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from tutorials.models import SharedStep
from tutorials.models.step_panels import content_panels, title_panel
from tutorials.shared_steps import TAKEN, guides_by_shared_step, guides_with

IN_USE = "“{step}” belum bisa dihapus: masih dipakai di {guides}. Ganti dulu langkahnya di sana."


class UsesPanel(Panel):
    """Which guides change when this step is published."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "tutorials/guide_editing/uses_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"guides": guides_with(self.instance)}


class SharedStepIndexView(IndexView):
    @cached_property
    def columns(self) -> list[BaseColumn]:
        using = guides_by_shared_step()
        return [
            self._get_title_column("__str__"),
            Column("uses", label="Dipakai di", accessor=lambda shared: f"{len(using.get(shared.pk, []))} panduan"),
            Column("state", label="Terbit", accessor=_state),
            UpdatedAtColumn(label="Terakhir diubah"),
        ]


def _state(shared: SharedStep) -> str:
    if not shared.live:
        return "belum"
    return "ya, ada draf" if shared.has_unpublished_changes else "ya"


class SharedStepViewSet(SnippetViewSet):
    model = SharedStep
    icon = "copy"
    menu_label = "Pustaka langkah"
    menu_order = 205
    add_to_admin_menu = True
    url_prefix = "pustaka-langkah"
    url_namespace = "shared-steps"
    index_view_class = SharedStepIndexView
    search_fields = ["title", "body"]
    edit_handler = ObjectList([UsesPanel(), title_panel(), *content_panels()])


def refuse_deletion(request: HttpRequest, instances: Iterable[object]) -> HttpResponse | None:
    """Keep shared steps that guides point at; None where nothing stands in the way."""
    chosen = [each for each in instances if isinstance(each, SharedStep)]
    using = guides_by_shared_step() if chosen else {}
    kept = [each for each in chosen if using.get(each.pk)]
    for shared in kept:
        names = ", ".join(f"“{guide.title}”" for guide in using[shared.pk])
        messages.error(request, IN_USE.format(step=shared, guides=names))
    return redirect(reverse("shared-steps:list")) if kept else None


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(TAKEN)(TakenFormatter)


class TakenFormatter(LogFormatter):
    label = "Ambil isi dari pustaka langkah"

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return f"Isi langkah “{log_entry.data.get('title', '')}” diambil dari pustaka langkah"
