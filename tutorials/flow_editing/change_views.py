"""Moving, copying and taking away the parts of a draft; each answers what it did."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_POST
from wagtail.admin import messages as admin_messages

from tutorials.flow_editing import access, desk, drafts, parts, places
from tutorials.flow_editing.drafts import Refused
from tutorials.flow_editing.part_views import DraftView, kind_or_404
from tutorials.flow_editing.parts import Document, Kind, NoSuchPart
from tutorials.models import FlowDraft

NO_PART = "Bagian ini tidak ada (lagi) di draf."
AT_THE_END = {"naik": "sudah paling atas", "turun": "sudah paling bawah"}
MOVES = {"naik": -1, "turun": 1}
REMOVE, COPY = "hapus", "salin"
TAKEN_AWAY = "{place} dihapus dari draf. Kalau keliru, kembalikan lewat Riwayat."
COPIED = "{place} disalin. Salinannya terbuka di sini, dengan nama pendek “{id}”."
MOVED = "{place} {action} ke urutan {position}. Tersimpan sebagai draf."


def _moved(steps: int) -> Callable[[Document, Kind, str], tuple[Document, str]]:
    return lambda document, kind, key: (parts.move(document, kind, key, steps=steps), key)


# What each action makes of the document, and the key of the part that it is about then.
ACTIONS: dict[str, Callable[[Document, Kind, str], tuple[Document, str]]] = {
    **{action: _moved(steps) for action, steps in MOVES.items()},
    COPY: drafts.copied,
    REMOVE: lambda document, kind, key: (drafts.removed(document, kind, key), key),
}


@require_POST
def change(request: HttpRequest, pk: int, form: str, key: str, action: str) -> HttpResponse:
    draft, kind = access.open_draft(request, pk), kind_or_404(form)
    if action not in ACTIONS or not kind.one_of_many:
        raise Http404("Tindakan ini tidak ada.")
    try:
        access.refuse_unless_changeable(request, draft)
        document, new_key = ACTIONS[action](draft.document, kind, key)
        place = capfirst(places.of_part(draft.document, kind, key).words)
        changed = drafts.save(draft, document, request.user, did=f"{place} {_done(action)}") is not None
    except NoSuchPart:
        raise Http404(NO_PART) from None
    except Refused as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(_list_of(draft, kind, key))
    _tell(request, draft, action, place, parts.all_of(document, kind, key), kind, new_key, changed=changed)
    if action == COPY:
        return HttpResponseRedirect(desk.part_url(draft, form, new_key))
    return HttpResponseRedirect(_list_of(draft, kind, key, button=action if action in MOVES else ""))


def _done(action: str) -> str:
    return {REMOVE: "dihapus", COPY: "disalin"}.get(action, action)


def _tell(
    request: HttpRequest,
    draft: FlowDraft,
    action: str,
    place: str,
    beside: list[parts.Part],
    kind: Kind,
    key: str,
    *,
    changed: bool,
) -> None:
    own_id = key.rpartition(".")[2] if kind is parts.FIELD else key
    if action == REMOVE:
        history = reverse(f"{desk.URLS}:history", args=[draft.pk])
        buttons = [admin_messages.button(history, "Riwayat")]
        admin_messages.success(request, TAKEN_AWAY.format(place=place), buttons=buttons)
    elif action == COPY:
        messages.success(request, COPIED.format(place=place, id=own_id))
    elif changed:
        position = [part[kind.id_key] for part in beside].index(own_id) + 1
        messages.success(request, MOVED.format(place=place, action=action, position=position))
    else:
        messages.info(request, f"{place} {AT_THE_END[action]}.")


def _list_of(draft: FlowDraft, kind: Kind, key: str, *, button: str = "") -> str:
    """Where the list of the part stands, on the page of its screen or on the desk; there at the button, if one was
    pressed that is there still."""
    place = f"{button}-{kind.slug}-{key}" if button else f"daftar-{kind.slug}"
    if kind is parts.FIELD:
        return f"{desk.part_url(draft, parts.SCREEN.slug, parts.screen_of(key))}#{place}"
    return f"{reverse(f'{desk.URLS}:edit', args=[draft.pk])}#{place}"


class RemovalView(DraftView):
    """The question before a part goes that holds others."""

    def get(self, request: HttpRequest, *, form: str, key: str, **kwargs: object) -> HttpResponse:
        kind, document = kind_or_404(form), self.draft.document
        if kind not in (parts.SCREEN, parts.PERSONA):
            raise Http404("Bagian ini dihapus tanpa pertanyaan.")
        try:
            part = parts.get(document, kind, key)
            drafts.removed(document, kind, key)
        except NoSuchPart:
            raise Http404(NO_PART) from None
        except Refused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(_list_of(self.draft, kind, key))
        words = places.of_part(document, kind, key).words
        place = words[:1].lower() + words[1:]
        context = {
            "place": place,
            "held": _held(kind, part),
            "action_url": reverse(f"{desk.URLS}:change", args=[self.draft.pk, form, key, REMOVE]),
            "back_url": _list_of(self.draft, kind, key),
            "header_title": f"Hapus {place}?",
            "page_title": f"Hapus {kind.name}",
            "header_icon": "bin",
            "breadcrumbs_items": [*self.crumbs(), {"url": "", "label": f"Hapus {place}"}],
        }
        return render(request, "tutorials/flow_editing/removal.html", context)


def _held(kind: Kind, part: parts.Part) -> str:
    """What goes with the part."""
    if kind is parts.SCREEN:
        count = len(part.get("fields", []))
        return f"{count} isian di layar ini, dan jawaban semua tokoh di situ," if count else "Layar ini"
    count = sum(len(answers) for answers in part.get("answers", {}).values())
    return f"Kartu, map, dan {count} jawaban tokoh ini" if count else "Kartu dan map tokoh ini"
