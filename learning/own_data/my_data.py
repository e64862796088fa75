"""What the site keeps about one learner, as one thing: to be given, erased, or joined to another learner's."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from learning import aggregates, event_export
from learning.domain.event_documents import as_document
from learning.models import Event, Learner, LearnerDevice, PersonSum, ResumeCode, StepDone
from sandbox import ownership

EXPLANATION = (
    "Berkas ini berisi semua yang Tuntun simpan tentang Anda. Nama, NIK, dan alamat Anda tidak ada di sini.",
    "nama_samaran adalah nomor acak. Tidak ada daftar yang menghubungkannya dengan nama Anda.",
    "latihan memuat isian latihan Anda. Isian itu kami hapus 30 hari setelah terakhir disentuh.",
    "peristiwa memuat tombol yang Anda tekan dan waktunya, bukan yang Anda ketik.",
    "hitungan_untuk_laporan adalah ringkasan peristiwa itu, seperti yang dihitung laporan kami.",
)


def has_progress(learner: UUID | None) -> bool:
    """Whether there is anything that would be missed."""
    if learner is None:
        return False
    events = Event.objects.filter(learner=str(learner))
    return StepDone.objects.of_learner(learner).exists() or ownership.practised(learner) or events.exists()


def document(learner: UUID, *, now: datetime) -> dict[str, object]:
    """Everything that is kept of this learner, ready for JSON. Keys are what people read, but for those of events."""
    code = ResumeCode.objects.valid(now).filter(learner=learner).first()
    devices = LearnerDevice.objects.filter(learner=learner).order_by("created_at")
    done = StepDone.objects.of_learner(learner).order_by("at")
    events = event_export.read(Event.objects.filter(learner=str(learner)))
    return {
        "penjelasan": EXPLANATION,
        "dibuat": now.isoformat(),
        "nama_samaran": str(learner),
        "hp_dan_peramban": [{"sejak": device.created_at.isoformat()} for device in devices],
        "kode_pindah_berlaku_sampai": code and code.expires_at.isoformat(),
        "langkah_sudah": [
            {"kegiatan": mark.activity, "langkah": mark.step, "pada": mark.at.isoformat()} for mark in done
        ],
        "latihan": ownership.kept_of(learner),
        "peristiwa": [as_document(event) for event in events],
        "hitungan_untuk_laporan": [_sum(row) for row in PersonSum.objects.filter(learner=str(learner))],
    }


def _sum(row: PersonSum) -> dict[str, object]:
    """What the report counts of this person, also of events that are erased after their time."""
    return {
        "kegiatan": row.activity,
        "pertama": row.first_at and row.first_at.isoformat(),
        "terakhir": row.last_at and row.last_at.isoformat(),
        "isi": row.payload,
        "dari_peristiwa_lama": row.base,
    }


@transaction.atomic
def erase(learner: UUID) -> None:
    """Delete the learner with everything; every device of theirs is nobody's afterwards. It cannot be undone."""
    hold(learner)
    aggregates.forget(str(learner))
    Event.objects.filter(learner=str(learner)).delete()
    StepDone.objects.of_learner(learner).delete()
    ownership.erase(learner)
    Learner.objects.filter(pk=learner).delete()


@transaction.atomic
def join(learner: UUID, *, into: UUID) -> None:
    """Two pseudonyms turn out to be one person: what `learner` did and their devices become those of `into`."""
    hold(learner, into)
    aggregates.merge(str(learner), into=str(into))  # first: whoever else changes events locks the sums before them
    Event.objects.filter(learner=str(learner)).update(learner=str(into))
    same = StepDone.objects.filter(learner=into, activity=OuterRef("activity"), step=OuterRef("step"))
    StepDone.objects.of_learner(learner).filter(~Exists(same)).update(learner=into)
    StepDone.objects.of_learner(learner).delete()
    ownership.hand_over(learner, to=into)
    LearnerDevice.objects.filter(learner=learner).update(learner=into)
    Learner.objects.filter(pk=learner).delete()


def hold(*learners: UUID) -> bool:
    """Have these learners for oneself until the end of the transaction; whether all of them are still there.

    Who stores events of somebody, erases or joins them does one after the other, so that nothing comes back.
    """
    held = Learner.objects.select_for_update().filter(pk__in=learners).order_by("pk")
    return len(held.values_list("pk", flat=True)) == len(set(learners))
