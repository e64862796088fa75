"""Practice played through the use cases, as a learner would: for tests about what it leaves."""

from copy import deepcopy

from sandbox import attempts, disturbances
from sandbox.models import Attempt
from sandbox.work import open_work
from tests.factories import faulty_flow, right_answers

TEXT_FIELD = {
    "id": "nama_usaha",
    "type": "text",
    "label": "Nama usaha",
    "example": "Warung Sari",
    "hint": "Salin nama usaha.",
    "required": False,
}
PAPERS = [
    {
        "id": "sppl",
        "kind": "sppl",
        "title": "SPPL contoh",
        "when": {"field": "daftar.punya_usaha", "equals": "ya"},
        "status": "berlaku",
        "status_when": [{"when": {"field": "modal.modal", "at_least": 1_000_000_000}, "status": "diperiksa dulu"}],
        "lines": [{"label": "Nama usaha", "source": "modal.nama_usaha"}],
        "clauses": ["Saya mengelola sampah.", "Saya bersedia diperiksa."],
    },
    {
        "id": "izin",
        "kind": "izin",
        "title": "Izin contoh",
        "when": {"field": "daftar.punya_usaha", "equals": "belum"},
    },
]


def papers_flow(*faults, **changes):
    """The flow with faults, with a free text for the name of the business and two papers beside the NIB."""
    document = faulty_flow(*faults, **changes)
    document["screens"][1]["fields"].append(deepcopy(TEXT_FIELD))
    document["outcome"]["lines"].append({"label": "Nama usaha", "source": "modal.nama_usaha"})
    document["outcome"]["documents"] = deepcopy(PAPERS)
    return document


def own_business_flow(**changes):
    """The same, whose persona brings the learner's own capital and name of the business."""
    document = papers_flow(**changes)
    document["personas"][0] |= {"name": "Usaha saya sendiri", "own": ["modal.modal", "modal.nama_usaha"]}
    return document


def finish(attempt: Attempt, **answers: dict[str, str]) -> Attempt:
    """Go on to the end, out of each fault at once; `answers` of a screen replace those of the card."""
    for _turn in range(20):
        work = open_work(attempt)
        if work.fault is not None:
            disturbances.answer(attempt, work.fault.recovery)
        elif work.standing.current is not None:
            screen = work.standing.current
            attempts.submit(attempt, screen, {**right_answers(attempt, screen), **answers.get(screen, {})})
    attempt.refresh_from_db()
    assert attempt.finished_at is not None, "the attempt did not come to its end"
    return attempt
