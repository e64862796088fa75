"""The page of one part of a draft: its form, and for a screen the list of its fields."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.views.generic import View

from tutorials.flow_editing import access, desk, drafts, parts, places
from tutorials.flow_editing.drafts import Refused
from tutorials.flow_editing.part_form import UNREADABLE, PartForm
from tutorials.flow_editing.parts import Kind, NoSuchPart, Part
from tutorials.models import FlowDraft

TEMPLATE = "tutorials/flow_editing/part.html"
SAVED = "Tersimpan sebagai draf. Peserta belum melihatnya sampai alur ini terbit."
UNCHANGED = "Tidak ada yang berubah."


def kind_or_404(slug: str) -> Kind:
    if slug not in parts.KINDS:
        raise Http404("Bagian ini tidak ada.")
    return parts.KINDS[slug]


class DraftView(View):
    draft: FlowDraft

    def setup(self, request: HttpRequest, *args: object, **kwargs: Any) -> None:  # noqa: ANN401
        super().setup(request, *args, **kwargs)
        self.draft = access.open_draft(request, kwargs["pk"])

    def crumbs(self) -> list[dict[str, str]]:
        return [
            {"url": reverse(f"{desk.URLS}:list"), "label": "Alur latihan"},
            {"url": reverse(f"{desk.URLS}:edit", args=[self.draft.pk]), "label": str(self.draft)},
        ]

    def page(self, form: Form, *, title: str, status: int = 200, **more: object) -> HttpResponse:
        crumbs = [
            *self.crumbs(),
            *more.pop("crumbs", []),  # type: ignore[misc]
            {"url": "", "label": title},
        ]
        context = {
            "form": form,
            "media": form.media,
            "draft": self.draft,
            "breadcrumbs_items": crumbs,
            "header_title": f"{title}: {self.draft}",
            "page_title": title,
            "header_icon": "tasks",
            "action_url": self.request.get_full_path(),
            "submit_button_label": "Simpan draf",
            "submit_button_active_label": "Menyimpan …",
            "desk_url": reverse(f"{desk.URLS}:edit", args=[self.draft.pk]),
            **more,
        }
        return render(self.request, TEMPLATE, context, status=status)

    def keep(self, document: parts.Document, place: places.Place, what: str) -> bool:
        """Save a changed document, and say so: here, and in the history. Raises Refused."""
        access.refuse_unless_changeable(self.request, self.draft)
        did = f"{place.words} {what}"
        changed = drafts.save(self.draft, document, self.request.user, did=did) is not None
        if changed:
            messages.success(self.request, SAVED)
        else:
            messages.info(self.request, UNCHANGED)
        return changed


class PartView(DraftView):
    def get(self, request: HttpRequest, *, form: str, key: str = "", **kwargs: object) -> HttpResponse:
        kind, part = self._find(form, key)
        return self._shown(PartForm(self.draft.document, kind, part), kind, key, part)

    def post(self, request: HttpRequest, *, form: str, key: str = "", **kwargs: object) -> HttpResponse:
        kind, part = self._find(form, key)
        posted = PartForm(self.draft.document, kind, part, request.POST)
        if posted.unreadable:
            messages.error(request, UNREADABLE)
        elif posted.is_valid():
            try:
                document, new_key = drafts.replaced(self.draft.document, kind, key, posted.new_part())
                self.keep(document, places.of_part(document, kind, new_key), "diubah")
                return redirect(desk.part_url(self.draft, form, new_key))
            except Refused as refused:
                posted.add_error(None, str(refused))
        return self._shown(posted, kind, key, part)

    def _find(self, form: str, key: str) -> tuple[Kind, Part]:
        kind = kind_or_404(form)
        try:
            return kind, parts.get(self.draft.document, kind, key)
        except NoSuchPart:
            raise Http404("Bagian ini tidak ada (lagi) di draf.") from None

    def _shown(self, form: PartForm, kind: Kind, key: str, part: Part) -> HttpResponse:
        title = places.of_part(self.draft.document, kind, key).words
        more: dict[str, Any] = {"kind": kind, "key": key, "crumbs": self._crumbs(kind, key)}
        if kind is parts.SCREEN:
            more["screen_fields"] = next(row for row in desk.desk_rows(self.draft) if row.id == part["id"]).inside
        if kind is parts.PERSONA:
            more["answers"] = desk.answer_rows(self.draft, part)
        if kind is parts.FAULT:
            names = {each["id"]: parts.title_of(parts.PERSONA, each) for each in self.draft.document["personas"]}
            more["tries"] = [(names[persona], player) for persona, player in desk.quick_players(self.draft)]
            more["tried_screen"], more["tried_fault"] = part.get("screen", ""), part["kind"]
        if kind in (parts.SCREEN, parts.FIELD):
            more["add_next_url"] = _add_url(self.draft, kind, key)
        more["preview_screen"] = parts.screen_of(key) if kind in (parts.SCREEN, parts.FIELD) else ""
        more["problems"] = desk.problem_rows(self.draft, desk.part_url(self.draft, kind.slug, key))
        return self.page(form, title=capfirst(title.rpartition(" › ")[2]), **more)

    def _crumbs(self, kind: Kind, key: str) -> list[dict[str, str]]:
        if kind is not parts.FIELD:
            return []
        screen = parts.screen_of(key)
        words = places.of_part(self.draft.document, parts.SCREEN, screen).words
        return [{"url": desk.part_url(self.draft, parts.SCREEN.slug, screen), "label": words}]


def _add_url(draft: FlowDraft, kind: Kind, key: str) -> str:
    """Where a new part is added behind the one at `key`."""
    screen, _, field = key.partition(".")
    query = urlencode({"di": screen, "sesudah": field} if kind is parts.FIELD else {"sesudah": key})
    return f"{reverse(f'{desk.URLS}:add-part', args=[draft.pk, kind.slug])}?{query}"


class AddPartView(DraftView):
    """A new part, behind the one that `sesudah` names, else at the end; `di` names the screen of a new field."""

    def get(self, request: HttpRequest, *, form: str, **kwargs: object) -> HttpResponse:
        kind, beside = self._place(form)
        return self._shown(PartForm(self.draft.document, kind, kind.empty), kind, beside)

    def post(self, request: HttpRequest, *, form: str, **kwargs: object) -> HttpResponse:
        kind, beside = self._place(form)
        posted = PartForm(self.draft.document, kind, kind.empty, request.POST)
        if posted.unreadable:
            messages.error(request, UNREADABLE)
        elif posted.is_valid():
            try:
                document, key = drafts.added(self.draft.document, kind, beside, posted.new_part(), after=self._after())
                self.keep(document, places.of_part(document, kind, key), "ditambahkan")
                return redirect(desk.part_url(self.draft, form, key))
            except Refused as refused:
                posted.add_error(None, str(refused))
        return self._shown(posted, kind, beside)

    def _place(self, form: str) -> tuple[Kind, str]:
        kind = kind_or_404(form)
        if not kind.one_of_many:
            raise Http404("Bagian ini hanya ada satu.")
        screen = self.request.GET.get("di", "")
        try:
            parts.all_of(self.draft.document, kind, f"{screen}.")
        except NoSuchPart:
            raise Http404("Layar ini tidak ada (lagi) di draf.") from None
        return kind, f"{screen}." if kind is parts.FIELD else ""

    def _shown(self, form: PartForm, kind: Kind, beside: str) -> HttpResponse:
        ordered = [] if kind is parts.TEXT else parts.all_of(self.draft.document, kind, beside)
        neighbours = [(part[kind.id_key], parts.title_of(kind, part)) for part in ordered]
        return self.page(
            form, title=f"Tambah {kind.name}", kind=kind, key="", neighbours=neighbours, after=self._after()
        )

    def _after(self) -> str:
        return self.request.POST.get("sesudah", self.request.GET.get("sesudah", ""))
