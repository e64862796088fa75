"""What may become of those who are still at it: how many of them will turn out to be lost.

Who goes on is seen at once, who is lost only after the silence. So the known fates of those who came lately are mostly
good ones, and an interval around the share of all known fates would lie too low. How long those still at it have been
silent tells more: who rests comes back, so long silences are rare among them (as rare as long rests), while those who
left have been silent for any time up to the silence that is waited for. The shares of both are found by expectation and
maximisation (Dempster, Laird and Rubin, Maximum likelihood from incomplete data, JRSS B 39, 1977).

Only intervals are corrected so. Nobody is called lost before the silence, and no flag rests on anybody still at it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learning.domain.counting.figures import ActivityFigures, StepFigures
from learning.domain.counting.rests import SHORTEST_REST, rest_end
from learning.domain.method.intervals import wilson

BINS = 16  # of equal length, from SHORTEST_REST to the silence; who was there more lately is surely at it
PRIOR_RESTS = 5.0  # rests believed in before any is seen, shorter than a quarter of the silence in two of three cases
WORTH = 5.0  # people: how much the activity as a whole says about one step
ROUNDS, CLOSE = 30, 0.002


@dataclass(frozen=True, slots=True)
class Outlook:
    """`expected`: how many of those still at the step will be lost."""

    expected: float = 0.0

    def interval(self, step: StepFigures, *, effect: float) -> tuple[float, float] | None:
        """90 % interval of the loss rate, which holds the share seen; None where nobody's fate is known.

        `effect`: the design effect of `clusters`.
        """
        shown = step.fates.loss_rate
        if shown is None:
            return None
        known = (step.fates.known + self.expected) / effect
        low, high = wilson((step.fates.lost + self.expected) / effect, known) or (0.0, 1.0)
        return min(low, shown), max(high, shown)


def outlooks(figures: ActivityFigures) -> list[Outlook]:
    """One for each step, in order."""
    silence = figures.silence.total_seconds()
    if silence <= SHORTEST_REST:
        return [Outlook() for _ in figures.steps]
    ages = [_ages(figures, step, silence) for step in figures.steps]
    resting = _resting(figures.rests, silence)
    usual = _share_lost(sum(ages, Counter()), resting, before=0.5, worth=1.0)
    return [Outlook(_share_lost(each, resting, before=usual, worth=WORTH) * each.total()) for each in ages]


def _ages(figures: ActivityFigures, step: StepFigures, silence: float) -> Counter[int]:
    """How long those still at the step have been silent, in bins."""
    width = (silence - SHORTEST_REST) / BINS
    silences = ((figures.as_of - stay.silent_since).total_seconds() - SHORTEST_REST for stay in step.pending)
    return Counter(min(BINS - 1, int(silent / width)) for silent in silences if silent >= 0)


def _resting(rests: Mapping[int, int], silence: float) -> list[float]:
    """For each bin, how likely somebody who rests is found there: in proportion to the rests that last longer."""
    width = (silence - SHORTEST_REST) / BINS
    seen = [(min(rest_end(place), silence) - SHORTEST_REST, times) for place, times in sorted(rests.items())]
    longer = []
    for number in range(BINS):
        begins = number * width
        met = sum(times * min(1.0, (length - begins) / width) for length, times in seen if length > begins)
        longer.append(met + PRIOR_RESTS * 0.75**number)
    return [part / sum(longer) for part in longer]


def _share_lost(ages: Mapping[int, int], resting: Sequence[float], *, before: float, worth: float) -> float:
    """The share of those with these `ages` who left; `before` is what was believed, worth so many people."""
    people = sum(ages.values())
    likelier = [(times, resting[place] * BINS) for place, times in sorted(ages.items())]  # in order: sums of floats
    share = last = before
    for _ in range(ROUNDS if people else 0):
        lost = sum(times * share / (share + (1 - share) * resting_here) for times, resting_here in likelier)
        share, last = (lost + before * worth) / (people + worth), share
        if abs(share - last) < CLOSE:
            break
    return share
