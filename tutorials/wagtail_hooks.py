"""What `tutorials` adds to the Wagtail admin."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from tutorials import fixed_pages
from tutorials.flow_editing import history
from tutorials.flow_editing.action_menu import for_flows
from tutorials.flow_editing.listing import StaleFlowsPanel
from tutorials.flow_editing.viewset import FlowDraftViewSet
from tutorials.guide_editing import (  # noqa: F401  # row_tools listens
    admin_hooks,  # registers its own
    preview_frame,
    review_hooks,
    row_tools,
    shared_viewset,
    staleness,
    step_urls,
)
from tutorials.guide_editing.word_viewsets import ErrorSnippetViewSet, GlossaryTermViewSet, keep_errors_in_use

register_snippet(FlowDraftViewSet)
register_snippet(shared_viewset.SharedStepViewSet)
register_snippet(ErrorSnippetViewSet)
register_snippet(GlossaryTermViewSet)


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


@hooks.register("before_delete_snippet")
def keep_used_errors(request: HttpRequest, instances: Iterable[object]) -> HttpResponse | None:
    return keep_errors_in_use(request, instances)


@hooks.register("construct_snippet_action_menu")
def tidy_menu_of_flows(menu_items: list[Component], request: HttpRequest, context: dict[str, object]) -> None:
    for_flows(menu_items, context)


@hooks.register("register_log_actions")
def tell_changes_of_flows(actions: LogActionRegistry) -> None:
    history.register(actions)


@hooks.register("construct_homepage_panels")
def remind_of_stale_flows(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(StaleFlowsPanel(request))


@hooks.register("register_admin_urls")
def register_addresses_of_steps() -> list[URLPattern]:
    return step_urls.URLS


@hooks.register("before_delete_snippet")
def keep_shared_steps_in_use(request: HttpRequest, instances: Iterable[object]) -> HttpResponse | None:
    return shared_viewset.refuse_deletion(request, instances)


@hooks.register("register_log_actions")
def tell_contents_taken(actions: LogActionRegistry) -> None:
    shared_viewset.register_log_actions(actions)


@hooks.register("register_page_header_buttons")
def offer_phone_preview(page: Page, user: object, view_name: str, next_url: str | None = None) -> list[Button]:
    return preview_frame.header_button(page, view_name)


@hooks.register("construct_homepage_panels")
def remind_of_stale_guides(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(staleness.StaleGuidesPanel(request))


@hooks.register("before_edit_page")
def tell_stale_comparison(request: HttpRequest, page: Page) -> None:
    staleness.warn_editor(request, page)
