"""How much of a change is due to who came: mode, company, device and network of the people before and since.

Each of them shifts the loss rate by an amount of its own for each of its values (the amounts add up). Those of the step
itself are drawn towards what is seen at the other steps, the more the fewer people they rest on (ridge regression,
fitted by turns). The change is then that of the mix of people, at the rates of before (direct standardisation).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from learning.domain.counting.figures import Fates, StepFigures, summed

Level = tuple[str, str]  # what of people, and its value
Kind = tuple[Level, ...]  # people alike in all that is told of them together
People = Mapping[Kind, Fates]
Effects = Mapping[Level, float]

ROUNDS = 12
# Before they are seen the amounts of a step differ by 15 % of its rate (standard deviation), at most 5 points.
DIFFERING, MOST_DIFFERING = 0.15, 0.05
DOUBT = 1  # as many levels as that belief is worth
LEAST_NOISE, LEAST_DIFFERING = 0.01, 1e-5  # variances


@dataclass(frozen=True, slots=True)
class Shift:
    """By how much a loss rate changes because others came, and the variance of that."""

    change: float = 0.0
    variance: float = 0.0


def by_cell(step: StepFigures) -> People:
    """By mode, company and device; an unknown company is alone, as in the events. In the order of their names: sums of
    fractions must not depend on who came first."""
    people: dict[Kind, Fates] = {}
    for cell, fates in sorted(step.cells.items()):
        mode, company, device = cell.split("|")
        kind = ("mode", mode), ("company", company or "alone"), ("device", device)
        people[kind] = people.get(kind, Fates()).plus(fates)
    return people


def by_net(step: StepFigures) -> People:
    return {(("net", net),): fates for net, fates in sorted(step.nets.items())}


def pooled(steps: Iterable[People]) -> People:
    """The people of several steps together."""
    found: dict[Kind, Fates] = {}
    for people in steps:
        for kind, fates in people.items():
            found[kind] = found.get(kind, Fates()).plus(fates)
    return dict(sorted(found.items()))


class Amounts:
    """How the loss rates of people differ at one step, by what they are.

    `periods`: the people of each content of the step; only differences within one tell of people. `elsewhere`: the
    amounts at the other steps.
    """

    def __init__(self, *periods: People, elsewhere: Effects = MappingProxyType({})) -> None:
        self._parts = [
            (period, kind, fates.lost, fates.known)
            for period, people in enumerate(periods)
            for kind, fates in people.items()
            if fates.known
        ]
        self._rates = [summed(people.values()).loss_rate or 0.0 for people in periods]
        self._known = {level: known for level, (_, known) in self._margins({}).items()}
        self._noise = max(self._rates[0] * (1 - self._rates[0]), LEAST_NOISE)
        self._elsewhere = elsewhere
        self._firm = {factor: self._firmness(factor) for factor in sorted({level[0] for level in self._known})}
        self.effects = self._fitted()

    def shift(self, before: People, since: People) -> Shift:
        """What it does to the loss rate that others came since than before."""
        moved = _moved(before, since)
        return Shift(
            change=sum(by * self.effects.get(level, self._elsewhere.get(level, 0.0)) for level, by in moved.items()),
            variance=sum(
                by * by * self._noise / (self._known.get(level, 0.0) + self._firm.get(level[0], 1.0))
                for level, by in moved.items()
            ),
        )

    def _margins(self, effects: Effects) -> dict[Level, tuple[float, float]]:
        """By level: people lost beyond what those effects and the rate of the period explain, and people."""
        margins: dict[Level, tuple[float, float]] = {}
        for period, kind, lost, known in self._parts:
            excess = lost - known * (self._rates[period] + sum(effects.get(level, 0.0) for level in kind))
            for level in kind:
                before, people = margins.get(level, (0.0, 0.0))
                margins[level] = before + excess, people + known
        return margins

    def _firmness(self, factor: str) -> float:
        """As how many people the other steps' amounts count: the fewer, the more this step's levels truly differ.

        Their variance by the method of moments (DerSimonian and Laird, Controlled Clinical Trials 7, 1986).
        """
        margins = self._margins(self._elsewhere)
        own = [(excess, people) for level, (excess, people) in margins.items() if level[0] == factor]
        total = sum(people for _, people in own)
        spread = sum(excess * excess / people for excess, people in own) / self._noise - (len(own) - 1)
        weight = total - sum(people * people for _, people in own) / total if total else 0.0
        seen = max(0.0, spread * self._noise / weight) if weight > 0 else 0.0
        before = min(DIFFERING * self._rates[0], MOST_DIFFERING) ** 2
        more = max(0, len(own) - 1)
        return self._noise / max((DOUBT * before + more * seen) / (DOUBT + more), LEAST_DIFFERING)

    def _fitted(self) -> Effects:
        effects = {level: self._elsewhere.get(level, 0.0) for level in self._known}
        rates = list(self._rates)
        for _ in range(ROUNDS):
            for factor in self._firm:
                self._refit(factor, effects, rates)
            self._refit_rates(effects, rates)
        return effects

    def _refit(self, factor: str, effects: dict[Level, float], rates: list[float]) -> None:
        left = dict.fromkeys((level for level in effects if level[0] == factor), 0.0)
        for period, kind, lost, known in self._parts:
            own = next(level for level in kind if level[0] == factor)
            left[own] += lost - known * (rates[period] + sum(effects[level] for level in kind if level != own))
        firm = self._firm[factor]
        for level, excess in left.items():
            pull = firm * self._elsewhere.get(level, 0.0)
            effects[level] = (excess + pull) / (self._known[level] + firm)

    def _refit_rates(self, effects: Effects, rates: list[float]) -> None:
        left = [[0.0, 0.0] for _ in rates]
        for period, kind, lost, known in self._parts:
            left[period][0] += lost - known * sum(effects[level] for level in kind)
            left[period][1] += known
        rates[:] = [lost / known if known else 0.0 for lost, known in left]


def _moved(before: People, since: People) -> dict[Level, float]:
    """By how much the share of each level among the people changed; nothing where nobody was there once."""
    old, new = _mix(before), _mix(since)
    return {level: new.get(level, 0.0) - old.get(level, 0.0) for level in sorted({*old, *new})} if old and new else {}


def _mix(people: People) -> dict[Level, float]:
    shares: dict[Level, float] = {}
    total = sum(fates.known for fates in people.values())
    for kind, fates in people.items():
        for level in kind if total else ():
            shares[level] = shares.get(level, 0.0) + fates.known / total
    return shares
