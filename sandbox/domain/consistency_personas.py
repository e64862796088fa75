"""What the personas of a flow document say of its screens: modes, right answers, card, own fields."""

from sandbox.domain.document import Flow, Persona
from sandbox.domain.node import InvalidDocument

ACCEPTING_TYPES = ("text", "long_text", "choice", "radio", "document", "kbli", "kbli_successor", "email", "digits")


def check_personas(flow: Flow) -> None:
    """Raises InvalidDocument at the first place where a persona names what is not there."""
    fields = {f"{screen.id}.{field.id}" for screen in flow.screens for field in screen.fields}
    for position, persona in enumerate(flow.personas):
        place = f"personas[{position}]"
        _check_persona(flow, persona, place)
        _check_accepts(flow, persona, place)
        _check_references(flow, persona, place, fields)


def _check_persona(flow: Flow, persona: Persona, place: str) -> None:
    for mode in persona.modes:
        if mode not in flow.modes:
            raise InvalidDocument(f"{place}.modes: mode “{mode}” tidak ditawarkan alur ini")
    for screen_id, values in persona.answers.items():
        if not flow.has_screen(screen_id):
            raise InvalidDocument(f"{place}.answers.{screen_id}: layar ini tidak ada")
        controls = {control for field in flow.screen(screen_id).fields for control in field.controls}
        for control in values:
            if control not in controls:
                raise InvalidDocument(f"{place}.answers.{screen_id}.{control}: isian ini tidak ada di layarnya")


def _check_references(flow: Flow, persona: Persona, place: str, fields: set[str]) -> None:
    for index, section in enumerate(persona.card):
        for row_index, row in enumerate(section.rows):
            at = f"{place}.card[{index}].rows[{row_index}]"
            if row.screen and not flow.has_screen(row.screen):
                raise InvalidDocument(f"{at}.screen: layar “{row.screen}” tidak ada")
            if row.field and row.field not in fields:
                raise InvalidDocument(f"{at}.field: tulis layar.isian yang ada, bukan “{row.field}”")
    for own in sorted(persona.own):
        if own not in fields:
            raise InvalidDocument(f"{place}.own: tulis layar.isian yang ada, bukan “{own}”")


def _check_accepts(flow: Flow, persona: Persona, place: str) -> None:
    """Several right values can be told only where a value is one text."""
    types = {f"{screen.id}.{field.id}": field.type for screen in flow.screens for field in screen.typed_fields}
    for reference in persona.accepts:
        if reference not in types:
            raise InvalidDocument(f"{place}.accepts.{reference}: tulis layar.isian yang ada")
        if types[reference] not in ACCEPTING_TYPES:
            raise InvalidDocument(
                f"{place}.accepts.{reference}: isian {types[reference]} tidak bisa punya beberapa jawaban"
            )
