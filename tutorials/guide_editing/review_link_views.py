"""In the admin: asking somebody without an account for approval, and what became of it."""

from urllib.parse import quote

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page

from sandbox.catalogue import holds_real_number
from tutorials import review_links
from tutorials.domain.unseen import without_unseen
from tutorials.models import GuidePage, ReviewLink
from tutorials.models.texts import REAL_NUMBER_SENTENCE
from tutorials.review_links import State

URLS = "guide-review"
WHATSAPP = "https://wa.me/?text="
MESSAGE = (
    "Halo {reviewer}. Mohon lihat panduan “{title}” sebelum terbit, lalu setujui atau minta diubah: {address} "
    "Tautan ini untuk Anda saja, berlaku sampai {until}."
)
STATE_WORDS = {
    State.WAITING: "Menunggu jawaban",
    State.USED: "Sudah dijawab",
    State.CANCELLED: "Dibatalkan",
    State.SUPERSEDED: "Tidak berlaku: drafnya sudah berubah",
    State.EXPIRED: "Lewat waktunya",
}


class LinkForm(forms.Form):
    reviewer = forms.CharField(
        label="Untuk siapa",
        max_length=80,
        help_text="Nama yang akan memutuskan. Nama ini ditulis di riwayat.",
        error_messages={"required": "Tulis untuk siapa tautan ini.", "max_length": "Paling panjang 80 huruf."},
    )
    days = forms.TypedChoiceField(
        label="Berlaku berapa lama",
        choices=[(str(days), f"{days} hari") for days in review_links.DAYS],
        initial=str(review_links.DAYS[1]),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih berapa lama.", "invalid_choice": "Pilih salah satu: 3, 7, atau 14 hari."},
    )

    def clean_reviewer(self) -> str:
        reviewer = without_unseen(self.cleaned_data["reviewer"])
        if holds_real_number(reviewer):
            raise ValidationError(REAL_NUMBER_SENTENCE)
        return reviewer


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, page_id: int) -> HttpResponse:
    """The links of a guide. A new one is shown in the answer to the press that made it, and never again."""
    page = _editable(request, page_id)
    form = LinkForm(request.POST) if request.method == "POST" else LinkForm()
    made = None
    if form.is_valid():
        link, secret = review_links.make(page, **form.cleaned_data, user=request.user, now=timezone.now())
        made, form = _told(request, link, secret), LinkForm()
    response = render(request, "tutorials/review/links.html", _context(request, page, form, made))
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def cancel(request: HttpRequest, page_id: int, pk: int) -> HttpResponse:
    page = _editable(request, page_id)
    link = get_object_or_404(ReviewLink, pk=pk, page_id=page.pk)
    if review_links.cancel(link, user=request.user, now=timezone.now()):
        messages.success(request, f"Tautan untuk {link.reviewer} dibatalkan.")
    else:
        messages.warning(request, f"Tautan untuk {link.reviewer} sudah tidak berlaku sebelumnya.")
    return redirect(URLS, page.pk)


def shown_links(page: GuidePage) -> list[tuple[ReviewLink, State, str]]:
    """Newest first, each with its state and what that is called."""
    now = timezone.now()
    told = ((link, review_links.state_of(link, now=now)) for link in review_links.links_of(page))
    return [(link, state, STATE_WORDS[state]) for link, state in told]


def _editable(request: HttpRequest, page_id: int) -> GuidePage:
    page = get_object_or_404(GuidePage, pk=page_id)
    # What is only another address of a guide has no versions of its own to decide on.
    if page.alias_of_id or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _told(request: HttpRequest, link: ReviewLink, secret: str) -> dict[str, str]:
    address = request.build_absolute_uri(reverse("tutorials:review", args=[secret]))
    until = date_format(timezone.localtime(link.expires_at), "j F Y, H.i")
    title = link.revision.object_str or link.page.title
    text = MESSAGE.format(reviewer=link.reviewer, title=title, address=address, until=until)
    return {"reviewer": link.reviewer, "address": address, "text": text, "whatsapp": f"{WHATSAPP}{quote(text)}"}


def _context(request: HttpRequest, page: GuidePage, form: LinkForm, made: dict[str, str] | None) -> dict[str, object]:
    return {
        "page": page,
        "form": form,
        "made": made,
        "links": shown_links(page),
        "header_title": f"Persetujuan lewat tautan: {page.title}",
        "page_title": "Persetujuan lewat tautan",
        "header_icon": "link",
        "breadcrumbs_items": [
            *get_breadcrumbs_items_for_page(page, request.user),
            {"url": "", "label": "Persetujuan lewat tautan"},
        ],
    }
