"""A problem is a code; whoever shows it owns the sentence."""


class Problem(Exception):
    """What was given breaks a rule. `code` is a key such as "nik.length", never a sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
