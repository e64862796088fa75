"""Every drawing of the sprite, in one place: 24 x 24, drawn with the pen, not filled.

A page prints only the symbols it names (`{% icons "navi jam" %}`), about 1 kB instead of 4.
"""

PATHS = {
    "awas": '<path d="M12 3 22 20.5H2zM12 10v4.5M12 17.5v.1"/>',
    "bawah": '<path d="m5 9 7 7 7-7"/>',
    "buku": '<path d="M12 6c-3-2.5-6-2.5-9-2v15c3-.5 6-.5 9 2 3-2.5 6-2.5 9-2V4c-3-.5-6-.5-9 2zM12 6v15"/>',
    "cari": '<circle cx="10.5" cy="10.5" r="7"/><path d="m16 16 5 5"/>',
    "cek": '<path d="M4 12.5 10 18 20 6"/>',
    "cetak": '<path d="M7 9V3h10v6M7 17H3.5V9h17v8H17M7 14h10v7H7z"/>',
    "hp": '<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.4h2"/>',
    "info": '<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7v.1"/>',
    "jam": '<circle cx="12" cy="12" r="9.5"/><path d="M12 6.5V12l3.5 2.5"/>',
    "kanan": '<path d="M5 12h14m-6-7 7 7-7 7"/>',
    "kiri": '<path d="M19 12H5m6-7-7 7 7 7"/>',
    "kk": '<path d="M6 2.5h9l4 4V21.5H6zM9 9h7M9 13h7M9 17h4"/>',
    "ktp": (
        '<rect x="2.5" y="5" width="19" height="14" rx="2"/><circle cx="8" cy="11" r="2"/>'
        '<path d="M5.2 16c.5-1.6 5-1.6 5.6 0M14 10h4.5M14 14h4.5"/>'
    ),
    "kunci": '<rect x="4.5" y="10.5" width="15" height="11" rx="2"/><path d="M8 10.5V7a4 4 0 0 1 8 0v3.5"/>',
    "main": '<path d="M7 4.5v15l12-7.5z" fill="currentColor"/>',
    "mata": '<path d="M2 12c4-8.5 16-8.5 20 0-4 8.5-16 8.5-20 0z"/><circle cx="12" cy="12" r="3"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "npwp": '<rect x="2.5" y="5" width="19" height="14" rx="2"/><path d="M2.5 9.5h19M6 14.5h5"/>',
    "orang": (
        '<circle cx="8.5" cy="7.5" r="3.5"/>'
        '<path d="M2 20.5c0-8 13-8 13 0M15.5 4.5a3.5 3.5 0 0 1 0 6.5M17.5 14c3 .8 4.5 3 4.5 6.5"/>'
    ),
    "pena": '<path d="M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4"/>',
    "perisai": '<path d="M12 2.5 20 5.5v6c0 5-3.5 8.5-8 10-4.5-1.5-8-5-8-10v-6zM8.5 12l2.5 2.5 4.5-5"/>',
    "peta": '<path d="M12 21.5c-5-6-7-9-7-12a7 7 0 0 1 14 0c0 3-2 6-7 12z"/><circle cx="12" cy="9.5" r="2.5"/>',
    "rumah": '<path d="M3 11.5 12 4l9 7.5M5.5 9.5V20.5h13V9.5"/>',
    "saya": '<circle cx="12" cy="8" r="4"/><path d="M4.5 21c0-9.5 15-9.5 15 0"/>',
    "suara": '<path d="M4 9.5v5h4l5 4.5v-14L8 9.5zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11"/>',
    "surel": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3.5 7 8.5 6.5L20.5 7"/>',
    "tangan": (
        '<path d="M7 12.5V6a1.5 1.5 0 0 1 3 0v5m0-6.5a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v6m0-3.5'
        'a1.5 1.5 0 0 1 3 0V15c0 4-2.5 6.5-6.5 6.5-3 0-4.5-1.3-6-4L4 13.5c-1-2 1.5-3 3-1z"/>'
    ),
    "tanya": '<circle cx="12" cy="12" r="9.5"/><path d="M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2M12 17.3v.1"/>',
    "toko": (
        '<path d="M4 10v10.5h16V10M2.5 9.5 5 3.5h14l2.5 6c0 3-4.7 3-4.7 0 0 3-4.8 3-4.8 0 0 3-4.8 3-4.8 0'
        ' 0 3-4.7 3-4.7 0zM9.5 20.5v-6h5v6"/>'
    ),
    "tuntun": (
        '<circle cx="8" cy="5" r="2.5"/><circle cx="18" cy="9" r="2"/>'
        '<path d="M4 21v-7a4 4 0 0 1 8 0v2.5c2 1.5 2-.5 3-1.5a3 3 0 0 1 6 1v5"/>'
    ),
    "uang": (
        '<rect x="2.5" y="6" width="19" height="12" rx="1"/><circle cx="12" cy="12" r="2.8"/>'
        '<path d="M5.5 9v.1M18.5 15v.1"/>'
    ),
    "ulang": '<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5"/>',
}

# What a step asks for (tutorials/actions.py), drawn in its title line.
ACTION_PATHS = {
    "tulis": '<path d="M3 21h18M5 16l1-4.5L15 3l3.5 3.5L9.5 15zM13 5l3.5 3.5"/>',
    "pilih": (
        '<circle cx="6" cy="6.5" r="3.5"/><circle cx="6" cy="6.5" r=".5"/><circle cx="6" cy="17.5" r="3.5"/>'
        '<path d="M13 6.5h8M13 17.5h8"/>'
    ),
    "unggah": '<path d="M12 16V4m-5 5 5-5 5 5M4 15v5.5h16V15"/>',
    "tunggu": '<path d="M6 3h12M6 21h12M7.5 3v4l4.5 5 4.5-5V3M7.5 21v-4l4.5-5 4.5 5v4"/>',
    "cek": '<path d="M8 4H5v17h14V4h-3M8 2.5h8v4H8zM8.5 13.5l2.5 2.5 4.5-5"/>',
}

# Names that stand for several drawings.
GROUPS = {"navi": ("rumah", "buku", "pena", "saya")}

# What an editor may choose for a thing to prepare or a reason to go on, in the editor's words.
EDITOR_CHOICES = [
    ("ktp", "KTP"),
    ("kk", "Kartu Keluarga atau surat"),
    ("hp", "HP"),
    ("surel", "Email"),
    ("npwp", "NPWP atau kartu"),
    ("uang", "Uang"),
    ("toko", "Toko"),
    ("peta", "Lokasi"),
    ("pena", "Pena"),
    ("perisai", "Perisai"),
    ("kunci", "Kunci"),
    ("jam", "Jam"),
    ("buku", "Buku"),
    ("tuntun", "Dituntun"),
    ("ulang", "Ulangi"),
    ("awas", "Awas"),
]
