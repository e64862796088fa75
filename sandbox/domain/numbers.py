"""Numbers as Indonesians write them: a dot groups thousands, a comma begins the decimals."""

import re

# "5.000.000" and "5000000,00"; commas as thousands only where nothing else can be meant: several of them, or one
# and ".00". "5,000" could be five or five thousand, so nobody guesses.
_WHOLE = re.compile(
    r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,00)?"
    r"|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.00)?"
    r"|[1-9][0-9]{0,2},[0-9]{3}\.00"
)


def whole_digits(text: str) -> str | None:
    """The digits of a whole number that can be read in one way only, else None. `text` is plain."""
    text = text.replace(" ", "")
    if not _WHOLE.fullmatch(text):
        return None
    return re.sub(r"[.,]", "", re.sub(r"[.,]00$", "", text))


def group_thousands(number: int) -> str:
    """5000000 → "5.000.000"."""
    return f"{number:,}".replace(",", ".")


_UNITS = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_STEPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def in_words(number: int) -> str:
    """25000000 → "dua puluh lima juta"; "se-" stands for one hundred and one thousand."""
    if number < 12:
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    if number < 100:
        return _join(f"{_UNITS[number // 10]} puluh", number % 10)
    if number < 200:
        return _join("seratus", number - 100)
    if number < 1000:
        return _join(f"{_UNITS[number // 100]} ratus", number % 100)
    if number < 2000:
        return _join("seribu", number - 1000)
    for size, name in _STEPS:
        if number >= size:
            return _join(f"{in_words(number // size)} {name}", number % size)
    raise AssertionError("every number of a thousand or more has a step")


def _join(head: str, rest: int) -> str:
    return f"{head} {in_words(rest)}" if rest else head
