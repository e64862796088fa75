"""What staff get who ask for something in the admin that was refused further down: a message and the way back."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Page

from tutorials.fixed_pages import FixedSite
from tutorials.guide_editing.publishing import Blocked, blocks_of
from tutorials.models import GuidePage
from tutorials.models.shared_steps import NotReady

ADMIN = "/admin/"
MANY_BLOCKED = "Belum ada yang diterbitkan. {sentences}"


class RefusedMiddleware:
    """Wagtail publishes in many places, and none of them expects to be refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not request.path.startswith(ADMIN):
            return None
        if isinstance(exception, Blocked):
            messages.error(request, exception.message_to_staff)
            return _back(request, reverse("wagtailadmin_pages:edit", args=[exception.page_id]))
        if isinstance(exception, NotReady):
            messages.error(request, exception.message_to_staff)
            return _back(request, reverse("shared-steps:edit", args=[exception.shared_id]))
        if isinstance(exception, FixedSite):
            messages.error(request, str(exception))
            return _back(request, reverse("wagtailsites:index"))
        return None


def refuse_many(request: HttpRequest, action: str, objects: Iterable[object]) -> HttpResponse | None:
    """Publishing many at once: all of them, or none with the reasons of each."""
    if action != "publish":
        return None
    guides = [item.specific for item in objects if isinstance(item, Page) and item.specific_class is GuidePage]
    drafts = [guide.get_latest_revision_as_object() for guide in guides]
    refused = [Blocked(draft, found).message_to_staff for draft in drafts if (found := blocks_of(draft))]
    if not refused:
        return None
    messages.error(request, MANY_BLOCKED.format(sentences=" ".join(refused)))
    return redirect("wagtailadmin_explore", guides[0].get_parent().pk)


def _back(request: HttpRequest, address: str) -> HttpResponse:
    """A dialog of Wagtail's asks in the background and follows what it is told."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": address})
    return HttpResponseRedirect(address)
