"""How right a list of flagged steps is, over many worlds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from learning.domain.method.report_shape import ActivityReport
from tests.simulator.edits import EditWorld
from tests.simulator.plans import LOSS_KINDS
from tests.simulator.truth import StepTruth
from tests.simulator.worlds import World

FEWEST_KNOWN = 20  # whose fate must be known before an interval is counted
LOSS_CLASSES = (12, 15, 20, 30)  # points
CLEARLY = 1.3  # times the impact of the second worst that the worst problem must have to be the worst


@dataclass(slots=True)
class Flags:
    """`hits`, `misses`: problems owed; `early_hits`, `early_misses`: planted ones that too few people met, or that are
    too small, to be owed; `alarms`: sound steps flagged, `alarms_at` by decoy ("" for none)."""

    hits: int = 0
    misses: int = 0
    early_hits: int = 0
    early_misses: int = 0
    alarms: int = 0
    sound_paths: int = 0
    sound_paths_flagged: int = 0
    alarms_at: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)  # problems owed that were flagged, by kind
    owed: Counter[str] = field(default_factory=Counter)  # the same, flagged or not
    planted_losses: Counter[str] = field(default_factory=Counter)  # owed or not, by size_of
    found_losses: Counter[str] = field(default_factory=Counter)

    def add(self, world: World, flagged: set[str]) -> None:
        for step in world.truth:
            self._add_step(step, flagged=step.id in flagged)
        if world.is_sound:
            self.sound_paths += 1
            self.sound_paths_flagged += bool(flagged)

    def _add_step(self, step: StepTruth, *, flagged: bool) -> None:
        if step.kind in LOSS_KINDS:
            self.planted_losses[size_of(step)] += 1
            self.found_losses[size_of(step)] += flagged
        if not step.kind:
            self.alarms += flagged
            self.alarms_at[step.decoy] += flagged
        elif step.owed:
            self.hits += flagged
            self.misses += not flagged
            self.owed[step.kind] += 1
            self.found[step.kind] += flagged
        else:
            self.early_hits += flagged
            self.early_misses += not flagged

    @property
    def is_used(self) -> bool:
        return bool(self.sound_paths or self.planted)

    @property
    def planted(self) -> int:
        return self.hits + self.misses + self.early_hits + self.early_misses

    @property
    def precision(self) -> float:
        flagged = self.hits + self.early_hits + self.alarms
        return (self.hits + self.early_hits) / flagged if flagged else 1.0

    @property
    def recall(self) -> float:
        """Of the problems owed."""
        return _share(self.hits, self.hits + self.misses)

    @property
    def recall_of_all(self) -> float:
        """Of all that were planted, also those that nobody could be sure of."""
        return _share(self.hits + self.early_hits, self.planted)

    def recall_at(self, *kinds: str) -> float:
        """Of the problems owed of these kinds."""
        return _share(sum(self.found[kind] for kind in kinds), sum(self.owed[kind] for kind in kinds))

    @property
    def f1(self) -> float:
        return _harmonic(self.precision, self.recall)

    @property
    def f1_of_all(self) -> float:
        return _harmonic(self.precision, self.recall_of_all)

    @property
    def sound_flagged(self) -> float:
        return self.sound_paths_flagged / self.sound_paths if self.sound_paths else 0.0


@dataclass(slots=True)
class Certainty:
    """What only a report with intervals and ranks can be asked: does the interval hold the truth, is the worst first?

    `still_here`: people resting who came back later; `called_lost`: how many of them, at least, the report called lost.
    """

    intervals: int = 0
    below: int = 0  # the truth lies below the interval
    above: int = 0
    rankings: int = 0
    worst_first: int = 0
    still_here: int = 0
    called_lost: int = 0

    def add(self, world: World, report: ActivityReport) -> None:
        for step, truth in zip(report["steps"], world.truth, strict=True):
            low, high = step["low"], step["high"]
            self.still_here += truth.unfinished
            self.called_lost += max(0, truth.unfinished - step["in_progress"])
            if step["completed"] + step["lost"] >= FEWEST_KNOWN and low is not None and high is not None:
                self.intervals += 1
                self.below += truth.hazard < low
                self.above += truth.hazard > high
        worst = worst_problem(world.truth)
        if worst is not None:
            self.rankings += 1
            self.worst_first += any(step["id"] == worst.id and step["rank"] == 1 for step in report["steps"])

    @property
    def coverage(self) -> float:
        return 1 - (self.below + self.above) / self.intervals if self.intervals else 1.0

    @property
    def ranked_first(self) -> float:
        return _share(self.worst_first, self.rankings)


@dataclass(slots=True)
class EditVerdicts:
    """`verdicts` by what was said; `holding`: intervals that hold the true effect, of `intervals` given."""

    verdicts: Counter[str] = field(default_factory=Counter)
    intervals: int = 0
    holding: int = 0

    def add(self, world: EditWorld, report: ActivityReport) -> None:
        edit = next(step["edit"] for step in report["steps"] if step["id"] == world.step)
        self.verdicts["none" if edit is None else edit["verdict"]] += 1
        if edit is not None and edit["low"] is not None and edit["high"] is not None:
            self.intervals += 1
            self.holding += edit["low"] <= world.effect <= edit["high"]

    def share(self, *verdicts: str) -> float:
        return _share(sum(self.verdicts[one] for one in verdicts), self.verdicts.total())

    @property
    def coverage(self) -> float:
        return _share(self.holding, self.intervals)


def flagged_in(report: ActivityReport) -> set[str]:
    return {step["id"] for step in report["steps"] if step["flag"] == "stuck"}


def size_of(step: StepTruth) -> str:
    """How many points more are lost than at sound steps, in classes."""
    return next((f"below {limit}" for limit in LOSS_CLASSES if 100 * step.above < limit), f"{LOSS_CLASSES[-1]} or more")


def worst_problem(truth: Iterable[StepTruth]) -> StepTruth | None:
    """The planted problem that costs most people; None where none is owed or two cost nearly the same."""
    planted = sorted((step for step in truth if step.kind), key=lambda step: -step.impact)
    if not planted or not planted[0].owed:
        return None
    clear = len(planted) == 1 or planted[0].impact >= CLEARLY * planted[1].impact
    return planted[0] if clear else None


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _harmonic(first: float, second: float) -> float:
    return 2 * first * second / (first + second) if first + second else 0.0
