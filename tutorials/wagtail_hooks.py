"""What `tutorials` adds to the Wagtail admin."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from tutorials import fixed_pages
from tutorials.flow_editing import history
from tutorials.flow_editing.action_menu import for_flows
from tutorials.flow_editing.listing import StaleFlowsPanel
from tutorials.flow_editing.viewset import FlowDraftViewSet

register_snippet(FlowDraftViewSet)


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_fixed_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    return fixed_pages.keep(request, [page])


@hooks.register("before_move_page")
def keep_fixed_page_in_place(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return fixed_pages.keep(request, [page])


@hooks.register("before_bulk_action")
def keep_fixed_pages(request: HttpRequest, action: str, objects: Iterable[object], view: object) -> HttpResponse | None:
    return fixed_pages.keep_from_bulk(request, action, objects)


@hooks.register("construct_snippet_action_menu")
def tidy_menu_of_flows(menu_items: list[Component], request: HttpRequest, context: dict[str, object]) -> None:
    for_flows(menu_items, context)


@hooks.register("register_log_actions")
def tell_changes_of_flows(actions: LogActionRegistry) -> None:
    history.register(actions)


@hooks.register("construct_homepage_panels")
def remind_of_stale_flows(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(StaleFlowsPanel(request))
