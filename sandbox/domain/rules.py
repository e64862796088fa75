"""The rules of vocabulary.RULES: each sees a parsed value and says whether it is refused."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from sandbox.domain.conditions import value_at
from sandbox.domain.document import Answers, Field, Raw, Rule
from sandbox.domain.fields import Value, parse, square_meters
from sandbox.domain.nik import parse_nik
from sandbox.domain.practice import Practice
from sandbox.domain.problems import Problem
from sandbox.domain.vocabulary import CODE_FROM_INBOX

LIKE_SHARE = 0.6
EARTH_RADIUS_METERS = 6_371_000


@dataclass(frozen=True)
class Judged:
    """One value under judgement, with what stands around it."""

    field: Field
    screen: str
    value: Value
    raw: Raw  # of the whole screen: repeated passwords are compared before they are forgotten
    answers: Answers  # earlier screens and what this one has accepted so far
    practice: Practice


def broken_rule(judged: Judged) -> Rule | None:
    """The first rule that refuses the value, or None."""
    for rule in judged.field.rules:
        if not _RULES[rule.name](rule, judged):
            return rule
    return None


def right_value(field: Field, screen: str, practice: Practice) -> Value | None:
    """What the persona's card says for this field, parsed; None where it says nothing or the learner decides."""
    if f"{screen}.{field.id}" in practice.persona.own:
        return None
    answers = practice.persona.answers.get(screen, {})
    raw = {control: "true" if value is True else str(value) for control, value in answers.items()}
    if not any(raw.get(control) for control in field.controls) or raw.get(field.id) == CODE_FROM_INBOX:
        return None
    try:
        return parse(field, raw, practice, screen=screen)
    except Problem:
        return None


def _size(value: Value) -> Decimal | None:
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, dict) and "unit" in value:
        return square_meters(value)
    return None


def _min(rule: Rule, judged: Judged) -> bool:
    size = _size(judged.value)
    return size is None or size >= Decimal(str(rule.value))


def _max(rule: Rule, judged: Judged) -> bool:
    size = _size(judged.value)
    return size is None or size <= Decimal(str(rule.value))


def _min_length(rule: Rule, judged: Judged) -> bool:
    return len(str(judged.value)) >= int(str(rule.value))


def _max_length(rule: Rule, judged: Judged) -> bool:
    return len(str(judged.value)) <= int(str(rule.value))


def _must_be(rule: Rule, judged: Judged) -> bool:
    return judged.value == rule.value


def _same_as(rule: Rule, judged: Judged) -> bool:
    return judged.raw.get(judged.field.id, "") == judged.raw.get(rule.field, "")


def _equals_persona(rule: Rule, judged: Judged) -> bool:
    right = right_value(judged.field, judged.screen, judged.practice)
    return right is None or _comparable(judged.value) == _comparable(right)


def _one_of_persona(rule: Rule, judged: Judged) -> bool:
    reference = f"{judged.screen}.{judged.field.id}"
    accepted = judged.practice.persona.accepts.get(reference)
    if accepted is None or reference in judged.practice.persona.own:
        return _equals_persona(rule, judged)
    return _comparable(judged.value) in {_comparable(one) for one in accepted}


def _like_persona(rule: Rule, judged: Judged) -> bool:
    right = right_value(judged.field, judged.screen, judged.practice)
    if right is None:
        return True
    wanted, given = _words(str(right)), _words(str(judged.value))
    return len(wanted & given) >= LIKE_SHARE * len(wanted)


def _near_persona(rule: Rule, judged: Judged) -> bool:
    right = right_value(judged.field, judged.screen, judged.practice)
    if not isinstance(right, dict) or not isinstance(judged.value, dict):
        return True
    return _meters_between(right, judged.value) <= int(str(rule.value))


def _not_in_thousands(rule: Rule, judged: Judged) -> bool:
    right = right_value(judged.field, judged.screen, judged.practice)
    if not isinstance(right, int) or not isinstance(judged.value, int) or right == 0:
        return True
    return judged.value * 1000 != right and judged.value * 1_000_000 != right


def _not_future(rule: Rule, judged: Judged) -> bool:
    return not isinstance(judged.value, str) or judged.value <= judged.practice.today.isoformat()


def _not_past(rule: Rule, judged: Judged) -> bool:
    return not isinstance(judged.value, str) or judged.value >= judged.practice.today.replace(day=1).isoformat()


def _matches_nik_date(rule: Rule, judged: Judged) -> bool:
    digits = value_at(judged.answers, rule.field)
    if not isinstance(digits, str):
        return True
    return parse_nik(digits, today=judged.practice.today).born.isoformat() == judged.value


def _matches_nik_gender(rule: Rule, judged: Judged) -> bool:
    digits = value_at(judged.answers, rule.field)
    if not isinstance(digits, str):
        return True
    female = parse_nik(digits, today=judged.practice.today).female
    return judged.value == ("perempuan" if female else "laki-laki")


def _comparable(value: Value) -> object:
    """Case and spaces do not make another name; the unit does not make another area."""
    if isinstance(value, str):
        return " ".join(value.casefold().split())
    size = _size(value)
    return value if size is None else size.normalize()


def _words(text: str) -> set[str]:
    """Words that tell one address from another; "Jl." and "jalan" are one word."""
    words = re.findall(r"\w+", text.casefold())
    return {"jalan" if word in ("jl", "jln") else word for word in words}


def _meters_between(one: dict[str, float], other: dict[str, float]) -> float:
    """Haversine distance."""
    lat1, lat2 = math.radians(one["lat"]), math.radians(other["lat"])
    half_lat, half_lng = (lat2 - lat1) / 2, math.radians(other["lng"] - one["lng"]) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lng) ** 2
    return 2 * EARTH_RADIUS_METERS * math.asin(min(1.0, math.sqrt(chord)))


_RULES: dict[str, Callable[[Rule, Judged], bool]] = {
    "min": _min,
    "max": _max,
    "min_length": _min_length,
    "max_length": _max_length,
    "must_be": _must_be,
    "same_as": _same_as,
    "equals_persona": _equals_persona,
    "one_of_persona": _one_of_persona,
    "like_persona": _like_persona,
    "near_persona": _near_persona,
    "not_in_thousands": _not_in_thousands,
    "not_future": _not_future,
    "not_past": _not_past,
    "matches_nik_date": _matches_nik_date,
    "matches_nik_gender": _matches_nik_gender,
}
