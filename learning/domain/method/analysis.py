"""What the method makes of the figures of an activity: everything that the report and the pages say of its steps.

`analyse` is the one way in: findings per reason, the flag, the order in which to mend, and how sure each of it is.
docs/stuck-points.md describes the method.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from learning.domain.counting.figures import ActivityFigures, StepFigures
from learning.domain.method.edits import EditVerdict, verdicts_of
from learning.domain.method.evidence import Evidence, evidence_of
from learning.domain.method.findings import Certainty, Finding, Reason
from learning.domain.method.judging import Flag, flag_of, judged, reasons_of
from learning.domain.method.rewatch import Rewatch, rewatched
from learning.domain.method.tallies import Tally, tallies_of
from learning.domain.method.urgency import Burden, Saved, burden_of, ranks, usual_burden


@dataclass(frozen=True)
class StepAnalysis:
    """One step in its present edition.

    `low`, `high`: 90 % interval of the loss rate; `usual`: the loss rate of its neighbours. All three are None where
    nothing is known. `findings`: one for every reason, whether it stands out or not. `certainty`: probability that the
    step is truly worse than its neighbours in what its flag says (0 without a flag). `saved`: see Saved. `technical`:
    its trouble is that of people on a bad network, not of its content. `effective`: of how many independent people the
    known fates are worth (fewer than `tally.known` where classes fail together). `video`: seconds watched again more
    often than those around them. `edit`: what the last edit did; None where nobody met an earlier content.
    """

    tally: Tally
    flag: Flag
    why: tuple[Reason, ...]
    rank: int
    low: float | None
    high: float | None
    usual: float | None
    findings: Mapping[Reason, Finding]
    certainty: float = 0.0
    saved: Saved = field(default_factory=Saved)
    technical: bool = False
    effective: float = 0.0
    video: tuple[Rewatch, ...] = ()
    edit: EditVerdict | None = None

    @property
    def figures(self) -> StepFigures:
        return self.tally.figures

    @property
    def id(self) -> str:
        return self.tally.figures.step.id

    @property
    def title(self) -> str:
        return self.tally.figures.step.title

    @property
    def is_flagged(self) -> bool:
        return self.flag in (Flag.STUCK, Flag.WATCH)

    def stands_out(self, reason: Reason) -> bool:
        return self.findings[reason].certainty > Certainty.NO


@dataclass(frozen=True)
class ActivityAnalysis:
    """`steps`: in the activity's order; `ranked`: the step to mend first comes first."""

    figures: ActivityFigures
    steps: tuple[StepAnalysis, ...]

    @property
    def ranked(self) -> tuple[StepAnalysis, ...]:
        return tuple(sorted(self.steps, key=lambda step: step.rank))

    @property
    def silence(self) -> timedelta:
        """After how long a silence somebody counts as lost."""
        return self.figures.silence

    def step(self, name: str) -> StepAnalysis:
        """The step of that id; raise StopIteration where there is none."""
        return next(step for step in self.steps if step.id == name)


def analyse(figures: ActivityFigures) -> ActivityAnalysis:
    """Judge every step against the others of its activity."""
    evidence = evidence_of(figures, tallies_of(figures))
    found = judged([each.findings for each in evidence])
    flags = [flag_of(each, known=ev.tally.known) for each, ev in zip(found, evidence, strict=True)]
    burdens = [
        burden_of(ev.tally, loss=each[Reason.LOSS], slow=each[Reason.SLOW], effect=ev.effect)
        for each, ev in zip(found, evidence, strict=True)
    ]
    saved = _saved(burdens, [_certainty(each, tuple(Reason)) for each in found])
    edits = verdicts_of(figures)
    places = zip(evidence, found, flags, ranks(flags, burdens), saved, strict=True)
    return ActivityAnalysis(figures, tuple(_step(*each, edits.get(each[0].tally.figures.step.id)) for each in places))


def _step(
    evidence: Evidence, found: Mapping[Reason, Finding], flag: Flag, rank: int, saved: Saved, edit: EditVerdict | None
) -> StepAnalysis:
    why = reasons_of(found, flag)
    low, high = evidence.loss_interval or (None, None)
    return StepAnalysis(
        tally=evidence.tally,
        flag=flag,
        why=why,
        rank=rank,
        low=low,
        high=high,
        usual=found[Reason.LOSS].usual,
        findings=found,
        certainty=_certainty(found, why),
        saved=saved,
        technical=evidence.technical,
        effective=evidence.tally.known / evidence.effect,
        video=rewatched(evidence.tally.figures.count.views),
        edit=edit,
    )


def _saved(burdens: list[Burden], sure: list[float]) -> list[Saved]:
    usual = [usual_burden(burdens, sure, place) for place in range(len(burdens))]
    return [Saved() if one is None else burden.saved(one) for burden, one in zip(burdens, usual, strict=True)]


def _certainty(found: Mapping[Reason, Finding], reasons: tuple[Reason, ...]) -> float:
    return max((found[reason].sure for reason in reasons), default=0.0)
