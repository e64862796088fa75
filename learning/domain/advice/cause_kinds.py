"""What a cause of trouble at a step is, and which ones are told apart."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    NETWORK = "network"
    RULE = "rule"
    TOO_MUCH = "too-much"
    UNPREPARED = "unprepared"
    RETURNS = "returns"
    CONFUSED = "confused"
    ANSWER_SHOWN = "answer-shown"
    TRAPPED = "trapped"
    ALONE = "alone"
    REAL_IS_HARDER = "real-is-harder"
    PICTURE = "picture"
    VIDEO = "video"
    UNTRIED = "untried"


@dataclass(frozen=True, slots=True)
class Cause:
    """`people` met the pattern. `title`, `evidence` and `advice` are Indonesian sentences for staff."""

    kind: Kind
    people: int
    title: str
    evidence: str
    advice: str


# What to do about the reasons that a guide's readers choose from; a reason that is not known here gets the last.
CONFUSIONS = {
    "tombol-tidak-ketemu": "Tunjukkan letak tombolnya di gambar, dan tulis warna dan tulisannya.",
    "tulisan-berbeda": "Bandingkan lagi dengan OSS. Ganti gambar dan nama tombol yang sudah berubah.",
    "tidak-tahu-pilih": "Tulis pilihan mana untuk usaha yang mana, dengan dua atau tiga contoh usaha.",
    "oss-error": "Tulis apa yang dilakukan kalau OSS error: tunggu, muat ulang, atau coba lagi malam hari.",
}
OTHER_CONFUSION = "Baca langkah ini bersama satu orang yang baru, dan ubah kalimat tempat ia berhenti."
