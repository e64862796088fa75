"""Counts of people as pages and files may tell them: one to four stay unsaid, and so does what would betray them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from learning.domain.figures import Fates
from learning.domain.saying import number
from learning.domain.suppression import HIDDEN_TEXT, SMALLEST_GROUP, suppress

WITHHELD_TEXT = "tidak ditampilkan"  # not small itself, but a small number could be worked out from it


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people. `people` is None where it is not told; `is_few` then says that they are one to four."""

    people: int | None
    is_few: bool = False

    @classmethod
    def of(cls, people: int) -> Self:
        """A number that stands alone: nothing else that is told adds up with it."""
        return cls(None, is_few=True) if 0 < people < SMALLEST_GROUP else cls(people)

    @property
    def is_told(self) -> bool:
        return self.people is not None

    def __str__(self) -> str:
        if self.people is not None:
            return number(self.people)
        return HIDDEN_TEXT if self.is_few else WITHHELD_TEXT

    @property
    def of_many(self) -> str:
        """In a sentence that tells the whole: what is withheld is all of it but one to four."""
        return "hampir semua" if self.people is None and not self.is_few else str(self)


def pair_told(part: int, rest: int) -> tuple[Count, Count, Count]:
    """Two groups that make up a third, and that third: as they may stand beside each other."""
    shown = suppress([[part, rest]], across=True, down=False)
    told = (*shown.cells[0], shown.across[0])
    first, second, both = (
        Count(people, is_few=people is None and real < SMALLEST_GROUP)
        for people, real in zip(told, (part, rest, part + rest), strict=True)
    )
    return first, second, both


@dataclass(frozen=True)  # no slots: what is worked out is kept
class ShownFates:
    """What became of some people at a step, as it may be told.

    Who is known to have completed or to be lost makes up `known`; those still at it are told apart from them, and
    `entered` only where all of it is told.
    """

    fates: Fates

    @cached_property
    def _known(self) -> tuple[Count, Count, Count]:
        """Completed, lost, and their sum."""
        return pair_told(self.fates.completed, self.fates.lost)

    @property
    def completed(self) -> Count:
        return self._known[0]

    @property
    def lost(self) -> Count:
        return self._known[1]

    @property
    def known(self) -> Count:
        return self._known[2]

    @property
    def in_progress(self) -> Count:
        return Count.of(self.fates.in_progress)

    @property
    def entered(self) -> Count:
        if self.known.is_told and self.in_progress.is_told:
            return Count(self.fates.entered)
        return Count(None, is_few=self.fates.entered < SMALLEST_GROUP)

    @property
    def rate(self) -> float | None:
        """The share that is lost, where it may be told."""
        return self.fates.loss_rate if self.lost.is_told and self.known.is_told else None

    @property
    def most_rate(self) -> float | None:
        """Where fewer than five were lost: a share that they stay below; else None."""
        if self.rate is not None or not self.known.people or not self.lost.is_few:
            return None
        return min(1.0, (SMALLEST_GROUP - 1) / self.known.people)

    @property
    def least_completed(self) -> int:
        """At least so many completed, as far as may be told."""
        if self.completed.people is not None:
            return self.completed.people
        if self.completed.is_few or self.known.people is None:
            return 0
        return max(0, self.known.people - (SMALLEST_GROUP - 1))

    @property
    def is_nearly_all(self) -> bool:
        """All but one to four were lost."""
        return self.completed.is_few and not self.lost.is_told and not self.lost.is_few


@dataclass(frozen=True)  # no slots: what is worked out is kept
class ShownPeople:
    """Who began an activity, as it may be told: who of them finished, and who is still under way.

    Who did neither is never told, and is not to be worked out either.
    """

    starters: int
    finishers: int
    in_progress: int

    @property
    def began(self) -> Count:
        return self._told[2]

    @property
    def finished(self) -> Count:
        return self._told[0]

    @property
    def under_way(self) -> Count:
        gone = self.starters - self.finishers - self.in_progress
        if 0 < gone < SMALLEST_GROUP and self._told[1].is_told:
            return Count(None, is_few=self.in_progress < SMALLEST_GROUP)
        return Count.of(self.in_progress)

    @cached_property
    def _told(self) -> tuple[Count, Count, Count]:
        return pair_told(self.finishers, self.starters - self.finishers)


def part_told(part: int, whole: int) -> bool:
    """Whether a part of some people may be told beside all of them: neither it nor the rest is one to four."""
    return not (0 < part < SMALLEST_GROUP or 0 < whole - part < SMALLEST_GROUP)
