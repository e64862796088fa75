"""How each figure of a step was counted: what it means, which numbers went in, and where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format

from learning.definitions import FLOW_KIND, GUIDE_KIND, VIDEO_KIND
from learning.domain.advice.saying import lasting, number
from learning.domain.method.analysis import StepAnalysis
from learning.domain.method.edits import EditVerdict
from learning.domain.method.findings import Reason
from learning.domain.method.judging import Flag
from learning.domain.shown_counts import Count, ShownFates
from learning.report_words import REASONS

Numbers = Sequence[tuple[str, str]]

SOURCES = {
    GUIDE_KIND: "Dari halaman panduan: langkah yang dibuka, lamanya dilihat, dan tombol yang ditekan.",
    FLOW_KIND: "Dari server: dicatat setiap kali sebuah layar latihan dibuka, dikirim, atau ditolak.",
    VIDEO_KIND: "Dari pemutar video di panduan: bagian mana yang diputar.",
}
OTHER_SOURCE = "Dari peristiwa yang diimpor untuk kegiatan ini."
_FLAGS = {
    Flag.STUCK: "Macet: juga pada hitungan yang paling hati-hati, langkah ini jauh lebih berat daripada langkah lain.",
    Flag.WATCH: "Pantau: tampak lebih berat daripada langkah lain, tetapi mungkin kebetulan.",
    Flag.OK: "Lancar: tidak lebih berat daripada langkah lain.",
    Flag.TOO_FEW: "Data masih sedikit: belum cukup orang untuk menilai.",
}


@dataclass(frozen=True, slots=True)
class How:
    title: str
    definition: str
    numbers: Numbers = ()


def percent(share: float | None) -> str:
    return "belum ada" if share is None else f"{round(share * 100)}%"


def silence_told(silence: timedelta) -> str:
    """`36 jam`, and days from three on."""
    hours = round(silence / timedelta(hours=1))
    return f"{round(hours / 24)} hari" if hours >= 72 else f"{hours} jam" if hours else "1 jam"


def of_people(silence: timedelta) -> How:
    return How(
        "orang yang mulai dan selesai",
        "Mulai: pernah melakukan sesuatu di langkah pertama. Selesai: sampai di akhir. Masih berjalan: belum selesai, "
        f"dan belum diam {silence_told(silence)}. Isi lama dan isi baru dihitung bersama.",
    )


def of_loss(step: StepAnalysis, shown: ShownFates, silence: timedelta) -> How:
    numbers = [
        ("Berhenti", str(shown.lost)),
        ("Lewat", str(shown.completed)),
        ("Jelas lewat atau berhenti", str(shown.known)),
    ]
    numbers.append(("Masih berjalan, tidak ikut dihitung", str(shown.in_progress)))
    if shown.rate is not None and step.low is not None and step.high is not None:
        numbers.append(("Rentang 90%", f"{percent(step.low)} sampai {percent(step.high)}"))
        numbers.append(("Biasanya di langkah lain", percent(step.usual)))
        if 0 < step.effective < 0.95 * shown.fates.known:
            numbers.append(
                ("Setara orang yang datang sendiri-sendiri", str(Count.of(round(step.effective), about=True)))
            )
    return How(
        "persen yang berhenti",
        f"Berhenti: sampai di langkah ini, tidak melewatinya, lalu diam lebih dari {silence_told(silence)}. Persennya "
        "dari orang yang sudah jelas lewat atau berhenti. Rentang 90%: makin sedikit orangnya, makin lebar; dari 10 "
        "rentang seperti ini, 9 memuat persen yang sebenarnya.",
        numbers,
    )


def of_flag(step: StepAnalysis) -> How:
    return How("tanda ini", _FLAGS[step.flag], [_finding(step, reason) for reason in step.why])


def of_saving(step: StepAnalysis) -> How:
    return How(
        "orang yang tertolong",
        "Orang sebulan yang tidak jadi berhenti, ditolak, atau tertahan, kalau langkah ini sebaik langkah lain. "
        "Urutan perbaikan memakai angka yang paling hati-hati.",
        [
            ("Paling hati-hati", number(step.saved.low)),
            ("Perkiraan terbaik", number(step.saved.mid)),
            ("Paling banyak", number(step.saved.high)),
            ("Orang di langkah ini, 30 hari terakhir", str(Count.of(step.tally.seen_this_month, about=True))),
        ],
    )


def of_time(step: StepAnalysis) -> How:
    found = step.findings[Reason.SLOW]
    numbers = [
        ("Orang yang lamanya diketahui", str(Count.of(step.tally.timed, about=True))),
        ("Perkiraan lama", lasting(step.figures.step.expected_seconds)),
    ]
    if found.rate is not None and found.usual is not None:
        numbers.append(("Dibanding perkiraan", f"{_times(found.rate)} kali; langkah lain {_times(found.usual)} kali"))
    return How(
        "lama biasanya",
        "Setengah dari orang lebih cepat, setengah lebih lambat. Hanya waktu saat halaman dilihat dan dipakai; jeda "
        "panjang tidak ikut.",
        numbers,
    )


def of_errors(step: StepAnalysis, *, about: bool) -> How:
    """`about`: to the nearest five."""
    return How(
        "isian yang ditolak",
        "Yang dihitung orang, bukan berapa kali: satu orang dihitung sekali untuk tiap aturan yang ia langgar di "
        "langkah ini. Isi kotaknya tidak dicatat.",
        [("Orang yang pernah ditolak di sini", str(Count.of(step.tally.erring, about=about)))],
    )


def of_confusion(step: StepAnalysis, *, about: bool) -> How:
    """`about`: to the nearest five."""
    return How(
        "“Saya bingung”",
        "Orang yang menekan tombol “Saya bingung” di langkah ini, dengan sebab yang ia pilih. Satu orang boleh memilih "
        "beberapa sebab.",
        [("Orang yang menekan", str(Count.of(step.tally.asking, about=about)))],
    )


def of_video() -> How:
    return How(
        "detik yang diputar ulang",
        "Video dibagi per 5 detik. Bagian yang ditandai diputar ulang jauh lebih sering daripada bagian di sekitarnya, "
        "lebih dari yang bisa terjadi karena kebetulan.",
    )


def of_edit(edit: EditVerdict, old: ShownFates, new: ShownFates) -> How:
    numbers = [
        ("Diubah", date_format(timezone.localtime(edit.at), "j F Y, H.i")),
        ("Sebelum: berhenti dari yang jelas", f"{old.lost} dari {old.known}"),
        ("Sesudah: berhenti dari yang jelas", f"{new.lost} dari {new.known}"),
    ]
    if old.rate is not None and new.rate is not None:
        if edit.expected is not None:
            numbers.append(("Perkiraan kalau tidak diubah", percent(edit.expected)))
        if edit.low is not None and edit.high is not None:
            numbers.append(("Perubahan, rentang 90%", f"{_points(edit.low)} sampai {_points(edit.high)} poin"))
    return How(
        "sebelum dan sesudah diubah",
        "Isi lama dan isi baru dibandingkan, dengan dua pembetulan: langkah yang baru saja sangat buruk biasanya "
        "membaik sendiri, dan orang yang datang bisa berbeda. Membaik atau memburuk hanya kalau rentangnya seluruhnya "
        "di satu sisi nol.",
        numbers,
    )


def _finding(step: StepAnalysis, reason: Reason) -> tuple[str, str]:
    found = step.findings[reason]
    sure = f"; yakin {round(found.sure * 100)} dari 100" if found.sure else ""
    if found.rate is None:
        return REASONS[reason].capitalize(), f"tampak{sure}"
    if reason == Reason.SLOW:
        usual = "" if found.usual is None else f", langkah lain {_times(found.usual)} kali"
        return REASONS[reason].capitalize(), f"{_times(found.rate)} kali perkiraan{usual}{sure}"
    told = Count.of(found.affected).is_told and Count.of(found.people - found.affected).is_told
    usual = "" if found.usual is None else f", langkah lain {percent(found.usual)}"
    return REASONS[reason].capitalize(), f"{percent(found.rate) if told else 'sedikit orang'}{usual}{sure}"


def _times(factor: float) -> str:
    return f"{factor:.1f}".replace(".", ",")


def _points(share: float) -> str:
    return f"{round(share * 100):+d}".replace("-", "−").replace("+0", "0")
