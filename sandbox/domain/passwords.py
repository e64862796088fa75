"""The portal's password rule: eight characters, letters of both cases, a digit, one of its symbols.

Source: BKPM guide for the app "OSS Indonesia" and the labels of the 2026 web form (docs/flows.md).
"""

SYMBOLS = "!@#$%^&*_-"
CHECKLIST = ("length", "letters", "digit", "symbol")


def unmet(password: str) -> list[str]:
    """The points of CHECKLIST that `password` does not meet, in order."""
    met = {
        "length": len(password) >= 8,
        "letters": any(c.islower() for c in password) and any(c.isupper() for c in password),
        "digit": any(c.isdigit() for c in password),
        "symbol": any(c in SYMBOLS for c in password),
    }
    return [point for point in CHECKLIST if not met[point]]
