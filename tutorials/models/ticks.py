"""Fields of a step that hold several choices, ticked one by one: further screens and faults that it explains."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, cast

from django import forms
from django.apps import apps
from django.db import models
from django.forms.renderers import BaseRenderer
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from tutorials.practice import KIND, REFERENCE, Choices, fault_choices, screen_choices

ERROR_CODE = re.compile(r"[a-z0-9._-]{1,60}")


class FoldedTicks(forms.CheckboxSelectMultiple):
    """Boxes behind a line that names the ticked ones; the other boxes are fetched when somebody opens it.

    With all boxes in the page, the form of a guide of 23 steps had 2,400 of them. `kind` is a key of TICK_CHOICES.
    """

    kind = ""

    class Media:
        js = ["js/pilihan-langkah.js"]

    def render(
        self, name: str, value: list[str], attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        # The choices are asked for only where something is ticked: each asking reads all flows.
        groups = self.optgroups(name, self.format_value(value), attrs) if value else []
        ticked = [option for _, options, _ in groups for option in options if option["selected"]]
        return format_html(
            '<details data-pilihan="{}" data-nama="{}"><summary>{}</summary><div>{}</div></details>',
            self.kind,
            name,
            "; ".join(str(option["label"]) for option in ticked) or "Belum ada yang dipilih",
            format_html_join(
                "",
                '<div><label><input type="checkbox" name="{}" value="{}" checked> {}</label></div>',
                ((name, option["value"], option["label"]) for option in ticked),
            ),
        )


class TicksFormField(forms.MultipleChoiceField):
    """Boxes to tick. A choice that is no longer offered is shown as such and stays until somebody unticks it."""

    widget = FoldedTicks

    pattern: re.Pattern[str]  # of what may stay

    def prepare_value(self, value: list[str] | None) -> list[str]:
        kept = [] if value is None else list(value)
        if not kept:
            return kept
        offered = {str(code) for _, options in grouped(self._offered()) for code, _ in options}
        lost = [(each, f"{each} (sudah tidak ada)") for each in kept if each not in offered]
        if lost:
            self.widget.choices = [*self._offered(), ("Tidak ada lagi", lost)]
        return kept

    def valid_value(self, value: str) -> bool:
        return super().valid_value(value) or self.pattern.fullmatch(value) is not None

    def has_changed(self, initial: Collection[str] | None, data: Collection[str] | None) -> bool:
        return set(initial or []) != set(data or [])

    def _offered(self) -> list[tuple[str, Any]]:
        """The choices as they are now: Django asks the function anew each time."""
        return list(cast("Iterable[tuple[str, Any]]", self.choices))


class ScreensField(models.JSONField):
    """References `flow:screen`, as text."""

    def formfield(self, **kwargs: object) -> forms.Field:
        return _ticks(self, kind="layar", pattern=REFERENCE)


class FaultsField(models.JSONField):
    """Kinds of faults, of whatever flow."""

    def formfield(self, **kwargs: object) -> forms.Field:
        return _ticks(self, kind="gangguan", pattern=KIND)


class ErrorsField(models.JSONField):
    """Codes of entries in the shared list of errors."""

    def formfield(self, **kwargs: object) -> forms.Field:
        return _ticks(self, kind="kendala", pattern=ERROR_CODE)


def _error_choices() -> Choices:
    snippets = apps.get_model("tutorials", "ErrorSnippet").objects.all()
    return [(snippet.code, f"{snippet.wording} ({snippet.code})") for snippet in snippets]


# What may be ticked, by the kind that the page asks for.
TICK_CHOICES: dict[str, Callable[[], Any]] = {
    "layar": screen_choices,
    "gangguan": fault_choices,
    "kendala": _error_choices,
}


def grouped(choices: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Choices]]:
    """(heading or "", choices) of a list in which some choices stand in groups."""
    for value, label in choices:
        yield (value, label) if isinstance(label, list) else ("", [(value, label)])


def _ticks(field: models.Field, *, kind: str, pattern: re.Pattern[str]) -> forms.Field:
    ticks = TicksFormField(
        choices=TICK_CHOICES[kind], required=False, label=capfirst(field.verbose_name), help_text=field.help_text
    )
    ticks.pattern = pattern
    ticks.widget.kind = kind
    return ticks
