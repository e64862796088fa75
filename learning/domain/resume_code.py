"""How a resume code is written and read: eight signs in two groups, none that looks like another."""

import re
import unicodedata

# Neither 0, O nor 1, I, L: people read the code off one phone, or off paper, into another.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
SIGNS = 8  # 31 signs to the power of 8: 39.6 bits
_CODE = re.compile(f"[{ALPHABET}]{{{SIGNS}}}")


def spell(number: int) -> str:
    """The code for a number, which is taken modulo all codes there are: `XXXX-XXXX`."""
    signs = ""
    for _ in range(SIGNS):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return f"{signs[:4]}-{signs[4:]}"


def read_code(typed: str) -> str | None:
    """The code as `spell` writes it, however it was typed: small letters, spaces, no hyphen; None for what is none."""
    signs = re.sub(r"[\s\W_]", "", unicodedata.normalize("NFKC", typed)).upper()
    return f"{signs[:4]}-{signs[4:]}" if _CODE.fullmatch(signs) else None
