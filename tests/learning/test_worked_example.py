"""The worked example in docs/stuck-points.md, computed again."""

from datetime import timedelta
from pathlib import Path

from learning.domain.method.stuck import activity_report
from tests.learning.factories import NOON, make_definition, walk

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "stuck-points.md"
STEPS = ("daftar", "kode", "usaha", "terbit")
AS_OF = NOON + timedelta(days=10)


def example():
    """100 people begin: 4 stop at daftar, 22 at kode, 2 at usaha, 1 at terbit; 2 are at kode now; 30 err at usaha."""
    stops = ["daftar"] * 4 + ["kode"] * 24 + ["usaha"] * 2 + ["terbit"] + [""] * 69
    traces = []
    for number, stop in enumerate(stops):
        still_at_it = number >= 26 and stop == "kode"
        traces += walk(
            f"p{number}",
            *(STEPS[: STEPS.index(stop)] if stop else STEPS),
            stops_at=stop,
            errors=["usaha"] if number >= 70 else [],
            at=AS_OF - timedelta(hours=3) if still_at_it else NOON,
        )
    return activity_report(make_definition(*STEPS), traces, as_of=AS_OF)


def as_row(step):
    share = f"{step['loss_rate']:.1%}".replace("%", " %")
    interval = f"{step['low']:.1%} – {step['high']:.1%}".replace("%", " %")
    cells = [
        step["id"], step["entered"], step["completed"], step["lost"], step["in_progress"], share, interval,
        step["rank"], step["flag"], ", ".join(step["why"]),
    ]  # fmt: skip
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def test_the_table_in_the_document_is_what_the_method_says():
    table = [" ".join(line.split()) for line in DOCUMENT.read_text().splitlines() if line.startswith("| ")]

    report = example()

    assert (report["starters"], report["finishers"], report["in_progress"]) == (100, 69, 2)
    for step in report["steps"]:
        assert " ".join(as_row(step).split()) in table
