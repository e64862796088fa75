"""The report "Titik macet" in the Wagtail admin: which step to mend first."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from learning.definitions import known_activities
from learning.domain.definitions import ActivityDefinition
from learning.domain.judging import Flag
from learning.domain.report_shape import ActivityReport
from learning.report_picture import Picture
from learning.step_notes import notes_on
from learning.stuck_report import report


class StuckPointsView(WagtailAdminTemplateMixin, View):
    """`?kegiatan=<id>` chooses the activity; without it, the one with the most urgent step."""

    page_title = "Titik macet"
    header_icon = "crosshairs"
    template_name = "learning/titik_macet.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        as_of = timezone.now()
        definitions = known_activities()
        chosen = self._chosen(request.GET.get("kegiatan", ""), definitions)
        reports = report(as_of=as_of, activity=chosen)["activities"]
        picture = self._picture(max(reports, key=_urgency), definitions, as_of=as_of) if reports else None
        context = self.get_context_data(definitions=definitions, picture=picture, as_of=as_of)
        return self.render_to_response(context)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def _picture(self, shown: ActivityReport, definitions: list[ActivityDefinition], *, as_of: datetime) -> Picture:
        definition = next(one for one in definitions if one.id == shown["id"])
        return Picture(shown, notes_on(definition, as_of=as_of), kind=definition.kind)

    def _chosen(self, activity: str, definitions: list[ActivityDefinition]) -> str | None:
        if activity and activity not in {definition.id for definition in definitions}:
            raise Http404
        return activity or None


def _urgency(activity: ActivityReport) -> tuple[int, int]:
    """Activities with somebody lost at a stuck step first, then those that most people began."""
    stuck = [step["people_lost_per_month"] for step in activity["steps"] if step["flag"] == Flag.STUCK]
    return max(stuck, default=-1), max(step["entered"] for step in activity["steps"])
