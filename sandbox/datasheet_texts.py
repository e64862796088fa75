"""What a data sheet says besides its values, on the page and in the PDF alike."""

from sandbox.domain.datasheet import SheetRow

TITLE = "Lembar data untuk OSS"
LEAD = "Salin dari lembar ini saat Anda mengisi oss.go.id yang asli. Urutannya sama dengan layar latihan."
ADVICE_OWN = (
    "Bagian identitas kosong. Tulis sendiri dengan pena, dari KTP Anda.",
    "Isian usaha berasal dari latihan Anda. Periksa lagi sebelum disalin.",
    "Tanda * berarti jawaban saat latihan. Sesuaikan dengan usaha Anda.",
)
ADVICE_EMPTY = ("Isi dengan pena sebelum membuka OSS. Cukup sekali, lalu tinggal disalin.",)
ADVICE = (
    "Jangan tulis kata sandi atau kode OTP di lembar ini.",
    "Simpan lembar ini sendiri. Jangan difoto untuk orang lain.",
    "Tampilan OSS bisa berubah. Kalau urutannya lain, cari nama kotaknya.",
)
FOOT = "Lembar bantu dari Tuntun. Bukan surat resmi."

# What an empty line says about what belongs there, by the type of the field.
NOTES = {
    "nik": "16 angka, dari KTP Anda.",
    "phone": "Nomor HP yang aktif dan Anda pegang sendiri.",
    "email": "Email milik sendiri yang bisa dibuka di HP Anda.",
    "date": "Tanggal, bulan, tahun.",
    "region": "Provinsi, kabupaten/kota, kecamatan, lalu desa/kelurahan.",
    "map_point": "Cari nama jalan Anda di peta OSS. Lalu tekan letak usaha Anda.",
    "rupiah": "Rupiah penuh, dengan semua nolnya.",
    "area": "Angka dan satuannya, misalnya m².",
    "kbli": "Kode 5 angka.",
    "kbli_successor": "Kode 5 angka.",
}
BY_KIND = {
    "tick": "Baca dulu, lalu centang di OSS.",
    "secret": "Tidak ditulis di sini. Buat sendiri, hafalkan.",
    "prepare": "Siapkan berkasnya di HP.",
    "result": "Dihitung OSS. Tinggal dicocokkan.",
}


def note_of(row: SheetRow) -> str:
    return BY_KIND.get(row.kind) or (NOTES.get(row.type, "") if row.kind == "blank" else "")


def words(*, own: bool) -> dict[str, object]:
    """By the names that the templates use."""
    return {"title": TITLE, "lead": LEAD, "advice": (*(ADVICE_OWN if own else ADVICE_EMPTY), *ADVICE), "foot": FOOT}
