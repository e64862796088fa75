"""What each part of a flow document consists of, in the order and the words of its form. docs/flows.md has the format.

Whatever the format allows stands here: what is missing could not be edited, and an import that holds it is refused.
"""

from tutorials.flow_editing.compound import Group, Rows
from tutorials.flow_editing.conditions import When
from tutorials.flow_editing.layout_screens import FIELD, KNOWN, LINE, SCREEN, STAGE, TEXT
from tutorials.flow_editing.list_specs import Choice, Lines, Ticks
from tutorials.flow_editing.specs import Id, Number, Text

__all__ = ["DOCUMENT", "FAULT", "FIELD", "GENERAL", "OUTCOME", "PERSONA", "SCREEN", "STAGE", "TEXT"]

GENERAL = Group(
    key="",
    label="Data umum",
    required=True,
    kept=("format", "id", "stages", "texts", "screens", "personas", "outcome", "faults"),
    of=(
        Text(key="title", label="Judul", most=120, required=True),
        Text(key="summary", label="Ringkasan", most=400, rows=2, required=True),
        Text(key="label", label="Nama versi", most=60, help="Contoh: OSS web 2026, KBLI 2025"),
        Text(key="generation", label="Generasi OSS", most=120, required=True),
        Text(
            key="compared_on",
            label="Terakhir dibandingkan dengan OSS asli",
            most=10,
            required=True,
            help="Tahun-bulan-tanggal, contoh 2026-11-22. Sesudah 90 hari kami mengingatkan.",
        ),
        Text(key="compared_note", label="Dibandingkan dengan apa", most=400, rows=2, required=True),
        Ticks(key="modes", label="Cara belajar yang ditawarkan", names="modes", required=True),
        Group(
            key="exam",
            label="Aturan lulus ujian",
            of=(
                Number(key="most_mistakes", label="Isian keliru paling banyak", most=100),
                Number(key="most_wrong_ways", label="Jalan keliru pada gangguan paling banyak", most=20),
            ),
        ),
    ),
)

PERSONA = Group(
    key="",
    label="Tokoh",
    required=True,
    kept=("answers", "accepts", "own"),
    of=(
        Id(key="id", label="Nama pendek", help="Huruf kecil, angka, “-” dan “_”."),
        Text(key="name", label="Nama", most=60, required=True),
        Text(key="trade", label="Usaha", most=60, required=True),
        Text(key="about", label="Cerita", most=600, rows=3, required=True),
        Text(key="password", label="Kata sandi latihan", most=60, required=True),
        Ticks(key="modes", label="Cara belajar", names="modes", required=True),
        Number(key="difficulty", label="Tingkat sulit", least=1, most=3, help="1 mudah, 3 menantang."),
        Rows(
            key="card",
            label="Kartu",
            row="Bagian kartu",
            required=True,
            of=(
                Text(key="title", label="Judul", most=60, required=True),
                Rows(
                    key="rows",
                    label="Baris",
                    row="Baris",
                    required=True,
                    of=(
                        Text(key="label", label="Nama", most=60, required=True),
                        Text(key="value", label="Isi", most=300, rows=2, required=True),
                        Choice(key="screen", label="Dipakai di layar", names="screens"),
                        Choice(key="field", label="Menjawab isian", names="fields"),
                    ),
                ),
            ),
        ),
        Rows(
            key="folder",
            label="Map berkas",
            row="Berkas",
            of=(
                Id(key="id", label="Nama pendek"),
                Text(key="title", label="Judul", most=120, required=True),
                Text(key="note", label="Keterangan", most=200),
            ),
            unique="id",
        ),
        Rows(
            key="places",
            label="Tempat yang dikenal peta",
            row="Tempat",
            of=(
                Text(key="label", label="Nama", most=120, required=True),
                Text(key="point", label="Titik", most=60, required=True, help="Contoh: -0.5174, 117.1432"),
            ),
        ),
    ),
)

FAULT = Group(
    key="",
    label="Gangguan",
    required=True,
    of=(
        Choice(key="kind", label="Jenis", names="faults", required=True),
        Choice(key="screen", label="Di layar", names="screens", required=True),
        Choice(key="at", label="Muncul", names="moments", help="Kosong: menurut jenisnya."),
        Text(key="title", label="Judul halaman tiruan", most=120),
        Group(
            key="text",
            label="Kata halaman tiruan",
            required=True,
            of=(
                Text(key="says", label="Yang ditulis halaman itu", most=300, rows=2, required=True),
                Text(key="do", label="Petunjuk kalau diminta", most=400, rows=2),
                KNOWN,
            ),
        ),
        Rows(
            key="actions",
            label="Yang bisa dilakukan",
            row="Tindakan",
            required=True,
            unique="id",
            of=(
                Id(key="id", label="Nama pendek"),
                Text(key="label", label="Tulisan di tombol", most=120, required=True),
                Choice(key="way", label="Ini adalah", names="ways", required=True),
                Text(key="says", label="Yang terjadi", most=300, rows=2, required=True),
            ),
        ),
        Text(
            key="recovery", label="Jalan keluar utama", most=60, required=True, help="Nama pendek salah satu tindakan."
        ),
        Group(
            key="lesson",
            label="Pelajarannya",
            required=True,
            of=(
                Text(key="calm", label="Tenang", most=300, rows=2, required=True),
                Text(key="safe", label="Apa yang aman", most=300, rows=2, required=True),
                Text(key="do", label="Apa yang dilakukan", most=300, rows=2, required=True),
            ),
        ),
        Lines(key="difficulties", label="Kode kesulitan", help="Satu di tiap baris, contoh F21."),
    ),
)

OUTCOME = Group(
    key="",
    label="NIB latihan",
    required=True,
    kept=("documents",),
    of=(
        Choice(key="kind", label="Jenis", names="outcomes", required=True),
        Text(key="title", label="Judul", most=120, required=True),
        Text(key="number", label="Nomor", most=20, required=True, help="Selalu tiga belas angka nol."),
        Rows(key="lines", label="Baris", row="Baris", of=LINE, required=True),
        Text(key="closing", label="Kalimat penutup", rows=4),
    ),
)

DOCUMENT = Group(
    key="",
    label="Surat",
    required=True,
    of=(
        Id(key="id", label="Nama pendek"),
        Choice(key="kind", label="Jenis", names="documents", required=True),
        Text(key="title", label="Judul", most=120, required=True),
        Text(key="number", label="Nomor", most=40, help="Hanya angka nol dan pemisahnya."),
        When(key="when", label="Terbit kalau", help="Kosong: selalu."),
        Text(key="status", label="Status", most=200),
        Rows(
            key="status_when",
            label="Status lain",
            row="Status",
            help="Yang pertama cocok menggantikan status di atas.",
            of=(
                When(key="when", label="Kalau", required=True),
                Text(key="status", label="Status", most=200, required=True),
            ),
        ),
        Rows(key="lines", label="Baris", row="Baris", of=LINE),
        Lines(key="clauses", label="Butir pernyataan", help="Satu butir di tiap baris."),
        Text(key="closing", label="Kalimat penutup", rows=3),
    ),
)
