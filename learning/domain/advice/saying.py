"""Numbers and names as they stand in sentences for staff."""

from typing import Protocol

from learning.domain.counting.figures import Fates
from learning.domain.suppression import SMALLEST_GROUP


class Speech(Protocol):
    """What the steps, fields and rules of one activity are called; the bare codes where nobody knows better."""

    def label(self, step: str, field: str) -> str: ...

    def sentence(self, step: str, field: str, code: str) -> str: ...

    def reason(self, step: str, code: str) -> str: ...


def number(count: float) -> str:
    """`1234` is written 1.234."""
    return f"{round(count):,}".replace(",", ".")


def people(count: float) -> str:
    return f"{number(count)} orang"


def lasting(seconds: float) -> str:
    """Half minutes up to ten, whole ones above; seconds where it is less than one and a half."""
    if seconds < 90:
        return f"{round(seconds)} detik"
    halves = round(seconds / 30)
    if halves > 20 or halves % 2 == 0:
        return f"{round(seconds / 60)} menit"
    return f"{halves // 2} setengah menit"


def share(part: float) -> str:
    """A share between 0 and 1, as people say it."""
    return f"{round(part * 100)} dari 100"


def clock(seconds: int) -> str:
    """A place in a video: `75` is 1:15."""
    return f"{seconds // 60}:{seconds % 60:02}"


def listed(parts: list[str]) -> str:
    """`a, b, dan c`."""
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def is_telling(fates: Fates) -> bool:
    """Whether the rate of loss may be told: nobody can work out from it what fewer than five people did."""
    return fates.known > 0 and not any(0 < part < SMALLEST_GROUP for part in (fates.lost, fates.completed))
