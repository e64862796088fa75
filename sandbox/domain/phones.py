"""Mobile numbers as people write them: "081…", "+62 81…", "62 812-…", "(0812)…", "0812/3456/7890"."""

import re

from sandbox.domain.problems import Problem
from sandbox.domain.written import plain

FEWEST_DIGITS, MOST_DIGITS = 9, 12  # without the 0 or +62 in front


def parse_phone(text: str) -> str:
    """The digits from the 8 on. Raises Problem: phone.digits, phone.length."""
    digits = re.sub(r"[ .\-()/]", "", plain(text, "phone.digits"))
    digits = re.sub(r"^(?:(?:\+|00)?62)?0?", "", digits)
    if not digits.isascii() or not digits.isdigit() or not digits.startswith("8"):
        raise Problem("phone.digits")
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        raise Problem("phone.length")
    return digits
