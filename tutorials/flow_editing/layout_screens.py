"""What stages, sentences, screens and their fields consist of; see layout.py for the other parts."""

from tutorials.flow_editing.compound import ByCode, Group, Rows
from tutorials.flow_editing.conditions import When
from tutorials.flow_editing.list_specs import Choice, Lines, Value
from tutorials.flow_editing.specs import Code, Flag, Id, Number, Text

KNOWN = Flag(key="known", label="Kata-kata ini dari OSS sendiri", help="Centang hanya kalau ada sumbernya.")
SENTENCE = (
    Text(key="says", label="Kalimat", most=300, required=True, help="Apa yang belum cocok, paling banyak 12 kata."),
    Text(
        key="do", label="Yang dilakukan", most=400, rows=2, help="{label} dan {example} diganti nama dan contoh isian."
    ),
    KNOWN,
)
LINE = (
    Text(key="label", label="Nama baris", most=120, required=True),
    Text(key="source", label="Asal isi", most=300, required=True, help="layar.isian; beberapa dipisah spasi."),
    Choice(key="derive", label="Dihitung", names="derivations", help="Kosong: isian itu sendiri."),
)
ID_HELP = "Huruf kecil, angka, “-” dan “_”. Bagian lain yang memakainya ikut berubah."

STAGE = Group(
    key="",
    label="Tahap",
    required=True,
    of=(
        Id(key="id", label="Nama pendek", help=ID_HELP),
        Text(key="title", label="Judul", most=60, required=True),
    ),
)

TEXT = Group(
    key="",
    label="Kalimat",
    required=True,
    of=(Code(key="code", label="Kode", help="Kode yang dipakai aturan atau jenis isian."), *SENTENCE),
)

MESSAGE = (
    Choice(key="channel", label="Lewat", names="channels", required=True),
    Text(key="sender", label="Pengirim", most=80, required=True),
    Text(key="subject", label="Judul pesan", most=120, required=True),
    Text(key="body", label="Isi pesan", rows=3, required=True, help="{kode} diganti kode sekali pakai."),
    KNOWN,
)

SCREEN = Group(
    key="",
    label="Layar",
    required=True,
    kept=("fields",),
    of=(
        Id(key="id", label="Nama pendek", help=ID_HELP),
        Choice(key="stage", label="Tahap", names="stages", required=True),
        Text(key="title", label="Judul", most=120, required=True),
        Lines(key="crumbs", label="Jalur menu", help="Satu nama menu di tiap baris."),
        Text(key="intro", label="Kalimat pembuka", rows=2),
        Text(key="tip", label="Pesan pendamping", rows=2),
        Text(key="button", label="Tulisan di tombol", most=60, required=True),
        Number(key="expected_seconds", label="Perkiraan lama (detik)", least=1, most=3600),
        Text(key="site", label="Situs yang ditiru", most=40, help="Kosong: OSS. Contoh: AMDALnet"),
        KNOWN,
        Rows(key="messages", label="Pesan yang masuk di layar ini", row="Pesan", of=MESSAGE),
        Rows(
            key="next",
            label="Cabang: ke layar mana sesudah ini",
            row="Cabang",
            help="Yang pertama cocok dipakai. Tanpa cabang: layar berikutnya.",
            of=(
                Choice(key="to", label="Ke layar", names="screens", required=True),
                When(key="when", label="Kalau", help="Kosong: selalu."),
            ),
        ),
    ),
)

RULE = (
    Choice(key="rule", label="Aturan", names="rules", required=True),
    Value(key="value", label="Nilai", help="Untuk batas dan untuk “harus ini”."),
    Number(key="meters", label="Jarak (meter)", least=1),
    Text(key="field", label="Isian lain", most=120, help="Layar ini: nama isian. NIK: layar.isian"),
    Text(key="code", label="Kode kalimat", most=60, help="Kosong: kode bawaan aturan ini."),
)

FIELD = Group(
    key="",
    label="Isian",
    required=True,
    of=(
        Id(key="id", label="Nama pendek", help="Huruf kecil, angka dan “_”. Bagian lain yang memakainya ikut berubah."),
        Choice(key="type", label="Jenis", names="types", required=True),
        Text(key="label", label="Tulisan", most=300, rows=2, required=True),
        Text(key="help", label="Keterangan di bawahnya", rows=2),
        Text(key="hint", label="Petunjuk", rows=2, help="Tampil kalau diminta, dan sesudah keliru."),
        Text(key="why", label="Mengapa dijawab begitu", most=400, rows=2, help="Dikatakan cara Tonton."),
        Text(key="placeholder", label="Tulisan samar di kotak", most=120),
        Text(key="example", label="Contoh", most=120),
        Flag(key="required", label="Wajib diisi", default=True),
        KNOWN,
        Rows(
            key="options",
            label="Pilihan",
            row="Pilihan",
            of=(
                Id(key="value", label="Nilai", help="Huruf kecil, angka, “-” dan “_”."),
                Text(key="label", label="Tulisan", most=200, required=True),
                Text(key="note", label="Keterangan", most=300),
            ),
            unique="value",
        ),
        Rows(key="rules", label="Aturan", row="Aturan", of=RULE),
        ByCode(
            key="texts",
            label="Kalimat khusus isian ini",
            row="Kalimat",
            help="Menggantikan kalimat umum untuk kode yang sama.",
            of=(Code(key="code", label="Kode"), *SENTENCE),
        ),
        When(key="when", label="Hanya tampil kalau", help="Kosong: selalu tampil."),
        Number(key="digits", label="Banyaknya angka", least=4, most=8, help="Untuk kode. Kosong: 6."),
        Choice(key="derive", label="Dihitung", names="derivations"),
        Lines(key="sources", label="Dihitung dari", help="layar.isian, satu di tiap baris."),
        Rows(key="lines", label="Baris yang ditampilkan", row="Baris", of=LINE),
    ),
)
