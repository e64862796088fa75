"""The weekly summary as a page, to be read and to be copied into a chat."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from learning.mending.step_summaries import summaries
from learning.mending.weekly import NO_MAIL, as_text, weekly


class WeeklyView(WagtailAdminTemplateMixin, View):
    page_title = "Ringkasan mingguan"
    header_icon = "mail"
    template_name = "learning/mingguan_halaman.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        found = weekly(summaries(), at=timezone.now())
        recipients = 0 if settings.EMAIL_BACKEND == NO_MAIL else len(settings.WEEKLY_TO)
        context = self.get_context_data(weekly=found, text=as_text(found), recipients=recipients, site="")
        return self.render_to_response(context)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        report = {"url": reverse("stuck-points"), "label": "Titik macet"}
        return [*super().get_breadcrumbs_items(), report, {"url": "", "label": self.page_title}]
