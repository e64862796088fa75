"""One-time codes of a practice attempt: they follow from its seed, so that a test can replay them."""

import hashlib


def one_time_code(seed: str, screen: str, *, digits: int = 6) -> str:
    """The code sent on `screen`, e.g. "482911". The same seed and screen always give the same code."""
    digest = hashlib.sha256(f"{seed}:{screen}".encode()).digest()
    return str(int.from_bytes(digest[:8]) % 10**digits).zfill(digits)
