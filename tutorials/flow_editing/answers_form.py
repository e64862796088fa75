"""The form of what a persona answers on one screen: a box for each control, as learners would fill it in."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sandbox.catalogue import holds_real_number
from sandbox.catalogue.words import ACCEPTING_TYPES, CODE_FROM_INBOX, controls_of
from tutorials.flow_editing import parts
from tutorials.flow_editing.drafts import fingerprint
from tutorials.flow_editing.part_form import CHANGED_MEANWHILE
from tutorials.flow_editing.parts import Document, Part
from tutorials.flow_editing.specs import clean_text
from tutorials.models.texts import REAL_NUMBER_SENTENCE

TEXT_MOST = 2000
HELP = {
    "one_time_code": f"Tulis {CODE_FROM_INBOX}: kode yang ada di kotak masuk latihan.",
    "region": "Kode wilayah.",
    "map_point": "Contoh: -0.5174, 117.1432",
    "date": "Contoh: 07/08/1990",
    "area": "Angka di kotak pertama, m2 atau ha di kotak kedua.",
}


@dataclass(frozen=True)
class FieldBoxes:
    """The boxes of one field, for the page."""

    label: str
    help: str
    boxes: list[forms.BoundField]


class AnswersForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, document: Document, persona: Part, screen_id: str, data: Mapping[str, Any] | None = None
    ) -> None:
        self.persona, self.screen_id = persona, screen_id
        self.asked = [
            field
            for field in parts.all_of(document, parts.FIELD, f"{screen_id}.")
            if controls_of(field["id"], field.get("type", ""))
        ]
        self.values: dict[str, Any] = persona.get("answers", {}).get(screen_id, {})
        self.state = fingerprint(self._said_here(persona))
        super().__init__(data, initial={"seen": self.state})
        for field in self.asked:
            self._add_boxes(field)

    def rows(self) -> Iterator[FieldBoxes]:
        for field in self.asked:
            names = [f"jawab-{control}" for control in controls_of(field["id"], field.get("type", ""))]
            names += [name for name in (f"juga-{field['id']}", f"sendiri-{field['id']}") if name in self.fields]
            yield FieldBoxes(
                str(field.get("label") or field["id"]), HELP.get(field.get("type", ""), ""), [self[n] for n in names]
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        said = self._said_here(self.new_persona())
        if holds_real_number(json.dumps(said, ensure_ascii=False)):
            raise ValidationError(REAL_NUMBER_SENTENCE)
        if cleaned.get("seen") != self.state and fingerprint(said) != self.state:
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["seen"] = self.state  # type: ignore[index]
            raise ValidationError(CHANGED_MEANWHILE)
        return cleaned

    def new_persona(self) -> Part:
        persona = deepcopy(self.persona)
        answers = {control: value for control in self._controls() if (value := self._answer(control)) != ""}
        if answers or self.screen_id in persona.get("answers", {}):
            persona.setdefault("answers", {})[self.screen_id] = answers
        for field in self.asked:
            self._settle_accepts(persona, field)
            self._settle_own(persona, field)
        return persona

    def _controls(self) -> list[str]:
        return [control for field in self.asked for control in controls_of(field["id"], field.get("type", ""))]

    def _answer(self, control: str) -> str | bool:
        """ "" for none; a text that was not touched stays as it was written."""
        value, old = self.cleaned_data[f"jawab-{control}"], self.values.get(control)
        if isinstance(value, bool):
            return value or ""
        value = clean_text(value)
        return old if isinstance(old, str) and clean_text(old) == value else value

    def _add_boxes(self, field: Part) -> None:
        for control in controls_of(field["id"], field.get("type", "")):
            self.fields[f"jawab-{control}"] = self._box(field, control)
            self.initial[f"jawab-{control}"] = self.values.get(control, "")
        reference = f"{self.screen_id}.{field['id']}"
        if field.get("type", "") in ACCEPTING_TYPES:
            widget = forms.Textarea(attrs={"rows": 2})
            self.fields[f"juga-{field['id']}"] = forms.CharField(
                label="Juga diterima, satu di tiap baris", required=False, widget=widget
            )
            self.initial[f"juga-{field['id']}"] = "\n".join(self.persona.get("accepts", {}).get(reference, []))
        self.fields[f"sendiri-{field['id']}"] = forms.BooleanField(
            label="Peserta memakai isiannya sendiri", required=False
        )
        self.initial[f"sendiri-{field['id']}"] = reference in self.persona.get("own", [])

    def _box(self, field: Part, control: str) -> forms.Field:
        label = control.removeprefix(f"{field['id']}_").capitalize() if control != field["id"] else "Jawaban"
        if field.get("type", "") == "checkbox":
            return forms.BooleanField(label="Dicentang", required=False)
        choices = [(each["value"], each.get("label", each["value"])) for each in field.get("options", [])]
        if field.get("type", "") == "document":
            choices = [(each["id"], each.get("title", each["id"])) for each in self.persona.get("folder", [])]
        if not choices:
            return forms.CharField(label=label, required=False, max_length=TEXT_MOST)
        held = self.values.get(control, "")
        if held and held not in [value for value, _ in choices]:
            choices.append((held, f"{held} (tidak ada lagi)"))
        return forms.ChoiceField(label=label, required=False, choices=[("", "—"), *choices])

    def _settle_accepts(self, persona: Part, field: Part) -> None:
        if f"juga-{field['id']}" not in self.fields:
            return
        reference, accepts = f"{self.screen_id}.{field['id']}", dict(persona.get("accepts", {}))
        lines = [line.strip() for line in self.cleaned_data[f"juga-{field['id']}"].splitlines() if line.strip()]
        if lines == [clean_text(line) for line in accepts.get(reference, [])]:
            return
        accepts[reference] = lines
        persona["accepts"] = {each: held for each, held in accepts.items() if held}
        if not persona["accepts"]:
            persona.pop("accepts")

    def _settle_own(self, persona: Part, field: Part) -> None:
        reference, own = f"{self.screen_id}.{field['id']}", persona.get("own", [])
        if self.cleaned_data[f"sendiri-{field['id']}"] == (reference in own):
            return
        own = [each for each in own if each != reference] if reference in own else [*own, reference]
        persona["own"] = own
        if not own:
            persona.pop("own")

    def _said_here(self, persona: Part) -> list[Any]:
        """All that the form could change."""
        here = f"{self.screen_id}."
        return [
            persona.get("answers", {}).get(self.screen_id),
            {each: held for each, held in persona.get("accepts", {}).items() if each.startswith(here)},
            sorted(each for each in persona.get("own", []) if each.startswith(here)),
        ]
