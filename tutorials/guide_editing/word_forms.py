"""The forms of the shared errors and of the glossary: what would make an entry unfindable is refused."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.forms import WagtailAdminModelForm

from tutorials.domain.keys import make_key
from tutorials.guide_editing.word_uses import uses_of_error
from tutorials.models import ErrorSnippet, GlossaryTerm
from tutorials.practice import fault_choices

MOST_ACTIONS = 3
ACTION = re.compile(r"^\s*(?:\d+[.)]|[-*+])\s", re.MULTILINE)
CODE_TAKEN = "Kode “{code}” sudah dipakai kendala “{other}”. Buka kendala itu, atau pilih kode lain."
CODE_IN_USE = "Kode ini dipakai di {count} langkah, jadi tidak diganti. Kode baru? Tulis di “kode lain yang sama”."
MANY_ACTIONS = "Ada {count} tindakan. Sisakan paling banyak 3, supaya mudah diikuti."
SPELLING_TAKEN = "“{spelling}” sudah ada di istilah “{other}”. Hapus di salah satunya."


class CodeInput(forms.TextInput):
    """A box that offers the kinds of faults that practice knows."""

    def render(
        self, name: str, value: object, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        offered = format_html_join("", '<option value="{}">{}</option>', fault_choices())
        box = super().render(name, value, {**(attrs or {}), "list": f"{name}-pilihan"}, renderer)
        return format_html('{}<datalist id="{}-pilihan">{}</datalist>', box, name, offered)


class ErrorSnippetForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        actions = len(ACTION.findall(data.get("what_to_do") or ""))
        if actions > MOST_ACTIONS:
            self.add_error("what_to_do", MANY_ACTIONS.format(count=actions))
        for field in ("code", "also_codes"):
            self._refuse_codes_of_others(field, (data.get(field) or "").split())
        self._keep_code_in_use(data.get("code"))
        return data

    def _refuse_codes_of_others(self, field: str, codes: list[str]) -> None:
        for other in ErrorSnippet.objects.exclude(pk=self.instance.pk):
            for code in set(codes) & set(other.codes):
                self.add_error(field, CODE_TAKEN.format(code=code, other=other.wording))

    def _keep_code_in_use(self, code: str | None) -> None:
        before = ErrorSnippet.objects.filter(pk=self.instance.pk).first()
        if before is None or code == before.code:
            return
        uses = uses_of_error(ErrorSnippet(code=before.code))
        if uses:
            self.add_error("code", CODE_IN_USE.format(count=len(uses)))


class GlossaryTermForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        term = GlossaryTerm(term=data.get("term") or "", also_written=data.get("also_written") or "")
        for spelling, other in self._clashes(term):
            field = "term" if spelling == term.term else "also_written"
            self.add_error(field, SPELLING_TAKEN.format(spelling=spelling, other=other.term))
        return data

    def _clashes(self, term: GlossaryTerm) -> Iterator[tuple[str, GlossaryTerm]]:
        """Spellings that another term has already; two that look alike in an address clash too."""
        for other in GlossaryTerm.objects.exclude(pk=self.instance.pk):
            taken = {_key(spelling) for spelling in other.spellings}
            yield from ((spelling, other) for spelling in term.spellings if _key(spelling) in taken)


def _key(spelling: str) -> str:
    return make_key(spelling, taken=(), fallback=spelling)
