"""What can be done with a draft beside filling in its forms: move, copy, take away, look at it, play it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from sandbox.catalogue import InvalidDocument, LearnerRequest, trials
from tutorials.flow_editing import access, desk, drafts, parts
from tutorials.flow_editing.drafts import Refused
from tutorials.flow_editing.part_views import SAVED, kind_or_404
from tutorials.flow_editing.parts import Document, Kind, NoSuchPart
from tutorials.models import FlowDraft

CANNOT_PLAY = "Draf ini belum bisa dimainkan. Betulkan dulu: {why}"


def _copy(document: Document, kind: Kind, key: str) -> tuple[Document, str]:
    return drafts.copied(document, kind, key)


def _up(document: Document, kind: Kind, key: str) -> tuple[Document, str]:
    return parts.move(document, kind, key, steps=-1), ""


def _down(document: Document, kind: Kind, key: str) -> tuple[Document, str]:
    return parts.move(document, kind, key, steps=1), ""


def _remove(document: Document, kind: Kind, key: str) -> tuple[Document, str]:
    return drafts.removed(document, kind, key), ""


# What each action makes of the document, and the key of the part to go on with ("": stay where one was).
ACTIONS: dict[str, Callable[[Document, Kind, str], tuple[Document, str]]] = {
    "naik": _up,
    "turun": _down,
    "salin": _copy,
    "hapus": _remove,
}


@require_POST
def change(request: HttpRequest, pk: int, form: str, key: str, action: str) -> HttpResponse:
    draft, kind = access.open_draft(request, pk), kind_or_404(form)
    if action not in ACTIONS or not kind.one_of_many:
        raise Http404("Tindakan ini tidak ada.")
    back = _place_of(draft, kind, key)
    try:
        access.refuse_unless_changeable(request, draft)
        document, new_key = ACTIONS[action](draft.document, kind, key)
        drafts.save(draft, document, request.user)
    except NoSuchPart:
        raise Http404("Bagian ini tidak ada (lagi) di draf.") from None
    except Refused as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(back)
    messages.success(request, SAVED)
    return HttpResponseRedirect(desk.part_url(draft, form, new_key) if new_key else back)


def _place_of(draft: FlowDraft, kind: Kind, key: str) -> str:
    """Where the list stands in which the part was moved: the page of its screen, or the desk."""
    if kind is parts.FIELD:
        return desk.part_url(draft, parts.SCREEN.slug, parts.screen_of(key))
    return f"{reverse(f'{desk.URLS}:edit', args=[draft.pk])}#daftar-{kind.slug}"


@require_POST
def play(request: LearnerRequest, pk: int) -> HttpResponse:
    """Play the draft as saved last: `tokoh` is "persona:mode", `layar` and `gangguan` say where and with what."""
    draft = access.open_draft(request, pk)
    persona, _, mode = request.POST.get("tokoh", "").partition(":")
    faults = request.POST.get("gangguan", "")
    known = {"semua", "tanpa", *(fault["kind"] for fault in parts.all_of(draft.document, parts.FAULT))}
    try:
        url = trials.play(
            draft.document,
            request.learner.ensure(),
            persona=persona,
            mode=mode,
            screen=request.POST.get("layar", ""),
            faults=faults if faults in known else "",
        )
    except InvalidDocument as problem:
        messages.error(request, CANNOT_PLAY.format(why=problem))
    except KeyError:
        messages.error(request, "Pilih tokoh dan cara belajar yang ada di daftar.")
    else:
        return redirect(url)
    return redirect(f"{desk.URLS}:edit", pk)


@require_safe
def preview(request: HttpRequest, pk: int, screen: str) -> HttpResponse:
    """A screen beside the phone's width, as one persona and then another."""
    draft = access.open_draft(request, pk)
    try:
        part = parts.get(draft.document, parts.SCREEN, screen)
    except NoSuchPart:
        raise Http404("Layar ini tidak ada (lagi) di draf.") from None
    screens = parts.all_of(draft.document, parts.SCREEN)
    position = [each["id"] for each in screens].index(screen)
    personas = parts.all_of(draft.document, parts.PERSONA)
    chosen = request.GET.get("tokoh", "")
    if chosen not in [each["id"] for each in personas]:
        chosen = personas[0]["id"] if personas else ""
    context = {
        "draft": draft,
        "screen": part,
        "personas": personas,
        "chosen": chosen,
        "before": screens[position - 1] if position else None,
        "after": screens[position + 1] if position + 1 < len(screens) else None,
        "part_url": desk.part_url(draft, parts.SCREEN.slug, screen),
        "player": dict(desk.quick_players(draft)).get(chosen, ""),
        "header_title": f"Pratinjau: {part.get('title', screen)}",
        "page_title": "Pratinjau",
        "header_icon": "view",
        "breadcrumbs_items": [
            {"url": reverse(f"{desk.URLS}:list"), "label": "Alur latihan"},
            {"url": reverse(f"{desk.URLS}:edit", args=[pk]), "label": str(draft)},
            {"url": "", "label": f"Pratinjau: {part.get('title', screen)}"},
        ],
    }
    return render(request, "tutorials/flow_editing/preview.html", context)


@require_safe
@xframe_options_sameorigin
def preview_screen(request: HttpRequest, pk: int, screen: str) -> HttpResponse:
    """What stands in the frame of the preview."""
    draft = access.open_draft(request, pk)
    try:
        return trials.preview(request, draft.document, screen, persona=request.GET.get("tokoh", ""))
    except (InvalidDocument, KeyError) as problem:
        why = str(problem) if isinstance(problem, InvalidDocument) else "Layar atau tokoh ini tidak ada di draf."
        return render(request, "tutorials/flow_editing/no_preview.html", {"why": why})
