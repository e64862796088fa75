"""Flows in the Wagtail admin: the list, the desk with what Wagtail offers for drafts, and the forms of their parts."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import (
    DeleteView,
    EditView,
    IndexView,
    SnippetViewSet,
    UnpublishView,
    WorkflowActionView,
)

from tutorials.flow_editing import action_views, answers_views, change_views, file_views, part_views
from tutorials.flow_editing.desk import URLS
from tutorials.flow_editing.desk_panel import DeskPanel, FlowCompareView
from tutorials.flow_editing.drafts import known_problems
from tutorials.flow_editing.listing import COLUMNS
from tutorials.models import FlowDraft

PUBLISHING = {"publish", "submit", "restart-workflow"}
NOT_YET = "Alur ini belum bisa {what}: masih ada {count} masalah. Lihat daftarnya di bawah; tiap masalah ada tautannya."
NO_UNPUBLISH = "Alur yang sudah terbit tidak ditarik: peserta mungkin sedang memakainya. Terbitkan versi baru saja."
NO_DELETE = "Alur yang sudah terbit tidak dihapus. Isinya boleh diubah, lalu terbitkan versi baru."


class FlowIndexView(IndexView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [
            *super().header_more_buttons,
            Button("Impor JSON", url=reverse(f"{URLS}:import"), icon_name="upload", priority=20),
        ]

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return [self._get_title_column("__str__"), *COLUMNS]


class FlowEditView(EditView):
    """Wagtail's own page for a draft. What would strand learners is neither published nor sent for moderation."""

    has_unsaved_changes = False  # the desk has no box to type in

    def setup(self, request: HttpRequest, *args: object, **kwargs: object) -> None:
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False

    def is_valid(self, form: Any) -> bool:  # noqa: ANN401
        approving = self.action == "workflow-action" and self.request.POST.get("workflow-action-name") == "approve"
        if self.action in PUBLISHING or approving:
            problems = known_problems(self.object.document)
            if problems:
                what = "dikirim" if self.action in ("submit", "restart-workflow") else "terbit"
                self.produced_error_message = NOT_YET.format(what=what, count=len(problems))
                return False
        return super().is_valid(form)


class FlowWorkflowActionView(WorkflowActionView):
    """The same when a moderator approves from the dashboard."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        document = self.object.get_latest_revision_as_object().document
        problems = known_problems(document) if self.action_name == "approve" else []
        if not problems:
            return super().post(request, *args, **kwargs)
        messages.error(request, NOT_YET.format(what="terbit", count=len(problems)))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
        return redirect(self.redirect_url)


class FlowUnpublishView(UnpublishView):
    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        messages.error(request, NO_UNPUBLISH)
        return redirect(f"{URLS}:edit", kwargs["pk"])


class FlowDeleteView(DeleteView):
    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if FlowDraft.objects.filter(pk=self.kwargs["pk"], live=True).exists():
            messages.error(request, NO_DELETE)
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)


class FlowDraftViewSet(SnippetViewSet):
    model = FlowDraft
    icon = "tasks"
    menu_label = "Alur latihan"
    menu_order = 210
    add_to_admin_menu = True
    url_prefix = "alur-latihan"
    url_namespace = URLS
    copy_view_enabled = False
    edit_handler = ObjectList([DeskPanel()])
    index_view_class = FlowIndexView
    edit_view_class = FlowEditView
    edit_template_name = "tutorials/flow_editing/edit.html"
    delete_view_class = FlowDeleteView
    revisions_compare_view_class = FlowCompareView
    unpublish_view_class = FlowUnpublishView
    workflow_action_view_class = FlowWorkflowActionView

    @property
    def add_view(self) -> Any:  # noqa: ANN401
        return file_views.NewFlowView.as_view()

    def get_urlpatterns(self) -> list[URLPattern]:
        ours = [
            path("impor/", file_views.ImportView.as_view(), name="import"),
            path("<int:pk>/ekspor/", file_views.export, name="export"),
            path("<int:pk>/mainkan/", action_views.play, name="play"),
            path("<int:pk>/pratinjau/<slug:screen>/", action_views.preview, name="preview"),
            path("<int:pk>/pratinjau/<slug:screen>/layar/", action_views.preview_screen, name="preview-screen"),
            path("<int:pk>/tambah/<slug:form>/", part_views.AddPartView.as_view(), name="add-part"),
            path("<int:pk>/bagian/<slug:form>/", part_views.PartView.as_view(), name="whole"),
            path("<int:pk>/bagian/jawaban/<str:key>/", answers_views.AnswersView.as_view(), name="answers"),
            path("<int:pk>/bagian/<slug:form>/<str:key>/", part_views.PartView.as_view(), name="part"),
            path("<int:pk>/hapus/<slug:form>/<str:key>/", change_views.RemovalView.as_view(), name="ask-removal"),
            path("<int:pk>/bagian/<slug:form>/<str:key>/<slug:action>/", change_views.change, name="change"),
        ]
        return [*ours, *super().get_urlpatterns()]
