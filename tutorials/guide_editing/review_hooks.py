"""Where the editor leads to reviews and comparisons, and what the history says of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry

from tutorials.guide_editing import review_link_views, step_diff_view
from tutorials.models import GuidePage
from tutorials.review_decisions import APPROVED, CHANGES
from tutorials.review_links import CANCELLED, MADE

ASK = "Minta persetujuan lewat tautan"


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path("panduan/<int:page_id>/tautan/", review_link_views.links, name=review_link_views.URLS),
        path("panduan/<int:page_id>/tautan/<int:pk>/batal/", review_link_views.cancel, name="guide-review-cancel"),
        path("panduan/<int:page_id>/banding/", step_diff_view.step_diff, name="guide-diff"),
    ]


@hooks.register("register_page_action_menu_item")
def menu_item() -> ActionMenuItem:
    return ReviewMenuItem()


class ReviewMenuItem(ActionMenuItem):
    name = "action-review-link"
    label = ASK
    icon_name = "link"
    order = 95

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        return context["view"] == "edit" and isinstance(context["page"].specific, GuidePage)

    def get_url(self, parent_context: Mapping[str, Any]) -> str:
        return reverse(review_link_views.URLS, args=[parent_context["page"].pk])


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: AbstractBaseUser, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if page.specific_class is not GuidePage or not page.permissions_for_user(user).can_edit():
        return
    yield Button("Bandingkan per langkah", reverse("guide-diff", args=[page.pk]), icon_name="history", priority=66)
    yield Button(ASK, reverse(review_link_views.URLS, args=[page.pk]), icon_name="link", priority=67)


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    actions.register_action(MADE)(MadeFormatter)
    actions.register_action(CANCELLED)(CancelledFormatter)
    actions.register_action(APPROVED)(ApprovedFormatter)
    actions.register_action(CHANGES)(ChangesFormatter)


class MadeFormatter(LogFormatter):
    label = ASK

    def format_message(self, log_entry: PageLogEntry) -> str:
        return f"Persetujuan diminta dari {log_entry.data.get('reviewer', '')} lewat tautan."


class CancelledFormatter(LogFormatter):
    label = "Batalkan tautan persetujuan"

    def format_message(self, log_entry: PageLogEntry) -> str:
        return f"Tautan untuk {log_entry.data.get('reviewer', '')} dibatalkan."


class ApprovedFormatter(LogFormatter):
    label = "Setujui lewat tautan"

    def format_message(self, log_entry: PageLogEntry) -> str:
        return str(log_entry.data.get("words", ""))


class ChangesFormatter(ApprovedFormatter):
    label = "Minta diubah lewat tautan"
