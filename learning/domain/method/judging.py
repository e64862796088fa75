"""Which steps are called stuck: all findings of an activity looked at together.

Looking at many steps for several reasons, something always seems to stand out. So the list as a whole is held to a
share of false alarms: the longest list is kept whose findings are in the mean at least 1 − FALSE_SHARE sure (Newton
and others, Detecting differential gene expression with a semiparametric hierarchical mixture method, Biostatistics 5,
2004).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from learning.domain.method.findings import Certainty, Finding, Reason


class Flag(StrEnum):
    STUCK = "stuck"
    WATCH = "watch"
    OK = "ok"
    TOO_FEW = "too-few"


FALSE_SHARE = 0.15
LEAST_SURE = 0.75  # no single finding of the list may be less sure
SUSPECTED = 0.60
ENOUGH_AFFECTED = 5
ENOUGH_KNOWN = 20
# A loop or a fault alone is worth a look, not an alarm: it says nothing yet about anybody's way being blocked.
STUCK_BY = frozenset({Reason.LOSS, Reason.ERRORS, Reason.SLOW, Reason.HELP})

Found = Mapping[Reason, Finding]


def judged(steps: Sequence[Found]) -> list[dict[Reason, Finding]]:
    """The same findings with their certainty."""
    least = _least_sure([finding.sure for found in steps for finding in found.values() if _may_alarm(finding)])
    return [
        {reason: replace(finding, certainty=_certainty(finding, least)) for reason, finding in found.items()}
        for found in steps
    ]


def flag_of(found: Found, *, known: int) -> Flag:
    """`known`: of how many people the fate is known."""
    certainty = max(finding.certainty for finding in found.values())
    if certainty == Certainty.SURE:
        return Flag.STUCK
    if known < ENOUGH_KNOWN:
        return Flag.TOO_FEW
    return Flag.WATCH if certainty == Certainty.SUSPECTED else Flag.OK


def reasons_of(found: Found, flag: Flag) -> tuple[Reason, ...]:
    least = {Flag.STUCK: Certainty.SURE, Flag.WATCH: Certainty.SUSPECTED}.get(flag)
    return tuple(reason for reason in Reason if least is not None and found[reason].certainty >= least)


def _may_alarm(finding: Finding) -> bool:
    return finding.reason in STUCK_BY and finding.affected >= ENOUGH_AFFECTED


def _least_sure(all_sure: Sequence[float]) -> float:
    """How sure the last finding is that still belongs on the list."""
    doubt, least = 0.0, 1.1
    for length, sure in enumerate(sorted(all_sure, reverse=True), start=1):
        doubt += 1 - sure
        if sure < LEAST_SURE or doubt > FALSE_SHARE * length:
            break
        least = sure
    return least


def _certainty(finding: Finding, least: float) -> Certainty:
    if _may_alarm(finding) and finding.sure >= least:
        return Certainty.SURE
    return Certainty.SUSPECTED if finding.sure >= SUSPECTED and finding.affected >= 3 else Certainty.NO
