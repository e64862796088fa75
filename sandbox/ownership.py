"""Everything a learner has here, as one thing: to be read by its owner, handed over, or erased."""

from uuid import UUID

from django.db import transaction

from sandbox.catalogue import flow_of
from sandbox.models import Attempt, FaultVisit, Visit


def practised(learner: UUID) -> bool:
    return Attempt.objects.of_learner(learner).exists()


def kept_of(learner: UUID) -> list[dict[str, object]]:
    """What is kept of each attempt, what was typed included; the last touched first. Keys are what people read."""
    attempts = Attempt.objects.of_learner(learner).with_version().prefetch_related("visits", "fault_visits")
    return [_attempt(attempt) for attempt in attempts]


@transaction.atomic
def hand_over(learner: UUID, *, to: UUID) -> None:
    Attempt.objects.of_learner(learner).update(learner=to)


@transaction.atomic
def erase(learner: UUID) -> None:
    """Delete the learner's attempts with all that was typed in them; it cannot be undone."""
    Attempt.objects.of_learner(learner).delete()


def _attempt(attempt: Attempt) -> dict[str, object]:
    flow = flow_of(attempt.flow_version)
    titles = {screen.id: screen.title for screen in flow.screens}
    return {
        "alur": flow.title,
        "versi": attempt.version_label,
        "tokoh": attempt.persona,
        "cara": attempt.get_mode_display(),
        "kode_latihan": attempt.seed,
        "dimulai": attempt.started_at.isoformat(),
        "terakhir_disentuh": attempt.last_activity_at.isoformat(),
        "selesai": attempt.finished_at and attempt.finished_at.isoformat(),
        "isian_dihapus": attempt.erased_at and attempt.erased_at.isoformat(),
        "layar": [_visit(visit, titles) for visit in attempt.visits.all()],
        "gangguan": [_fault_visit(visit) for visit in attempt.fault_visits.all()],
    }


def _visit(visit: Visit, titles: dict[str, str]) -> dict[str, object]:
    return {
        "layar": titles.get(visit.screen, visit.screen),
        "isian": visit.values,
        "dikerjakan_sendiri": visit.practised,
        "diisikan_atas_permintaan": visit.solved,
        "kotak_yang_pernah_ditolak": visit.refused_fields,
        "kesalahan_terakhir": visit.mistakes,
        "kali_ditolak": visit.refusals,
        "kali_minta_bantuan": visit.helps,
        "tingkat_bantuan": visit.help_levels,
        "jawaban_yang_diperlihatkan": visit.shown_answers,
        "detik": visit.seconds,
    }


def _fault_visit(visit: FaultVisit) -> dict[str, object]:
    return {
        "jenis": visit.kind,
        "layar": visit.screen,
        "terjadi": visit.struck_at.isoformat(),
        "teratasi": visit.recovered_at and visit.recovered_at.isoformat(),
        "tindakan_keliru": visit.wrong,
        "kali_menunggu": visit.waits,
        "kali_minta_petunjuk": visit.hints,
    }
