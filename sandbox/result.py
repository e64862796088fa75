"""How an attempt went: the stepper, and what its result page shows."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe

from sandbox.domain.document import Screen
from sandbox.domain.exam import Verdict
from sandbox.letter_texts import ATTACHMENT_HEADS, WORDS
from sandbox.letters import Letter, letters_of, verify_address
from sandbox.models import Mode
from sandbox.pdf import letter_pdf
from sandbox.qr import qr_svg
from sandbox.report import Report, report_of, verdict_of
from sandbox.work import Work

# What to practise after each mode; an exam that was passed leads to the real registration instead.
NEXT_MODES = {Mode.TONTON: Mode.TUNTUN, Mode.TUNTUN: Mode.LATIHAN, Mode.LATIHAN: Mode.UJIAN, Mode.UJIAN: Mode.LATIHAN}


@dataclass(frozen=True)
class StageMark:
    title: str
    state: str  # "done", "now", "later"


@dataclass(frozen=True)
class Paper:
    """A practice paper as a list shows it: with the size of its PDF, said before it is fetched."""

    letter: Letter

    words = WORDS
    attachment_heads = ATTACHMENT_HEADS

    @cached_property
    def kilobytes(self) -> int:
        return kilobytes(letter_pdf(self.letter))

    @cached_property
    def address(self) -> str:
        return verify_address()

    @cached_property
    def qr(self) -> SafeString:
        return mark_safe(qr_svg(self.address, title=WORDS["qr_title"]))


@dataclass(frozen=True)
class Result:
    kind: str
    papers: list[Paper]  # the NIB first
    report: Report
    verdict: Verdict | None
    next_mode: Mode | None
    watched: bool  # the flow played itself: nothing to judge
    own_business: bool

    @property
    def main(self) -> Paper:
        return self.papers[0]


def stages(work: Work, screen: Screen) -> list[StageMark]:
    """The portal's stepper, seen from `screen`."""
    ids = [stage.id for stage in work.flow.stages]
    here = ids.index(screen.stage)
    states = ["done" if position < here else "now" if position == here else "later" for position in range(len(ids))]
    return [StageMark(stage.title, state) for stage, state in zip(work.flow.stages, states, strict=True)]


def result_of(work: Work) -> Result:
    verdict = verdict_of(work)
    return Result(
        kind=work.flow.outcome.kind,
        papers=[Paper(letter) for letter in letters_of(work)],
        report=report_of(work),
        verdict=verdict,
        next_mode=_next_mode(work, verdict),
        watched=work.attempt.mode == Mode.TONTON,
        own_business=bool(work.persona.own),
    )


def kilobytes(content: bytes) -> int:
    """Whole kilobytes as a phone counts them, at least one."""
    return max(1, round(len(content) / 1000))


def _next_mode(work: Work, verdict: Verdict | None) -> Mode | None:
    """What this persona may practise next; None after a passed exam and where the flow offers no other mode."""
    if verdict is not None and verdict.passed:
        return None
    mode = NEXT_MODES[Mode(work.attempt.mode)]
    return mode if mode in work.flow.modes and mode in work.persona.modes else None
