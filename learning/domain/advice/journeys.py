"""What those who stopped at a step did there, in words: only what five people or more did alike."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from learning.domain.advice.saying import Speech
from learning.domain.counting.figures import StepFigures
from learning.domain.counting.stays import Signs, signs_of
from learning.domain.shown_counts import Count
from learning.domain.suppression import SMALLEST_GROUP

MOST_SHOWN = 5
_TIMES = {1: " sekali", 2: " dua kali", 3: " tiga kali atau lebih"}
_SOME = 9  # refused, some more often than others
_ANSWER_SHOWN = 4  # the level of help that shows the answer


def _any(signs: Signs) -> int:
    return _SOME if signs.errors else 0


# Who is too few to be told of one by one is told of together: first without the net and the returns, then without
# which rule it was, at last only by whether anything was refused or asked.
_COARSER: tuple[Callable[[Signs], Signs], ...] = (
    lambda signs: signs,
    lambda signs: replace(signs, bad_net=False, backs=0),
    lambda signs: Signs(signs.field, "", _any(signs), min(signs.level, 1), 0, signs.trapped, bad_net=False),
    lambda signs: Signs("", "", _any(signs), min(signs.level, 1), 0, signs.trapped, bad_net=False),
)


@dataclass(frozen=True, slots=True)
class Journey:
    people: Count
    signs: Signs


def journeys(figures: StepFigures, *, least: int = SMALLEST_GROUP, most: int = MOST_SHOWN) -> list[Journey]:
    """The patterns that `least` people or more share among those lost at the step, the most frequent first."""
    left: Counter[Signs] = Counter()
    for text, count in figures.lost_signs.items():
        left[signs_of(text)] += count
    found: Counter[Signs] = Counter()
    for coarser in _COARSER:
        together: Counter[Signs] = Counter()
        for signs, count in left.items():
            together[coarser(signs)] += count
        found.update({signs: count for signs, count in together.items() if count >= least})
        left = Counter({signs: count for signs, count in together.items() if count < least})
    ordered = sorted(found.items(), key=lambda item: (-item[1], _order(item[0])))
    # Beside the number of all who are lost, exact numbers would tell how few did otherwise.
    about = 0 < left.total() < least
    return [Journey(Count.of(count, about=about), signs) for signs, count in ordered[:most]]


def journeys_of(figures: StepFigures, words: Speech) -> list[str]:
    """`journeys` as sentences: "12 orang: ditolak dua kali di “Luas lahan” (Tulis angkanya saja), lalu berhenti."."""
    return [
        f"{str(one.people).capitalize()} orang: {_told(figures.step.id, one.signs, words)}" for one in journeys(figures)
    ]


def _told(step: str, signs: Signs, words: Speech) -> str:
    parts = [part for part in (_refused(step, signs, words), *_others(signs)) if part]
    if not parts:
        return "membuka langkah ini, lalu berhenti tanpa ditolak dan tanpa minta bantuan."
    return f"{', '.join(parts)}, lalu berhenti."


def _refused(step: str, signs: Signs, words: Speech) -> str:
    if not signs.errors:
        return ""
    label = words.label(step, signs.field)
    where = f" di “{label}”" if label else ""
    rule = words.sentence(step, signs.field, signs.code) if signs.code else ""
    return f"ditolak{_TIMES.get(signs.errors, '')}{where}" + (f" ({rule.rstrip('.')})" if rule else "")


def _others(signs: Signs) -> list[str]:
    return [
        "terhenti gangguan dan tidak menemukan jalan keluar" if signs.trapped else "",
        "minta bantuan sampai jawabannya ditunjukkan" if signs.level >= _ANSWER_SHOWN else "",
        "minta bantuan" if 0 < signs.level < _ANSWER_SHOWN else "",
        "sempat kembali ke langkah ini" if signs.backs == 1 else "",
        "bolak-balik ke langkah ini" if signs.backs > 1 else "",
        "sinyalnya buruk" if signs.bad_net else "",
    ]


def _order(signs: Signs) -> tuple[str, str, int, int, int, bool, bool]:
    return (signs.field, signs.code, signs.errors, signs.level, signs.backs, signs.trapped, signs.bad_net)
