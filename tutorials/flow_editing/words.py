"""What people call the words of a flow document, and the lists that a form offers."""

from typing import Any

from tutorials.flow_editing.conditions import KINDS
from tutorials.flow_editing.specs import Choices, Names
from tutorials.flow_editing.vocabulary import VOCABULARY, Json

TYPES = {
    "text": "teks", "long_text": "teks panjang", "choice": "daftar pilihan", "radio": "pilihan dengan bulatan",
    "checkbox": "kotak centang", "digits": "angka tepat sekian", "number": "bilangan", "area": "luas",
    "rupiah": "rupiah", "date": "tanggal", "nik": "NIK", "phone": "nomor HP", "email": "email",
    "password": "kata sandi baru", "sign_in": "kata sandi untuk masuk", "one_time_code": "kode sekali pakai (OTP)",
    "kbli": "kode KBLI 2025", "kbli_successor": "pengganti kode KBLI 2020", "region": "wilayah",
    "map_point": "titik di peta", "document": "berkas dari map tokoh", "review": "ringkasan (hanya tampil)",
    "derived": "hasil hitungan (hanya tampil)", "note": "keterangan (hanya tampil)",
}  # fmt: skip
RULES = {
    "min": "paling sedikit …", "max": "paling banyak …", "min_length": "paling pendek … huruf",
    "max_length": "paling panjang … huruf", "must_be": "harus ini: …", "same_as": "sama dengan isian lain",
    "equals_persona": "sama dengan jawaban tokoh", "one_of_persona": "salah satu jawaban tokoh",
    "like_persona": "mirip jawaban tokoh", "near_persona": "dekat titik tokoh",
    "not_in_thousands": "bukan ditulis dalam ribuan", "not_future": "bukan tanggal yang akan datang",
    "not_past": "bukan bulan yang sudah lewat", "matches_nik_date": "cocok dengan tanggal lahir di NIK",
    "matches_nik_gender": "cocok dengan jenis kelamin di NIK",
}  # fmt: skip
DERIVATIONS = {
    "scale": "skala usaha dari modal", "risk": "tingkat risiko", "permit": "jenis perizinan",
    "kbli_title": "judul KBLI", "sum_rupiah": "jumlah rupiah", "text": "teks ini sendiri",
}  # fmt: skip
FAULTS = {
    "hang": "macet sesudah mengirim", "logout": "keluar sendiri", "endless-loading": "berputar terus",
    "error-500": "galat 500", "error-502": "galat 502", "blank": "halaman kosong",
    "dukcapil-down": "Dukcapil tidak terhubung", "data-mismatch": "data tidak sesuai KTP",
    "code-late": "kode terlambat", "code-spam": "kode di folder Spam", "code-expired": "kode kedaluwarsa",
    "email-taken": "email sudah dipakai", "nik-taken": "NIK sudah terdaftar", "captcha": "captcha tidak terbaca",
    "session-over": "sesi berakhir di tengah isian", "double-send": "terkirim dua kali", "no-pin": "peta tanpa pin",
    "kbli-empty": "pencarian KBLI kosong", "document-large": "berkas terlalu besar",
    "amdalnet-down": "AMDALnet tidak menjawab", "no-signal": "sinyal hilang",
}  # fmt: skip
WAYS = {
    "right": "jalan keluar yang benar", "waits": "menunggu (tidak rugi, belum cukup)",
    "registers-again": "keliru: daftar ulang", "changes-data": "keliru: mengubah data yang benar",
    "sends-again": "keliru: kirim berkali-kali", "pays": "keliru: membayar orang",
    "shares-code": "keliru: memberi tahu kode", "gives-up": "keliru: berhenti",
}  # fmt: skip
MODES = {"tonton": "Tonton", "tuntun": "Tuntun", "latihan": "Latihan", "ujian": "Ujian"}
CHANNELS = {"email": "Email", "sms": "SMS", "whatsapp": "WhatsApp"}
DOCUMENTS = {
    "nib": "NIB", "sertifikat-standar": "Sertifikat Standar", "izin": "Izin", "sppl": "SPPL",
    "pernyataan": "pernyataan", "tata-ruang": "tata ruang (KKPR)",
}  # fmt: skip
MOMENTS = {"arrive": "saat layar dibuka", "send": "sesudah layar dikirim"}

LABELS = {
    "types": TYPES, "rules": RULES, "derivations": DERIVATIONS, "faults": FAULTS, "ways": WAYS, "modes": MODES,
    "channels": CHANNELS, "documents": DOCUMENTS, "outcomes": {"nib": "NIB"}, "conditions": KINDS, "moments": MOMENTS,
}  # fmt: skip
FIXED: dict[str, Choices] = {
    name: [(word, LABELS[name].get(word, word)) for word in vocabulary] for name, vocabulary in VOCABULARY.items()
}
REFERENCES = {"screens": ("screen", "to"), "stages": ("stage",), "fields": ("field",)}


def names_of(document: dict[str, Any], part: Json) -> Names:
    """What the lists of a form offer: the words of the format, and what is in the document.

    What `part` names and the document does not have (any more) stays on offer, so that saving loses nothing.
    """
    screens, stages = document.get("screens", []), document.get("stages", [])
    offered: dict[str, Choices] = {
        "screens": [(screen["id"], f"{screen.get('title', '')} ({screen['id']})") for screen in screens],
        "stages": [(stage["id"], stage.get("title", "") or stage["id"]) for stage in stages],
        "fields": [
            (f"{screen['id']}.{field['id']}", f"{screen['id']}.{field['id']}: {field.get('label', '')[:60]}")
            for screen in screens
            for field in screen.get("fields", [])
        ],
    }
    for name, keys in REFERENCES.items():
        known = {value for value, _ in offered[name]}
        lost = sorted(_held(part, keys) - known - {""})
        offered[name] += [(value, f"{value} (tidak ada lagi)") for value in lost]
    return FIXED | offered


def _held(value: Json, keys: tuple[str, ...]) -> set[str]:
    """Every text under one of these keys, at any depth."""
    if isinstance(value, list):
        return set().union(*(_held(each, keys) for each in value))
    if not isinstance(value, dict):
        return set()
    here = {held for key, held in value.items() if key in keys and isinstance(held, str)}
    return here.union(*(_held(held, keys) for held in value.values()))
