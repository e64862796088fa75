"""The form `#mulai`: as whom, and in which mode."""

from collections.abc import Mapping

from django import forms

from sandbox.domain.document import Flow, Persona
from sandbox.models import Mode


class StartForm(forms.Form):
    persona = forms.ChoiceField(
        error_messages={
            "required": "Pilih dulu Anda mau jadi siapa.",
            "invalid_choice": "Pilih dulu Anda mau jadi siapa.",
        }
    )
    mode = forms.ChoiceField(
        error_messages={
            "required": "Pilih cara belajar yang ada di daftar.",
            "invalid_choice": "Pilih cara belajar yang ada di daftar.",
        }
    )

    def __init__(self, flow: Flow, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.personas: tuple[Persona, ...] = flow.personas
        # A flow may name modes that the player does not have yet.
        self.modes = [mode for mode in Mode if mode.value in flow.modes]
        for name, choices in (
            ("persona", [(persona.id, persona.name) for persona in flow.personas]),
            ("mode", [(mode.value, mode.label) for mode in self.modes]),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, str]:
        """A persona may not be offered in every mode of the flow."""
        cleaned = super().clean() or {}
        persona = next((each for each in self.personas if each.id == cleaned.get("persona")), None)
        if persona is not None and "mode" in cleaned and cleaned["mode"] not in persona.modes:
            self.add_error("mode", "Tokoh ini belum bisa dipakai dengan cara belajar itu.")
        return cleaned
