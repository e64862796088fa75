"""The stuck report inside the editor of a guide: a side panel with every step, and a note at each step's own form."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.dispatch import receiver
from django.forms import Media
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.ui.components import Component, MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from learning.mending.step_summaries import ActivitySummary, most_urgent, summaries, summary
from learning.mending.todos import TodoCard, cards_of, may_edit
from tutorials.models import GuidePage
from tutorials.signals import row_notes_asked

MOST_URGENT = 3
STYLES = Media(css={"all": ["css/tugas.css"]})


class StuckPointsSidePanel(BaseSidePanel):
    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Buka atau tutup titik macet"
        icon_name = "crosshairs"

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            """The number on the button: how many steps are stuck."""
            known = self.panel.summary
            stuck = sum(step.is_stuck for step in known.steps) if known else 0
            return super().get_context_data(parent_context) | {"count": stuck}

    name = "titik-macet"
    title = "Titik macet"
    template_name = "learning/panel_titik_macet.html"
    order = 450
    media = STYLES + Media(js=["js/panel-titik-macet.js"])

    def __init__(self, object: GuidePage, request: HttpRequest) -> None:
        super().__init__(object, request)
        self.summary = summary(object.activity_id)

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | panel_context(self.summary, self.request, activity=self.object.activity_id)


class GuideEditView(EditView):
    """Wagtail's editor of pages; a guide that was published gets one side panel more.

    Wagtail has no hook for a page's side panels, so its view is extended where its address is defined.
    """

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        published = isinstance(self.page, GuidePage) and self.page.live
        if published and not self.expects_json_response and not self.hydrate_create_view:
            panels.append(StuckPointsSidePanel(self.page, self.request))
        return panels


# As Wagtail wraps its own.
guide_edit_view = never_cache(require_admin_access(GuideEditView.as_view()))


def panel_context(known: ActivitySummary | None, request: HttpRequest, *, activity: str) -> dict[str, Any]:
    cards: dict[str, TodoCard] = cards_of(activity)
    return {
        "activity": activity,
        "known": known,
        "steps": [(step, cards.get(step.id)) for step in known.steps] if known else [],
        "report_url": f"{reverse('stuck-points')}?kegiatan={quote(activity)}",
        "may_edit": may_edit(request.user),
        "csrf_token": get_token(request),
    }


@receiver(row_notes_asked)
def note_at_each_step(page: Page, rows: str, **_: object) -> dict[str, SafeString]:
    """What stands above a step's own form: only where there is something to mend, or an edit to judge."""
    if rows != "steps" or not isinstance(page, GuidePage) or not page.live:
        return {}
    known = summary(page.activity_id)
    told = [step for step in known.steps if step.reason or step.edit] if known else []
    return {step.id: render_to_string("learning/catatan_di_langkah.html", {"step": step}) for step in told}


class UrgentStepsPanel(Component):
    """On the home page of the admin: the steps of all activities to mend first; nothing where none is stuck."""

    name = "urgent_steps"
    template_name = "learning/beranda_titik_macet.html"
    order = 140
    media = STYLES

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        steps = most_urgent(MOST_URGENT)
        return {"steps": steps, "as_of": min((one.as_of for one in summaries()), default=None) if steps else None}
