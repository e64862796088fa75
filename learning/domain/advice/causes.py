"""Why people probably get stuck at a step, and what to do about it: patterns of signals and their usual causes.

Each pattern looks at the sums of one step and names a cause where enough people met it. docs/follow-up.md has the
table. A cause is a hint for whoever edits the step; it plays no part in the step's flag.
"""

from collections.abc import Callable

from learning.domain.advice import cause_signs as signs
from learning.domain.advice.cause_kinds import CONFUSIONS, OTHER_CONFUSION, Cause, Kind
from learning.domain.advice.cause_signs import LIMITS, Limits
from learning.domain.advice.saying import Speech, clock, is_telling, lasting, number, people, share
from learning.domain.method.analysis import StepAnalysis
from learning.domain.method.findings import Reason
from learning.domain.method.rewatch import Rewatch
from learning.domain.shown_counts import part_of

MOST_SHOWN = 3


def causes_of(step: StepAnalysis, words: Speech, *, really_stuck: int = 0, limits: Limits = LIMITS) -> list[Cause]:
    """The likeliest causes first, at most three.

    `really_stuck`: people whose real registration is stuck at this step, as they say themselves.
    """
    found = [_network(step, limits), _real(step, really_stuck, limits), *_videos(step, limits)]
    if step.is_flagged:
        found += [pattern(step, words, limits) for pattern in PATTERNS]
    causes = sorted((cause for cause in found if cause), key=lambda cause: -cause.people)
    # What the network does no words can mend: it is told before everything else.
    causes.sort(key=lambda cause: cause.kind != Kind.NETWORK)
    quiet = [cause for cause in causes if cause.kind == Kind.UNTRIED]
    return ([cause for cause in causes if cause.kind != Kind.UNTRIED] + quiet)[:MOST_SHOWN]


def _network(step: StepAnalysis, limits: Limits) -> Cause | None:
    bad = step.figures.nets.get("bad")
    if not step.technical or bad is None or bad.lost < limits.people:
        return None
    ok = step.figures.nets.get("ok")
    rest = f" Yang sinyalnya baik: {share(ok.loss_rate)}." if ok and ok.loss_rate is not None and is_telling(ok) else ""
    return Cause(
        Kind.NETWORK,
        bad.lost,
        "Yang menghambat jaringan, bukan tulisannya",
        f"{part_of(bad.lost, bad.known, about=True)} yang sinyalnya buruk berhenti.{rest}",
        "Jangan tulis ulang. Ringankan langkah ini: kecilkan gambar dan video, dan bilang bahwa isian aman saat sinyal "
        "putus.",
    )


def _rule(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    worst = signs.worst_rule(step, limits)
    if worst is None:
        return None
    field, code, count = worst
    label, sentence = words.label(step.id, field), words.sentence(step.id, field, code).rstrip(".")
    return Cause(
        Kind.RULE,
        count,
        f"Isian “{label}” sering salah diisi" if label else "Satu aturan sering dilanggar",
        f"{part_of(count, step.figures.count.erring)} yang ditolak di sini melanggar aturan yang sama: “{sentence}”.",
        "Tulis aturannya sebelum orang mengisi, dengan satu contoh yang benar tepat di bawah isian itu.",
    )


def _too_much(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    fields = signs.scattered_fields(step, limits)
    if not fields:
        return None
    return Cause(
        Kind.TOO_MUCH,
        step.figures.count.erring,
        "Terlalu banyak sekaligus",
        f"{people(step.figures.count.erring)} ditolak, dan salahnya tersebar di {len(fields)} isian. Tidak ada satu "
        "isian yang menonjol.",
        "Pecah jadi dua langkah, atau urutkan isiannya satu per satu dengan contoh.",
    )


def _unprepared(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    tally = step.tally
    if not step.stands_out(Reason.SLOW) or signs.many_err(step, limits) or tally.median_seconds is None:
        return None
    expected = step.figures.step.expected_seconds
    return Cause(
        Kind.UNPREPARED,
        tally.timed // 2,
        "Orang mencari sesuatu yang belum disiapkan",
        f"Separuh orang butuh lebih dari {lasting(tally.median_seconds)}, padahal perkiraannya {lasting(expected)}, "
        "dan hanya sedikit yang ditolak.",
        "Tambahkan yang ditanyakan di sini ke daftar “Siapkan ini dulu”, dan sebutkan lagi di awal langkah.",
    )


def _returns(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    count = step.figures.count.looping
    if not step.stands_out(Reason.LOOP) or count < limits.people:
        return None
    return Cause(
        Kind.RETURNS,
        count,
        "Keterangan di langkah ini dicari lagi kemudian",
        f"{part_of(count, step.tally.entered, about=True)} kembali ke sini dua kali atau lebih dari langkah "
        "sesudahnya.",
        "Ulangi keterangan itu di langkah yang membutuhkannya, supaya orang tidak perlu kembali.",
    )


def _confused(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    named = signs.named_reason(step, limits)
    if named is None:
        return None
    code, count = named
    return Cause(
        Kind.CONFUSED,
        count,
        f"Sebab yang disebut orang: {words.reason(step.id, code).lower().rstrip('.')}",
        f"{part_of(count, step.figures.count.asking)} yang bingung di sini memilih sebab itu.",
        CONFUSIONS.get(code, OTHER_CONFUSION),
    )


def _answer_shown(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    count = step.figures.count.levels.get(signs.ANSWER_SHOWN, 0)
    if count < limits.people or count < limits.asking_share * step.tally.entered:
        return None
    return Cause(
        Kind.ANSWER_SHOWN,
        count,
        "Petunjuknya belum cukup menolong",
        f"{part_of(count, step.tally.entered, about=True)} meminta bantuan sampai jawabannya ditunjukkan.",
        "Perjelas petunjuk pertama dan kedua: dari mana angkanya, di surat yang mana, di sebelah mana.",
    )


def _trapped(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    count = step.figures.count.trapped
    if count < limits.people or count < limits.trapped_share * step.tally.entered:
        return None
    return Cause(
        Kind.TRAPPED,
        count,
        "Orang tidak tahu jalan keluar dari gangguan",
        f"{part_of(count, step.tally.entered, about=True)} kena gangguan di sini dan tidak berhasil keluar.",
        "Ajarkan jalan keluarnya di panduan: tulis pesan gangguannya persis, lalu apa yang ditekan.",
    )


def _alone(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    parts = signs.alone_and_accompanied(step, limits)
    if parts is None:
        return None
    told = [share(fates.lost / fates.known) if is_telling(fates) else "" for fates in parts]
    return Cause(
        Kind.ALONE,
        parts[0].lost,
        "Teksnya belum memuat yang dijelaskan pelatih",
        f"Yang belajar sendiri berhenti {told[0]} orang. Yang ditemani atau di kelas: {told[1]}."
        if all(told)
        else "Yang belajar sendiri jauh lebih sering berhenti daripada yang ditemani atau di kelas.",
        "Tanyakan kepada pelatih apa yang mereka ucapkan di langkah ini, lalu tulis kalimat itu.",
    )


def _picture(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    count = step.figures.count.tapping
    if count < limits.people or count < limits.tapping_share * step.tally.entered:
        return None
    return Cause(
        Kind.PICTURE,
        count,
        "Gambarnya disangka tombol, atau terlalu kecil",
        f"{part_of(count, step.tally.entered, about=True)} mengetuk atau memperbesar gambar di langkah ini.",
        "Potong gambarnya pada bagian yang penting, perbesar, dan tulis “ini contoh” di bawahnya.",
    )


def _untried(step: StepAnalysis, words: Speech, limits: Limits) -> Cause | None:
    count = signs.lost_without_trying(step)
    if not step.stands_out(Reason.LOSS) or count < max(limits.people, limits.untried_share * step.tally.lost):
        return None
    return Cause(
        Kind.UNTRIED,
        count,
        "Orang berhenti sebelum mencoba",
        f"{part_of(count, step.tally.lost)} yang berhenti di sini tidak pernah ditolak dan tidak minta bantuan.",
        "Mulai langkah ini dengan satu hal kecil yang bisa ditekan sekarang. Bilang berapa menit, dan apa hasilnya.",
    )


def _real(step: StepAnalysis, really_stuck: int, limits: Limits) -> Cause | None:
    if really_stuck < limits.people or step.is_flagged:
        return None
    return Cause(
        Kind.REAL_IS_HARDER,
        really_stuck,
        "Di OSS yang asli lebih sulit daripada di sini",
        f"{people(really_stuck)} bilang pendaftaran aslinya macet di langkah ini, padahal di sini lancar.",
        "Bandingkan lagi dengan OSS: mungkin layarnya berubah. Tambahkan kesulitan yang sama ke latihan.",
    )


def _videos(step: StepAnalysis, limits: Limits) -> list[Cause]:
    return [_video(part) for part in step.video if part.people >= limits.people]


def _video(part: Rewatch) -> Cause:
    return Cause(
        Kind.VIDEO,
        part.people,
        f"Bagian video {clock(part.start)} sampai {clock(part.end)} terlalu cepat atau terlalu kecil",
        f"{people(part.people)} menontonnya, {number(part.times)} kali semuanya: jauh lebih sering diputar ulang "
        "daripada bagian lain.",
        "Perlambat bagian itu, perbesar layarnya, dan tulis isinya sebagai teks di bawah video.",
    )


PATTERNS: tuple[Callable[[StepAnalysis, Speech, Limits], Cause | None], ...] = (
    _rule, _too_much, _unprepared, _returns, _confused, _answer_shown, _trapped, _alone, _picture, _untried,
)  # fmt: skip
