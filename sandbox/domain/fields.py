"""Field types: from what a control sends to a value, and back to what a control shows.

`parse` raises Problem with one of the type's codes (vocabulary.TYPE_CODES). `kept` turns a value into what is
stored: passwords and one-time codes become True, so that none is ever kept.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from sandbox.domain import passwords
from sandbox.domain.amounts import parse_count, parse_rupiah
from sandbox.domain.areas import area_text, parse_area
from sandbox.domain.conditions import value_at
from sandbox.domain.dates import parse_date
from sandbox.domain.document import Field, Raw
from sandbox.domain.nik import parse_nik
from sandbox.domain.numbers import group_thousands
from sandbox.domain.onetimecode import one_time_code
from sandbox.domain.phones import parse_phone
from sandbox.domain.practice import Practice
from sandbox.domain.problems import Problem
from sandbox.domain.vocabulary import KEPT_AS_TRUE, REGION_LEVELS, SHOWN_ONLY
from sandbox.domain.written import plain

Value = object
Parser = Callable[[Field, Raw, Practice, str], Value]

UNITS = {"m2": Decimal(1), "ha": Decimal(10_000)}
# Indonesia lies inside this box: Sabang to Merauke, Miangas to Rote (degrees).
SOUTH, NORTH, WEST, EAST = -11.1, 6.2, 94.9, 141.1

_EMAIL = re.compile(r"[a-z0-9._%+\-]{1,64}@[a-z0-9\-]+(\.[a-z0-9\-]+)+")
_POINT = re.compile(r"(-?[0-9]{1,3}(?:[.,][0-9]{1,8})?) ?[,; ] ?(-?[0-9]{1,3}(?:[.,][0-9]{1,8})?)")
_BETWEEN_DIGITS = re.compile(r"[ .\-/_,:]")


def parse(field: Field, raw: Raw, practice: Practice, *, screen: str) -> Value:
    """The value of a filled field. Raises Problem."""
    return _PARSERS[field.type](field, raw, practice, screen)


def is_empty(field: Field, raw: Raw) -> bool:
    """Nothing at all was typed or chosen (a unit alone does not count)."""
    if field.type == "area":
        return not raw.get(field.id, "").strip()
    return not any(raw.get(control, "").strip() for control in field.controls)


def kept(field: Field, value: Value) -> object:
    """What is stored of a value: JSON, and never a secret."""
    if field.type in KEPT_AS_TRUE:
        return True
    if isinstance(value, Decimal):
        return str(value)
    return value


def shown(field: Field, stored: object) -> dict[str, str]:
    """What the controls of a reopened screen hold again. Secrets come back empty."""
    if stored is None or field.type in KEPT_AS_TRUE or field.type in SHOWN_ONLY:
        return {}
    if field.type == "area" and isinstance(stored, dict):
        return {field.id: area_text(Decimal(str(stored["amount"]))), f"{field.id}_satuan": str(stored["unit"])}
    if field.type == "region" and isinstance(stored, dict):
        return {level: str(stored[level]) for level in REGION_LEVELS}
    if field.type == "map_point" and isinstance(stored, dict):
        return {field.id: f"{stored['lat']}, {stored['lng']}"}
    if field.type == "checkbox":
        return {field.id: "true"} if stored else {}
    if field.type in ("rupiah", "number") and isinstance(stored, int):
        return {field.id: group_thousands(stored)}
    if field.type == "date":
        return {field.id: date.fromisoformat(str(stored)).strftime("%d/%m/%Y")}
    return {field.id: str(stored)}


def square_meters(area: dict[str, str]) -> Decimal:
    return Decimal(area["amount"]) * UNITS[area["unit"]]


def _text(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    return " ".join(raw[field.id].split())


def _long_text(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    return raw[field.id].replace("\r\n", "\n").strip()


def _option(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    value = raw[field.id].strip()
    if value not in {option.value for option in field.options}:
        raise Problem("choice.unknown")
    return value


def _checkbox(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    return raw[field.id].strip().lower() in ("true", "on", "1", "ya")


def _digits(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    return _only_digits(raw[field.id], field.digits, "digits.format")


def _only_digits(text: str, count: int, code: str) -> str:
    """Exactly `count` digits, however they were grouped."""
    digits = _BETWEEN_DIGITS.sub("", plain(text, code))
    if len(digits) != count or not digits.isascii() or not digits.isdigit():
        raise Problem(code)
    return digits


def _number(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    return parse_count(raw[field.id])


def _area(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    area = parse_area(raw[field.id])
    unit = area.unit or raw.get(f"{field.id}_satuan", "").strip()
    if unit not in UNITS:
        raise Problem("area.unit")
    return {"amount": format(area.amount, "f"), "unit": unit}


def _rupiah(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    return parse_rupiah(raw[field.id])


def _date(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    return parse_date(raw[field.id]).isoformat()


def _nik(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    digits = _BETWEEN_DIGITS.sub("", plain(raw[field.id], "nik.length"))
    return parse_nik(digits, today=practice.today).digits


def _phone(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    return parse_phone(raw[field.id])


def _email(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    text = raw[field.id].strip().lower()
    if len(text) > 100 or not _EMAIL.fullmatch(text):
        raise Problem("email.format")
    return text


def _password(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    for point in passwords.unmet(raw[field.id]):
        raise Problem(f"password.{point}")
    return raw[field.id]


def _sign_in(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    if raw[field.id].strip() != practice.persona.password:
        raise Problem("sign_in.wrong")
    return True


def _one_time_code(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    digits = _only_digits(raw[field.id], field.digits, "one_time_code.length")
    if digits != one_time_code(practice.seed, screen, digits=field.digits):
        raise Problem("one_time_code.wrong")
    return True


def _kbli(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    code = raw[field.id].strip()
    if not re.fullmatch(r"[0-9]{5}", code):
        raise Problem("kbli.choose")
    if practice.facts.kbli_title(code) is None:
        raise Problem("kbli.unknown")
    return code


def _kbli_successor(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    code = raw[field.id].strip()
    old = str(value_at(practice.answers, field.sources[0]) or "")
    if code not in [successor for successor, _title in practice.facts.kbli_successors(old)]:
        raise Problem("choice.unknown")
    return code


def _region(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    codes = {level: raw.get(level, "").strip() for level in REGION_LEVELS}
    if not all(codes.values()):
        raise Problem("region.incomplete")
    inside = ""
    for code in reversed(codes.values()):  # the village first: with it comes the name of all that lies around it
        if not inside.startswith(f"{code}." if inside else "") or practice.facts.region_name(code) is None:
            raise Problem("region.unknown")
        inside = code
    return codes


def _map_point(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    match = _POINT.fullmatch(plain(raw[field.id], "map_point.format"))
    if match is None:
        raise Problem("map_point.format")
    lat, lng = (float(part.replace(",", ".")) for part in match.groups())
    if not (SOUTH <= lat <= NORTH and WEST <= lng <= EAST):
        raise Problem("map_point.outside")
    return {"lat": lat, "lng": lng}


def _document(field: Field, raw: Raw, practice: Practice, screen: str) -> Value:
    value = raw[field.id].strip()
    if value not in {document.id for document in practice.persona.folder}:
        raise Problem("choice.unknown")
    return value


_PARSERS: dict[str, Parser] = {
    "text": _text,
    "long_text": _long_text,
    "choice": _option,
    "radio": _option,
    "checkbox": _checkbox,
    "digits": _digits,
    "number": _number,
    "area": _area,
    "rupiah": _rupiah,
    "date": _date,
    "nik": _nik,
    "phone": _phone,
    "email": _email,
    "password": _password,
    "sign_in": _sign_in,
    "one_time_code": _one_time_code,
    "kbli": _kbli,
    "kbli_successor": _kbli_successor,
    "region": _region,
    "map_point": _map_point,
    "document": _document,
}
