"""Guides that nobody has held against the real portal for a long time: told on the home page of the admin and where
such a guide is edited."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from tutorials.domain.freshness import STALE_AFTER, stale_before
from tutorials.models import GuidePage

MOST_LISTED = 20
ADVICE = "Bandingkan lagi dengan OSS, lalu ubah tanggalnya di tab Panduan."


def compared_words(guide: GuidePage) -> str:
    if guide.compared_on is None:
        return "belum pernah dibandingkan dengan OSS"
    days = (timezone.localdate() - guide.compared_on).days
    return f"terakhir dibandingkan {date_format(guide.compared_on, 'j F Y')}, {days} hari lalu"


class StaleGuidesPanel(Component):
    """Live guides that whoever looks may edit, the oldest comparison first; nothing when there are none."""

    name = "stale_guides"
    template_name = "tutorials/guide_editing/stale_guides.html"
    order = 145

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        editable = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "change")
        old = Q(compared_on=None) | Q(compared_on__lt=stale_before(timezone.localdate()))
        guides = GuidePage.objects.live().filter(old, pk__in=editable.values("pk"))
        found = list(guides.order_by(F("compared_on").asc(nulls_first=True), "path"))
        return {
            "days": STALE_AFTER.days,
            "more": len(found) - MOST_LISTED,
            "guides": [
                {
                    "title": guide.title,
                    "url": reverse("wagtailadmin_pages:edit", args=[guide.pk]),
                    "compared": compared_words(guide),
                }
                for guide in found[:MOST_LISTED]
            ],
        }


def warn_editor(request: HttpRequest, page: Page) -> None:
    """A message above the form of a guide whose published comparison is too old."""
    if request.method == "GET" and isinstance(page, GuidePage) and page.live and page.is_check_stale:
        messages.warning(request, f"Panduan ini {compared_words(page)}. {ADVICE}")
