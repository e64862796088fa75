"""Indonesian words as owners type them: tokens, forms without affixes, folded spellings.

Nothing here looks a word up; `forms` over-generates on purpose and the index decides which forms exist.
"""

import re
import unicodedata

MAX_CHARACTERS = 200  # longer text is cut: nobody describes a business in more, and time stays bounded
MAX_TOKENS = 24


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of grammar, courtesy and place that say nothing about what the business does.
EMPTY_WORDS = _words(
    """
    ada agar aja akan aku anda apa atas atau baru bagi baik banyak biasa bisa buka bukan cara dan dalam dari dekat
    dengan depan di dll dsb dst dua gitu ini itu jadi jalan juga kabupaten kami kampung kampus kantor karena ke
    kebanyakan kecamatan kecil kecilan kelurahan kita kota lain lainnya lagi lalu macam maupun mau mikro milik mulai
    oleh online onlen orang pada perorangan pinggir pingin pengen provinsi punya rumah rumahan saja samping sama saya
    sebelah secara sehari sejenisnya sekitar sekolah selain sendiri seperti serta setiap sebagai suami istri sudah
    tahun tanpa telah tempat tepi terhadap termasuk terminal tersebut tetangga the tidak tiap untuk usaha utamanya
    via warga yang ytdl ya kerja modal orderan pesan pesanan terima menerima melayani lewat shopee tokopedia tiktok
    whatsapp wa facebook instagram desa dusun rt rw umkm umk kelompok bikinan harian murah enak aneka berbagai jenis
    """
)
# Words that hint at the kind of activity but fit hundreds of businesses.
WEAK_WORDS = _words(
    """
    aktivitas barang besar buat bikin dagang eceran industri jasa jual jualan kegiatan kios lapak layanan membuat
    menjual pasar pedagang pembuat pembuatan pengelolaan pengolahan penjual penjualan penyediaan perdagangan
    pertanian produk produksi produsen toko tukang warung kedai gerobak keliling budi daya kebun ternak tani petani
    peternak servis service reparasi perbaikan pemeliharaan sewa penyewaan kursus les bengkel agen grosir khas
    lokal segar asli murni alat bahan hasil peralatan perlengkapan anak
    """
)

_WEAK = 0.25
_EMPTY = 0.03

_PREFIXES = (
    ("memper", ("",)),
    ("menge", ("",)),
    ("penge", ("",)),
    ("meny", ("s", "c")),
    ("peny", ("s",)),
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
    ("me", ("",)),
    ("per", ("",)),
    ("pe", ("",)),
    ("ber", ("",)),
    ("ter", ("",)),
    ("di", ("",)),
)
# Spoken forms: "nyuci", "ngirim", "motong", "nanam". Tried only when the word itself is unknown.
_SPOKEN_PREFIXES = (("nge", ("",)), ("ng", ("", "k")), ("ny", ("s", "c")), ("n", ("t", "")), ("m", ("p", "")))
_SUFFIXES = ("kannya", "annya", "nya", "kan", "an", "in", "ku", "i")
_SHORTEST_ROOT = 4
_SHORTEST_ROOT_AFTER_NGE = 3  # mengecat, ngelas: this prefix exists for one-syllable roots

_FOLDS = (
    ("oe", "u"), ("tj", "c"), ("dj", "j"), ("ph", "f"), ("sy", "s"), ("kh", "k"), ("ck", "k"), ("h", ""), ("au", "o"),
    ("ai", "e"), ("v", "f"), ("q", "k"), ("x", "ks"), ("z", "s"), ("y", "i"),
)  # fmt: skip


_DOUBLED = re.compile(r"\b([a-z]+)[\s-]+\1\b")


def importance(word: str) -> float:
    """How much a word says about a business, whatever its frequency: 1 for most, next to nothing for "di"."""
    return _EMPTY if word in EMPTY_WORDS else _WEAK if word in WEAK_WORDS else 1.0


def plain(text: str) -> str:
    """Lower-case ASCII of at most MAX_CHARACTERS characters; other scripts and signs become blanks."""
    decomposed = unicodedata.normalize("NFKD", text[:MAX_CHARACTERS]).casefold()
    return "".join(" " if ord(c) > 127 else c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The words of a text, in order; what follows "tanpa" is not said."""
    said = re.sub(r"\btanpa\s+[a-z]+", " ", plain(text))
    return re.findall(r"[a-z]+|\d+", _DOUBLED.sub(_join_doubled, said))


def tokens(text: str) -> list[str]:
    """The distinct words of a text, in order, at most MAX_TOKENS."""
    return list(dict.fromkeys(words(text)))[:MAX_TOKENS]


def _join_doubled(match: re.Match[str]) -> str:
    """One word for "oleh-oleh" and "agar-agar": they are things, though "oleh" and "agar" are empty words."""
    word = match[1]
    return word * 2 if word in EMPTY_WORDS else match[0]


def forms(word: str) -> list[str]:
    """The word, then what is left of it without prefix, suffix or both; some of them are no words at all."""
    return list(dict.fromkeys([word, *_stripped(word, _PREFIXES)]))


def spoken_forms(word: str) -> list[str]:
    return list(dict.fromkeys(_stripped(word, _SPOKEN_PREFIXES)))


def fold(word: str) -> str:
    """One spelling for words that sound alike: penjait and penjahit, sembakau and sembako, photo and foto."""
    for old, new in _FOLDS:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


def _stripped(word: str, prefixes: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    without_prefix = _without_prefix(word, prefixes)
    starts = [word, *without_prefix]
    if word.startswith("ke") and word.endswith("an"):
        starts.append(word[2:])
    found = list(without_prefix)
    for start in starts:
        found += [start[: -len(s)] for s in _SUFFIXES if _has_suffix(start, s, verb=start != word)]
    return found


def _without_prefix(word: str, prefixes: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    found = []
    for prefix, replacements in prefixes:
        shortest = _SHORTEST_ROOT_AFTER_NGE if prefix.endswith("nge") else _SHORTEST_ROOT
        if word.startswith(prefix):
            roots = (replacement + word[len(prefix) :] for replacement in replacements)
            found += [root for root in roots if len(root) >= shortest]
    return found


def _has_suffix(word: str, suffix: str, *, verb: bool) -> bool:
    """Whether the suffix may go; -i only after a prefix went, or "roti" and "padi" would lose it."""
    if suffix == "i" and not verb:
        return False
    return word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_ROOT
