"""The form `#mulai`: as whom, in which mode, with which faults."""

from collections.abc import Mapping

from django import forms

from sandbox import catalogue
from sandbox.attempts import SEED_LENGTH, SEED_SIGNS
from sandbox.domain.document import Fault, Flow, Persona, Screen
from sandbox.domain.faults import ALL_FAULTS, NO_FAULTS
from sandbox.fault_scene import fault_name
from sandbox.models import FlowVersion, Mode
from sandbox.paths import right_path

UNREADABLE_SEED = "Kode latihan berisi 6 huruf dan angka. Contoh: K7Q2MD. Boleh dikosongkan."
DIFFICULTIES = {1: "Mudah, untuk mulai", 2: "Sedang", 3: "Menantang"}


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
    gangguan = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": "Gangguan itu tidak ada. Pilih dari daftar."}
    )
    # ASCII letters alone: others that look like them, or become them in upper case, are none.
    benih = forms.RegexField(
        rf"(?ai)^[{SEED_SIGNS}]{{{SEED_LENGTH}}}$", required=False, error_messages={"invalid": UNREADABLE_SEED}
    )

    def __init__(
        self,
        version: FlowVersion,
        begin_at: Screen | None = None,
        data: Mapping[str, str] | None = None,
        *,
        wanted: Mapping[str, str] | None = None,
    ) -> None:
        """`wanted` is the query of the address, which may name a fault to practise and a trainer's code."""
        self.flow: Flow = catalogue.flow_of(version)
        self.version, self.begin_at = version, begin_at
        # Nobody begins at a screen that is not on the way.
        self.personas: list[Persona] = [each for each in self.flow.personas if self._passes(each, begin_at)]
        self.modes = [mode for mode in Mode if mode.value in self.flow.modes]
        named = "" if wanted is None else wanted.get("gangguan", "")
        self.unknown_fault = bool(named) and named not in dict(self._fault_choices)
        super().__init__(
            data,
            initial={
                "mode": self._usual_mode,
                "gangguan": "" if self.unknown_fault else named,
                "benih": "" if wanted is None else wanted.get("benih", "")[:SEED_LENGTH],
            },
        )
        for name, choices in (
            ("persona", [(persona.id, persona.name) for persona in self.flow.personas]),
            ("mode", [(mode.value, mode.label) for mode in self.modes]),
            ("gangguan", self._fault_choices),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, str]:
        """A persona may not be offered in every mode of the flow, nor pass every screen."""
        cleaned = super().clean() or {}
        persona = next((each for each in self.flow.personas if each.id == cleaned.get("persona")), None)
        if persona is None:
            return cleaned
        if "mode" in cleaned and cleaned["mode"] not in persona.modes:
            self.add_error("mode", "Tokoh ini belum bisa dipakai dengan cara belajar itu.")
        if cleaned.get("mode") == Mode.UJIAN and self.begin_at is not None:
            self.add_error("mode", "Ujian selalu dari layar pertama. Pilih cara lain, atau mulai dari awal.")
        fault = self._fault(cleaned.get("gangguan", ""))
        if persona not in self.personas or (fault and not self._passes(persona, self.flow.screen(fault.screen))):
            self.add_error("persona", "Tokoh ini tidak melewati layar itu. Pilih tokoh lain.")
        return cleaned

    @property
    def wish(self) -> dict[str, str]:
        """What attempts.start takes, of a valid form."""
        cleaned = self.cleaned_data
        is_exam = cleaned["mode"] == Mode.UJIAN  # every exam has the one fault that its rule names
        return {
            "persona": cleaned["persona"],
            "mode": cleaned["mode"],
            "faults": "" if is_exam else cleaned["gangguan"],
            "seed": cleaned["benih"].upper(),
        }

    @property
    def chosen_persona(self) -> str:
        """Marked when the form is shown; the first where nobody fit is named."""
        offered = [persona.id for persona in self.personas]
        named = self["persona"].value()
        return named if named in offered else (offered or [""])[0]

    @property
    def persona_groups(self) -> list[tuple[str, list[Persona]]]:
        """By how hard they are."""
        found = [
            (label, [each for each in self.personas if each.difficulty == level])
            for level, label in DIFFICULTIES.items()
        ]
        return [(label, personas) for label, personas in found if personas]

    @property
    def named_faults(self) -> list[tuple[Fault, str]]:
        """The faults of the flow with their names, in the order of its screens."""
        order = [screen.id for screen in self.flow.screens]
        return [
            (each, fault_name(each)) for each in sorted(self.flow.faults, key=lambda each: order.index(each.screen))
        ]

    @property
    def opens_fault_choice(self) -> bool:
        return bool(self["gangguan"].value() or self["benih"].value() or self.errors.keys() & {"gangguan", "benih"})

    @property
    def _fault_choices(self) -> list[tuple[str, str]]:
        return [
            ("", "Seperti OSS sungguhan: ada gangguan"),
            (NO_FAULTS, "Tanpa gangguan dulu"),
            (ALL_FAULTS, "Semua gangguan"),
            *((fault.kind, f"Hanya: {name}") for fault, name in self.named_faults),
        ]

    @property
    def _usual_mode(self) -> str:
        return Mode.LATIHAN if Mode.LATIHAN in self.modes else (self.modes or [Mode.LATIHAN])[0]

    def _fault(self, kind: str) -> Fault | None:
        return next((fault for fault in self.flow.faults if fault.kind == kind), None)

    def _passes(self, persona: Persona, screen: Screen | None) -> bool:
        return screen is None or screen.id in right_path(self.version, persona.id)
