"""What the portal works out by itself from the answers: scale, risk, what is issued."""

from sandbox.domain.conditions import value_at
from sandbox.domain.document import Field, Line, Option, Raw
from sandbox.domain.numbers import group_thousands, in_words
from sandbox.domain.practice import Practice
from sandbox.domain.scale import scale_of
from sandbox.domain.vocabulary import REGION_LEVELS

SCALE_NAMES = {"mikro": "Usaha Mikro", "kecil": "Usaha Kecil", "menengah": "Usaha Menengah", "besar": "Usaha Besar"}
# What a risk level leads to: PP 28/2025; see docs/flows.md.
PERMITS = {
    "Rendah": "NIB",
    "Menengah Rendah": "NIB dan Sertifikat Standar (pernyataan mandiri)",
    "Menengah Tinggi": "NIB dan Sertifikat Standar yang harus diverifikasi",
    "Tinggi": "NIB dan Izin",
}
UNKNOWN = "belum diketahui"
UNIT_NAMES = {"m2": "m²", "ha": "hektare"}


def derived(derive: str, sources: tuple[str, ...], practice: Practice) -> str:
    """The text that a derivation shows; UNKNOWN where the answers are not there."""
    if derive == "text":
        return " ".join(sources)
    amounts = [value for source in sources if isinstance(value := value_at(practice.answers, source), int)]
    if derive == "sum_rupiah":
        return rupiah(sum(amounts))
    if derive == "scale":
        return SCALE_NAMES[scale_of(sum(amounts))]
    code = str(value_at(practice.answers, sources[0]) or "")
    if derive == "kbli_title":
        return practice.facts.kbli_title(code) or UNKNOWN
    risk = practice.facts.kbli_risk(code, scale_of(sum(amounts))) or UNKNOWN
    return risk if derive == "risk" else PERMITS.get(risk, UNKNOWN)


def line_text(line: Line, practice: Practice) -> str:
    """What a line of a review or of the outcome shows."""
    if line.derive == "text":
        return line.source
    sources = tuple(line.source.split())
    if line.derive:
        return derived(line.derive, sources, practice)
    parts = [value_text(source, practice) for source in sources]
    return ", ".join(part for part in parts if part) or "-"


def value_text(reference: str, practice: Practice) -> str:
    """A stored answer as a person reads it: an option's label, rupiah with dots, names for region codes."""
    value = value_at(practice.answers, reference)
    screen_id, _, field_id = reference.partition(".")
    field = next(f for f in practice.flow.screen(screen_id).fields if f.id == field_id)
    return _readable(field, value, practice)


def raw_text(field: Field, raw: Raw, practice: Practice) -> str:
    """What controls send, as a person reads it: an option's label, names for region codes and KBLI codes."""
    text = raw.get(field.id, "")
    if field.type == "region":
        names = [practice.facts.region_name(raw.get(level, "")) or "" for level in REGION_LEVELS]
        return ", ".join(name for name in names if name)
    if field.type == "area":
        return f"{text} {UNIT_NAMES.get(raw.get(f'{field.id}_satuan', ''), '')}".strip()
    if field.type in ("kbli", "kbli_successor") and text:
        return f"{text} {practice.facts.kbli_title(text) or ''}".strip()
    if field.type == "checkbox":
        return "centang" if text else ""
    if field.type == "map_point":
        return next((place.label for place in practice.persona.places if place.point == text), text)
    return _label(field.options, text) or _folder_title(text, practice, field) or text


def _readable(field: Field, value: object, practice: Practice) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if field.type == "rupiah" and isinstance(value, int):
        return rupiah(value)
    if isinstance(value, int):
        return group_thousands(value)
    if isinstance(value, dict):
        return _composite(field, value, practice)
    if field.type == "date":
        year, month, day = str(value).split("-")
        return f"{day}/{month}/{year}"
    if field.type == "phone":
        return f"0{value}"
    return _label(field.options, str(value)) or _folder_title(value, practice, field) or str(value)


def _composite(field: Field, value: dict[str, object], practice: Practice) -> str:
    if field.type == "area":
        return f"{str(value['amount']).replace('.', ',')} {UNIT_NAMES[str(value['unit'])]}"
    if field.type == "map_point":
        return f"{value['lat']}, {value['lng']}"
    names = [practice.facts.region_name(str(code)) or str(code) for code in reversed(list(value.values()))]
    return ", ".join(names)


def _label(options: tuple[Option, ...], value: str) -> str:
    return next((option.label for option in options if option.value == value), "")


def _folder_title(value: object, practice: Practice, field: Field) -> str:
    if field.type != "document":
        return ""
    return next((document.title for document in practice.persona.folder if document.id == value), "")


def rupiah(amount: int) -> str:
    return f"Rp{group_thousands(amount)}"


def rupiah_in_words(amount: int) -> str:
    return f"{in_words(amount)} rupiah"
