"""The shared errors ("Kendala") and the glossary ("Istilah") in the Wagtail admin."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import BaseColumn, Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from tutorials.guide_editing.word_forms import CodeInput, ErrorSnippetForm, GlossaryTermForm
from tutorials.guide_editing.word_uses import (
    WordUse,
    error_counts,
    uses_of_error,
    uses_of_errors,
    uses_of_term,
    uses_of_terms,
)
from tutorials.models import ErrorSnippet, GlossaryTerm

KEPT = "“{error}” belum bisa dihapus: masih dipakai di {count} langkah. Lepaskan dulu di sana: {names}."
NAMED = 5  # a message with more names is not read
CODE_HELP = (
    "Samakan dengan jenis gangguan latihan (kotak ini menawarkannya), supaya tampil juga di sana. "
    "Untuk tulisan di satu kotak isian pakai kode aturannya. Contoh: nik-taken, nik.length"
)


class WordUsesPanel(Panel):
    """In which steps readers meet the entry."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "tutorials/guide_editing/word_uses.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"uses": _uses(self.instance)}


def _uses(entry: ErrorSnippet | GlossaryTerm) -> list[WordUse]:
    return uses_of_error(entry) if isinstance(entry, ErrorSnippet) else uses_of_term(entry)


class ErrorIndexView(IndexView):
    @cached_property
    def columns(self) -> list[BaseColumn]:
        counts = error_counts()
        return [
            self._get_title_column("__str__"),
            Column("code", label="Kode", sort_key="code"),
            Column("uses", label="Dipakai di", accessor=lambda error: f"{counts.get(error.pk, 0)} langkah"),
            Column("checked_on", label="Diperiksa", accessor=_checked, sort_key="checked_on"),
            UpdatedAtColumn(label="Terakhir diubah"),
        ]


class TermIndexView(IndexView):
    @cached_property
    def columns(self) -> list[BaseColumn]:
        uses = uses_of_terms()
        return [
            self._get_title_column("__str__"),
            Column("also_written", label="Ditulis juga", accessor=lambda term: term.also_written or "-"),
            Column("uses", label="Ada di", accessor=lambda term: f"{len(uses.get(term.key, []))} langkah"),
            Column("checked_on", label="Diperiksa", accessor=_checked, sort_key="checked_on"),
            UpdatedAtColumn(label="Terakhir diubah"),
        ]


def _checked(entry: ErrorSnippet | GlossaryTerm) -> str:
    return f"{entry.checked_on:%d.%m.%Y}" if entry.checked_on else "belum"


class ErrorSnippetViewSet(SnippetViewSet):
    model = ErrorSnippet
    icon = "warning"
    menu_label = "Kendala"
    menu_order = 206
    add_to_admin_menu = True
    url_prefix = "kendala"
    url_namespace = "error-snippets"
    index_view_class = ErrorIndexView
    search_fields = ["wording", "code", "also_codes", "cause", "what_to_do"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            WordUsesPanel(),
            FieldPanel("wording"),
            FieldPanel("code", widget=CodeInput, help_text=CODE_HELP),
            FieldPanel("also_codes"),
            FieldPanel("cause"),
            FieldPanel("what_to_do"),
            FieldPanel("when_to_wait"),
            MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading="Gambar"),
            MultiFieldPanel([FieldPanel("source"), FieldPanel("checked_on")], heading="Sumber"),
        ],
        base_form_class=ErrorSnippetForm,
    )


class GlossaryTermViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Istilah"
    menu_order = 207
    add_to_admin_menu = True
    url_prefix = "istilah"
    url_namespace = "glossary-terms"
    index_view_class = TermIndexView
    search_fields = ["term", "also_written", "meaning", "example"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            WordUsesPanel(),
            FieldPanel("term"),
            FieldPanel("also_written"),
            FieldPanel("meaning"),
            FieldPanel("example"),
            MultiFieldPanel([FieldPanel("source"), FieldPanel("checked_on")], heading="Sumber"),
        ],
        base_form_class=GlossaryTermForm,
    )


def keep_errors_in_use(request: HttpRequest, instances: Iterable[object]) -> HttpResponse | None:
    """Refuse to delete errors that steps refer to, naming the steps; None where nothing stands in the way.

    A word of the glossary may go: its links simply vanish from the texts.
    """
    chosen = [each for each in instances if isinstance(each, ErrorSnippet)]
    uses = uses_of_errors() if chosen else {}
    kept = {error: list(dict.fromkeys(use for code in error.codes for use in uses.get(code, []))) for error in chosen}
    kept = {error: found for error, found in kept.items() if found}
    for error, found in kept.items():
        names = ", ".join(f"“{use.name}”" for use in found[:NAMED]) + (", dan lainnya" if len(found) > NAMED else "")
        messages.error(request, KEPT.format(error=error, count=len(found), names=names))
    return redirect(reverse("error-snippets:list")) if kept else None
