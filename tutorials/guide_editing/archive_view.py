"""The archive of a guide's steps: what readers no longer see, and the way back into the draft."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page

from tutorials.guide_editing.archive import put_back, references_to
from tutorials.guide_editing.step_mending import is_locked
from tutorials.models import ArchivedStep, GuidePage
from tutorials.rows import row_anchor

PUT_BACK = "Langkah “{title}” kembali ke draf, paling akhir. Geser ke tempatnya, lalu terbitkan."
LOCKED = "Panduan ini sedang dikunci atau diperiksa orang lain. Coba lagi sesudah kuncinya dibuka."
ALREADY_BACK = "Langkah “{title}” sudah ada di draf."
MOVED = "Langkah “{title}” dipindah ke arsip. {references}"
NOBODY_MET_IT = "Catatan dan angkanya tetap tersimpan."


@require_http_methods(["GET", "POST"])
def archive(request: HttpRequest, page_id: int) -> HttpResponse:
    page = get_object_or_404(GuidePage, pk=page_id)
    if page.alias_of_id or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        return _put_back(request, page)
    return TemplateResponse(
        request, "tutorials/guide_editing/archive.html", archive_context(page) | _header(request, page)
    )


def archive_context(page: GuidePage) -> dict[str, object]:
    entries = list(page.archived_steps.all())
    told = references_to(page, [entry.key for entry in entries])
    in_draft = {step.key for step in page.get_latest_revision_as_object().steps.get_object_list()}
    return {
        "page": page,
        "entries": [(entry, told.get(entry.key, []), entry.key in in_draft) for entry in entries],
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }


def tell_what_was_archived(request: HttpRequest, page: GuidePage) -> None:
    """After a publication: which steps went to the archive with it, and what still speaks of them."""
    entries = list(page.archived_steps.filter(archived_at__gte=page.last_published_at)) if page.live else []
    told = references_to(page, [entry.key for entry in entries])
    for entry in entries:
        references = " ".join(told.get(entry.key, [])) or NOBODY_MET_IT
        button = messages.button(reverse("guide-archive", args=[page.pk]), "Arsip langkah")
        messages.warning(request, MOVED.format(title=entry.title, references=references), buttons=[button])


def _header(request: HttpRequest, page: GuidePage) -> dict[str, object]:
    return {
        "header_title": f"Arsip langkah: {page.title}",
        "page_title": "Arsip langkah",
        "header_icon": "folder-open-inverse",
        "breadcrumbs_items": [
            *get_breadcrumbs_items_for_page(page, request.user),
            {"url": "", "label": "Arsip langkah"},
        ],
    }


@transaction.atomic
def _put_back(request: HttpRequest, page: GuidePage) -> HttpResponse:
    page = GuidePage.objects.select_for_update().get(pk=page.pk)  # nobody else saves it meanwhile
    entry = get_object_or_404(ArchivedStep, page=page, key=request.POST.get("kunci", ""))
    draft = page.get_latest_revision_as_object()
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if is_locked(page, request.user):
        messages.error(request, LOCKED)
    elif entry.key in {step.key for step in draft.steps.get_object_list()}:
        messages.warning(request, ALREADY_BACK.format(title=entry.title))
    else:
        put_back(entry, draft)
        draft.save_revision(user=request.user, log_action=True, clean=False)
        messages.success(request, PUT_BACK.format(title=entry.title))
    return redirect(f"{form}#{row_anchor(entry.key)}")
