"""What an imported document may hold where a form offers a list or a box: the words of the format, texts, numbers."""

import re
from typing import Any, Final

from sandbox.catalogue import words

Json = Any  # whatever JSON can hold
SLUG = re.compile(r"[a-z0-9_-]{1,60}")
SLUG_SENTENCE = "Hanya huruf kecil, angka, “-” dan “_”, paling panjang 60."

# The words of the format that a list may hold; other lists depend on the document.
VOCABULARY: Final[dict[str, tuple[str, ...]]] = {
    "types": words.FIELD_TYPES,
    "rules": tuple(words.RULES),
    "derivations": words.DERIVATIONS,
    "faults": words.FAULT_KINDS,
    "ways": words.WAYS,
    "modes": words.MODES,
    "channels": words.CHANNELS,
    "documents": words.DOCUMENT_KINDS,
    "outcomes": words.OUTCOME_KINDS,
    "conditions": words.CONDITIONS,
    "moments": ("arrive", "send"),
}


class ShapeProblem(Exception):
    """A value that no form could hold. The message begins with its place."""


def wrong(place: str, why: str) -> ShapeProblem:
    return ShapeProblem(f"{place or 'dokumen'}: {why}")


def check_word(value: str, names: str, place: str) -> None:
    """A list shows only what it offers, and would lose any other word."""
    if value and value not in VOCABULARY.get(names, (value,)):
        raise wrong(place, f"“{value[:60]}” tidak dikenal")


def check_texts(value: Json, place: str) -> None:
    if not isinstance(value, list):
        raise wrong(place, "harus berupa daftar […]")
    for position, each in enumerate(value):
        if not isinstance(each, str):
            raise wrong(f"{place}[{position}]", "harus berupa teks")


def check_scalar(value: Json, place: str) -> None:
    if not isinstance(value, str | int | bool) or (isinstance(value, int) and abs(value) > 10**15):
        raise wrong(place, "harus teks, bilangan bulat, true, atau false")
