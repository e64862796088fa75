"""The way back from a guide step to the practice it was opened from: an address, and never one that leads elsewhere."""

import re
from urllib.parse import urlencode

from tutorials.practice import IDENTIFIER

PARAMETER = "dari"
ATTEMPT = re.compile(rf"/latihan/coba/[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}/(?:{IDENTIFIER}/)?")


def way_back(asked: str) -> str:
    """`asked` when it is the address of an attempt or of one of its screens; else ""."""
    return asked if ATTEMPT.fullmatch(asked) else ""


def keep_way_back(address: str, back: str) -> str:
    """`address` that remembers the way back, if there is one."""
    if not back:
        return address
    path, hash_sign, fragment = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{urlencode({PARAMETER: back}, safe='/')}{hash_sign}{fragment}"
