"""Fields of a step that hold several choices, ticked one by one: further screens and faults that it explains."""

from collections.abc import Callable, Iterable

from django import forms
from django.db import models
from django.utils.text import capfirst

from tutorials.practice import KIND, REFERENCE, fault_choices, screen_choices


class TicksFormField(forms.MultipleChoiceField):
    """Boxes to tick. A choice that is no longer offered is shown as such and stays until somebody unticks it."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, may_stay: Callable[[str], object], **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.may_stay = may_stay

    def prepare_value(self, value: list[str] | None) -> list[str]:
        kept = [] if value is None else list(value)
        offered = {str(code) for _, options in self._groups() for code, _ in options}
        lost = [(each, f"{each} (sudah tidak ada)") for each in kept if each not in offered]
        if lost:
            self.widget.choices = [*self.choices, ("Tidak ada lagi", lost)]
        return kept

    def valid_value(self, value: str) -> bool:
        return super().valid_value(value) or bool(self.may_stay(value))

    def has_changed(self, initial: list[str] | None, data: list[str] | None) -> bool:
        return set(initial or []) != set(data or [])

    def _groups(self) -> Iterable[tuple[object, Iterable[tuple[object, object]]]]:
        for value, label in self.choices:
            yield (value, label) if isinstance(label, (list, tuple)) else ("", [(value, label)])


class ScreensField(models.JSONField):
    """References `flow:screen`, as text."""

    def formfield(self, **kwargs: object) -> forms.Field:
        return _ticks(self, choices=screen_choices, may_stay=REFERENCE.fullmatch)


class FaultsField(models.JSONField):
    """Kinds of faults, of whatever flow."""

    def formfield(self, **kwargs: object) -> forms.Field:
        return _ticks(self, choices=fault_choices, may_stay=KIND.fullmatch)


def _ticks(field: models.Field, *, choices: Callable[[], object], may_stay: Callable[[str], object]) -> forms.Field:
    return TicksFormField(
        choices=choices,
        may_stay=may_stay,
        required=False,
        label=capfirst(field.verbose_name),
        help_text=field.help_text,
    )
