"""The files of reference data that come with the program: where each comes from, and of when it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sandbox import reference_rows

FOLDER = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class DataFile:
    """One CSV file: what people are told about it, and what puts its text into the database."""

    key: str
    filename: str
    name: str
    source: str
    as_of: date  # the day the facts were read from the source, or our own words were last revised
    store: Callable[[str], int]

    def read(self) -> bytes:
        return (FOLDER / self.filename).read_bytes()


_KBLI_2025 = "Peraturan BPS Nomor 7 Tahun 2025 tentang KBLI 2025: kode, judul, dan kategori."
_OWN_WORDS = "Kata-kata sendiri; pilihan kodenya belum diperiksa penyuluh OSS."
_READ = date(2026, 11, 22)
_REVISED = date(2026, 11, 25)

# In the order in which they depend on one another.
DATA_FILES = (
    DataFile(
        "kbli-kategori", "kbli_categories.csv", "Kategori KBLI 2025", _KBLI_2025, _READ, reference_rows.categories
    ),
    DataFile("kbli-2025", "kbli_2025.csv", "KBLI 2025", _KBLI_2025, _READ, reference_rows.codes),
    DataFile(
        "kbli-penjelasan",
        "kbli_explanations.csv",
        "Penjelasan KBLI dengan bahasa sehari-hari",
        _OWN_WORDS,
        _REVISED,
        reference_rows.explanations,
    ),
    DataFile(
        "kbli-risiko",
        "kbli_risk.csv",
        "Tingkat risiko per KBLI 2025 dan skala usaha",
        "PP Nomor 28 Tahun 2025, sebagaimana tampil di laman publik OSS pada 30 September 2026 (oss-2026-09); "
        "untuk yang tidak terbaca di sana, kumpulan pihak lain bulan Juli 2026 (agg-2026-07). Data latihan.",
        date(2026, 9, 30),
        reference_rows.risks,
    ),
    DataFile(
        "kbli-2020-2025",
        "kbli_2020_2025.csv",
        "Kode KBLI 2020 dan penggantinya di KBLI 2025",
        "Tabel kesesuaian BPS; judul lama dari Peraturan BPS Nomor 2 Tahun 2020 sebagaimana tampil di OSS.",
        _READ,
        reference_rows.successions,
    ),
    DataFile("kbli-kata", "kbli_terms.csv", "Sebutan usaha sehari-hari", _OWN_WORDS, _REVISED, reference_rows.terms),
    DataFile(
        "kbli-kata-kunci",
        "kbli_keywords.csv",
        "Kata kunci per KBLI 2025",
        "Kata lepas yang diturunkan dari cakupan setiap kode KBLI 2025; tanpa kalimat.",
        _REVISED,
        reference_rows.keywords,
    ),
    DataFile(
        "satuan",
        "units.csv",
        "Satuan ukuran",
        "Disusun sendiri; kode dari UN/ECE Recommendation 20. Bukan daftar satuan OSS.",
        _READ,
        reference_rows.units,
    ),
    DataFile(
        "wilayah",
        "regions.csv",
        "Wilayah administrasi, provinsi sampai desa dan kelurahan",
        "Kepmendagri Nomor 300.2.2-2138 Tahun 2025 melalui cahyadsn/wilayah dan cahyadsn/wilayah_kodepos (MIT).",
        _READ,
        reference_rows.starter_regions,
    ),
)
