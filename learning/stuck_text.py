"""The stuck report as a table for the terminal."""

from learning.domain.method.report_shape import ActivityReport, StepReport, StuckReport
from learning.report_words import FLAGS, REASONS

_HEAD = f"{'No':>3} {'Langkah':<40} {'Masuk':>6} {'Lewat':>6} {'Berhenti':>8} {'Persen':>7} {'Rentang 90%':>12}  Tanda"


def as_text(report: StuckReport) -> str:
    """Every activity with its steps, the one to mend first on top."""
    parts = [f"Keadaan pada {report['as_of']}"]
    if not report["activities"]:
        parts.append("Belum ada panduan, latihan, atau kegiatan impor.")
    return "\n\n".join([*parts, *map(_activity, report["activities"])])


def _activity(activity: ActivityReport) -> str:
    people = (
        f"{activity['starters']} orang mulai, {activity['finishers']} selesai, "
        f"{activity['in_progress']} masih berjalan."
    )
    steps = sorted(activity["steps"], key=lambda step: step["rank"])
    return "\n".join([f"{activity['title']} ({activity['id']})", people, _HEAD, *map(_step, steps)])


def _step(step: StepReport) -> str:
    share = "-" if step["loss_rate"] is None else f"{step['loss_rate']:.0%}"
    span = "-" if step["low"] is None else f"{step['low']:.0%}–{step['high']:.0%}"
    flag = ", ".join([FLAGS[step["flag"]], *(REASONS[reason] for reason in step["why"])])
    return (
        f"{step['rank']:>3} {step['title'][:40]:<40} {step['entered']:>6} {step['completed']:>6} {step['lost']:>8} "
        f"{share:>7} {span:>12}  {flag}"
    )
