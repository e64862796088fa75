"""Fields of a step that need a word with its author: markers as lines of text, a practice screen as a list."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from wagtail.admin.widgets import AdminAutoHeightTextInput

from tutorials.domain.markers import MAX_LABEL_LENGTH, MAX_MARKERS, Marker, format_markers, parse_markers
from tutorials.domain.problems import ContentProblem
from tutorials.practice import REFERENCE, practice_choices

MarkerData = list[dict[str, Any]]

MARKER_SENTENCES = {
    "marker.form": "Baris {line}: tulis jarak dari kiri, jarak dari atas, lalu keterangan. Contoh: 50 32 Kotak NIK",
    "marker.range": "Baris {line}: jarak dihitung dalam persen, dari 0 sampai 100.",
    "marker.label": f"Baris {{line}}: keterangan paling panjang {MAX_LABEL_LENGTH} huruf.",
    "marker.many": f"Paling banyak {MAX_MARKERS} tanda di satu gambar.",
}


class MarkersFormField(forms.CharField):
    """The markers as their author writes them: one line each."""

    def prepare_value(self, value: MarkerData | str | None) -> str:
        if isinstance(value, list):
            return format_markers([Marker(**marker) for marker in value])
        return value or ""

    def clean(self, value: str | None) -> MarkerData:
        try:
            return [vars(marker) for marker in parse_markers(super().clean(value))]
        except ContentProblem as problem:
            raise ValidationError(MARKER_SENTENCES[problem.code].format(line=problem.line)) from problem

    def has_changed(self, initial: MarkerData | None, data: str | None) -> bool:
        return super().has_changed(self.prepare_value(initial), self._normalised(data))

    def _normalised(self, data: str | None) -> str:
        try:
            return format_markers(parse_markers(data or ""))
        except ContentProblem:
            return data or ""


class MarkersField(models.JSONField):
    """Markers kept as data: a list of {"x": percent, "y": percent, "label": text}, in order of number."""

    def formfield(self, **kwargs: object) -> forms.Field:
        widget = AdminAutoHeightTextInput(attrs={"rows": 3})
        return MarkersFormField(widget=widget, **_labels(self))


class PracticeSelect(forms.Select):
    """A list that keeps a choice which is no longer offered, and says so, instead of losing it on the next save."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        groups = super().optgroups(name, value, attrs)
        offered = {str(option["value"]) for _, options, _ in groups for option in options}
        for index, lost in enumerate((item for item in value if item not in offered), len(groups)):
            option = self.create_option(name, lost, f"{lost} (layar ini sudah tidak ada)", True, index)
            groups.append((None, [option], index))
        return groups


class PracticeFormField(forms.ChoiceField):
    widget = PracticeSelect

    def valid_value(self, value: str) -> bool:
        """A screen that vanished since may stay: the step shows no link until it is there again."""
        return super().valid_value(value) or REFERENCE.fullmatch(value) is not None


class PracticeField(models.CharField):
    """A reference `flow:screen`, or "" for a step without practice."""

    def formfield(self, **kwargs: object) -> forms.Field:
        return PracticeFormField(choices=practice_choices, **_labels(self))


def _labels(field: models.Field) -> dict[str, Any]:
    return {"required": False, "label": capfirst(field.verbose_name), "help_text": field.help_text}
