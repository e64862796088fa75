"""What a verb tells about the business: a maker, a seller, a cook, a repairer, a grower, a landlord.

A hint never decides alone; it multiplies the score of the codes it speaks for and against.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """`words` betray the activity; `favours` and `disfavours` are beginnings of codes, with the factor for each."""

    words: frozenset[str]
    favours: tuple[str, ...]
    disfavours: tuple[str, ...] = ()
    favour: float = 1.5
    disfavour: float = 0.7


_INDUSTRY = tuple(str(division) for division in range(10, 34))


def _hint(words: str, favours: tuple[str, ...], disfavours: tuple[str, ...] = (), favour: float = 1.5) -> Hint:
    return Hint(frozenset(words.split()), favours, disfavours, favour)


_WHOLESALE = _hint(
    "grosir grosiran distributor supplier pemasok agen pengepul tengkulak bandar juragan", ("46",), (), 2.2
)
_RENTING = _hint("sewa menyewakan penyewaan persewaan rental kontrakan sewain", ("77", "68", "559"), ("46", "47"), 2.0)
_TEACHING = _hint(
    "les kursus privat bimbel pelatihan ngajar mengajar guru belajar pelatih kelas ngaji sanggar",
    ("85",),
    ("47", *_INDUSTRY),
    favour=1.8,
)
_HINTS = (
    _hint(
        "bikin buat membuat pembuatan produksi memproduksi produsen pengrajin perajin industri pabrik olah olahan "
        "mengolah pengolahan konveksi anyam ukir homemade pembuat handmade",
        _INDUSTRY,
        ("46", "47", "01"),
    ),
    _hint(
        "jual jualan menjual dagang pedagang toko kios lapak eceran ecer reseller dropship penjual penjualan olshop",
        ("47",),
        (*_INDUSTRY, "01", "85"),
        favour=1.3,
    ),
    _WHOLESALE,
    _hint("toko minimarket", ("47",), ("56",), favour=1.2),
    _hint(
        "warung gerobak keliling angkringan makan kuliner lesehan warteg kafe cafe kedai booth",
        ("56",),
        _INDUSTRY,
        favour=1.3,
    ),
    _hint("keliling gerobak tenda booth stan emperan asongan pikulan", ("56102", "56304", "56306"), ("56101", "56303")),
    _hint("katering catering hajatan boga prasmanan", ("562",), favour=1.4),
    _hint(
        "servis service reparasi perbaikan memperbaiki betulin benerin bengkel tambal permak vermak montir ganti",
        ("95", "33"),
        ("46", "47", *_INDUSTRY[:-1], "85"),
    ),
    _hint(
        "ternak beternak peternak peternakan budidaya tani petani bertani kebun berkebun tanam menanam nanam "
        "pembibitan penggemukan tambak kolam nelayan sawah ladang panen pembesaran keramba kandang",
        ("01", "02", "03"),
        ("10", "46", "47", "56"),
        favour=1.8,
    ),
    _RENTING,
    _TEACHING,
    _hint("angkut angkutan antar ojek sopir ekspedisi kurir kirim pindahan jemput", ("49", "53"), favour=1.5),
    _hint("cuci laundry steam setrika", ("953", "961", "81"), ("46", "47", *_INDUSTRY), favour=1.4),
    _hint("tukang pasang renovasi borongan pemborong instalasi bangun", ("41", "43"), ("46", "47"), favour=1.4),
    _hint("cetak print sablon fotokopi percetakan", ("181",), favour=1.3),
)
# Branches that an owner names when she means them: without the verb, their codes step back.
_ONLY_WHEN_NAMED = (("46", _WHOLESALE), ("77", _RENTING), ("85", _TEACHING))
_UNNAMED = 0.6


def heard(tokens: Iterable[str]) -> list[Hint]:
    """The hints that the words of a description give. Roots do not count: "tanaman" is sold by florists too."""
    said = frozenset(tokens)
    return [hint for hint in _HINTS if hint.words & said]


def factor(code: str, hints: list[Hint]) -> float:
    """By how much the hints raise or lower the score of a code."""
    result = 1.0
    for hint in hints:
        if code.startswith(hint.favours):
            result *= hint.favour
        elif hint.disfavours and code.startswith(hint.disfavours):
            result *= hint.disfavour
    for beginning, needed in _ONLY_WHEN_NAMED:
        if code.startswith(beginning) and needed not in hints:
            result *= _UNNAMED
    return result
