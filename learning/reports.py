"""The report "Titik macet" in the Wagtail admin: which step to mend first."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from learning.definitions import FLOW_PREFIX, known_activities
from learning.domain.definitions import ActivityDefinition
from learning.mending.todos import may_edit
from learning.report_page.choices import SPANS, Choices, choices_shown, may_be_shown, read_choices
from learning.report_page.download import file_name, file_notes, filters_told
from learning.report_page.figure_table import figure_table
from learning.report_page.page import ReportPage, report_page
from learning.report_page.people import Counted, counted_people
from learning.report_page.switcher import Entry, entries
from learning.stuck_report import current_figures
from learning.tables import Table, csv_response, xlsx_response
from sandbox.catalogue import flow_summary

FILES: Mapping[str, Callable[..., HttpResponse]] = {"csv": csv_response, "xlsx": xlsx_response}


class StuckPointsView(WagtailAdminTemplateMixin, View):
    """`?kegiatan=<id>` chooses the activity; without it, the one with the most urgent step. `report_page.choices` has
    the other keys; `?unduh=csv` or `xlsx` answers with the table as a file."""

    page_title = "Titik macet"
    header_icon = "crosshairs"
    template_name = "learning/titik_macet.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        choices = read_choices(request.GET.dict(), today=timezone.now().astimezone(UTC).date())
        others = entries()
        definition = _definition(choices.activity, others)
        if definition is None:
            return self.render_to_response(self.get_context_data(definition=None))
        current = current_figures(definition, filters=choices.filters)
        counted = counted_people(definition.id, choices)
        is_open = may_be_shown(choices, counted.people, chosen=counted.chosen, everyone=counted.everyone)
        page = report_page(definition, current, filtered=choices.is_filtered) if is_open else None
        personas = _personas(definition)
        told = filters_told(choices, personas)
        answer = FILES.get(request.GET.get("unduh", ""))
        if answer is not None and page is not None:
            return answer(_table(page, told), name=file_name(definition, page.as_of))
        context = self.get_context_data(
            definition=definition,
            page=page,
            first=page.first if page else None,
            entries=others,
            may_edit=may_edit(request.user),
            saringan=told if choices.is_filtered else "",
            **_form(choices, counted, personas),
            **_file_queries(request),
        )
        return self.render_to_response(context)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]


def _definition(activity: str, others: Sequence[Entry]) -> ActivityDefinition | None:
    """None where there is no activity at all; an unknown one is not found."""
    definitions = {definition.id: definition for definition in known_activities()}
    if activity and activity not in definitions:
        raise Http404
    first = next((entry.id for entry in others if entry.id in definitions), None)
    chosen = activity or first or next(iter(definitions), None)
    return None if chosen is None else definitions[chosen]


def _personas(definition: ActivityDefinition) -> dict[str, str]:
    """Names by id; an activity from outside has only ids."""
    if not definition.id.startswith(FLOW_PREFIX):
        return {}
    flow = flow_summary(definition.id.removeprefix(FLOW_PREFIX))
    return dict(flow.personas) if flow else {}


def _form(choices: Choices, counted: Counted, personas: Mapping[str, str]) -> dict[str, object]:
    lists = choices_shown(choices, counted.people, personas=personas)
    has_lists = any(choice.is_worth_showing for choice in lists)
    return {"choices": choices, "lists": lists, "has_lists": has_lists, "spans": SPANS.items()}


def _table(page: ReportPage, filters: str) -> Table:
    return figure_table(page.rows, title=f"Titik macet: {page.definition.title}", notes=file_notes(page, filters))


def _file_queries(request: HttpRequest) -> dict[str, str]:
    """The addresses of the files, with the same choices."""
    queries = {}
    for kind in FILES:
        query = request.GET.copy()
        query["unduh"] = kind
        queries[kind] = query.urlencode()
    return queries
