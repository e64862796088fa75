"""What the parts of a flow document say of each other: ids, references, sentences, personas."""

from collections.abc import Iterable

from sandbox.domain import vocabulary
from sandbox.domain.consistency_personas import check_personas
from sandbox.domain.document import Condition, Field, Flow, Line, Screen
from sandbox.domain.node import InvalidDocument

# A real NIB of today begins with the day of issue; no day begins with four zeros.
PRACTICE_NIB = "0000000000000"


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
    check_personas(flow)
    _check_faults(flow)
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


def _unique(place: str, ids: Iterable[str], *, key: str = "id", first: int = 0) -> None:
    seen: set[str] = set()
    for position, item in enumerate(ids, first):
        if item in seen:
            raise _wrong(f"{place}[{position}].{key}", f"“{item}” sudah dipakai")
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
    if field.type == "kbli_successor" and not field.sources:
        raise _wrong(place, "isian kbli_successor butuh sources: isian kode KBLI 2020")
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


def _check_faults(flow: Flow) -> None:
    _unique("faults", (fault.kind for fault in flow.faults), key="kind")
    for position, fault in enumerate(flow.faults):
        if not flow.has_screen(fault.screen):
            raise _wrong(f"faults[{position}].screen", f"layar “{fault.screen}” tidak ada")


def _check_outcome(flow: Flow, known: set[str]) -> None:
    outcome = flow.outcome
    if outcome.kind == "nib" and outcome.number != PRACTICE_NIB:
        raise _wrong("outcome.number", f"NIB latihan selalu {PRACTICE_NIB}")
    for index, line in enumerate(outcome.lines):
        _check_line(line, f"outcome.lines[{index}]", known)
    _unique("outcome.documents", (outcome.kind, *(document.id for document in outcome.documents)), first=-1)
    for position, document in enumerate(outcome.documents):
        place = f"outcome.documents[{position}]"
        _check_condition(document.when, f"{place}.when", known)
        for index, each in enumerate(document.status_when):
            _check_condition(each.when, f"{place}.status_when[{index}].when", known)
        for index, line in enumerate(document.lines):
            _check_line(line, f"{place}.lines[{index}]", known)
