"""The pass rule of an `ujian`: stated before, judged after."""

from dataclasses import dataclass

from sandbox.domain.document import ExamRule


@dataclass(frozen=True)
class Verdict:
    """`short_of` names what is still missing, of: mistakes, fault, wrong_ways, alone."""

    short_of: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.short_of


def verdict(rule: ExamRule, *, mistakes: int, faults_open: int, wrong_ways: int, alone: bool) -> Verdict:
    """`mistakes` counts fields that were refused at least once, `wrong_ways` wrong actions in faults."""
    checks = (
        ("alone", alone),
        ("mistakes", mistakes <= rule.most_mistakes),
        ("fault", faults_open == 0),
        ("wrong_ways", wrong_ways <= rule.most_wrong_ways),
    )
    return Verdict(tuple(name for name, met in checks if not met))
