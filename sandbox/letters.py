"""The practice papers of a finished attempt: the NIB, and those beside it that its answers bring about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from sandbox.domain.activities import activities
from sandbox.domain.conditions import holds
from sandbox.domain.deriving import line_text
from sandbox.domain.document import PracticeDocument
from sandbox.letter_texts import CLAUSES, FAMILIES, MAY_START, NOTES, OPENINGS, SIGNERS
from sandbox.work import Work

MAIN = "nib"


@dataclass(frozen=True)
class Letter:
    """A practice paper in the structure of the real one; page and PDF show the same."""

    id: str
    family: str
    title: str
    number: str
    status: str
    opening: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    clauses_title: str
    clauses: tuple[str, ...]
    closing: str
    issued: str
    signer: str  # who signs the real one
    notes: tuple[str, ...] = NOTES
    # (code, title, location, risk, permit and status) of each activity; only the NIB has an attachment
    attachment: tuple[tuple[str, ...], ...] = ()

    @property
    def file_name(self) -> str:
        return f"contoh-{self.id}-latihan.pdf"


def letters_of(work: Work) -> list[Letter]:
    """All papers of a finished attempt, the NIB first."""
    return [_main_letter(work), *(_letter(work, document) for document in _issued(work))]


def letter_of(work: Work, letter_id: str) -> Letter | None:
    """None for a paper that this attempt did not bring about."""
    return next((letter for letter in letters_of(work) if letter.id == letter_id), None)


def verify_address() -> str:
    """The public page that the QR code leads to; nothing about the learner is in it."""
    return settings.SITE_URL.rstrip("/") + reverse("sandbox:sample_letter")


def _issued(work: Work) -> Iterator[PracticeDocument]:
    for document in work.flow.outcome.documents:
        if document.id != MAIN and holds(document.when, work.answers):
            yield document


def _main_letter(work: Work) -> Letter:
    outcome = work.flow.outcome
    return Letter(
        id=MAIN,
        family=FAMILIES[outcome.kind],
        title=outcome.title,
        number=_grouped(outcome.number),
        status="",
        opening=OPENINGS[outcome.kind],
        rows=tuple((line.label, line_text(line, work.practice)) for line in outcome.lines),
        clauses_title="",
        clauses=(),
        closing=outcome.closing,
        issued=_issued_on(work),
        signer=SIGNERS[FAMILIES[outcome.kind]],
        attachment=tuple(
            (activity.code, activity.title, activity.place, activity.risk, MAY_START.get(activity.risk, "–"))
            for activity in activities(work.practice, work.standing.path)
        ),
    )


def _letter(work: Work, document: PracticeDocument) -> Letter:
    status = next((each.status for each in document.status_when if holds(each.when, work.answers)), document.status)
    family = FAMILIES[document.kind]
    return Letter(
        id=document.id,
        family=family,
        title=document.title,
        number=document.number,
        status=status,
        opening=OPENINGS[document.kind],
        rows=tuple((line.label, line_text(line, work.practice)) for line in document.lines),
        clauses_title=CLAUSES[family],
        clauses=document.clauses,
        closing=document.closing,
        issued=_issued_on(work),
        signer=SIGNERS[family],
    )


def _issued_on(work: Work) -> str:
    finished = work.attempt.finished_at
    day: date = timezone.localdate(finished) if finished is not None else work.practice.today
    return f"Diterbitkan di layar latihan Tuntun, {date_format(day, 'j F Y')}"


def _grouped(number: str) -> str:
    """0000000000000 → 0000 0000 00000, as people read it out."""
    return f"{number[:4]} {number[4:8]} {number[8:]}" if len(number) == 13 else number
