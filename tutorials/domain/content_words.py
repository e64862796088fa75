"""The words of a step that can be looked up: its verbs, abbreviations, labels, and those that have a better one."""

import html
import re
from collections.abc import Collection, Iterator

from tutorials.domain.prose import to_html


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a title may ask for. A step asks for one thing; "Pilih atau tambah" asks for two.
VERBS = _words(
    """
    amankan ambil baca bagikan bandingkan batalkan bawa bayar beri bersihkan besarkan buat buka cari catat cek
    centang cetak coba cocokkan daftar daftarkan datang dengarkan foto ganti geser gulir hapus hentikan hindari
    hitung hubungi ikuti ingat isi jaga jangan jawab kecilkan keluar kembali kenali kerjakan ketahui ketik kirim
    kosongkan kumpulkan kunci lakukan lanjut lanjutkan laporkan lengkapi lewati lihat lindungi lunasi masuk masukkan
    matikan mengerti minta muat mulai nyalakan pahami pakai pasang pastikan pegang pelajari perbaiki perbarui
    periksa perpanjang pilih pindah pindahkan potong pulihkan rapikan rekam salin sambungkan sebutkan selesaikan
    serahkan sesuaikan setujui siapkan simpan susun tahan tambah tambahkan tandai tanya tanyakan tekan telepon
    temukan tentukan terbitkan terima tetapkan tolak tulis tuliskan tunggu tunjukkan turunkan tutup ubah ubahlah
    ulang ulangi unduh unggah urungkan urus verifikasi waspadai
    """
)
CLAUSE = re.compile(r"[,;:]|\b(?:dan|lalu|atau|kemudian)\b", re.IGNORECASE)
# Said in every shop, and longer words would be understood less.
EVERYDAY = _words(
    "KTP SIM HP RT RW PT CV UD SMS WA PDF JPG PNG MB KB GB OK WIB WITA WIT ATM PIN TV AC PP UU RI SD SMP SMA WC"
)
ABBREVIATION = re.compile(r"(?<![\w/.@-])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?:[-/][A-Z][A-Z0-9]+)*(?![\w@]|\.\w)")
ROMAN = re.compile(r"[IVXLC]+\Z")
# Bold for what it means, not for what stands on a screen.
NOT_LABELS = frozenset(
    ["gratis", "satu kali", "Yang aman:", "Yang aman", "oss.go.id", "ui-login.oss.go.id", "dari OSS", "satu", "Spam",
     "Promosi", "Semua surat", "Bukan spam", "500", "502"]
)  # fmt: skip
# What the portal shows, as sources quote it, and no screen of practice holds word for word.
PORTAL_LABELS = frozenset(
    ["Rendah", "Menengah Rendah", "Menengah Tinggi", "Tinggi", "Usaha Mikro", "Usaha Kecil", "Lengkapi Detail Kegiatan",
     "Daftar Kegiatan Usaha", "Perubahan", "PB-UMKU"]
)  # fmt: skip
BETTER = (
    (r"(?:di|meng|me)?-?klik(?:kan|lah)?", "tekan"),
    (r"(?:di|meng)?-?input(?:kan)?", "isi"),
    (r"(?:di|meng)?-?upload(?:kan)?", "unggah"),
    (r"(?:di|men)?-?download", "unduh, atau simpan"),
    (r"log-? ?in", "masuk"),
    (r"log-? ?out", "keluar"),
    (r"loading", "sedang dibuka"),
    (r"(?:di|men)?-?submit", "kirim"),
    (r"dashboard", "halaman depan"),
    (r"progress", "kemajuan"),
    (r"password", "kata sandi"),
    (r"user(?:name)?", "Anda, atau nama akun"),
    (r"kamu", "Anda"),
    (r"link", "tautan"),
    (r"website", "situs"),
    (r"(?:di|men)?-?scan", "foto, atau pindai"),
    (r"file", "berkas"),
    (r"(?:di|nge)?-?print", "cetak"),
    (r"handphone", "HP"),
    (r"e-mail", "email"),
    (r"error", "pesan kesalahan, atau gangguan"),
)
WRONG = re.compile(
    "|".join(rf"(?P<w{n}>(?<![\w./@-]){wrong}(?:-?nya)?(?![\w@]|\.\w|-\w))" for n, (wrong, _) in enumerate(BETTER)),
    re.IGNORECASE,
)
STRONG = re.compile(r"<strong>(.*?)</strong>", re.DOTALL)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
# What another wrote, the portal or a browser, is repeated letter for letter.
OF_OTHERS = re.compile(r"<(strong|b|code|pre)\b[^>]*>.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
LIST = re.compile(r"<(/?)(ol|ul|li)\b")


def verbs_of(title: str) -> list[str]:
    """The verbs that its parts begin with, as written: a word in the middle may be a noun ("isi", "daftar")."""
    firsts = (part.split()[0].strip("“”\"'.?!") for part in CLAUSE.split(title) if part.split())
    return [word for word in firsts if word.lower() in VERBS]


def abbreviations_in(markdown: str, *, known: Collection[str]) -> list[str]:
    """Each word in capitals once that neither the glossary nor everyday speech knows; labels do not count."""
    found = dict.fromkeys(match.group() for match in ABBREVIATION.finditer(_own_words(markdown)))
    return [short for short in found if not _is_known(short, known) and not ROMAN.match(short)]


def wrong_words_in(markdown: str) -> Iterator[tuple[str, str]]:
    """(the word as written, a better one), each once; labels, code and what is quoted do not count."""
    seen: set[str] = set()
    for match in WRONG.finditer(QUOTED.sub(" ", _own_words(markdown))):
        if match.group().lower() not in seen:
            seen.add(match.group().lower())
            yield match.group(), BETTER[int((match.lastgroup or "w0")[1:])][1]


def labels_in(markdown: str) -> list[str]:
    """What stands in bold, once each, without a full stop that belongs to the sentence."""
    found = (html.unescape(TAG.sub("", bold)).strip().rstrip(".,") for bold in STRONG.findall(to_html(markdown)))
    return list(dict.fromkeys(bold for bold in found if bold))


def count_actions(markdown: str) -> int:
    """The items of the longest numbered list; lists inside an item do not count for it."""
    longest, counts = 0, list[tuple[str, int]]()
    for closing, tag in LIST.findall(to_html(markdown)):
        if tag == "li":
            if not closing and counts:
                counts[-1] = (counts[-1][0], counts[-1][1] + 1)
        elif not closing:
            counts.append((tag, 0))
        elif counts:
            kind, count = counts.pop()
            longest = max(longest, count if kind == "ol" else 0)
    return longest


def _own_words(markdown: str) -> str:
    return html.unescape(TAG.sub(" ", OF_OTHERS.sub(" ", to_html(markdown))))


def _is_known(short: str, known: Collection[str]) -> bool:
    """A compound is known when it is, or when all its parts are: KTP/KK."""
    if short in known or short in EVERYDAY:
        return True
    parts = re.split(r"[-/]", short)
    return len(parts) > 1 and all(part in known or part in EVERYDAY for part in parts)
