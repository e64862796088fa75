"""From the figures of each step to the findings about it: who counts, for how much, compared with the other steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learning.domain.counting.figures import ActivityFigures
from learning.domain.method.clusters import design_effects, errors_of, losses_of
from learning.domain.method.findings import AFFECTED, Case, Finding, Reason, pace_findings, share_findings
from learning.domain.method.judging import SUSPECTED
from learning.domain.method.networks import share_of_the_well_connected
from learning.domain.method.outlook import outlooks
from learning.domain.method.tallies import Tally


@dataclass(frozen=True)
class Evidence:
    """`effect`: the design effect of the losses; `technical`: see `analysis.StepAnalysis`."""

    tally: Tally
    findings: Mapping[Reason, Finding]
    loss_interval: tuple[float, float] | None
    effect: float
    technical: bool


def evidence_of(figures: ActivityFigures, tallies: Sequence[Tally]) -> list[Evidence]:
    """One for each step, in order."""
    effects = design_effects([losses_of(tally.figures) for tally in tallies])
    losses, technical = _loss_findings(tallies, effects)
    by_reason = {Reason.LOSS: losses, Reason.SLOW: pace_findings(tallies), **_other_shares(tallies)}
    ahead = outlooks(figures)
    return [
        Evidence(
            tally=tally,
            findings={reason: by_reason[reason][place] for reason in Reason},
            loss_interval=ahead[place].interval(tally.figures, effect=effects[place]),
            effect=effects[place],
            technical=technical[place],
        )
        for place, tally in enumerate(tallies)
    ]


def _loss_findings(tallies: Sequence[Tally], effects: Sequence[float]) -> tuple[list[Finding], list[bool]]:
    """Judged by those on a good network where the network matters; `technical` are steps that only it makes bad."""
    everybody = [
        Case(one.lost, one.known, (one.lost / effect, one.known / effect))
        for one, effect in zip(tallies, effects, strict=True)
    ]
    parts = [share_of_the_well_connected(tally.figures, effect) for tally, effect in zip(tallies, effects, strict=True)]
    all_found = share_findings(Reason.LOSS, everybody)
    if not any(parts):
        return all_found, [False] * len(tallies)
    found = share_findings(
        Reason.LOSS, [case if part is None else _part(case, *part) for case, part in zip(everybody, parts, strict=True)]
    )
    technical = [
        part is not None and one.sure >= SUSPECTED > content.sure
        for part, one, content in zip(parts, all_found, found, strict=True)
    ]
    return found, technical


def _part(case: Case, relation: float, share: float) -> Case:
    lost, known = case.effective
    return Case(round(case.affected * relation * share), case.people, (lost * relation * share, known * share))


def _other_shares(tallies: Sequence[Tally]) -> dict[Reason, list[Finding]]:
    effects = design_effects([errors_of(tally.figures) for tally in tallies])
    return {
        reason: share_findings(
            reason,
            [
                Case(affected(tally), tally.entered, (affected(tally) / effect, tally.entered / effect))
                for tally, effect in zip(tallies, effects, strict=True)
            ],
        )
        for reason, affected in AFFECTED.items()
    }
