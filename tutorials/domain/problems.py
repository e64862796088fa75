"""What is wrong with something an author wrote: a code, and the line where it stands."""


class ContentProblem(Exception):
    """`code` names the rule; `line` is 1-based, 0 where the whole text is meant."""

    def __init__(self, code: str, line: int = 0) -> None:
        super().__init__(code, line)
        self.code = code
        self.line = line
