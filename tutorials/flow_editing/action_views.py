"""Looking at a draft and playing it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from sandbox.catalogue import InvalidDocument, LearnerRequest, trials
from tutorials.flow_editing import access, desk, parts
from tutorials.flow_editing.parts import NoSuchPart

CANNOT_PLAY = "Draf ini belum bisa dimainkan. Betulkan dulu: {why}"


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
