"""What is told of a step in the editor, on the home page of the admin and in the weekly letter, in sentences.

Nothing here lets anybody work out what fewer than five people did: such numbers are told in words.
"""

from django.utils import timezone
from django.utils.formats import date_format

from learning.domain.advice.saying import is_telling, number, people, share
from learning.domain.counting.figures import Fates
from learning.domain.method.analysis import StepAnalysis
from learning.domain.method.edits import EditVerdict, Outcome
from learning.domain.shown_counts import Count
from learning.domain.suppression import HIDDEN_TEXT, SMALLEST_GROUP

OUTCOMES = {
    Outcome.BETTER: "membaik",
    Outcome.WORSE: "memburuk",
    Outcome.UNCLEAR: "belum jelas membaik atau memburuk",
    Outcome.WAIT: "tunggu dulu, belum cukup orang",
}
_NEARLY_ALL = "hampir semua"


def loss_sentence(step: StepAnalysis, *, about: bool = False) -> str:
    """`Dari 60 orang, 18 berhenti (antara 22 dan 39 dari 100).` `about`: to the nearest five, beside small numbers."""
    return fates_sentence(step.figures.fates, (step.low, step.high), about=about)


def fates_sentence(fates: Fates, interval: tuple[float | None, float | None], *, about: bool = False) -> str:
    if not fates.known:
        return "Belum ada yang lewat atau berhenti di sini."
    if fates.known < SMALLEST_GROUP:
        return f"Baru {HIDDEN_TEXT} orang yang lewat atau berhenti di sini."
    told = f"Dari {Count.of(fates.known, about=about)} orang, {_lost(fates)} berhenti"
    low, high = interval
    if not is_telling(fates) or low is None or high is None:
        return f"{told}."
    return f"{told} ({between(low, high)})."


def between(low: float, high: float) -> str:
    return f"antara {round(low * 100)} dan {round(high * 100)} dari 100"


def saved_sentence(step: StepAnalysis) -> str:
    """How many people a month it would save to mend the step; "" where that is next to nobody."""
    low, high = round(step.saved.low), round(step.saved.high)
    if round(step.saved.mid) < SMALLEST_GROUP:
        return ""
    if low < SMALLEST_GROUP:
        return f"Kalau diperbaiki: sampai {people(high)} sebulan tidak jadi berhenti atau tertahan."
    return f"Kalau diperbaiki: {number(low)} sampai {people(high)} sebulan tidak jadi berhenti atau tertahan."


def edit_sentence(edit: EditVerdict) -> str:
    """`Diubah 3 Maret 2026: membaik, dari 30 menjadi 12 dari 100 orang berhenti.`"""
    told = f"Diubah {date_format(timezone.localtime(edit.at), 'j F Y')}: {OUTCOMES[edit.verdict]}"
    if edit.is_decided and is_telling(edit.old) and is_telling(edit.new):
        told += f", dari {round((edit.before or 0) * 100)} menjadi {share(edit.after or 0)} orang berhenti"
    needed = f" Perlu sekitar {people(edit.needed)} lagi." if edit.needed and not edit.is_decided else ""
    return f"{told}.{needed}"


def _lost(fates: Fates) -> str:
    if 0 < fates.lost < SMALLEST_GROUP:
        return HIDDEN_TEXT
    if not fates.lost:
        return "tidak ada yang"
    return _NEARLY_ALL if 0 < fates.completed < SMALLEST_GROUP else number(fates.lost)
