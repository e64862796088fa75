"""What a file of the report is called, and what stands above its table."""

import re
from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from learning.domain.definitions import ActivityDefinition
from learning.domain.suppression import SMALLEST_GROUP
from learning.report_page.choices import SPANS, TITLES, WORDS, Choices, Span
from learning.report_page.page import ReportPage

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")


def file_name(definition: ActivityDefinition, as_of: datetime) -> str:
    """Without ending: `titik-macet-guide-nib-perseorangan-2026-03-31`."""
    activity = _NOT_IN_A_NAME.sub("-", definition.id).strip("-")
    return f"titik-macet-{activity}-{timezone.localtime(as_of):%Y-%m-%d}"


def file_notes(page: ReportPage, filters: str) -> list[str]:
    """Each a sentence: what is counted, when, of whom (`filters`: as `filters_told` says it)."""
    return [
        f"{page.kind.capitalize()} {page.definition.id}, versi {page.definition.version}.",
        f"Dihitung pada {date_format(timezone.localtime(page.as_of), 'j F Y, H.i')}.",
        f"Saringan: {filters}.",
        "Yang dihitung orang, sejak isi tiap langkah terakhir berubah. Satu orang dihitung sekali di tiap langkah.",
        f"Berhenti: sampai di langkah itu, tidak melewatinya, lalu diam lebih dari {page.silence}.",
        f"Satu sampai {SMALLEST_GROUP - 1} orang tidak disebut angkanya."
        + (f" Angka lain dibulatkan ke kelipatan {SMALLEST_GROUP}, supaya tidak membocorkannya." if page.about else ""),
        page.source,
    ]


def filters_told(choices: Choices, personas: Mapping[str, str]) -> str:
    words = {**WORDS, "persona": personas}
    filters = choices.filters
    chosen = [
        f"{TITLES[name]}: {words.get(name, {}).get(value, value)}"
        for name in TITLES
        if (value := getattr(filters, name))
    ]
    if choices.span in (Span.FOUR_WEEKS, Span.THREE_MONTHS):
        chosen.append(SPANS[choices.span])
    if filters.first or filters.last:
        first = date_format(filters.first, "j F Y") if filters.first else "awal"
        last = date_format(filters.last, "j F Y") if filters.last else "sekarang"
        chosen.append(f"yang datang dari {first} sampai {last} (UTC)")
    return "; ".join(chosen) or "semua orang"
