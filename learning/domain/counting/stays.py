"""One person's stay at one step, once it is known how far they got: what every count is made of."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from learning.domain.counting.exposures import BAD_NETS, Exposure
from learning.domain.events import Verb

ALONE = "alone"


class Context(NamedTuple):
    """Who was there, as far as the events say: "" is unknown."""

    mode: str = ""
    company: str = ALONE
    group: str = ""
    device: str = ""
    persona: str = ""
    bad_net: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """One person at one step in one edition of its content.

    `completed`: the step was completed, or a later one reached. `seconds`: active seconds, rounded by `kept_seconds`,
    only for who completed. `unrecovered`: faults not got out of. `reasons`: those named with a call for help, "" for
    somebody who called and named none. `watched`: {bin of the video: times played}.
    """

    step: str
    edition: int
    first_at: datetime
    last_at: datetime
    completed: bool
    seconds: float | None
    errors: int
    helps: int
    level: int
    backs: int
    taps: int
    faults: int
    unrecovered: int
    rules: dict[tuple[str, str], int]
    reasons: frozenset[str]
    watched: dict[int, int]
    context: Context

    @property
    def signs(self) -> str:
        """What happened there in one line: journeys that read alike are counted together (`signs_of` reads it)."""
        worst = min(self.rules, key=lambda rule: (-self.rules[rule], rule), default=("", ""))
        return "|".join(
            (
                worst[0], worst[1], str(min(self.errors, 3)), str(min(self.level, 4)), str(min(self.backs, 2)),
                str(min(self.unrecovered, 1)), str(int(self.context.bad_net)),
            )
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signs:
    """`field`, `code`: the rule broken most often, "" for none. `errors` up to 3 (or more), `level` of help 0 to 4,
    `backs` up to 2 (or more); `trapped` in a fault; `bad_net` when the last sign came over a bad network."""

    field: str
    code: str
    errors: int
    level: int
    backs: int
    trapped: bool
    bad_net: bool


def signs_of(text: str) -> Signs:
    field, code, errors, level, backs, trapped, bad_net = text.split("|")
    return Signs(field, code, int(errors), int(level), int(backs), trapped == "1", bad_net == "1")


def stay_of(step: str, edition: int, exposure: Exposure, *, completed: bool) -> Stay | None:
    """None for somebody of whom only traces without presence are known."""
    if exposure.first_at is None or exposure.last_at is None:
        return None
    mode, company, group, device, persona = exposure.context
    seconds = exposure.seconds if exposure.seconds is not None else (exposure.away or None)
    return Stay(
        step=step,
        edition=edition,
        first_at=exposure.first_at,
        last_at=exposure.last_at,
        completed=completed,
        seconds=kept_seconds(seconds) if completed and seconds is not None else None,
        errors=exposure.count(Verb.ERROR),
        helps=exposure.count(Verb.HELP),
        level=exposure.level,
        backs=exposure.count(Verb.BACK),
        taps=exposure.count(Verb.TAPPED),
        faults=exposure.count(Verb.FAULT),
        unrecovered=max(0, exposure.count(Verb.FAULT) - exposure.count(Verb.RECOVERED)),
        rules=exposure.rules,
        reasons=frozenset(exposure.reasons - {""} or exposure.reasons),
        watched=exposure.watched,
        context=Context(mode, company or ALONE, group, device, persona, exposure.net in BAD_NETS),
    )


def kept_seconds(seconds: float) -> float:
    """Tenths below 100 s, three digits above: as exact as anybody needs, and few enough values to count them."""
    if seconds < 100:
        return round(seconds, 1)
    return float(f"{seconds:.3g}")
