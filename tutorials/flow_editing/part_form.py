"""The form of one part of a draft."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.blocks.base import BlockField

from sandbox.catalogue import holds_real_number
from tutorials.flow_editing.drafts import fingerprint
from tutorials.flow_editing.part_block import PartBlock
from tutorials.flow_editing.parts import Document, Kind, Part
from tutorials.flow_editing.words import names_of
from tutorials.models.texts import REAL_NUMBER_SENTENCE

CHANGED_MEANWHILE = (
    "Bagian ini diubah orang lain sejak Anda membukanya. Isian Anda masih di sini. "
    "Periksa dulu, lalu simpan lagi untuk memakai isian Anda."
)
UNREADABLE = "Formulir ini tidak terbaca utuh. Muat ulang halaman, lalu isi lagi."


class PartForm(forms.Form):
    """`seen` tells which state of the part its author was looking at."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, document: Document, kind: Kind, part: Part, data: Mapping[str, Any] | None = None) -> None:
        self.kind, self.part = kind, part
        self.state = fingerprint({key: held for key, held in part.items() if key not in kind.group.kept})
        self.block = PartBlock([*kind.group.block(names_of(document, part)).child_blocks.items()])
        initial = {"part": self.block.to_python(kind.group.to_form(part)), "seen": self.state}
        super().__init__(data if data is None or self._is_whole(data) else None, initial=initial)
        self.fields["part"] = BlockField(block=self.block, label=kind.group.label)
        self.unreadable = data is not None and self.data == {}

    def _is_whole(self, data: Mapping[str, Any]) -> bool:
        """Whether the browser sent the form in one piece: its lists tell how many rows they have."""
        try:
            self.block.value_from_datadict(data, {}, "part")
        except (KeyError, ValueError, TypeError):
            return False
        return True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "part" in cleaned:
            if holds_real_number(json.dumps(self.new_part(), ensure_ascii=False)):
                raise ValidationError(REAL_NUMBER_SENTENCE)
            if cleaned.get("seen") != self.state and self.new_part() != self.part:
                self.data = self.data.copy()  # type: ignore[attr-defined]
                self.data["seen"] = self.state  # type: ignore[index]
                raise ValidationError(CHANGED_MEANWHILE)
        return cleaned

    def new_part(self) -> Part:
        """The part as posted; what was not touched is written as it was."""
        return self.kind.group.from_form(self.block.get_prep_value(self.cleaned_data["part"]), self.part)
