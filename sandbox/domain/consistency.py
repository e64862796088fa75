"""What the parts of a flow document say of each other: ids, references, sentences, personas."""

from collections.abc import Iterable

from sandbox.domain import vocabulary
from sandbox.domain.document import Condition, Field, Flow, Line, Persona, Screen
from sandbox.domain.node import InvalidDocument

# A real NIB of today begins with the day of issue; no day begins with four zeros.
PRACTICE_NIB = "0000000000000"

ACCEPTING_TYPES = ("text", "long_text", "choice", "radio", "document", "kbli", "email", "digits")


def check_consistency(flow: Flow) -> None:
    """Raises InvalidDocument at the first place where two parts disagree."""
    _unique("stages", (stage.id for stage in flow.stages))
    _unique("screens", (screen.id for screen in flow.screens))
    _unique("personas", (persona.id for persona in flow.personas))
    stages = {stage.id for stage in flow.stages}
    earlier: set[str] = set()
    for position, screen in enumerate(flow.screens):
        place = f"screens[{position}]"
        if screen.stage not in stages:
            raise _wrong(f"{place}.stage", f"tahap “{screen.stage}” tidak ada di stages")
        _check_branches(flow, position)
        _check_fields(flow, screen, place, earlier)
        earlier |= {f"{screen.id}.{field.id}" for field in screen.fields}
        for index, branch in enumerate(screen.next):
            _check_condition(branch.when, f"{place}.next[{index}].when", earlier)
    for position, persona in enumerate(flow.personas):
        _check_persona(flow, persona, f"personas[{position}]")
    for position, fault in enumerate(flow.faults):
        if not flow.has_screen(fault.screen):
            raise _wrong(f"faults[{position}].screen", f"layar “{fault.screen}” tidak ada")
    _check_outcome(flow, earlier)


def possible_codes(field: Field) -> list[str]:
    """Every problem code that this field can answer with."""
    codes = list(vocabulary.TYPE_CODES[field.type])
    if field.type not in vocabulary.SHOWN_ONLY:
        codes += vocabulary.TYPED_CODES
    if field.required and field.controls:
        codes.append("required")
    return codes + [rule.code for rule in field.rules]


def _wrong(place: str, why: str) -> InvalidDocument:
    return InvalidDocument(f"{place}: {why}")


def _unique(place: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for position, item in enumerate(ids):
        if item in seen:
            raise _wrong(f"{place}[{position}].id", f"“{item}” sudah dipakai")
        seen.add(item)


def _check_branches(flow: Flow, position: int) -> None:
    """A branch leads forward: so every path ends, and no learner can go round in a circle."""
    later = {screen.id for screen in flow.screens[position + 1 :]}
    for index, branch in enumerate(flow.screens[position].next):
        if branch.to not in later:
            raise _wrong(f"screens[{position}].next[{index}].to", f"“{branch.to}” bukan layar sesudah layar ini")


def _check_fields(flow: Flow, screen: Screen, place: str, earlier: set[str]) -> None:
    _unique(f"{place}.fields", (field.id for field in screen.fields))
    _unique_controls(screen, place)
    here = {f"{screen.id}.{field.id}" for field in screen.fields}
    before = set(earlier)
    for index, field in enumerate(screen.fields):
        at = f"{place}.fields[{index}]"
        if field.type in vocabulary.WITH_OPTIONS and not field.options:
            raise _wrong(f"{at}.options", "pilihan belum ada")
        if field.type == "one_time_code" and not any("{kode}" in message.body for message in screen.messages):
            raise _wrong(at, "kode ini tidak dikirim: layar butuh messages dengan {kode}")
        _unique(f"{at}.options", (option.value for option in field.options))
        _check_condition(field.when, f"{at}.when", before)
        _check_rules(screen, field, at, earlier | here)
        _check_sources(field, at, earlier | here)
        for code in possible_codes(field):
            if code not in field.texts and code not in flow.texts:
                raise _wrong(at, f"kode “{code}” belum punya kalimat di texts")
        before.add(f"{screen.id}.{field.id}")


def _unique_controls(screen: Screen, place: str) -> None:
    controls: set[str] = set()
    for index, field in enumerate(screen.fields):
        for control in field.controls:
            if control in controls:
                raise _wrong(f"{place}.fields[{index}].id", f"kotak “{control}” sudah dipakai di layar ini")
            controls.add(control)


def _check_rules(screen: Screen, field: Field, place: str, known: set[str]) -> None:
    for index, rule in enumerate(field.rules):
        at = f"{place}.rules[{index}]"
        if rule.name in ("min", "max", "min_length", "max_length") and not isinstance(rule.value, int):
            raise _wrong(f"{at}.value", "harus berupa bilangan bulat")
        if rule.name == "same_as" and f"{screen.id}.{rule.field}" not in known:
            raise _wrong(f"{at}.field", f"isian “{rule.field}” tidak ada di layar ini")
        if rule.name.startswith("matches_nik") and rule.field not in known:
            raise _wrong(f"{at}.field", f"“{rule.field}” bukan isian layar ini atau sebelumnya (tulis layar.isian)")


def _check_sources(field: Field, place: str, known: set[str]) -> None:
    if field.type == "derived" and (not field.derive or not field.sources):
        raise _wrong(place, "isian derived butuh derive dan sources")
    for index, source in enumerate(field.sources):
        if source not in known:
            raise _wrong(f"{place}.sources[{index}]", f"“{source}” bukan isian sebelumnya (tulis layar.isian)")
    for index, line in enumerate(field.lines):
        _check_line(line, f"{place}.lines[{index}]", known)


def _check_line(line: Line, place: str, known: set[str]) -> None:
    if line.derive == "text":
        return
    for source in line.source.split():
        if source not in known:
            raise _wrong(f"{place}.source", f"“{source}” bukan isian sebelumnya (tulis layar.isian)")


def _check_condition(condition: Condition | None, place: str, known: set[str]) -> None:
    if condition is None:
        return
    for index, part in enumerate(condition.parts):
        _check_condition(part, f"{place}.{condition.kind}[{index}]", known)
    if condition.parts:
        return
    if condition.field not in known:
        raise _wrong(f"{place}.field", f"“{condition.field}” bukan isian sebelumnya (tulis layar.isian)")
    if condition.kind == "one_of" and not isinstance(condition.value, list):
        raise _wrong(f"{place}.one_of", "harus berupa daftar […]")
    if condition.kind == "at_least" and not isinstance(condition.value, int):
        raise _wrong(f"{place}.at_least", "harus berupa bilangan bulat")


def _check_persona(flow: Flow, persona: Persona, place: str) -> None:
    for mode in persona.modes:
        if mode not in flow.modes:
            raise _wrong(f"{place}.modes", f"mode “{mode}” tidak ditawarkan alur ini")
    for screen_id, values in persona.answers.items():
        if not flow.has_screen(screen_id):
            raise _wrong(f"{place}.answers.{screen_id}", "layar ini tidak ada")
        controls = {control for field in flow.screen(screen_id).fields for control in field.controls}
        for control in values:
            if control not in controls:
                raise _wrong(f"{place}.answers.{screen_id}.{control}", "isian ini tidak ada di layarnya")
    for index, section in enumerate(persona.card):
        for row_index, row in enumerate(section.rows):
            if row.screen and not flow.has_screen(row.screen):
                raise _wrong(f"{place}.card[{index}].rows[{row_index}].screen", f"layar “{row.screen}” tidak ada")
    _check_accepts(flow, persona, place)


def _check_accepts(flow: Flow, persona: Persona, place: str) -> None:
    """Several right values can be told only where a value is one text."""
    types = {f"{screen.id}.{field.id}": field.type for screen in flow.screens for field in screen.typed_fields}
    for reference in persona.accepts:
        if reference not in types:
            raise _wrong(f"{place}.accepts.{reference}", "tulis layar.isian yang ada")
        if types[reference] not in ACCEPTING_TYPES:
            raise _wrong(f"{place}.accepts.{reference}", f"isian {types[reference]} tidak bisa punya beberapa jawaban")


def _check_outcome(flow: Flow, known: set[str]) -> None:
    if flow.outcome.kind == "nib" and flow.outcome.number != PRACTICE_NIB:
        raise _wrong("outcome.number", f"NIB latihan selalu {PRACTICE_NIB}")
    for index, line in enumerate(flow.outcome.lines):
        _check_line(line, f"outcome.lines[{index}]", known)
