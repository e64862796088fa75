"""What the editing of guides adds to the Wagtail admin; imported by `tutorials/wagtail_hooks.py`."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from tutorials.guide_editing import archive_view, findings_view, refused, scheduled
from tutorials.models import GuidePage


@hooks.register("register_admin_urls")
def register_addresses_of_guides() -> list[URLPattern]:
    return [
        path("panduan/<int:page_id>/temuan/", findings_view.findings, name="guide-findings"),
        path("panduan/<int:page_id>/arsip/", archive_view.archive, name="guide-archive"),
    ]


@hooks.register("before_bulk_action")
def refuse_incomplete_guides(
    request: HttpRequest, action: str, objects: Iterable[object], view: object
) -> HttpResponse | None:
    return refused.refuse_many(request, action, objects)


@hooks.register("after_publish_page")
def tell_what_was_archived(request: HttpRequest, page: Page) -> None:
    if isinstance(page, GuidePage):
        archive_view.tell_what_was_archived(request, page)


@hooks.register("register_log_actions")
def tell_refused_schedules(actions: LogActionRegistry) -> None:
    scheduled.register_log_action(actions)


@hooks.register("construct_homepage_panels")
def remind_of_refused_schedules(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(scheduled.RefusedSchedulesPanel(request))
