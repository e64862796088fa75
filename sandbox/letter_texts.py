"""What practice papers say besides their own data, on the page and in the PDF alike (docs/practice-documents.md)."""

# What stands on each of them, by the name that the templates use.
WORDS = {
    "mark": "CONTOH – LATIHAN",
    "ribbon": "LATIHAN, bukan surat asli. Ini bukan dari oss.go.id.",
    "worthless": "Surat contoh. Tidak berlaku. Bukan dokumen negara.",
    "signed": "CONTOH – tidak ditandatangani",
    "qr_title": "Kode QR ke halaman Tuntun tentang surat contoh ini",
    "attachment": "Lampiran: daftar bidang usaha",
    "attachment_note": "Pada surat asli, halaman berikutnya memuat pernyataan pelaku usaha.",
}
ATTACHMENT_HEADS = ("Kode KBLI", "Judul KBLI", "Lokasi usaha", "Risiko", "Perizinan dan status")

LICENCE, STATEMENT = "Perizinan Berusaha Berbasis Risiko", "Pernyataan pelaku usaha"
FAMILIES = {
    "nib": LICENCE,
    "sertifikat-standar": LICENCE,
    "izin": LICENCE,
    "sppl": STATEMENT,
    "pernyataan": STATEMENT,
    "tata-ruang": STATEMENT,
}

# What stands over the clauses, and whose name stands below them on the real paper.
CLAUSES = {LICENCE: "Ketentuan", STATEMENT: "Isi pernyataan"}
SIGNERS = {
    LICENCE: "Pada surat asli, di sini ada nama pejabat dan tanda tangan elektroniknya.",
    STATEMENT: "Pada surat asli, di sini ada nama pelaku usaha yang menyatakan.",
}

OPENINGS = {
    "nib": (
        "Pada surat asli, di sini tertulis dasar hukumnya, yaitu UU 6/2023 dan PP 28/2025.",
        "NIB asli diberikan kepada pelaku usaha dengan data seperti ini:",
    ),
    "sertifikat-standar": ("Sertifikat Standar menyatakan usaha memenuhi standar untuk kegiatannya.",),
    "izin": ("Izin adalah persetujuan pemerintah. Usaha berisiko tinggi menunggu izin ini sebelum melayani pembeli.",),
    "sppl": ("SPPL adalah janji pemilik usaha untuk mengelola dan memantau lingkungan sekitarnya.",),
    "pernyataan": ("Pemilik usaha menyetujui janji-janji ini saat mendaftar. Petugas boleh memeriksanya nanti.",),
    "tata-ruang": ("Pemilik usaha menyatakan tempat usahanya sesuai dengan rencana tata ruang.",),
}

# In substance what stands at the foot of a real paper.
NOTES = (
    "Surat asli dibuat oleh sistem OSS dari data pelaku usaha. Isinya tanggung jawab pelaku usaha.",
    "Kalau isi surat asli ada yang keliru, datanya diperbaiki. Nomornya tetap.",
    "Surat asli ditandatangani secara elektronik dengan sertifikat BSrE–BSSN.",
    "Data lengkap surat asli bisa dilihat dengan masuk ke akun OSS pemiliknya.",
)

# What a risk level lets its owner do at once: PP 28/2025; see docs/practice-documents.md.
MAY_START = {
    "Rendah": "NIB. Boleh langsung mulai.",
    "Menengah Rendah": "NIB dan Sertifikat Standar dari pernyataan mandiri. Boleh langsung mulai.",
    "Menengah Tinggi": "NIB dan Sertifikat Standar yang belum terverifikasi. Baru boleh persiapan.",
    "Tinggi": "NIB dan Izin yang belum terbit. Baru boleh persiapan.",
}
