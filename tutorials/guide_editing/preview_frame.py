""" "Pratinjau HP": a draft in the frame of a phone, with what a weak network makes of it told from its real bytes."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from wagtail.admin.widgets.button import Button

from tutorials.domain.arrival import NETWORKS, arrival
from tutorials.guide_editing.page_weight import weigh
from tutorials.models import GuidePage
from tutorials.models.preview_sizes import PHONE_HEIGHT, PHONE_WIDTH

PICTURE_COOKIE, WITH, WITHOUT = "gambar", "hp", "tanpa"  # the reader's own choice of pictures


def phone_preview(request: HttpRequest, page_id: int) -> HttpResponse:
    draft = _draft(request, page_id)
    mode, network = _mode(request, draft), _network(request)
    pictures = WITHOUT if "tanpa" in request.GET else WITH
    shown = draft.make_preview_request(request, mode, _reader(request, pictures))
    weight = weigh(shown.content)
    frame = reverse("phone-preview-frame", args=[page_id]) + "?" + urlencode({"mode": mode, "gambar": pictures})
    context = {
        "page": draft,
        "mode": mode,
        "modes": draft.preview_modes,
        "network": network,
        "networks": NETWORKS,
        "without": pictures == WITHOUT,
        "weight": weight,
        "arrival": arrival(weight, NETWORKS[network]),
        "frame": frame,
        "width": PHONE_WIDTH,
        "height": PHONE_HEIGHT,
    }
    return render(request, "tutorials/guide_editing/phone_preview.html", context)


def framed_draft(request: HttpRequest, page_id: int) -> HttpResponse:
    """The page itself, as a reader would get it."""
    draft = _draft(request, page_id)
    pictures = WITHOUT if request.GET.get("gambar") == WITHOUT else WITH
    return draft.make_preview_request(request, _mode(request, draft), _reader(request, pictures))


def header_button(page: GuidePage, view_name: str) -> list[Button]:
    """In the menu at the head of a guide's form."""
    if view_name != "edit" or not isinstance(page, GuidePage):
        return []
    url = reverse("phone-preview", args=[page.pk])
    return [Button("Pratinjau HP", url=url, icon_name="mobile-alt", priority=12)]


def _draft(request: HttpRequest, page_id: int) -> GuidePage:
    page = get_object_or_404(GuidePage, pk=page_id)
    may = page.permissions_for_user(request.user)
    if not (may.can_edit() or may.can_publish()):
        raise PermissionDenied
    return page.get_latest_revision_as_object()


def _mode(request: HttpRequest, draft: GuidePage) -> str:
    """ "" for the guide's own page, else the number of a step."""
    mode = request.GET.get("mode", "")
    if mode not in {name for name, _ in draft.preview_modes}:
        raise Http404("Langkah ini tidak ada di draf.")
    return mode


def _network(request: HttpRequest) -> str:
    asked = request.GET.get("jaringan", "")
    return asked if asked in NETWORKS else next(iter(NETWORKS))


def _reader(request: HttpRequest, pictures: str) -> dict[str, object]:
    """The preview asks with the cookies of a reader who made this choice."""
    return {"COOKIES": request.COOKIES | {PICTURE_COOKIE: pictures}}
