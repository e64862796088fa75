"""The report "Titik macet" in the Wagtail admin: which step to mend first."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from learning import charts
from learning.definitions import FLOW_PREFIX, known_activities
from learning.domain.definitions import ActivityDefinition
from learning.domain.judging import Flag
from learning.domain.report_shape import ActivityReport, StepReport
from learning.edit_links import EditLink, edit_links
from learning.report_words import FLAGS, REASONS, Words, words_of
from learning.stuck_report import report


@dataclass(frozen=True)
class Row:
    """One step as the page shows it; `step` is its part of the report, shares are whole percents."""

    step: StepReport
    number: int
    words: Words
    scale: charts.Scale
    most: int
    links: list[EditLink]

    @property
    def percent(self) -> int | None:
        return _percent(self.step["loss_rate"])

    @property
    def low(self) -> int | None:
        return _percent(self.step["low"])

    @property
    def high(self) -> int | None:
        return _percent(self.step["high"])

    @property
    def known(self) -> int:
        return self.step["completed"] + self.step["lost"]

    @property
    def flag(self) -> str:
        return FLAGS[self.step["flag"]]

    @property
    def reasons(self) -> list[str]:
        return [REASONS[reason] for reason in self.step["why"]]

    @property
    def errors(self) -> list[tuple[int, str]]:
        found = self.step["top_errors"]
        return [(one["people"], self.words.error(self.step["id"], one["field"], one["code"])) for one in found]

    @property
    def bar(self) -> str:
        return self.scale.bar(self.step["loss_rate"] or 0)

    @property
    def whisker(self) -> str:
        return self.scale.whisker(self.step["low"] or 0, self.step["high"] or 0)

    @property
    def entered_width(self) -> str:
        return charts.part_of_width(self.step["entered"], self.most)

    @property
    def completed_width(self) -> str:
        return charts.part_of_width(self.step["completed"], self.most)


class Picture:
    """One activity's report, arranged for the page."""

    def __init__(self, activity: ActivityReport) -> None:
        self.activity = activity
        steps = activity["steps"]
        scale = charts.scale_for([step["high"] for step in steps if step["high"] is not None])
        most = max(step["entered"] for step in steps)
        words, links = words_of(activity["id"]), edit_links(activity["id"])
        self.scale = scale
        self.rows = [
            Row(step, number, words, scale, most, links.get(step["id"], []))
            for number, step in enumerate(steps, start=1)
        ]

    @cached_property
    def ranked(self) -> list[Row]:
        """Steps that somebody entered, the one to mend first on top."""
        return sorted((row for row in self.rows if row.step["entered"]), key=lambda row: row.step["rank"])

    @property
    def unseen(self) -> list[Row]:
        return [row for row in self.rows if not row.step["entered"]]

    @property
    def first(self) -> Row | None:
        """The step to mend first, where one is stuck."""
        return next((row for row in self.ranked if row.step["flag"] == Flag.STUCK), None)

    @property
    def is_thin(self) -> bool:
        """Nothing can be said yet about any step."""
        return all(row.step["flag"] == Flag.TOO_FEW for row in self.rows)

    @property
    def is_flow(self) -> bool:
        return self.activity["id"].startswith(FLOW_PREFIX)


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
        picture = Picture(max(reports, key=_urgency)) if reports else None
        context = self.get_context_data(definitions=definitions, picture=picture, as_of=as_of)
        return self.render_to_response(context)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def _chosen(self, activity: str, definitions: list[ActivityDefinition]) -> str | None:
        if activity and activity not in {definition.id for definition in definitions}:
            raise Http404
        return activity or None


def _urgency(activity: ActivityReport) -> tuple[int, int]:
    """Activities with somebody lost at a stuck step first, then those that most people began."""
    stuck = [step["people_lost_per_month"] for step in activity["steps"] if step["flag"] == Flag.STUCK]
    return max(stuck, default=-1), max(step["entered"] for step in activity["steps"])


def _percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)
